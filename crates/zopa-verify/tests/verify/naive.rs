//! Clashes, openings and parties by trying every set of limits against every world: the definition, word for
//! word, for a handful of limits.

use std::collections::{BTreeMap, BTreeSet};
use zopa_case::*;

type Set = BTreeSet<LimitId>;

/// A world: options by issue row, steps in order.
#[derive(Clone, Debug)]
pub struct World {
    pub package: Vec<(IssueId, OptionId)>,
    pub order: Vec<StepId>,
}

/// Every world, in file order: packages, then optional steps, then orders of all steps taken.
pub fn worlds(case: &Case) -> Vec<World> {
    let mut packages: Vec<Vec<(IssueId, OptionId)>> = vec![vec![]];
    for (issue, row) in case.space.issues.iter().filter(|(_, row)| !row.options.is_empty()) {
        let with = |package: &Vec<_>, option| [package.clone(), vec![(issue, option)]].concat();
        packages = packages.iter().flat_map(|p| row.options.ids().map(|o| with(p, o)).collect::<Vec<_>>()).collect();
    }
    let optional: Vec<StepId> =
        case.space.steps.iter().filter(|(_, step)| step.taken == Taken::Optional).map(|(id, _)| id).collect();
    let mut all = Vec::new();
    for package in packages {
        for chosen in 0..1u32 << optional.len() {
            let picked = |id: StepId| optional.iter().position(|o| *o == id).is_some_and(|at| chosen >> at & 1 == 1);
            let taken: Vec<StepId> = case.space.steps.ids().filter(|id| taken(case, &package, &picked, *id)).collect();
            for order in permutations(&taken) {
                all.push(World { package: package.clone(), order });
            }
        }
    }
    all
}

fn taken(case: &Case, package: &[(IssueId, OptionId)], picked: &dyn Fn(StepId) -> bool, step: StepId) -> bool {
    match &case.space.steps[step].taken {
        Taken::Always => true,
        Taken::Optional => picked(step),
        Taken::When(condition) => {
            truth(condition, package, &|s| taken(case, package, picked, s), &|_, _| unreachable!())
        }
    }
}

fn permutations(steps: &[StepId]) -> Vec<Vec<StepId>> {
    if steps.is_empty() {
        return vec![vec![]];
    }
    let mut all = Vec::new();
    for (at, first) in steps.iter().enumerate() {
        let rest = [&steps[..at], &steps[at + 1..]].concat();
        all.extend(permutations(&rest).into_iter().map(|tail| [vec![*first], tail].concat()));
    }
    all
}

fn truth(
    f: &Formula,
    package: &[(IssueId, OptionId)],
    taken: &dyn Fn(StepId) -> bool,
    earlier: &dyn Fn(StepId, StepId) -> bool,
) -> bool {
    match f {
        Formula::Const(value) => *value,
        Formula::Is(issue, option) => package.contains(&(*issue, *option)),
        Formula::Taken(step) => taken(*step),
        Formula::Before(a, b) => !(taken(*a) && taken(*b)) || earlier(*a, *b),
        Formula::OnlyAfter(a, b) => !taken(*a) || (taken(*b) && earlier(*b, *a)),
        Formula::Not(inner) => !truth(inner, package, taken, earlier),
        Formula::And(parts) => parts.iter().all(|part| truth(part, package, taken, earlier)),
        Formula::Or(parts) => parts.iter().any(|part| truth(part, package, taken, earlier)),
    }
}

impl World {
    pub fn holds(&self, f: &Formula) -> bool {
        let at = |step: StepId| self.order.iter().position(|s| *s == step);
        truth(f, &self.package, &|step| at(step).is_some(), &|a, b| at(a) < at(b))
    }
}

/// The answers for one set of limits and rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naive {
    pub consistent: bool,
    pub rules_fail: bool,
    pub clashes: BTreeSet<Set>,
    pub openings: BTreeSet<Set>,
    pub enough: BTreeSet<BTreeSet<PartyId>>,
}

pub fn naive(case: &Case, limits: &Set, rules: &BTreeSet<ReportedRuleId>, extra: &[Formula]) -> Naive {
    let met = met(case, limits, rules, extra);
    from_met(case, limits, &met)
}

/// For each world that meets the rules, which of the limits it meets.
pub fn met(case: &Case, limits: &Set, rules: &BTreeSet<ReportedRuleId>, extra: &[Formula]) -> BTreeSet<Set> {
    let reported = rules.iter().map(|id| &case.reported_rules[*id].formula);
    let all: Vec<&Formula> = case.rules.iter().map(|rule| &rule.formula).chain(reported).chain(extra).collect();
    worlds(case)
        .iter()
        .filter(|world| all.iter().all(|rule| world.holds(rule)))
        .map(|world| limits.iter().copied().filter(|id| world.holds(&case.limits[*id].formula)).collect())
        .collect()
}

fn from_met(case: &Case, limits: &Set, met: &BTreeSet<Set>) -> Naive {
    let consistent = |set: &Set| met.iter().any(|m| set.is_subset(m));
    let parties: BTreeSet<PartyId> = limits.iter().map(|id| case.limits[*id].holder).collect();
    if consistent(limits) || met.is_empty() {
        let (clashes, openings, enough) = Default::default();
        return Naive { consistent: !met.is_empty(), rules_fail: met.is_empty(), clashes, openings, enough };
    }
    let without = |set: &Set, id: &LimitId| set.iter().copied().filter(|other| other != id).collect::<Set>();
    let minus = |gone: &Set| limits.difference(gone).copied().collect::<Set>();
    let clash = |set: &Set| !consistent(set) && set.iter().all(|id| consistent(&without(set, id)));
    let opens = |set: &Set| consistent(&minus(set));
    let opening = |set: &Set| opens(set) && set.iter().all(|id| !opens(&without(set, id)));
    let own = |some: &BTreeSet<PartyId>| {
        limits.iter().copied().filter(|id| some.contains(&case.limits[*id].holder)).collect::<Set>()
    };
    let enough = |some: &BTreeSet<PartyId>| opens(&own(some));
    let fewer =
        |some: &BTreeSet<PartyId>, one: &PartyId| some.iter().copied().filter(|p| p != one).collect::<BTreeSet<_>>();
    Naive {
        consistent: false,
        rules_fail: false,
        clashes: subsets(limits).into_iter().filter(clash).collect(),
        openings: subsets(limits).into_iter().filter(opening).collect(),
        enough: subsets(&parties)
            .into_iter()
            .filter(|some| enough(some) && some.iter().all(|one| !enough(&fewer(some, one))))
            .collect(),
    }
}

pub fn subsets<T: Copy + Ord>(set: &BTreeSet<T>) -> Vec<BTreeSet<T>> {
    let items: Vec<T> = set.iter().copied().collect();
    let pick =
        |chosen: u32| items.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, item)| *item).collect();
    (0..1u32 << items.len()).map(pick).collect()
}

/// The classes of sets that share a member, directly or through others.
pub fn knots<T: Copy + Ord>(sets: &BTreeSet<BTreeSet<T>>) -> BTreeSet<BTreeSet<T>> {
    let mut home: BTreeMap<T, BTreeSet<T>> = BTreeMap::new();
    for set in sets {
        let mut joined = set.clone();
        set.iter().filter_map(|item| home.get(item)).for_each(|other| joined.extend(other.iter().copied()));
        for item in joined.clone() {
            home.insert(item, joined.clone());
        }
    }
    home.into_values().collect()
}
