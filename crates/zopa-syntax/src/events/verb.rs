//! What can happen to a commitment, a gate or an issue, beside that an event happens or a step is taken?

/// What happened to what a line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// An option of an issue was agreed.
    Agreed,
    /// A gate did not let it pass.
    Refused,
    /// Somebody decided that it has happened, or that it has not.
    Decided,
    /// What a commitment brings about was done.
    Performed,
    /// A commitment was broken, as reported.
    Breach,
    /// It was ratified.
    Ratified,
    /// It counts from then on.
    Began,
    /// It counts no more.
    Ended,
    /// It was suspended.
    Suspended,
    /// It goes on after that.
    Resumed,
    /// It was ended by somebody who may.
    Terminated,
    /// What is owed was let go.
    Waived,
    /// It was vetoed.
    Vetoed,
}

impl Verb {
    /// All of them.
    pub const ALL: [Verb; 13] = [
        Verb::Agreed,
        Verb::Refused,
        Verb::Decided,
        Verb::Performed,
        Verb::Breach,
        Verb::Ratified,
        Verb::Began,
        Verb::Ended,
        Verb::Suspended,
        Verb::Resumed,
        Verb::Terminated,
        Verb::Waived,
        Verb::Vetoed,
    ];

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Verb::Agreed => "agreed",
            Verb::Refused => "refused",
            Verb::Decided => "decided",
            Verb::Performed => "performed",
            Verb::Breach => "breach",
            Verb::Ratified => "ratified",
            Verb::Began => "began",
            Verb::Ended => "ended",
            Verb::Suspended => "suspended",
            Verb::Resumed => "resumed",
            Verb::Terminated => "terminated",
            Verb::Waived => "waived",
            Verb::Vetoed => "vetoed",
        }
    }

    /// All words.
    pub fn words() -> impl Iterator<Item = &'static str> {
        Verb::ALL.into_iter().map(Verb::word)
    }

    pub(super) fn named(word: &str) -> Option<Verb> {
        Verb::ALL.into_iter().find(|verb| verb.word() == word)
    }

    /// Is what it names commitments, one or several?
    pub fn takes_several(self) -> bool {
        !matches!(self, Verb::Agreed | Verb::Refused | Verb::Decided)
    }

    /// Of what it names, for messages.
    pub fn of_what(self) -> &'static str {
        match self {
            Verb::Agreed => "an issue",
            Verb::Refused => "a gate",
            Verb::Decided => "an event, a step or a commitment",
            _ => "a commitment",
        }
    }
}
