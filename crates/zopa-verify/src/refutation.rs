//! What does a check say of a finding that it could not confirm?

/// How a finding stands after the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The definition gives something else.
    Refuted,
    /// A count of work was reached before it could be confirmed.
    Unproved,
    /// It was not looked at, because what it speaks of cannot be read here.
    Skipped,
}

/// One finding that was not confirmed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refutation {
    /// How it stands.
    pub standing: Standing,
    /// Which finding: its id, or the name of the answer.
    pub finding: String,
    /// What the definition gives instead, or what stopped the check.
    pub what: String,
}

impl std::fmt::Display for Refutation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let standing = match self.standing {
            Standing::Refuted => "refuted",
            Standing::Unproved => "unproved",
            Standing::Skipped => "skipped",
        };
        write!(f, "{standing}: {}: {}", self.finding, self.what)
    }
}
