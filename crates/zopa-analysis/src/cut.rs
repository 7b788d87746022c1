//! What stays exact where a list is cut?
//!
//! Whether anything fits, and whose changes would be enough, hang on a few clashes: one in each reading in which nothing
//! fits, and as many as tell the sets of parties apart. Those that a cut list lacks are found and added to it, so that
//! whatever is read off the list as to parties is what the whole list would give.

use crate::lists::Lists;
use crate::local::{CAP, own};
use crate::set::{Set, set_of, sort};
use crate::smallest::{Query, Search};
use crate::universe::Universe;
use std::collections::BTreeSet;
use zopa_case::Case;

/// Adds to a cut list the clashes on which verdicts and parties hang, for each set of what may be active together.
pub(crate) fn mend(case: &Case, universe: &mut Universe, stands: &BTreeSet<Set>, lists: &mut Lists) {
    let (rules, all) = (universe.all_rules(), universe.limits_and_rules());
    let limits = set_of(all.len(), all.difference(&rules));
    let own = own(case, universe);
    let mut search = Search::default();
    lists.clashes.iter().for_each(|clash| search.told(clash.clone()));
    for active in stands {
        let part = |of: &Set| set_of(of.len(), active.intersection(of));
        let query = Query { soft: part(&limits), hard: part(&rules) };
        search.enough(&mut universe.oracle, &query, &own, CAP);
    }
    lists.clashes = search.clashes(&all).cloned().collect();
    sort(&mut lists.clashes);
}
