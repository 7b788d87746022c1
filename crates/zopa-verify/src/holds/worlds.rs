//! Which steps does a condition need, what can be true together, and which sets of steps can be taken?

use super::Twin;
use super::says::without_order;
use crate::search::{Found, world};
use crate::world::Named;
use std::collections::BTreeSet;
use zopa_case::{Formula, StepId};

/// Above so many rows of a truth table somebody else may have found a condition too large to be looked through.
const ROWS: usize = 4096;

/// Nodes of one search.
const NODES: u64 = 200_000;

/// Steps of a case, at most, of which every subset is tried.
const TRIED: usize = 12;

impl Twin<'_> {
    /// Is there a world for all of these? `None`: not found out, or none, of more worlds than somebody else need look
    /// at.
    fn possible(&self, formulas: &[&Formula]) -> Option<bool> {
        let mut nodes = NODES;
        match world(&self.case.space, formulas, &mut nodes) {
            Found::World(_) => Some(true),
            Found::Nothing if self.is_large(formulas) => None,
            Found::Nothing => Some(false),
            Found::Unknown => None,
        }
    }

    fn is_large(&self, formulas: &[&Formula]) -> bool {
        let named = Named::of(&self.case.space, formulas);
        let fixed = |step: &&StepId| formulas.contains(&&Formula::Taken(**step));
        let issues = named.issues.iter().filter_map(|issue| self.case.space.issues.row(*issue));
        let options = issues.map(|issue| issue.options.len());
        let steps = named.optional.iter().filter(|step| !fixed(step)).map(|_| 2);
        let sizes = options.chain(steps).chain(1..=named.ordered.len());
        sizes.fold(1usize, |rows, size| rows.saturating_mul(size)) > ROWS
    }

    /// The steps without which the condition cannot be true, and which are not taken anyway.
    pub(super) fn needs(&mut self, formula: &Formula) -> Option<BTreeSet<StepId>> {
        if let Some(known) = self.needs.get(formula) {
            return known.clone();
        }
        let needed = self.look_for_needs(formula);
        self.needs.insert(formula.clone(), needed.clone());
        needed
    }

    fn look_for_needs(&self, formula: &Formula) -> Option<BTreeSet<StepId>> {
        let mut needed = BTreeSet::new();
        for step in self.case.space.steps.ids() {
            let without = Formula::Not(Box::new(Formula::Taken(step)));
            if self.possible(&[&without])? && !self.possible(&[formula, &without])? {
                needed.insert(step);
            }
        }
        Some(needed)
    }

    /// Can these be true together where all steps of the plan are taken?
    pub(super) fn together(&self, plan: &BTreeSet<StepId>, formulas: &[&Formula]) -> Option<bool> {
        let taken: Vec<Formula> = plan.iter().map(|step| Formula::Taken(*step)).collect();
        self.possible(&formulas.iter().copied().chain(&taken).collect::<Vec<_>>())
    }

    /// Can all these steps be taken in one world of the rules, leaving out what they say of order?
    pub(super) fn can_be_taken(&self, steps: &BTreeSet<StepId>) -> Option<bool> {
        let rules = self.case.rules.iter().map(|rule| &rule.formula).chain(self.added.iter().map(|(_, added)| added));
        let rules: Vec<Formula> = rules.map(without_order).collect();
        self.together(steps, &rules.iter().collect::<Vec<_>>())
    }

    /// All plans, by trying every set of steps, the largest first. `None`: too many steps, or something too large.
    pub(super) fn all_plans(&self) -> Option<Vec<BTreeSet<StepId>>> {
        let steps: Vec<StepId> = self.case.space.steps.ids().collect();
        let whole: BTreeSet<StepId> = steps.iter().copied().collect();
        if self.can_be_taken(&whole)? {
            return Some(vec![whole]);
        }
        if steps.len() > TRIED {
            return None;
        }
        let subset = |number: usize| -> BTreeSet<StepId> {
            steps.iter().enumerate().filter(|(place, _)| number >> place & 1 == 1).map(|(_, step)| *step).collect()
        };
        let mut subsets: Vec<BTreeSet<StepId>> = (0..1usize << steps.len()).map(subset).collect();
        subsets.sort_by_key(|set| (steps.len() - set.len(), set.clone()));
        let mut plans: Vec<BTreeSet<StepId>> = Vec::new();
        for set in subsets {
            if !plans.iter().any(|plan| set.is_subset(plan)) && self.can_be_taken(&set)? {
                plans.push(set);
            }
        }
        Some(plans)
    }
}
