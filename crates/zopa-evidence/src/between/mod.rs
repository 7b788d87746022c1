//! What stands between documents?
//!
//! The way through the files: `lexicon` and `corpus` make weighted terms of sentences, `candidates` chooses the documents
//! worth comparing, `align` pairs their sentences, `lineage` with `direction`, `own_work` and `publisher` says which document was
//! made from which, and `effects` what that changed. `scene` puts that together for the rest: `wordings` of one utterance, `denials` and
//! `differences` within one occasion (`scope`), and where the telling ends (`voices`; of each
//! thing said by itself, `tellers`).

mod align;
mod article;
mod candidates;
mod carried;
mod corpus;
mod denials;
mod differences;
mod direction;
mod disputes;
mod effects;
mod facts;
mod heard;
mod lexicon;
mod lineage;
mod lists;
mod next_round;
mod offices;
mod one_voice;
mod own_work;
mod publisher;
mod quoted;
mod roughly;
mod same_numbers;
mod scene;
mod scope;
mod speaker;
mod tellers;
mod touching;
mod voices;
mod word_set;
mod wordings;

pub use article::article;
pub use tellers::{Teller, Tellers};

use crate::span::Span;
use zopa_finding::Attribution;
use zopa_finding::between::{Descent, Dispute, FoundOrigin, Passage, Utterance};

/// A document as it is compared with others.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The title and the sentences of the article, in order: no captions, no menus.
    pub sentences: Vec<Span>,
    /// Who said what in it, as far as that was looked for; without it, no source is found dropped and no origin told.
    pub attributions: Vec<Attribution>,
    /// The outlet that published it, where known.
    pub outlet: Option<&'a str>,
    /// The day it was published, as `YYYY-MM-DD`, where known.
    pub published: Option<&'a str>,
}

impl Report<'_> {
    /// A sentence by its number.
    fn sentence(&self, at: usize) -> Span {
        self.sentences.get(at).copied().unwrap_or_default()
    }

    fn passage(&self, span: Span) -> Passage {
        Passage {
            document: self.name.to_owned(),
            start: span.start,
            end: span.end,
            exact: span.of(self.text).to_owned(),
        }
    }
}

/// All that stands between the documents of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Between {
    /// Which were made from which, and what that changed.
    pub descents: Vec<Descent>,
    /// Wordings of one utterance side by side.
    pub utterances: Vec<Utterance>,
    /// What is denied or told in two ways.
    pub disputes: Vec<Dispute>,
    /// Denials that were not asked what they deny: eight million sentences had been looked at for those before them.
    pub unasked: usize,
    /// Where the telling ends.
    pub origins: Vec<FoundOrigin>,
}

/// Compares the documents of a case, in their order.
pub fn between(reports: &[Report]) -> Between {
    let lists = effects::Lists::english();
    let corpus = corpus::Corpus::of(reports, &lists.lexicon);
    let found = lineage::links(reports, &strict(reports), &corpus, &lists);
    let (links, descents): (Vec<lineage::Link>, Vec<Descent>) = found.into_iter().unzip();
    let scene = scene::Scene::new(reports, &corpus, &lists, &links);
    let utterances = wordings::utterances(&scene, &descents);
    let voices = voices::Voices::new(&scene);
    let (disputes, unasked) = disputes::disputes(&scene, &voices, &utterances);
    Between { descents, utterances, disputes, unasked, origins: voices.told(&scene) }
}

/// With whom the telling of each attribution ends.
pub fn tellers(reports: &[Report]) -> Tellers {
    let lists = effects::Lists::english();
    let corpus = corpus::Corpus::of(reports, &lists.lexicon);
    let links = lineage::links(reports, &strict(reports), &corpus, &lists);
    let links: Vec<lineage::Link> = links.into_iter().map(|(link, _)| link).collect();
    tellers::tellers(&scene::Scene::new(reports, &corpus, &lists, &links))
}

/// Which documents were made from which, by their numbers, the derived one first: as [`descents`] has it where the direction
/// is shown, without what was changed. In the order of the derived documents, then the source first that covers most of it.
pub fn made_from(reports: &[Report]) -> Vec<(usize, usize)> {
    lineage::sources(reports, &strict(reports))
}

/// The documents as they are compared to find out which are kin.
fn strict(reports: &[Report]) -> corpus::Corpus {
    corpus::Corpus::of(reports, &lexicon::Lexicon::english())
}

/// Which documents were made from which alone, in the order of the derived documents.
pub fn descents(reports: &[Report]) -> Vec<Descent> {
    let lists = effects::Lists::english();
    let corpus = corpus::Corpus::of(reports, &lists.lexicon);
    lineage::links(reports, &strict(reports), &corpus, &lists).into_iter().map(|(_, descent)| descent).collect()
}
