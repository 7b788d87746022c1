//! What does the definition give where this is active? Each once, and remembered.

use super::desk::{At, Desk, Place};
use crate::lists::holders;
use crate::sets::{Rows, classes, hitting, listed, union};
use std::rc::Rc;

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
    /// What is so at a place: the same wherever the same limits and rules are active.
    pub(super) fn facts(&mut self, at: At) -> Rc<Facts> {
        if let Some(facts) = self.facts.get(&at) {
            return facts.clone();
        }
        let place = self.place(at);
        let key = (place.limits.clone(), place.rules.reported.clone());
        let facts = match self.alike.get(&key) {
            Some(facts) => facts.clone(),
            None => Rc::new(self.new_facts(&place)),
        };
        self.alike.insert(key, facts.clone());
        self.facts.insert(at, facts.clone());
        facts
    }

    fn new_facts(&mut self, place: &Place) -> Facts {
        let rules_fail = self.ground.consistent(&place.rules, &Rows::default()).map(|hold| !hold);
        let clashes = self.ground.clashes(&place.rules, &place.limits);
        // Where all clashes are known something fits exactly if there is none.
        let fits = match &clashes {
            Some(clashes) => Some(clashes.is_empty()),
            None => self.ground.consistent(&place.rules, &place.limits),
        };
        let mut facts = Facts { rules_fail, fits, clashes, enough: Some(Vec::new()) };
        if fits != Some(true) {
            facts.enough = self.minimal_enough(place, facts.clashes.as_deref());
        }
        facts
    }

    /// If all of these parties' limits are given up, can the rest stand together?
    pub(super) fn is_enough(&mut self, at: At, parties: &Rows) -> Option<bool> {
        let facts = self.facts(at);
        let place = self.place(at);
        self.stands_without(&place, facts.clashes.as_deref(), parties)
    }

    /// Where all clashes are known: if none is left whole.
    fn stands_without(&mut self, place: &Place, clashes: Option<&[Rows]>, parties: &Rows) -> Option<bool> {
        let rest = place.limits.minus(&self.limits_of(parties));
        match clashes {
            Some(clashes) => Some(!clashes.iter().any(|clash| clash.within(&rest))),
            None => self.ground.consistent(&place.rules, &rest),
        }
    }

    pub(super) fn limits_of(&self, parties: &Rows) -> Rows {
        let theirs = self.case.limits.iter().filter(|(_, limit)| parties.has(limit.holder.row()));
        Rows::of(theirs.map(|(id, _)| id.row()))
    }

    fn minimal_enough(&mut self, place: &Place, clashes: Option<&[Rows]>) -> Option<Vec<Rows>> {
        let parties: Vec<usize> = holders(self.case, &place.limits).iter().collect();
        if parties.len() > PARTIES {
            let held: Vec<Rows> = clashes?.iter().map(|clash| holders(self.case, clash)).collect();
            return hitting(&held, self.ground.budget().sets);
        }
        let mut found: Vec<Rows> = Vec::new();
        for set in subsets(&parties) {
            let smaller = found.iter().any(|smaller| smaller.within(&set));
            if !smaller && self.stands_without(place, clashes, &set)? {
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
