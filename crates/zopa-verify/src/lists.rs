//! What are the clashes, openings and knots of one reading, and whose changes would be enough? By brute force.
//!
//! Every world is visited and the limits it meets are written down. The largest such sets are complements of
//! the openings; clashes are the minimal sets that meet every opening; the sets of parties that are enough are the
//! minimal sets of holders of openings. For small cases: some 100,000 worlds and a dozen limits.

use crate::sets::{Rows, classes, hitting, listed, minimal, union};
use crate::world::all_worlds;
use std::collections::BTreeSet;
use zopa_case::{Case, Formula, Limit, LimitId, PartyId, ReportedRuleId};

/// All there is to say on one reading. Lists are by size, then file order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// Some world meets everything that is active.
    pub consistent: bool,
    /// No world meets the rules, whatever limits are given up: then every list is empty.
    pub rules_alone_fail: bool,
    /// Minimal sets of limits that no world meets together with the rules.
    pub clashes: Vec<BTreeSet<LimitId>>,
    /// Minimal sets of limits that, given up, leave a world that meets the rest: of the whole case, that is,
    /// one free choice for each knot. Empty where something fits already.
    pub openings: Vec<BTreeSet<LimitId>>,
    /// The limits of each knot: of clashes that share a limit, directly or through others.
    pub knots: Vec<BTreeSet<LimitId>>,
    /// Minimal sets of parties and bodies whose limits, all given up, leave a world that meets the rest.
    /// Empty where something fits already.
    pub enough: Vec<BTreeSet<PartyId>>,
}

/// The lists of one reading: these limits and contested rules are active, with the rules of the case and
/// `extra` conditions as rules. Visits every world.
pub fn solve(
    case: &Case,
    active_limits: &BTreeSet<LimitId>,
    active_rules: &BTreeSet<ReportedRuleId>,
    extra: &[Formula],
) -> Lists {
    let limits: Vec<(LimitId, &Limit)> = case.limits.iter().filter(|(id, _)| active_limits.contains(id)).collect();
    let reported =
        case.reported_rules.iter().filter(|(id, _)| active_rules.contains(id)).map(|(_, rule)| &rule.formula);
    let rules: Vec<&Formula> = case.rules.iter().map(|rule| &rule.formula).chain(reported).chain(extra).collect();
    let all = Rows::of(limits.iter().map(|(id, _)| id.row()));
    let broken: Vec<Rows> = met(case, &limits, &rules).iter().map(|met| all.minus(met)).collect();
    from_openings(case, minimal(broken))
}

/// For each world that meets the rules, the limits that it meets.
fn met(case: &Case, limits: &[(LimitId, &Limit)], rules: &[&Formula]) -> BTreeSet<Rows> {
    let formulas: Vec<&Formula> = limits.iter().map(|(_, limit)| &limit.formula).chain(rules.iter().copied()).collect();
    let mut met = BTreeSet::new();
    all_worlds(case, &formulas, &mut |world| {
        if rules.iter().all(|rule| world.holds(rule)) {
            met.insert(world.meets(limits.iter().map(|(id, limit)| (id.row(), &limit.formula))));
        }
    });
    met
}

fn from_openings(case: &Case, openings: Vec<Rows>) -> Lists {
    if openings.is_empty() {
        return Lists { rules_alone_fail: true, ..Lists::default() };
    }
    if openings.iter().any(Rows::is_empty) {
        return Lists { consistent: true, ..Lists::default() };
    }
    // No more clashes than subsets, so the count cannot stop this.
    let clashes = hitting(&openings, usize::MAX).unwrap_or_default();
    let knots: Vec<Rows> =
        classes(&clashes).iter().map(|places| union(places.iter().filter_map(|place| clashes.get(*place)))).collect();
    let holders = openings.iter().map(|opening| holders(case, opening)).collect();
    Lists {
        consistent: false,
        rules_alone_fail: false,
        clashes: ids(case, &clashes),
        openings: ids(case, &openings),
        knots: ids(case, &listed(knots)),
        enough: minimal(holders).iter().map(|rows| parties(case, rows)).collect(),
    }
}

/// The rows of the parties and bodies that hold these limits.
pub(crate) fn holders(case: &Case, limits: &Rows) -> Rows {
    Rows::of(case.limits.iter().filter(|(id, _)| limits.has(id.row())).map(|(_, limit)| limit.holder.row()))
}

/// Sets of limits, as ids.
fn ids(case: &Case, family: &[Rows]) -> Vec<BTreeSet<LimitId>> {
    let of = |rows: &Rows| case.limits.ids().filter(|id| rows.has(id.row())).collect();
    family.iter().map(of).collect()
}

/// A set of parties, as ids.
pub(crate) fn parties(case: &Case, rows: &Rows) -> BTreeSet<PartyId> {
    case.parties.ids().filter(|id| rows.has(id.row())).collect()
}
