//! Whose words does the document say that a quote has, where the case gives them to the outlet's own voice, and what if the
//! case said so too? And which unnamed groups of the case are one?
//!
//! Origins are counted, not documents. What the case says of them counts. What is found is told, and counts where it is asked
//! for: then the answer is that of the case with the lines `said by` written into it. Nobody guesses who an unnamed source is:
//! somebody named and somebody unnamed are never joined, and who a person, a party or a source is remains the case's to say.

mod cited;
mod joined;

use crate::{Read, Request, Texts};
use joined::{Told, Who, joined};
use zopa_case::{Case, SaidBy, SpeakerId, Voice};
use zopa_finding::{FoundOrigins, FoundSame, FoundTeller};
use zopa_syntax::Part;

/// What was found, by the tables of one case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    told: Vec<Told>,
    same: Vec<(SpeakerId, SpeakerId)>,
    counted: bool,
}

impl Read {
    /// Looks into the documents for whose words they give, as far as such a request may know them, and where the case does not
    /// say so. Answers tell of it from then on; where the request asks for it, it counts. Copies are looked for before.
    pub fn look_for_origins(&mut self, texts: &Texts, request: &Request) {
        let place = self.place_without(request.left_out());
        let read = match place.and_then(|at| self.without.get_mut(at)) {
            Some((_, read)) => read,
            None => self,
        };
        let (told, same) = joined(read, texts);
        let counted = request.found_origins && !(told.is_empty() && same.is_empty());
        if counted {
            read.case = counting(&read.case, &told, &same);
        }
        read.found_origins = Found { told, same, counted };
    }

    /// What an answer tells of it. `whole` is the dossier with all its parts.
    pub(crate) fn told_origins(&self, whole: &Read) -> FoundOrigins {
        let public = whole.less(vec![Part::Private]);
        let Found { told, same, counted } = &self.found_origins;
        FoundOrigins {
            counted: *counted,
            told: told.iter().map(|told| self.told_teller(told, public)).collect(),
            same: same.iter().map(|(later, first)| self.told_same(*later, *first, public)).collect(),
        }
    }

    fn told_teller(&self, told: &Told, public: &Read) -> FoundTeller {
        let case = &self.case;
        let (name, title, anonymous, through) = match &told.who {
            Who::Known(voice) => {
                let (name, title) = called(case, *voice);
                (name, title, is_unnamed(case, *voice), None)
            }
            Who::New(speaker) => (speaker.name.as_str(), speaker.title.as_str(), speaker.anonymous, speaker.told),
        };
        let new = matches!(told.who, Who::New(_));
        let through = through.map(|source| case.sources[source].name.clone());
        let claims: Vec<String> = told.said.iter().map(|said| case.claims[said.claim].name.clone()).collect();
        // A line that everybody may read names nothing that they may not.
        let open = |claim: &String| public.case.claims.values().any(|known| known.name == *claim);
        let quoted = told.sources.iter().all(|source| has_source(public, &case.sources[*source].name));
        let named = if new { through.iter().all(|name| has_source(public, name)) } else { has_voice(public, name) };
        FoundTeller {
            name: name.to_owned(),
            title: title.to_owned(),
            new,
            anonymous,
            told: through,
            may_be_written: (quoted && named) || !claims.iter().any(open),
            claims,
        }
    }

    fn told_same(&self, later: SpeakerId, first: SpeakerId, public: &Read) -> FoundSame {
        let name = |id: SpeakerId| self.case.speakers[id].name.clone();
        let (name, first) = (name(later), name(first));
        FoundSame { may_be_written: has_voice(public, &first) || !has_voice(public, &name), name, first }
    }
}

/// The case with the lines written in.
fn counting(case: &Case, told: &[Told], same: &[(SpeakerId, SpeakerId)]) -> Case {
    let mut case = case.clone();
    let mut lines = Vec::new();
    for one in told {
        let by = match &one.who {
            Who::Known(voice) => *voice,
            Who::New(speaker) => Voice::Speaker(case.speakers.push(speaker.clone())),
        };
        lines.extend(one.said.iter().map(|said| SaidBy { claim: said.claim, by, quotes: said.quotes.clone() }));
    }
    case.attributing(&lines, same)
}

/// The name and the title of whoever speaks.
fn called(case: &Case, voice: Voice) -> (&str, &str) {
    match voice {
        Voice::Speaker(id) => (&case.speakers[id].name, &case.speakers[id].title),
        Voice::Party(id) => (&case.parties[id].name, &case.parties[id].title),
        Voice::Source(id) => (&case.sources[id].name, &case.sources[id].title),
    }
}

fn is_unnamed(case: &Case, voice: Voice) -> bool {
    matches!(voice, Voice::Speaker(id) if case.speakers[id].anonymous)
}

fn has_source(read: &Read, name: &str) -> bool {
    read.case.sources.values().any(|source| source.name == name)
}

fn has_voice(read: &Read, name: &str) -> bool {
    let speakers = read.case.speakers.values().map(|speaker| &speaker.name);
    let parties = read.case.parties.values().map(|party| &party.name);
    speakers.chain(parties).any(|known| known == name) || has_source(read, name)
}
