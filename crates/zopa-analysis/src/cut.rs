//! What stays exact where a list is cut?
//!
//! Whether anything fits, and whose changes would be enough, hang on a few clashes: one in each reading in which nothing
//! fits, and as many as tell the sets of parties apart. Those that a cut list lacks are found and added to it, so that
//! whatever is read off the list as to parties is what the whole list would give. And what is listed has to be minimal in
//! every reading that has it: where contested rules leave more to be left out, the smaller clash is added too.

use crate::lists::Lists;
use crate::local::{CAP, own};
use crate::set::{Set, set_of, sort};
use crate::smallest::{Query, Search};
use crate::universe::Universe;
use std::collections::BTreeSet;
use zopa_case::Case;

/// Adds to a cut list the clashes on which verdicts and parties hang, for each set of what may be active together.
pub(crate) fn mend(case: &Case, universe: &mut Universe, stands: &BTreeSet<Set>, lists: &mut Lists) {
    let limits = limits(universe);
    let own = own(case, universe);
    let mut search = told(lists);
    for active in stands {
        let part = |of: &Set| set_of(of.len(), active.intersection(of));
        let query = Query { soft: part(&limits), hard: part(&universe.all_rules()) };
        search.enough(&mut universe.oracle, &query, &own, CAP);
    }
    lists.clashes = search.clashes(&universe.limits_and_rules()).cloned().collect();
    sort(&mut lists.clashes);
    lessen(universe, stands, &universe.none(), lists);
}

/// Adds to a cut list what is minimal beside the contested rules that are active together, the elements `given` being
/// rules.
pub(crate) fn lessen(universe: &mut Universe, stands: &BTreeSet<Set>, given: &Set, lists: &mut Lists) {
    let (all, limits) = (universe.limits_and_rules(), limits(universe));
    let active = |stand: &Set| set_of(all.len(), stand.intersection(&universe.all_rules()));
    let rules: BTreeSet<Set> = stands.iter().map(active).filter(|rules| !rules.is_clear()).collect();
    let mut search = told(lists);
    for rules in &rules {
        let mut hard = rules.clone();
        hard.union_with(given);
        for clash in lists.clashes.clone() {
            if clash.difference(&limits).all(|at| rules.contains(at)) {
                let failing = set_of(all.len(), clash.intersection(&limits));
                search.minimal_beside(&mut universe.oracle, &failing, &hard);
            }
        }
    }
    lists.clashes = search.clashes(&set_of(all.len(), all.union(given))).cloned().collect();
    lists.clashes.iter_mut().for_each(|clash| clash.difference_with(given));
    sort(&mut lists.clashes);
}

fn limits(universe: &Universe) -> Set {
    let (rules, all) = (universe.all_rules(), universe.limits_and_rules());
    set_of(all.len(), all.difference(&rules))
}

fn told(lists: &Lists) -> Search {
    let mut search = Search::default();
    lists.clashes.iter().for_each(|clash| search.told(clash.clone()));
    search
}
