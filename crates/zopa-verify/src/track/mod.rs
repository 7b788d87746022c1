//! Is what is told to be owed what the definition gives?
//!
//! Written from `docs/tracking.md` alone. Each question of the two tables is worked out in three values from the lines
//! of the list, and compared with what is told. What the definition leaves open is decided here as follows.
//!
//! * A line is not after itself: what starts and sets off with one line counts on that occasion.
//! * Whether it is over is asked of the times alone: whether the line that starts it is denied is asked with the start.
//! * The end of the list is no moment at which a condition certainly is met: whether it has happened by then stays open.
//! * A condition of which no line tells any moment, while one is asked about, may have come to be met at any.
//! * Where nothing is told that set it off, whether it takes something is open, whatever the clause says.
//! * Without a trigger it does not count where it has not started; what was ended or is over is told.
//! * What is set off with the start by a condition is no case of an event, though a line about one starts it.
//! * A gate is of whom the case names, and not of the party that one whose gate it is is a body of.
//! * Who decides is told in ways that differ if the same are named in another order.
//! * Of two times without a common clock, the later is the one later where an unnamed place lies at UTC.
//!
//! Not looked at: why a branch is open, the lines and claims that an answer rests on, and how it came to that.

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
mod spans;
mod treaty;

use crate::{Refutation, Standing};
use lines::List;
use std::collections::BTreeMap;
use zopa_case::{Case, CommitmentId, Happened, Moment, Power, Stretch};
use zopa_finding::track::{Binding, Track};

/// Checks everything that is told of what is owed after these lines, as of this moment (or the last that the list
/// tells); empty if all is confirmed.
pub fn track(case: &Case, rows: &[Happened], as_of: Option<Moment>, track: &Track) -> Vec<Refutation> {
    let mut twin = Twin::of(case, rows, as_of);
    twin.all(track);
    twin.out
}

/// Checks what is told to be binding on whom as the case is: after no line at all.
pub fn binding(case: &Case, told: &Binding) -> Vec<Refutation> {
    let mut twin = Twin::of(case, &[], None);
    twin.told(&told.standing, &told.duties);
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

impl<'a> Twin<'a> {
    fn of(case: &'a Case, rows: &'a [Happened], as_of: Option<Moment>) -> Twin<'a> {
        let powers = case.powers(&case.claims_on_commitments());
        let list = List::of(case, rows, as_of);
        let now = Stretch { from: list.now, to: list.now };
        Twin { case, list, now, powers, out: Vec::new() }
    }

    fn powers(&self, id: CommitmentId) -> impl Iterator<Item = &Power> {
        self.powers.get(&id).into_iter().flatten()
    }

    fn require(&mut self, so: bool, finding: &str, what: impl FnOnce() -> String) {
        if !so {
            self.out.push(Refutation { standing: Standing::Refuted, finding: finding.to_owned(), what: what() });
        }
    }
}
