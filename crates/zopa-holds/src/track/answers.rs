//! Which lines of the list can answer what is owed on one occasion?
//!
//! How it stands is asked at many moments. So the lines are gathered once, whenever they lie, and at each moment it is asked
//! which of them had happened by then. What begins after a line that certainly counts has ended is left out: that line has
//! answered by then.

use super::deciding::{self, Decision};
use super::doing::{self, Performance};
use super::files::Files;
use super::ledger::Rows;
use super::occasions::Occasion;
use super::owing::Owing;
use zopa_case::{CommitmentId, Stretch};

/// Something owed on one occasion, with the lines that can answer it.
#[derive(Clone, Debug)]
pub(crate) struct Owed {
    pub id: CommitmentId,
    pub occasion: Occasion,
    /// What each of those who decide has decided, in the order in which they are asked.
    pub decisions: Vec<Vec<Decision>>,
    /// What each who owes it has done; what anybody has, where it is not told who does.
    pub performances: Vec<Vec<Performance>>,
    /// Lines at which it may turn.
    pub turning: Vec<usize>,
}

impl Owed {
    pub fn of(files: &Files<'_>, id: CommitmentId, occasion: Occasion) -> Owed {
        let mut turning = Vec::with_capacity(16);
        turning.extend(&occasion.rows);
        let performances = doing::performances(files, id, &occasion, &mut turning);
        doing::turning(files, id, &occasion, &mut turning);
        let decisions = deciding::decisions(files, id, &occasion, &mut turning);
        Owed { id, occasion, decisions, performances, turning }
    }

    /// What the clause says on each occasion.
    pub fn owing<'f>(&self, files: &'f Files<'_>) -> &'f Owing {
        files.owing(self.id)
    }

    /// Is what it brings about to go on as long as the commitment counts?
    pub fn goes_on(&self, files: &Files<'_>) -> bool {
        self.occasion.goes_on(files, self.id)
    }
}

/// Rows that do not certainly come before the occasion, up to the first that certainly counts by then.
pub(crate) fn answering(files: &Files<'_>, rows: &Rows, occasion: &Occasion, then: Stretch) -> Vec<usize> {
    let ledger = &files.ledger;
    let mut found: Vec<usize> = Vec::new();
    // Of most that can happen to a commitment a list says nothing.
    if rows.is_empty() {
        return found;
    }
    let mut sure: Option<usize> = None;
    for row in ledger.between(rows, occasion.time, then) {
        if sure.is_some_and(|sure| ledger.far_beyond(row, sure)) {
            break;
        }
        if occasion.time.not_after(ledger.time(row)) == Some(false) {
            continue;
        }
        found.push(row);
        sure = sure.or_else(|| Some(row).filter(|row| ledger.happened_by(*row, then).is_yes()));
    }
    found
}
