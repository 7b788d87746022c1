//! Is a condition true in a world, and which worlds are there?
//!
//! A world is a package, a choice of the optional steps and gates, and a strict total order of all steps taken.
//! `a before b`: not both taken, or in this order. `a only after b`: a is not taken, or b is taken earlier.

use crate::sets::Rows;
use std::collections::BTreeSet;
use zopa_case::{Case, Formula, IssueId, OptionId, Space, StepId, Taken};

/// One world. Two values that differ only where no formula looks count as the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct World {
    /// The option of each issue, by row; `None` for an issue with no option reported.
    pub(crate) options: Vec<Option<OptionId>>,
    /// The steps taken, first to last.
    pub(crate) order: Vec<StepId>,
}

impl World {
    /// Is the formula true in it?
    pub(crate) fn holds(&self, formula: &Formula) -> bool {
        match formula {
            Formula::Const(value) => *value,
            Formula::Is(issue, option) => self.options.get(issue.row()) == Some(&Some(*option)),
            Formula::Taken(step) => self.place(*step).is_some(),
            Formula::Before(a, b) => self.before(*a, *b),
            Formula::OnlyAfter(a, b) => self.only_after(*a, *b),
            Formula::Not(inner) => !self.holds(inner),
            Formula::And(parts) => parts.iter().all(|part| self.holds(part)),
            Formula::Or(parts) => parts.iter().any(|part| self.holds(part)),
        }
    }

    fn place(&self, step: StepId) -> Option<usize> {
        self.order.iter().position(|taken| *taken == step)
    }

    fn before(&self, a: StepId, b: StepId) -> bool {
        match (self.place(a), self.place(b)) {
            (Some(a), Some(b)) => a < b,
            _ => true,
        }
    }

    fn only_after(&self, a: StepId, b: StepId) -> bool {
        match (self.place(a), self.place(b)) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => b < a,
        }
    }

    /// Are exactly the steps taken that must be, each once? An optional one may be or not.
    pub(crate) fn steps_fit(&self, space: &Space) -> bool {
        let once = self.order.iter().collect::<BTreeSet<_>>().len() == self.order.len();
        let fits = |(id, taken): (StepId, &Taken)| match taken {
            Taken::Always => self.place(id).is_some(),
            Taken::When(condition) => self.place(id).is_some() == self.holds(condition),
            Taken::Optional => true,
        };
        once && space.steps.iter().map(|(id, step)| (id, &step.taken)).all(fits)
    }

    /// The rows of the formulas that it meets.
    pub(crate) fn meets<'a>(&self, formulas: impl IntoIterator<Item = (usize, &'a Formula)>) -> Rows {
        Rows::of(formulas.into_iter().filter(|(_, formula)| self.holds(formula)).map(|(row, _)| row))
    }
}

/// Is the step taken, where the package and the optional steps taken are these? Conditions of steps may speak
/// of other steps, never in a circle.
pub(crate) fn is_taken(space: &Space, options: &[Option<OptionId>], chosen: &BTreeSet<StepId>, step: StepId) -> bool {
    match space.steps.row(step).map(|step| &step.taken) {
        Some(Taken::Always) => true,
        Some(Taken::Optional) => chosen.contains(&step),
        Some(Taken::When(condition)) => met(space, options, chosen, condition),
        None => false,
    }
}

fn met(space: &Space, options: &[Option<OptionId>], chosen: &BTreeSet<StepId>, condition: &Formula) -> bool {
    let met = |part: &Formula| met(space, options, chosen, part);
    match condition {
        Formula::Const(value) => *value,
        Formula::Is(issue, option) => options.get(issue.row()) == Some(&Some(*option)),
        Formula::Taken(step) => is_taken(space, options, chosen, *step),
        Formula::Not(inner) => !met(inner),
        Formula::And(parts) => parts.iter().all(met),
        Formula::Or(parts) => parts.iter().any(met),
        // No condition of a step speaks of order.
        Formula::Before(..) | Formula::OnlyAfter(..) => false,
    }
}

/// Every world, as far as these formulas can tell worlds apart, shown to `see` one after the other: issues that none of them names keep
/// their first option, optional steps that none names stay undone, steps that none orders keep file order.
pub(crate) fn all_worlds(case: &Case, formulas: &[&Formula], see: &mut dyn FnMut(&World)) {
    let space = &case.space;
    let named = Named::of(space, formulas);
    let first: Vec<Option<OptionId>> = space.issues.values().map(|issue| issue.options.ids().next()).collect();
    let mut packages = vec![first];
    for issue in &named.issues {
        packages = packages.iter().flat_map(|package| with_options(space, package, *issue)).collect();
    }
    let mut choices = vec![BTreeSet::new()];
    for step in &named.optional {
        let taken = |choice: &BTreeSet<StepId>| choice.iter().copied().chain([*step]).collect();
        let more: Vec<BTreeSet<StepId>> = choices.iter().map(taken).collect();
        choices.extend(more);
    }
    for package in &packages {
        for choice in &choices {
            let taken = space.steps.ids().filter(|step| is_taken(space, package, choice, *step));
            let (ordered, rest): (Vec<StepId>, Vec<StepId>) = taken.partition(|step| named.ordered.contains(step));
            orders(&mut Vec::new(), &ordered, &mut |order| {
                let order = order.iter().chain(&rest).copied().collect();
                see(&World { options: package.clone(), order });
            });
        }
    }
}

fn with_options(space: &Space, package: &[Option<OptionId>], issue: IssueId) -> Vec<Vec<Option<OptionId>>> {
    let options = space.issues.row(issue).into_iter().flat_map(|issue| issue.options.ids());
    let with = |option| {
        let mut package = package.to_vec();
        if let Some(place) = package.get_mut(issue.row()) {
            *place = Some(option);
        }
        package
    };
    options.map(with).collect()
}

fn orders(begun: &mut Vec<StepId>, steps: &[StepId], see: &mut dyn FnMut(&[StepId])) {
    if begun.len() == steps.len() {
        return see(begun);
    }
    for step in steps {
        if !begun.contains(step) {
            begun.push(*step);
            orders(begun, steps, see);
            begun.pop();
        }
    }
}

/// What formulas name, the conditions of the steps they name included.
#[derive(Default)]
pub(crate) struct Named {
    /// Issues.
    pub(crate) issues: BTreeSet<IssueId>,
    /// Steps of any kind.
    pub(crate) steps: BTreeSet<StepId>,
    /// Steps that are optional.
    pub(crate) optional: BTreeSet<StepId>,
    /// Steps whose order matters.
    pub(crate) ordered: BTreeSet<StepId>,
    /// The pairs of them that are compared, the earlier row first.
    pub(crate) pairs: BTreeSet<(StepId, StepId)>,
}

impl Named {
    /// What these formulas name.
    pub(crate) fn of(space: &Space, formulas: &[&Formula]) -> Named {
        let mut named = Named::default();
        formulas.iter().for_each(|formula| named.add(space, formula));
        named
    }

    fn add(&mut self, space: &Space, formula: &Formula) {
        match formula {
            Formula::Const(_) => {}
            Formula::Is(issue, _) => drop(self.issues.insert(*issue)),
            Formula::Taken(step) => self.add_step(space, *step),
            Formula::Before(a, b) | Formula::OnlyAfter(a, b) => {
                self.ordered.extend([*a, *b]);
                if a != b {
                    self.pairs.insert((*a.min(b), *a.max(b)));
                }
                self.add_step(space, *a);
                self.add_step(space, *b);
            }
            Formula::Not(inner) => self.add(space, inner),
            Formula::And(parts) | Formula::Or(parts) => parts.iter().for_each(|part| self.add(space, part)),
        }
    }

    fn add_step(&mut self, space: &Space, step: StepId) {
        if !self.steps.insert(step) {
            return;
        }
        match space.steps.row(step).map(|step| &step.taken) {
            Some(Taken::Optional) => drop(self.optional.insert(step)),
            Some(Taken::When(condition)) => self.add(space, condition),
            Some(Taken::Always) | None => {}
        }
    }
}
