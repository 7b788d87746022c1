//! What follows from one set of rules: which sets of limits can stand together, and all clashes among some?
//!
//! Everything here is a question to [`search`](crate::search): "is there a world for these limits and
//! rules?" Two things are remembered for each set of rules, because dropping a limit never breaks consistency: worlds found (any part
//! of what a world meets is consistent) and clashes found (anything that contains one is not).
//!
//! All clashes of a set A, proved complete: take the minimal sets that meet every clash known so far. If A
//! without such a set is consistent, for all of them, no clash is missing: one that were missing would lie in A
//! without some of them. Where it is not, what is left contains a new clash. With several knots these sets are all combinations
//! of one opening from each, so clashes that run across the knots listed are found too.
//!
//! Whether a set is a clash depends on the rules alone. So the list is made once for all limits of the case, and each
//! reading with these rules takes the part within what is active in it; only where that list is too long is
//! it made for each reading.

use crate::search::{Found, apart, world};
use crate::sets::{Rows, hit_too, hitting, listed, minimal};
use crate::world::World;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Case, Formula};

/// How much work a check may do: counts, never a time. What a count stops is told as unproved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Readings, all switches together.
    pub readings: usize,
    /// Minimal hitting sets held at a time: combinations of one opening for each knot.
    pub sets: usize,
    /// Nodes of one search.
    pub nodes: u64,
    /// Nodes of all searches together.
    pub all_nodes: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { readings: 1 << 14, sets: 4096, nodes: 200_000, all_nodes: 50_000_000 }
    }
}

/// Which rules hold: contested rules by row, and one offer or acceptance asked about, by place.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rules {
    pub(crate) reported: Rows,
    pub(crate) ask: Option<usize>,
}

/// What is known under one set of rules.
#[derive(Default)]
struct Known {
    /// For each world found, the limits that it meets.
    worlds: Vec<Rows>,
    /// Clashes found.
    clashes: Vec<Rows>,
    /// Complete lists made: all clashes among these limits; `None` where a count stopped it.
    lists: BTreeMap<Rows, Option<Vec<Rows>>>,
    /// The same for all limits of the case, where it was asked: of what is asked about, those that share with it.
    whole: Option<Option<Vec<Rows>>>,
    /// The part of `whole` that comes from asking: consistent where nothing is asked.
    shutting: Option<Option<Vec<Rows>>>,
}

/// The one who answers.
pub(crate) struct Ground<'a> {
    case: &'a Case,
    budget: Budget,
    left: u64,
    known: BTreeMap<Rules, Known>,
}

impl<'a> Ground<'a> {
    pub(crate) fn new(case: &'a Case, budget: Budget) -> Ground<'a> {
        Ground { case, budget, left: budget.all_nodes, known: BTreeMap::new() }
    }

    pub(crate) fn budget(&self) -> Budget {
        self.budget
    }

    /// The conditions that these rules are.
    pub(crate) fn formulas(&self, rules: &Rules) -> Vec<&'a Formula> {
        let reported = self.case.reported_rules.iter().filter(|(id, _)| rules.reported.has(id.row()));
        let asked = rules.ask.and_then(|place| self.case.asks.get(place)).map(|ask| &ask.formula);
        let margin = self.case.rules.iter().map(|rule| &rule.formula);
        margin.chain(reported.map(|(_, rule)| &rule.formula)).chain(asked).collect()
    }

    fn limits(&self, set: &Rows) -> Vec<&'a Formula> {
        self.case.limits.iter().filter(|(id, _)| set.has(id.row())).map(|(_, limit)| &limit.formula).collect()
    }

    /// A world for these conditions.
    pub(crate) fn find(&mut self, formulas: &[&Formula]) -> Found {
        let mut nodes = self.left.min(self.budget.nodes);
        let given = nodes;
        let found = world(&self.case.space, formulas, &mut nodes);
        self.left -= given - nodes;
        found
    }

    /// Can these limits stand together under the rules? `None`: a count was reached.
    pub(crate) fn consistent(&mut self, rules: &Rules, set: &Rows) -> Option<bool> {
        let known = self.known.entry(rules.clone()).or_default();
        if known.clashes.iter().any(|clash| clash.within(set)) {
            return Some(false);
        }
        if known.worlds.iter().any(|met| set.within(met)) {
            return Some(true);
        }
        let mut formulas = self.formulas(rules);
        formulas.extend(self.limits(set));
        match self.find(&formulas) {
            Found::World(world) => {
                self.remember(rules, &world);
                Some(true)
            }
            Found::Nothing => Some(false),
            Found::Unknown => None,
        }
    }

    fn remember(&mut self, rules: &Rules, world: &World) {
        let met = world.meets(self.case.limits.iter().map(|(id, limit)| (id.row(), &limit.formula)));
        self.known.entry(rules.clone()).or_default().worlds.push(met);
    }

    /// Is the set inconsistent, and consistent without any one of its limits?
    pub(crate) fn is_clash(&mut self, rules: &Rules, set: &Rows) -> Option<bool> {
        if let Some(known) = self.known.get(rules) {
            if known.clashes.contains(set) {
                return Some(true);
            }
            if let (Some(Some(whole)), None) = (&known.whole, rules.ask) {
                return Some(whole.contains(set));
            }
        }
        if self.consistent(rules, set)? {
            return Some(false);
        }
        for row in set.iter() {
            if !self.consistent(rules, &set.but(row))? {
                return Some(false);
            }
        }
        self.known.entry(rules.clone()).or_default().clashes.push(set.clone());
        Some(true)
    }

    /// A clash within an inconsistent set: limits are left out one after the other while it stays so.
    fn clash_within(&mut self, rules: &Rules, set: &Rows) -> Option<Rows> {
        let mut clash = set.clone();
        for row in set.iter() {
            let smaller = clash.but(row);
            if !self.consistent(rules, &smaller)? {
                clash = smaller;
            }
        }
        self.known.entry(rules.clone()).or_default().clashes.push(clash.clone());
        Some(clash)
    }

    /// All clashes among these limits; the empty set alone where the rules alone fail. `None`: a count was
    /// reached.
    pub(crate) fn clashes(&mut self, rules: &Rules, active: &Rows) -> Option<Vec<Rows>> {
        if let Some(whole) = self.whole(rules) {
            return Some(whole.into_iter().filter(|clash| clash.within(active)).collect());
        }
        self.clashes_among(rules, active)
    }

    /// All minimal sets of these limits that no world meets with what is asked about, and that could stand
    /// together without it.
    pub(crate) fn shutting_out(&mut self, rules: &Rules, active: &Rows) -> Option<Vec<Rows>> {
        let known = self.known.entry(rules.clone()).or_default().shutting.clone();
        let whole = match known {
            Some(known) => known,
            None => {
                let found = self.whole(rules).and_then(|all| self.alone(rules, all));
                self.known.entry(rules.clone()).or_default().shutting = Some(found.clone());
                found
            }
        };
        if let Some(whole) = whole {
            return Some(whole.into_iter().filter(|set| set.within(active)).collect());
        }
        let all = self.clashes_among(rules, active)?;
        self.alone(rules, all)
    }

    /// The sets that are consistent where nothing is asked.
    fn alone(&mut self, rules: &Rules, sets: Vec<Rows>) -> Option<Vec<Rows>> {
        let without = Rules { ask: None, ..rules.clone() };
        let mut alone = Vec::new();
        for set in sets {
            if self.consistent(&without, &set)? {
                alone.push(set);
            }
        }
        Some(alone)
    }

    fn whole(&mut self, rules: &Rules) -> Option<Vec<Rows>> {
        if let Some(known) = self.known.get(rules).and_then(|known| known.whole.clone()) {
            return known;
        }
        let all = Rows::of(self.case.limits.ids().map(|id| id.row()));
        let found = self.clashes_among(rules, &all);
        self.known.entry(rules.clone()).or_default().whole = Some(found.clone());
        found
    }

    /// Where something is asked about, only what shares something with it, directly or through others: nothing else
    /// can come from asking.
    fn clashes_among(&mut self, rules: &Rules, active: &Rows) -> Option<Vec<Rows>> {
        if !self.consistent(rules, &Rows::default())? {
            return Some(vec![Rows::default()]);
        }
        let mut all = Vec::new();
        for (limits, asked) in self.apart(rules, active) {
            if asked || rules.ask.is_none() {
                all.extend(self.clashes_of_class(rules, &limits)?);
            }
        }
        Some(listed(all))
    }

    /// The limits in classes that share nothing with each other under the rules, each with whether the last
    /// rule, the one asked about, is in its class.
    fn apart(&self, rules: &Rules, active: &Rows) -> Vec<(Rows, bool)> {
        let rows: Vec<usize> = active.iter().collect();
        let mut formulas = self.limits(active);
        formulas.extend(self.formulas(rules));
        let last = formulas.len().checked_sub(1).filter(|_| rules.ask.is_some());
        let class = |places: Vec<usize>| {
            let asked = last.is_some_and(|last| places.contains(&last));
            (Rows::of(places.iter().filter_map(|place| rows.get(*place).copied())), asked)
        };
        apart(&self.case.space, &formulas).into_iter().map(class).collect()
    }

    fn clashes_of_class(&mut self, rules: &Rules, set: &Rows) -> Option<Vec<Rows>> {
        if let Some(list) = self.known.get(rules).and_then(|known| known.lists.get(set)) {
            return list.clone();
        }
        let list = self.generate(rules, set);
        self.known.entry(rules.clone()).or_default().lists.insert(set.clone(), list.clone());
        list
    }

    fn generate(&mut self, rules: &Rules, set: &Rows) -> Option<Vec<Rows>> {
        let known = self.known.entry(rules.clone()).or_default();
        let mut clashes = minimal(known.clashes.iter().filter(|clash| clash.within(set)).cloned().collect());
        let mut open = hitting(&clashes, self.budget.sets)?;
        let mut proved: BTreeSet<Rows> = BTreeSet::new();
        while let Some(opening) = open.pop() {
            let rest = set.minus(&opening);
            if self.consistent(rules, &rest)? {
                proved.insert(opening);
                continue;
            }
            let clash = self.clash_within(rules, &rest)?;
            open.push(opening);
            open.extend(proved.iter().cloned());
            open = hit_too(open, &clash);
            open.retain(|set| !proved.contains(set));
            clashes.push(clash);
            if open.len() + proved.len() > self.budget.sets {
                return None;
            }
        }
        Some(listed(clashes))
    }
}
