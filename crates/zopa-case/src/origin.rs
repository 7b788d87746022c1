//! Where does a chain of telling end?
//!
//! Origins are counted, not documents: the unnamed group, as described; else the speaker on that occasion
//! (the round, where one is given); else the outlet's own voice, a copy having none of its own.

use crate::{PartyId, RoundId, SourceId, SpeakerId};

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
