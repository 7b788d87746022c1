//! Is what is told to be owed what the definition gives?
//!
//! Written from `docs/tracking.md` alone. Each question of the two tables is worked out in three values from the lines
//! of the list, and compared with what is told.

mod answer;
mod check;
mod check_duties;
mod condition;
mod counts;
mod decided;
mod kleene;
mod length;
mod lines;
mod occasions;
mod owed;
mod treaty;

use crate::{Refutation, Standing};
use lines::List;
use std::collections::BTreeMap;
use zopa_case::{Case, CommitmentId, Happened, Moment, Power, Stretch};
use zopa_finding::track::Track;

/// Checks everything that is told of what is owed after these lines, as of this moment (or the last that the list
/// tells); empty if all is confirmed.
pub fn track(case: &Case, rows: &[Happened], as_of: Option<Moment>, track: &Track) -> Vec<Refutation> {
    let powers = case.powers(&case.claims_on_commitments());
    let list = List::of(case, rows, as_of);
    let now = Stretch { from: list.now, to: list.now };
    let mut twin = Twin { case, list, now, powers, out: Vec::new() };
    twin.all(track);
    twin.out
}

/// The one who checks.
struct Twin<'a> {
    case: &'a Case,
    list: List<'a>,
    /// The moment asked about.
    now: Stretch,
    powers: BTreeMap<CommitmentId, Vec<Power>>,
    out: Vec<Refutation>,
}

impl Twin<'_> {
    fn powers(&self, id: CommitmentId) -> impl Iterator<Item = &Power> {
        self.powers.get(&id).into_iter().flatten()
    }

    fn require(&mut self, so: bool, finding: &str, what: impl FnOnce() -> String) {
        if !so {
            self.out.push(Refutation { standing: Standing::Refuted, finding: finding.to_owned(), what: what() });
        }
    }
}
