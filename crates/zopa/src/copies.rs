//! Which reports do the documents show to be made from another, where the case does not say so, and what if it did?
//!
//! A report that copies another is no carrier of its own: set the one aside, and the other goes with it. What the case
//! says of that counts. What is found in the documents is told, and counts where it is asked for: then the answer is that
//! of the case with the lines `copies` written into it.

use crate::sources::taken::{in_hand, made_from, nothing};
use crate::{Read, Request, Texts};
use zopa_analysis::Choices;
use zopa_case::{Case, SourceId};
use zopa_finding::{FoundCopies, FoundCopy};
use zopa_syntax::Part;

/// What was found, by the sources of one case: the copy first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    copies: Vec<(SourceId, SourceId)>,
    counted: bool,
}

impl Read {
    /// Looks into the documents for reports that were made from another, as far as such a request may know them, and where
    /// the case does not say so. Answers tell of them from then on; where the request asks for it, they count as copies.
    pub fn look_for_copies(&mut self, texts: &Texts, request: &Request) {
        let place = self.place_without(request.left_out());
        let read = match place.and_then(|at| self.without.get_mut(at)) {
            Some((_, read)) => read,
            None => self,
        };
        let copies = unsaid(&read.case, texts);
        let counted = request.found_copies && !copies.is_empty();
        if counted {
            read.case = read.case.copying(&copies);
        }
        read.found = Found { copies, counted };
    }

    /// Reports that the documents show to be made from another, the report first, where the case does not say so: those of
    /// the whole dossier, as far as a line may say it. By name.
    pub fn unsaid_copies(&self, texts: &Texts) -> Vec<(String, String)> {
        let name = |id: SourceId| self.case.sources[id].name.clone();
        let found = unsaid(&self.case, texts).into_iter().map(|(copy, copied)| (name(copy), name(copied)));
        found.filter(|(copy, copied)| self.may_be_written(copy, copied)).collect()
    }

    /// What an answer under these choices tells of it. `whole` is the dossier with all its parts.
    pub(crate) fn told_copies(&self, choices: &Choices, whole: &Read) -> FoundCopies {
        let aside = |id: &SourceId| choices.without.iter().any(|(_, aside)| aside.sources.contains(id));
        let name = |id: SourceId| self.case.sources[id].name.clone();
        let told = |(copy, copied): &(SourceId, SourceId)| FoundCopy {
            derived: name(*copy),
            source: name(*copied),
            still_counts: aside(copied) && !aside(copy),
            may_be_written: whole.may_be_written(&name(*copy), &name(*copied)),
        };
        FoundCopies { counted: self.found.counted, copies: self.found.copies.iter().map(told).collect() }
    }

    /// A public source may not name a private one.
    fn may_be_written(&self, copy: &str, copied: &str) -> bool {
        let public = self.less(vec![Part::Private]);
        let has = |name: &str| public.case.sources.values().any(|source| source.name == name);
        has(copied) || !has(copy)
    }
}

/// What is found and would be a line of the case: a source that copies none, and none that copies it. Of several that a
/// report was made from, the one that covers most of it.
fn unsaid(case: &Case, texts: &Texts) -> Vec<(SourceId, SourceId)> {
    let mut said = case.clone();
    let mut copies = Vec::new();
    for (copy, copied) in made_from(&in_hand(case, texts, nothing, &mut |_, _| ())) {
        if said.sources[copy].copies.is_none() && !said.copied(copied).contains(&copy) {
            said.sources[copy].copies = Some(copied);
            copies.push((copy, copied));
        }
    }
    copies
}
