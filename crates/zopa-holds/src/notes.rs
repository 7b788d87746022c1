//! How is a note put together? One commitment at a time, with what it takes to name things.

use crate::ground::Ground;
use zopa_case::{Anatomy, Case, Clause, Commitment, CommitmentId, EventId, QuoteId, StepId, Told, Voice};
use zopa_finding::{Basis, ClauseRule, Hole, Named, Note};

/// A commitment in its case.
#[derive(Clone, Copy)]
pub(crate) struct One<'a> {
    pub ground: &'a Ground,
    pub case: &'a Case,
    pub id: CommitmentId,
}

impl<'a> One<'a> {
    pub fn row(self) -> &'a Commitment {
        &self.case.commitments[self.id]
    }

    pub fn anatomy(self) -> &'a Anatomy {
        &self.row().anatomy
    }

    /// The other commitments, in file order.
    pub fn others(self) -> impl Iterator<Item = One<'a>> {
        let ids = self.case.commitments.ids().filter(move |id| *id != self.id);
        ids.map(move |id| One { id, ..self })
    }

    /// A note on the whole.
    pub fn note(self, rule: ClauseRule) -> Note {
        Note {
            rule,
            commitments: vec![self.named()],
            part: None,
            hole: None,
            who: Vec::new(),
            things: Vec::new(),
            values: Vec::new(),
            basis: Basis::default(),
            quotes: Vec::new(),
        }
    }

    /// A note on a part, with the words under it.
    pub fn on<T: PartialEq>(self, rule: ClauseRule, part: &str, clause: &Clause<T>) -> Note {
        Note { part: Some(part.to_owned()), quotes: numbers(&clause.quotes()), ..self.note(rule) }
    }

    /// The note that a part is not there, if it is not.
    pub fn hole<T: PartialEq>(self, rule: ClauseRule, part: &str, clause: &Clause<T>) -> Option<Note> {
        let hole = match clause.told() {
            Told::Known => return None,
            Told::Unknown => Hole::Unknown,
            Told::Unsaid => Hole::Unsaid,
        };
        let part = Some(part.to_owned());
        Some(Note { part, hole: Some(hole), quotes: numbers(&clause.quotes()), ..self.note(rule) })
    }

    pub fn named(self) -> Named {
        Named { name: self.row().name.clone(), title: self.row().title.clone() }
    }

    pub fn voices(self, voices: impl IntoIterator<Item = Voice>) -> Vec<Named> {
        let mut named: Vec<Named> = Vec::new();
        for one in voices.into_iter().map(|voice| voice_named(self.case, voice)) {
            if !named.contains(&one) {
                named.push(one);
            }
        }
        named
    }

    pub fn event(self, id: EventId) -> Named {
        let row = &self.case.events[id];
        Named { name: row.name.clone(), title: row.title.clone() }
    }

    pub fn step(self, id: StepId) -> Named {
        let row = &self.case.space.steps[id];
        Named { name: row.name.clone(), title: row.title.clone() }
    }
}

fn voice_named(case: &Case, voice: Voice) -> Named {
    let (name, title) = match voice {
        Voice::Party(id) => (&case.parties[id].name, &case.parties[id].title),
        Voice::Speaker(id) => (&case.speakers[id].name, &case.speakers[id].title),
        Voice::Source(id) => (&case.sources[id].name, &case.sources[id].title),
    };
    Named { name: name.clone(), title: title.clone() }
}

/// Quotes as a saved brief numbers them.
pub(crate) fn numbers(quotes: &[QuoteId]) -> Vec<u32> {
    quotes.iter().map(|quote| quote.row() as u32 + 1).collect()
}
