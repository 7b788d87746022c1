//! Is there a world? The one place that knows a solver.
//!
//! Every limit, and every rule that may be on or off, is an *element* with a selector: one incremental solver
//! (batsat, a MiniSat) answers `consistent(A)` for any set A of elements, with a world or with the part of A
//! that already fails. The order of steps is one variable for each pair of steps that conditions put in order,
//! made total by transitivity; steps that nothing puts in order need none, since any order of the others can be
//! filled up.

mod count;
mod encode;
mod map;
mod world;

pub(crate) use count::{Bound, Broken};
pub(crate) use map::Map;
pub(crate) use world::{First, World};

use crate::set::{Set, set_of};
use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use count::Counts;
use std::collections::BTreeMap;
use zopa_case::{Formula, IssueId, Space, StepId, Table};

/// The answer to `consistent(A)`.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// Yes: some world meets all of A, and, of all elements, these.
    Meets(Set),
    /// No: these elements of A already fail, with the rules that are always on.
    Core(Set),
}

/// What cannot all be: elements, and bounds on how many of others are broken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fails {
    /// These elements hold.
    pub elements: Set,
    /// And these bounds.
    pub bounds: Vec<Bound>,
}

impl Fails {
    /// How many they are.
    pub fn size(&self) -> usize {
        self.elements.count_ones(..) + self.bounds.len()
    }
}

/// A case as one propositional formula.
pub(crate) struct Oracle {
    space: Space,
    solver: BasicSolver,
    truth: Lit,
    options: Table<IssueId, Vec<Lit>>,
    steps: Table<StepId, Lit>,
    ordered: Vec<StepId>,
    earlier: BTreeMap<(StepId, StepId), Lit>,
    known: BTreeMap<Formula, Lit>,
    /// One for each element: assumed where the element is asked for.
    selectors: Vec<Lit>,
    elements: Vec<Formula>,
    counts: Counts,
    calls: u64,
}

impl Oracle {
    /// The elements and the rules that are always on, over a space of worlds.
    pub fn new(space: &Space, always: &[Formula], elements: &[Formula]) -> Oracle {
        let mut solver = BasicSolver::default();
        let truth = Lit::new(solver.new_var_default(), true);
        solver.add_clause_reuse(&mut vec![truth]);
        let mut oracle = Oracle {
            space: space.clone(),
            solver,
            truth,
            options: Table::default(),
            steps: Table::default(),
            ordered: Vec::new(),
            earlier: BTreeMap::new(),
            known: BTreeMap::new(),
            selectors: Vec::new(),
            elements: Vec::new(),
            counts: Counts::default(),
            calls: 0,
        };
        oracle.packages();
        oracle.taken();
        oracle.orders(always.iter().chain(elements));
        for rule in always {
            oracle.require(None, &rule.normal());
        }
        for element in elements {
            let element = element.normal();
            let selector = oracle.implied();
            oracle.selectors.push(selector);
            oracle.require(Some(selector), &element);
            oracle.elements.push(element);
        }
        oracle
    }

    /// How many times the solver was asked.
    pub fn calls(&self) -> u64 {
        self.calls
    }

    /// Is some world in all elements of `on`?
    pub fn consistent(&mut self, on: &Set) -> Answer {
        let assumptions: Vec<Lit> = on.ones().filter_map(|at| self.selectors.get(at).copied()).collect();
        if self.solved(&assumptions) { Answer::Meets(self.met()) } else { Answer::Core(self.core(on)) }
    }

    /// All elements that the last world meets.
    fn met(&self) -> Set {
        let all = self.elements.iter().enumerate();
        set_of(self.elements.len(), all.filter(|(_, formula)| self.holds(formula)).map(|(at, _)| at))
    }

    /// Is the formula true in the last world? Read off the model, without making the world.
    fn holds(&self, formula: &Formula) -> bool {
        let taken = |step: StepId| self.model_has(self.steps[step]);
        let earlier = |a: StepId, b: StepId| self.model_has(self.order(a, b));
        match formula {
            Formula::Const(value) => *value,
            Formula::Is(issue, option) => {
                self.options[*issue].get(option.row()).is_some_and(|lit| self.model_has(*lit))
            }
            Formula::Taken(step) => taken(*step),
            Formula::Before(a, b) => !taken(*a) || !taken(*b) || earlier(*a, *b),
            Formula::OnlyAfter(a, b) => !taken(*a) || (taken(*b) && earlier(*b, *a)),
            Formula::Not(inner) => !self.holds(inner),
            Formula::And(parts) => parts.iter().all(|part| self.holds(part)),
            Formula::Or(parts) => parts.iter().any(|part| self.holds(part)),
        }
    }

    /// Is the literal true in the last model?
    fn model_has(&self, lit: Lit) -> bool {
        self.solver.value_lit(lit) == lbool::TRUE
    }

    fn solved(&mut self, assumptions: &[Lit]) -> bool {
        self.calls += 1;
        self.solver.solve_limited(assumptions) == lbool::TRUE
    }

    fn core(&mut self, on: &Set) -> Set {
        let has = |lit: &Lit| self.solver.unsat_core_contains_var(lit.var());
        let failed = |at: &usize| self.selectors.get(*at).is_some_and(has);
        set_of(on.len(), on.ones().filter(failed))
    }

    fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// A literal that is never decided: assumed, or settled by what it stands for.
    fn implied(&mut self) -> Lit {
        Lit::new(self.solver.new_var(lbool::UNDEF, false), true)
    }

    fn clause(&mut self, lits: &[Lit]) {
        self.solver.add_clause_reuse(&mut lits.to_vec());
    }
}
