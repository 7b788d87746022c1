//! Everything that may be active, as numbered elements: limits, contested rules, offers and acceptances.
//!
//! One oracle over all of it serves every reading and every question: a set of elements says what is asked.

use crate::oracle::Oracle;
use crate::set::{Set, set_of};
use std::collections::BTreeSet;
use zopa_case::{Case, Formula, IssueId, LimitId, ReportedRuleId, StepId, Taken};

/// The elements of a case: its limits, then its contested rules, then its offers and acceptances.
pub(crate) struct Universe {
    /// What each says.
    pub elements: Vec<Formula>,
    /// The oracle over them.
    pub oracle: Oracle,
    limits: usize,
    rules: usize,
    subjects: Vec<BTreeSet<Thing>>,
    always: Vec<BTreeSet<Thing>>,
}

/// An issue or a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Thing {
    Issue(IssueId),
    Step(StepId),
}

impl Universe {
    /// The elements of a case; `added` are further rules of nobody's.
    pub fn new(case: &Case, added: &[Formula]) -> Universe {
        let limits = case.limits.values().map(|limit| limit.formula.clone());
        let rules = case.reported_rules.values().map(|rule| rule.formula.clone());
        let asks = case.asks.iter().map(|ask| ask.formula.clone());
        let elements: Vec<Formula> = limits.chain(rules).chain(asks).collect();
        let always: Vec<Formula> =
            case.rules.iter().map(|rule| rule.formula.clone()).chain(added.iter().cloned()).collect();
        Universe {
            oracle: Oracle::new(&case.space, &always, &elements),
            subjects: elements.iter().map(|formula| things(case, formula)).collect(),
            always: always.iter().map(|formula| things(case, formula)).collect(),
            limits: case.limits.len(),
            rules: case.reported_rules.len(),
            elements,
        }
    }

    /// No element.
    pub fn none(&self) -> Set {
        Set::with_capacity(self.elements.len())
    }

    /// These elements.
    pub fn set(&self, members: impl IntoIterator<Item = usize>) -> Set {
        set_of(self.elements.len(), members)
    }

    /// The element of a limit.
    pub fn limit(&self, limit: LimitId) -> usize {
        limit.row()
    }

    /// The element of a contested rule.
    pub fn rule(&self, rule: ReportedRuleId) -> usize {
        self.limits + rule.row()
    }

    /// The element of an offer or acceptance, by its position in the case.
    pub fn ask(&self, at: usize) -> usize {
        self.limits + self.rules + at
    }

    /// All limits and contested rules.
    pub fn limits_and_rules(&self) -> Set {
        self.set(0..self.limits + self.rules)
    }

    /// All contested rules.
    pub fn all_rules(&self) -> Set {
        self.set(self.limits..self.limits + self.rules)
    }

    /// The parts of a set of elements that share no issue and no step, directly or through others (rules of
    /// the case join what they speak of).
    pub fn parts(&self, on: &Set) -> Vec<Set> {
        let mut parts: Vec<(BTreeSet<Thing>, Set)> = Vec::new();
        let rules = self.always.iter().map(|things| (things, None));
        let elements = on.ones().filter_map(|at| self.subjects.get(at).map(|things| (things, Some(at))));
        for (things, at) in rules.chain(elements) {
            let (touched, mut apart): (Vec<_>, Vec<_>) =
                parts.into_iter().partition(|(known, _)| !known.is_disjoint(things));
            let mut joined = (things.clone(), self.set(at));
            for (known, set) in touched {
                joined.0.extend(known);
                joined.1.union_with(&set);
            }
            apart.push(joined);
            parts = apart;
        }
        parts.into_iter().map(|(_, set)| set).filter(|set| !set.is_clear()).collect()
    }
}

/// What decides whether a formula holds: issues and steps, those in the conditions of its steps included.
pub(crate) fn things(case: &Case, formula: &Formula) -> BTreeSet<Thing> {
    let steps = case.space.steps_of(formula);
    let conditions = steps.iter().filter_map(|step| match &case.space.steps[*step].taken {
        Taken::When(condition) => Some(condition),
        Taken::Always | Taken::Optional => None,
    });
    let mut things: BTreeSet<Thing> = steps.iter().map(|step| Thing::Step(*step)).collect();
    for formula in std::iter::once(formula).chain(conditions) {
        formula.atoms(&mut |atom| {
            if let Formula::Is(issue, _) = atom {
                things.insert(Thing::Issue(*issue));
            }
        });
    }
    things
}
