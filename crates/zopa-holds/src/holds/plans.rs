//! Which steps can all be taken together? Every choice of steps to which no other can be added.

use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Case, Formula, IssueId, Space, StepId, Taken, possible};
use zopa_finding::Completeness;

/// Plans that are listed at most.
const PLANS: usize = 16;
/// Choices of steps that are tried at most.
const TRIED: usize = 2_000;

/// Steps that are taken together.
pub(crate) type Plan = BTreeSet<StepId>;

/// The plans of a case, most steps first, then in file order; `rules` are all that has to be kept.
pub(crate) fn plans(case: &Case, rules: &[Formula]) -> (Vec<Plan>, Completeness) {
    let rules = rules.iter().map(|rule| without_order(&rule.normal())).collect();
    let mut search = Search { space: &case.space, rules, left: TRIED };
    let mut plans: Vec<Plan> = Vec::new();
    let complete = loop {
        let Some(new) = search.another(&plans, Plan::new()) else { break search.left > 0 };
        if plans.len() == PLANS {
            break false;
        }
        plans.push(search.grown(new));
    };
    plans.sort_by_key(|plan| (std::cmp::Reverse(plan.len()), plan.iter().copied().collect::<Vec<_>>()));
    (plans, if complete { Completeness::Complete } else { Completeness::AtLeast })
}

struct Search<'a> {
    space: &'a Space,
    rules: Vec<Formula>,
    left: usize,
}

impl Search<'_> {
    /// Steps that can be taken together and lie in none of these plans.
    fn another(&mut self, known: &[Plan], chosen: Plan) -> Option<Plan> {
        let Some(around) = known.iter().find(|plan| chosen.is_subset(plan)) else {
            return self.can(&chosen).then_some(chosen);
        };
        let outside: Vec<StepId> = self.space.steps.ids().filter(|step| !around.contains(step)).collect();
        for step in outside {
            let more: Plan = chosen.iter().copied().chain([step]).collect();
            if self.left > 0
                && self.can(&more)
                && let Some(found) = self.another(known, more)
            {
                return Some(found);
            }
        }
        None
    }

    /// The same with every step, in file order, that can be added.
    fn grown(&mut self, chosen: Plan) -> Plan {
        let all: Plan = self.space.steps.ids().collect();
        if self.can(&all) {
            return all;
        }
        all.into_iter().fold(chosen, |plan, step| {
            let more: Plan = plan.iter().copied().chain([step]).collect();
            if self.can(&more) { more } else { plan }
        })
    }

    fn can(&mut self, steps: &Plan) -> bool {
        self.left = self.left.saturating_sub(1);
        let taken = steps.iter().map(|step| Formula::Taken(*step));
        together(self.space, steps, taken.chain(self.rules.iter().cloned()))
    }
}

/// A condition without what it says of order.
fn without_order(formula: &Formula) -> Formula {
    match formula {
        Formula::Before(..) | Formula::OnlyAfter(..) => Formula::Const(true),
        Formula::And(parts) => Formula::And(parts.iter().map(without_order).collect()),
        Formula::Or(parts) => Formula::Or(parts.iter().map(without_order).collect()),
        Formula::Not(inner) => Formula::not(without_order(inner)),
        other => other.clone(),
    }
}

/// Can all of these be true, with these steps taken? What shares no issue and no free step is looked at by itself; what is too large to be
/// looked through counts as possible.
pub(crate) fn together(space: &Space, taken: &Plan, parts: impl IntoIterator<Item = Formula>) -> bool {
    let conjuncts = parts.into_iter().flat_map(|part| with_taken(space, taken, &part).conjuncts());
    let mut groups: Vec<(BTreeSet<Free>, Vec<Formula>)> = Vec::new();
    for conjunct in conjuncts {
        let mut joined = (free(space, &conjunct), vec![conjunct]);
        let (touched, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(free, _)| !free.is_disjoint(&joined.0));
        for (free, formulas) in touched {
            joined.0.extend(free);
            joined.1.extend(formulas);
        }
        groups = apart;
        groups.push(joined);
    }
    groups.into_iter().all(|(_, formulas)| possible(space, &Formula::And(formulas)) != Some(false))
}

/// What a world chooses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Free {
    Issue(IssueId),
    Step(StepId),
}

fn free(space: &Space, formula: &Formula) -> BTreeSet<Free> {
    let mut found = BTreeSet::new();
    let steps = space.steps_of(formula);
    let mut see = |atom: &Formula| {
        if let Formula::Is(issue, _) = atom {
            found.insert(Free::Issue(*issue));
        }
    };
    formula.atoms(&mut see);
    for step in &steps {
        if let Taken::When(condition) = &space.steps[*step].taken {
            condition.atoms(&mut see);
        }
    }
    found.extend(steps.into_iter().filter(|step| space.steps[*step].taken == Taken::Optional).map(Free::Step));
    found
}

/// The condition with each step that is free to be taken, and is, as taken; and each that is taken where something holds as that.
fn with_taken(space: &Space, taken: &Plan, formula: &Formula) -> Formula {
    let mut known: BTreeMap<StepId, Formula> = BTreeMap::new();
    replaced(space, taken, &formula.normal(), &mut known).normal()
}

fn replaced(space: &Space, taken: &Plan, formula: &Formula, known: &mut BTreeMap<StepId, Formula>) -> Formula {
    match formula {
        Formula::Taken(step) => {
            if let Some(formula) = known.get(step) {
                return formula.clone();
            }
            let told = match &space.steps[*step].taken {
                Taken::Always => Formula::Const(true),
                Taken::Optional if taken.contains(step) => Formula::Const(true),
                Taken::Optional => formula.clone(),
                Taken::When(condition) => replaced(space, taken, condition, known),
            };
            known.insert(*step, told.clone());
            told
        }
        Formula::Not(inner) => Formula::not(replaced(space, taken, inner, known)),
        Formula::And(parts) => Formula::And(parts.iter().map(|part| replaced(space, taken, part, known)).collect()),
        Formula::Or(parts) => Formula::Or(parts.iter().map(|part| replaced(space, taken, part, known)).collect()),
        other => other.clone(),
    }
}
