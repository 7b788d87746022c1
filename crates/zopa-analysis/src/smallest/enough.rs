//! Whose changes, together, would be enough? Found without a list of clashes.
//!
//! Who holds the limits of a clash, one of them has to change: so whoever is enough meets the holders of every known
//! clash. The minimal such sets are tried one by one; a world shows that one is enough, or a new clash that it is not.

use super::{Query, Search};
use crate::oracle::Oracle;
use crate::set::{Set, hitting_sets, minimal};

impl Search {
    /// The minimal sets of parties whose elements, all given up, leave a world. `own` has the elements of each party.
    /// None are enough where the hard elements fail alone; nobody is needed where nothing fails. `None` where there
    /// are more than `cap` at once.
    pub fn enough(&mut self, oracle: &mut Oracle, query: &Query, own: &[Set], cap: usize) -> Option<Vec<Set>> {
        let mut family = self.families(query, own);
        loop {
            family = minimal(family);
            if family.iter().any(Set::is_clear) {
                return Some(Vec::new());
            }
            let candidates = hitting_sets(&family, own.len(), cap)?;
            let mut failed = false;
            for candidate in &candidates {
                if let Some(held) = self.not_enough(oracle, query, own, candidate) {
                    family.push(held);
                    failed = true;
                }
            }
            if !failed {
                return Some(candidates);
            }
        }
    }

    /// For each known clash who holds it.
    fn families(&self, query: &Query, own: &[Set]) -> Vec<Set> {
        let mut active = query.soft.clone();
        active.union_with(&query.hard);
        let held = self.clashes(&active).map(|clash| holders(clash, query, own));
        minimal(held.collect())
    }

    /// Where these are not enough: who holds a clash that they have no part in.
    fn not_enough(&mut self, oracle: &mut Oracle, query: &Query, own: &[Set], parties: &Set) -> Option<Set> {
        let mut on = query.soft.clone();
        parties.ones().filter_map(|party| own.get(party)).for_each(|elements| on.difference_with(elements));
        on.union_with(&query.hard);
        let mut core = self.consistent(oracle, &on).err()?;
        // Fewest parties first: then the clash says most.
        for party in holders(&core, query, own).ones() {
            let Some(elements) = own.get(party) else { continue };
            let mut less = core.clone();
            less.difference_with(elements);
            less.union_with(&core.intersection(&query.hard).collect());
            if let Err(smaller) = self.consistent(oracle, &less) {
                core = smaller;
            }
        }
        Some(holders(&self.clash_within(oracle, core), query, own))
    }
}

/// The parties that hold soft elements of these.
fn holders(elements: &Set, query: &Query, own: &[Set]) -> Set {
    let holds = |own: &Set| own.intersection(elements).any(|at| query.soft.contains(at));
    let held = own.iter().enumerate().filter(|(_, own)| holds(own)).map(|(party, _)| party);
    crate::set::set_of(own.len(), held)
}
