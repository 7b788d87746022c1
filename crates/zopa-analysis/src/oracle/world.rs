//! Which world comes first? The worlds that a question has, read off the solver, the first of them in file order.

use super::Oracle;
use crate::set::{Set, set_of};
use batsat::{Lit, SolverInterface, lbool};
use zopa_case::{Formula, IssueId, OptionId, StepId, Table, Taken};

/// The first world for some elements, and why it is.
#[derive(Clone, Debug)]
pub(crate) struct First {
    /// `None`: there is no world.
    pub world: Option<World>,
    /// Of the elements that were asked for, those that keep every earlier world out. Whatever else is asked for beside them
    /// and is met, the same world comes first.
    pub needed: Set,
    /// All elements that it meets; all that there are, where there is no world.
    pub met: Set,
}

/// A world as the solver found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct World {
    /// The option of each issue that has any.
    pub package: Table<IssueId, Option<OptionId>>,
    /// Whether each step is taken.
    pub taken: Table<StepId, bool>,
    /// All steps, earliest first; those not taken have a place too, which means nothing.
    pub order: Vec<StepId>,
}

impl World {
    /// Is the formula true in it?
    fn meets(&self, formula: &Formula) -> bool {
        let taken = |step: StepId| self.taken[step];
        let place = |step: StepId| self.order.iter().position(|other| *other == step);
        match formula {
            Formula::Const(value) => *value,
            Formula::Is(issue, option) => self.package[*issue] == Some(*option),
            Formula::Taken(step) => taken(*step),
            Formula::Before(a, b) => !taken(*a) || !taken(*b) || place(*a) < place(*b),
            Formula::OnlyAfter(a, b) => !taken(*a) || (taken(*b) && place(*b) < place(*a)),
            Formula::Not(inner) => !self.meets(inner),
            Formula::And(parts) => parts.iter().all(|part| self.meets(part)),
            Formula::Or(parts) => parts.iter().any(|part| self.meets(part)),
        }
    }
}

impl Oracle {
    /// The first world in file order that is in all elements of `on`: options before later ones, issue by
    /// issue; optional steps not taken before taken; steps in file order as far as the order is free.
    pub fn first_world(&mut self, on: &Set) -> First {
        let mut fixed: Vec<Lit> = on.ones().filter_map(|at| self.selectors.get(at).copied()).collect();
        let Some(mut world) = self.ask(&fixed) else {
            return First { world: None, needed: self.core(on), met: set_of(on.len(), 0..on.len()) };
        };
        let mut needed = Set::with_capacity(on.len());
        let choices = self.choices();
        let mut chosen = self.chosen(&choices);
        for (at, literals) in choices.iter().enumerate() {
            for (nth, choice) in literals.iter().enumerate() {
                fixed.push(*choice);
                if chosen.get(at) == Some(&nth) {
                    break;
                }
                match self.ask(&fixed) {
                    Some(better) => {
                        world = better;
                        chosen = self.chosen(&choices);
                        break;
                    }
                    None => {
                        needed.union_with(&self.core(on));
                        fixed.pop();
                    }
                }
            }
        }
        let met = self.met_by(&world);
        First { world: Some(world), needed, met }
    }

    /// For each choice which of its literals is the first that the last model has. A refused question takes the model
    /// away, so this is read off at once.
    fn chosen(&self, choices: &[Vec<Lit>]) -> Vec<usize> {
        let first = |literals: &Vec<Lit>| literals.iter().position(|lit| self.model_has(*lit));
        choices.iter().map(|literals| first(literals).unwrap_or(literals.len())).collect()
    }

    /// All elements that a world meets.
    fn met_by(&self, world: &World) -> Set {
        let all = self.elements.iter().enumerate();
        set_of(self.elements.len(), all.filter(|(_, formula)| world.meets(formula)).map(|(at, _)| at))
    }

    /// What there is to choose, in file order: for each choice its literals, best first.
    fn choices(&self) -> Vec<Vec<Lit>> {
        let options = self.options.values().cloned();
        let optional = self.space.steps.iter().filter(|(_, step)| step.taken == Taken::Optional);
        let optional: Vec<Vec<Lit>> = optional.map(|(step, _)| vec![!self.steps[step]]).collect();
        let orders = self.earlier.iter().filter(|((a, b), _)| a < b).map(|(_, lit)| vec![*lit]);
        options.chain(optional).chain(orders).collect()
    }

    fn ask(&mut self, assumptions: &[Lit]) -> Option<World> {
        self.solved(assumptions).then(|| self.world())
    }

    fn world(&self) -> World {
        let is_true = |lit: &Lit| self.solver.value_lit(*lit) == lbool::TRUE;
        let chosen = |lits: &Vec<Lit>| lits.iter().position(is_true);
        let package = Table::for_each_of(&self.options, |issue, lits| {
            chosen(lits).and_then(|at| self.space.issues[issue].options.ids().nth(at))
        });
        let taken = Table::for_each_of(&self.steps, |_, lit| is_true(lit));
        let before = |step: StepId| {
            self.ordered.iter().filter(|other| self.earlier.get(&(**other, step)).is_some_and(is_true)).count()
        };
        let mut order: Vec<StepId> = self.ordered.clone();
        order.sort_by_cached_key(|step| before(*step));
        let free: Vec<StepId> = self.steps.ids().filter(|step| !order.contains(step)).collect();
        World { package, taken, order: merged(&order, &free) }
    }
}

/// Steps whose order is settled and steps in file order, in one line: the earlier in the file first, wherever both
/// could stand.
fn merged(settled: &[StepId], free: &[StepId]) -> Vec<StepId> {
    let (mut settled, mut free) = (settled.iter().peekable(), free.iter().peekable());
    let mut order = Vec::new();
    loop {
        let next = match (settled.peek(), free.peek()) {
            (Some(a), Some(b)) if a < b => settled.next(),
            (_, Some(_)) => free.next(),
            (_, None) => settled.next(),
        };
        match next {
            Some(step) => order.push(*step),
            None => return order,
        }
    }
}
