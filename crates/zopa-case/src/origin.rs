//! Where does a chain of telling end?
//!
//! Origins are counted, not documents: the unnamed group, as described; else the speaker on that occasion
//! (the round, where one is given); else the outlet's own voice, a copy having none of its own.

use crate::{Case, OriginId, PartyId, RoundId, SourceId, SpeakerId};
use std::collections::BTreeMap;

/// Who can say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// A person or an unnamed group.
    Speaker(SpeakerId),
    /// A party or body as such.
    Party(PartyId),
    /// A source in its own voice.
    Source(SourceId),
}

/// Where a chain of telling ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Whose voice.
    pub voice: Voice,
    /// On which occasion; never for unnamed groups and sources.
    pub round: Option<RoundId>,
}

/// Which origins are there so far? Rows by what they are.
#[derive(Default)]
pub(crate) struct Origins(BTreeMap<Origin, OriginId>);

impl Origins {
    /// The row of an origin, made where there is none yet.
    pub fn row(&mut self, case: &mut Case, voice: Voice, round: Option<RoundId>) -> OriginId {
        let origin = Origin { voice, round };
        *self.0.entry(origin).or_insert_with_key(|origin| case.origins.push(origin.clone()))
    }
}
