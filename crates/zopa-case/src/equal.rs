//! Are two limits the same? Equal limits of one party are one limit, so that telling a thing twice changes
//! no answer.
//!
//! Two conditions are the same if they are true in the same worlds. This is decided by a *key*: the truth
//! table over the issues and steps that the condition really depends on. Above [`TABLE`] rows the
//! table would be too large, and the condition as written (normal form, sorted) is the key: then two that
//! differ in writing stay two, which changes no verdict and nobody's part in it, only how clashes are cut.

use crate::*;
use std::collections::BTreeMap;

/// Rows of the largest truth table that is made.
const TABLE: usize = 4096;

/// Equal keys: the same condition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// What it depends on, with its truth table, 64 rows to a number.
    Table(Vec<Variable>, Vec<u64>),
    /// As written.
    Written(Formula),
}

/// Something a world decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Variable {
    /// The option of an issue.
    Issue(IssueId),
    /// Whether an optional step is taken.
    Step(StepId),
    /// The order of all steps that are named.
    Order,
}

/// The key of a condition.
pub(crate) fn key(space: &Space, formula: &Formula) -> Key {
    let formula = formula.normal();
    let steps = space.steps_of(&formula);
    let variables = variables(space, &formula, &steps);
    let sizes: Vec<usize> = variables.iter().map(|variable| size(space, *variable, &steps)).collect();
    let rows = sizes.iter().try_fold(1usize, |product, size| product.checked_mul(*size));
    match rows {
        Some(rows) if rows <= TABLE => {
            let world = World::new(space, &variables, &sizes, &steps);
            let table = Columns { world, variables: &variables, sizes: &sizes, rows }.truths(&formula);
            reduced(variables, sizes, table)
        }
        _ => Key::Written(sorted(&formula)),
    }
}

/// Is there a world in which the condition is true, by itself? `None` where its truth table would be too large.
pub fn possible(space: &Space, formula: &Formula) -> Option<bool> {
    let mut left = TABLE;
    first_row(space, formula, &mut left)
}

/// Is the second condition true wherever the first is? `None` where that takes more rows than are left, or than one
/// table may have; rows looked at are taken off.
pub(crate) fn implies(space: &Space, first: &Formula, second: &Formula, left: &mut usize) -> Option<bool> {
    let against = Formula::And(vec![first.clone(), Formula::not(second.clone())]);
    first_row(space, &against, left).map(|found| !found)
}

/// Is some row of the truth table true? The first that is ends the search.
fn first_row(space: &Space, formula: &Formula, left: &mut usize) -> Option<bool> {
    let formula = formula.normal();
    let steps = space.steps_of(&formula);
    let variables = variables(space, &formula, &steps);
    let sizes: Vec<usize> = variables.iter().map(|variable| size(space, *variable, &steps)).collect();
    let rows = sizes.iter().try_fold(1usize, |product, size| product.checked_mul(*size))?;
    if rows > TABLE {
        return None;
    }
    let mut world = World::new(space, &variables, &sizes, &steps);
    for row in 0..rows {
        *left = left.checked_sub(1)?;
        if world.row(row).holds(&formula) {
            return Some(true);
        }
    }
    Some(false)
}

/// A number for each of these conditions: equal numbers, the same condition.
pub fn same(space: &Space, formulas: &[&Formula]) -> Vec<usize> {
    let mut keys = Keys::default();
    formulas.iter().map(|formula| keys.number(space, formula)).collect()
}

/// Numbers of conditions seen so far. What is written alike is worked out once.
#[derive(Default)]
pub(crate) struct Keys {
    written: BTreeMap<Formula, usize>,
    known: BTreeMap<Key, usize>,
}

impl Keys {
    /// Equal numbers: the same condition.
    pub fn number(&mut self, space: &Space, formula: &Formula) -> usize {
        if let Some(number) = self.written.get(formula) {
            return *number;
        }
        let next = self.known.len();
        let number = *self.known.entry(key(space, formula)).or_insert(next);
        self.written.insert(formula.clone(), number);
        number
    }
}

fn variables(space: &Space, formula: &Formula, steps: &[StepId]) -> Vec<Variable> {
    let mut issues = Vec::new();
    let mut see = |atom: &Formula| {
        if let Formula::Is(issue, _) = atom {
            issues.push(*issue);
        }
    };
    formula.atoms(&mut see);
    for step in steps {
        if let Taken::When(condition) = &space.steps[*step].taken {
            condition.atoms(&mut see);
        }
    }
    issues.sort();
    issues.dedup();
    let optional = steps.iter().filter(|step| space.steps[**step].taken == Taken::Optional);
    let order = formula.has_order().then_some(Variable::Order);
    issues.into_iter().map(Variable::Issue).chain(optional.map(|step| Variable::Step(*step))).chain(order).collect()
}

fn size(space: &Space, variable: Variable, steps: &[StepId]) -> usize {
    match variable {
        Variable::Issue(issue) => space.issues[issue].options.len(),
        Variable::Step(_) => 2,
        Variable::Order => {
            (1..=steps.len()).try_fold(1usize, |product, n| product.checked_mul(n)).unwrap_or(usize::MAX)
        }
    }
}

/// Variables on which the table does not depend are dropped, so that a condition and the same condition
/// with an empty addition have one key.
fn reduced(mut variables: Vec<Variable>, mut sizes: Vec<usize>, mut table: Vec<bool>) -> Key {
    let mut at = 0;
    while let (Some(&size), Some(_)) = (sizes.get(at), variables.get(at)) {
        let inner: usize = sizes.iter().skip(at + 1).product::<usize>().max(1);
        // The rows that differ in nothing but this variable and those after it.
        let groups = || table.chunks(inner * size.max(1));
        if groups().all(|group| group.chunks(inner).all(|block| group.get(..inner) == Some(block))) {
            table = groups().filter_map(|group| group.get(..inner)).flatten().copied().collect();
            variables.remove(at);
            sizes.remove(at);
        } else {
            at += 1;
        }
    }
    let packed = |rows: &[bool]| rows.iter().fold(0, |number: u64, row| number << 1 | u64::from(*row));
    Key::Table(variables, table.chunks(64).map(packed).collect())
}

/// A truth table made column by column: what an issue decides is known for all rows at once.
struct Columns<'a> {
    world: World<'a>,
    variables: &'a [Variable],
    sizes: &'a [usize],
    rows: usize,
}

impl Columns<'_> {
    fn truths(&mut self, formula: &Formula) -> Vec<bool> {
        match formula {
            Formula::Const(value) => vec![*value; self.rows],
            Formula::Is(issue, option) => self.option(*issue, option.row()),
            Formula::Not(inner) => {
                let mut truths = self.truths(inner);
                truths.iter_mut().for_each(|truth| *truth = !*truth);
                truths
            }
            Formula::And(parts) => self.joined(parts, true, |all, one| all & one),
            Formula::Or(parts) => self.joined(parts, false, |all, one| all | one),
            Formula::Taken(_) | Formula::Before(..) | Formula::OnlyAfter(..) => {
                (0..self.rows).map(|row| self.world.row(row).holds(formula)).collect()
            }
        }
    }

    fn joined(&mut self, parts: &[Formula], of_none: bool, join: impl Fn(bool, bool) -> bool) -> Vec<bool> {
        let mut all = vec![of_none; self.rows];
        for part in parts {
            let one = self.truths(part);
            all.iter_mut().zip(one).for_each(|(all, one)| *all = join(*all, one));
        }
        all
    }

    fn option(&self, issue: IssueId, option: usize) -> Vec<bool> {
        let mut truths = vec![false; self.rows];
        let Some(at) = self.variables.iter().position(|known| *known == Variable::Issue(issue)) else { return truths };
        let size = self.sizes.get(at).copied().unwrap_or(1).max(1);
        let inner: usize = self.sizes.iter().skip(at + 1).product::<usize>().max(1);
        for group in truths.chunks_mut(inner * size) {
            group.iter_mut().skip(option * inner).take(inner).for_each(|truth| *truth = true);
        }
        truths
    }
}

fn sorted(formula: &Formula) -> Formula {
    let sort = |parts: &[Formula]| {
        let mut parts: Vec<Formula> = parts.iter().map(sorted).collect();
        parts.sort();
        parts.dedup();
        parts
    };
    match formula {
        Formula::And(parts) => Formula::And(sort(parts)),
        Formula::Or(parts) => Formula::Or(sort(parts)),
        other => other.clone(),
    }
}

/// One row of a truth table after the other, as worlds.
struct World<'a> {
    space: &'a Space,
    /// Each variable with its size and the value that it has in this row, the last varying fastest.
    values: Vec<(Variable, usize, usize)>,
    steps: &'a [StepId],
    order: Vec<StepId>,
}

impl<'a> World<'a> {
    fn new(space: &'a Space, variables: &[Variable], sizes: &[usize], steps: &'a [StepId]) -> World<'a> {
        let values = variables.iter().zip(sizes).rev().map(|(variable, size)| (*variable, *size, 0)).collect();
        World { space, values, steps, order: steps.to_vec() }
    }

    /// The row with this number.
    fn row(&mut self, number: usize) -> &Self {
        let mut rest = number;
        for (variable, size, value) in &mut self.values {
            *value = rest % *size;
            rest /= *size;
            if *variable == Variable::Order {
                self.order = permutation(self.steps, *value);
            }
        }
        self
    }

    fn value(&self, variable: Variable) -> usize {
        self.values.iter().find(|(known, ..)| *known == variable).map_or(0, |(.., value)| *value)
    }

    fn taken(&self, step: StepId) -> bool {
        match &self.space.steps[step].taken {
            Taken::Always => true,
            Taken::When(condition) => self.holds(condition),
            Taken::Optional => self.value(Variable::Step(step)) == 1,
        }
    }

    fn earlier(&self, a: StepId, b: StepId) -> bool {
        let place = |step| self.order.iter().position(|s| *s == step);
        place(a) < place(b)
    }

    fn holds(&self, formula: &Formula) -> bool {
        match formula {
            Formula::Const(value) => *value,
            Formula::Is(issue, option) => self.value(Variable::Issue(*issue)) == option.row(),
            Formula::Taken(step) => self.taken(*step),
            Formula::Before(a, b) => !self.taken(*a) || !self.taken(*b) || self.earlier(*a, *b),
            Formula::OnlyAfter(a, b) => !self.taken(*a) || (self.taken(*b) && self.earlier(*b, *a)),
            Formula::Not(inner) => !self.holds(inner),
            Formula::And(parts) => parts.iter().all(|part| self.holds(part)),
            Formula::Or(parts) => parts.iter().any(|part| self.holds(part)),
        }
    }
}

/// The permutation with this number, of at most a few steps.
fn permutation(steps: &[StepId], number: usize) -> Vec<StepId> {
    let mut left = steps.to_vec();
    let mut rest = number;
    let mut order = Vec::new();
    while !left.is_empty() {
        order.push(left.remove(rest % left.len()));
        rest /= left.len() + 1;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Id;

    fn space() -> Space {
        let mut space = Space::default();
        for name in ["a", "b"] {
            let options = ["x", "y", "z"].iter().map(|o| IssueOption { name: o.to_string(), title: o.to_string() });
            space.issues.push(Issue { name: name.into(), title: name.into(), options: options.collect() });
        }
        space
    }

    fn is(issue: usize, option: usize) -> Formula {
        Formula::Is(IssueId::from_row(issue), OptionId::from_row(option))
    }

    #[test]
    fn written_differently_is_the_same() {
        let space = space();
        let one = Formula::not(is(0, 0));
        let two = Formula::Or(vec![is(0, 2), is(0, 1)]);
        let three = Formula::Or(vec![
            Formula::And(vec![two.clone(), is(1, 0)]),
            Formula::And(vec![two.clone(), Formula::not(is(1, 0))]),
        ]);
        assert_eq!(key(&space, &one), key(&space, &two));
        assert_eq!(key(&space, &one), key(&space, &three));
        assert_ne!(key(&space, &one), key(&space, &is(0, 1)));
        assert_ne!(key(&space, &is(0, 1)), key(&space, &is(1, 1)));
    }
}
