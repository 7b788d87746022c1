//! Which openings are listed where the clashes are not all known, in each of many readings?
//!
//! The solver is asked for so much and no more, for all readings together. A reading to which nothing is left of that has
//! its smallest opening still, and those that worlds show which were found for others: a world that keeps all that has to
//! be kept gives up the rest, and where each element given up clashes alone with what is kept, no less would do.

use super::{BASE, Query, Search};
use crate::oracle::Oracle;
use crate::set::{Set, each_is_needed, set_of, sorted};
use std::collections::{BTreeMap, BTreeSet};

/// Openings of one question that are listed at most, and questions to the solver for them.
const FOUND: usize = 100;
const CALLS: u64 = 1000;
/// Questions to the solver for the openings of all.
const ALL_CALLS: u64 = 5000;

/// Openings found so far over one oracle.
#[derive(Default)]
pub(crate) struct Several {
    search: Search,
    spent: u64,
    /// By what may be given up, and what may not.
    known: BTreeMap<(Set, Set), Vec<Set>>,
}

impl Several {
    /// Some openings, by size, then file order; `clashes` are those that are known among what is asked for.
    pub fn openings(&mut self, oracle: &mut Oracle, query: &Query, clashes: &[&Set]) -> Vec<Set> {
        let key = (query.soft.clone(), query.hard.clone());
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let found = self.found(oracle, query, clashes);
        self.known.insert(key, found.clone());
        found
    }

    fn found(&mut self, oracle: &mut Oracle, query: &Query, clashes: &[&Set]) -> Vec<Set> {
        let calls = CALLS.min(ALL_CALLS.saturating_sub(self.spent));
        let before = oracle.calls();
        let mut found: Vec<Set> = self.search.smallest(oracle, query, BASE).into_iter().collect();
        if calls > 0 {
            let listed = self.search.openings(oracle, query, FOUND, calls);
            self.spent += oracle.calls() - before;
            if listed.complete || listed.found.len() >= FOUND {
                return listed.found;
            }
            found.extend(listed.found);
        }
        let mut seen: BTreeSet<Set> = found.iter().cloned().collect();
        let shown = self.search.given_up(query).filter(|set| seen.insert(set.clone()));
        for set in sorted(shown.collect()) {
            if found.len() >= FOUND {
                break;
            }
            if each_is_needed(&set, clashes.iter().copied()) {
                found.push(set);
            }
        }
        sorted(found)
    }
}

impl Search {
    /// What each known world gives up that keeps all that has to be kept.
    fn given_up<'s>(&'s self, query: &'s Query) -> impl Iterator<Item = Set> + 's {
        let worlds = self.known.worlds().filter(|met| query.hard.is_subset(met));
        worlds.map(|met| set_of(query.soft.len(), query.soft.difference(met)))
    }
}
