//! What does a clause say that is the same on each of its occasions? A list may set one off thousands of times.

use super::deciding::deciders;
use super::due::Within;
use super::files::{Files, hole};
use super::known::{Known, Why};
use super::term::Term;
use zopa_case::{ClaimId, CommitmentId, Discretion, Quorum, StepId, Voice};

/// A commitment, as it is asked about on each occasion.
pub(crate) struct Owing {
    pub term: Term,
    /// Those who decide, and how many of them it takes.
    pub deciders: Result<(Vec<Voice>, Quorum), Why>,
    /// The claims that report it of them, where the clause does not name them.
    pub claims: Vec<ClaimId>,
    /// Each who owes it, once.
    pub debtors: Vec<Voice>,
    /// The step that it brings about, or keeps from being taken.
    pub step: Option<StepId>,
    /// It keeps something from being done.
    pub not: bool,
    /// May it follow, and need not?
    pub may: Known,
    pub within: Within,
}

impl Owing {
    pub fn of(files: &Files<'_>, id: CommitmentId) -> Owing {
        let anatomy = files.anatomy(id);
        let mut debtors: Vec<Voice> = Vec::new();
        for debtor in anatomy.debtors.all() {
            debtors.extend(Some(*debtor).filter(|debtor| !debtors.contains(debtor)));
        }
        let mut claims: Vec<ClaimId> = Vec::new();
        let deciders = deciders(files, id, &mut claims);
        let response = anatomy.response.only();
        Owing {
            term: Term::of(files, id),
            deciders,
            claims,
            debtors,
            step: response.and_then(|response| response.step),
            not: response.is_some_and(|response| response.not),
            may: may(files, id),
            within: Within::of(files, id),
        }
    }

    /// The step that it brings about, or (`not`) keeps from being taken.
    pub fn step(&self, not: bool) -> Option<StepId> {
        self.step.filter(|_| self.not == not)
    }
}

fn may(files: &Files<'_>, id: CommitmentId) -> Known {
    let clause = &files.anatomy(id).discretion;
    match (hole(clause, "discretion"), clause.only()) {
        (Some(why), _) => Known::Open(why),
        (None, told) => Known::of(told == Some(&Discretion::May)),
    }
}
