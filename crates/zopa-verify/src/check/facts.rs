//! What does the definition give where this is active? Each once, and remembered.

use super::desk::{At, Desk};
use crate::lists::holders;
use crate::sets::{Rows, classes, hitting, listed, union};

/// What is so at one place; `None` where a count of work was reached.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    /// No world meets the rules, whatever limits are given up.
    pub(super) rules_fail: Option<bool>,
    /// Some world meets everything active.
    pub(super) fits: Option<bool>,
    /// All clashes. The empty set alone: the rules alone fail, and nobody's limits are at fault.
    pub(super) clashes: Option<Vec<Rows>>,
    /// The minimal sets of parties, by row, that are enough; none where something fits already.
    pub(super) enough: Option<Vec<Rows>>,
}

impl Facts {
    /// The limits of each knot.
    pub(super) fn knots(&self) -> Option<Vec<Rows>> {
        self.clashes.as_ref().map(|clashes| knots_of(clashes))
    }
}

/// The limits of each class of clashes that share a limit, directly or through others.
pub(super) fn knots_of(clashes: &[Rows]) -> Vec<Rows> {
    let limits = |places: &Vec<usize>| union(places.iter().filter_map(|place| clashes.get(*place)));
    // The empty set, where the rules alone fail, is nobody's knot.
    listed(classes(clashes).iter().map(limits).filter(|knot: &Rows| !knot.is_empty()).collect())
}

/// More parties than this, and sets of them are not tried one by one.
const PARTIES: usize = 10;

impl Desk<'_> {
    /// What is so at a place.
    pub(super) fn facts(&mut self, at: At) -> Facts {
        if let Some(facts) = self.facts.get(&at) {
            return facts.clone();
        }
        let place = self.place(at);
        let rules_fail = self.ground.consistent(&place.rules, &Rows::default()).map(|hold| !hold);
        let fits = self.ground.consistent(&place.rules, &place.limits);
        let clashes = self.ground.clashes(&place.rules, &place.limits);
        let enough = match fits {
            Some(true) => Some(Vec::new()),
            _ => self.minimal_enough(at, clashes.as_deref()),
        };
        let facts = Facts { rules_fail, fits, clashes, enough };
        self.facts.insert(at, facts.clone());
        facts
    }

    /// If all of these parties' limits are given up, can the rest stand together?
    pub(super) fn is_enough(&mut self, at: At, parties: &Rows) -> Option<bool> {
        let place = self.place(at);
        let own = self.limits_of(parties);
        self.ground.consistent(&place.rules, &place.limits.minus(&own))
    }

    pub(super) fn limits_of(&self, parties: &Rows) -> Rows {
        let theirs = self.case.limits.iter().filter(|(_, limit)| parties.has(limit.holder.row()));
        Rows::of(theirs.map(|(id, _)| id.row()))
    }

    fn minimal_enough(&mut self, at: At, clashes: Option<&[Rows]>) -> Option<Vec<Rows>> {
        let parties: Vec<usize> = holders(self.case, &self.place(at).limits).iter().collect();
        if parties.len() > PARTIES {
            let held: Vec<Rows> = clashes?.iter().map(|clash| holders(self.case, clash)).collect();
            return hitting(&held, self.ground.budget().sets);
        }
        let mut found: Vec<Rows> = Vec::new();
        for set in subsets(&parties) {
            if !found.iter().any(|smaller| smaller.within(&set)) && self.is_enough(at, &set)? {
                found.push(set);
            }
        }
        Some(found)
    }
}

/// All subsets, by size, then order.
pub(super) fn subsets(rows: &[usize]) -> Vec<Rows> {
    let mut all = vec![Rows::default()];
    for row in rows {
        let more: Vec<Rows> = all.iter().map(|set| set.and(&Rows::of([*row]))).collect();
        all.extend(more);
    }
    listed(all)
}
