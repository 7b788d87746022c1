//! Is there a world? The one place that knows a solver.
//!
//! Every limit, and every rule that may be on or off, is an *element* with a selector: one incremental solver
//! (batsat, a MiniSat) answers `consistent(A)` for any set A of elements, with a world or with the part of A
//! that already fails. The order of steps is one variable for each pair of steps that conditions put in order,
//! made total by transitivity; steps that nothing puts in order need none, since any order of the others can be
//! filled up.

use crate::set::{Set, set_of};
use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use std::collections::BTreeMap;
use zopa_case::{Formula, IssueId, OptionId, Space, StepId, Table, Taken};

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

/// The answer to `consistent(A)`.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// Yes: some world meets all of A, and, of all elements, these.
    Meets(Set),
    /// No: these elements of A already fail, with the rules that are always on.
    Core(Set),
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

    /// The first world in file order that is in all elements of `on`: options before later ones, issue by
    /// issue; optional steps not taken before taken; steps in file order as far as the order is free. With all elements
    /// that it meets.
    pub fn first_world(&mut self, on: &Set) -> Option<(World, Set)> {
        let mut fixed: Vec<Lit> = on.ones().filter_map(|at| self.selectors.get(at).copied()).collect();
        let mut world = self.ask(&fixed)?;
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
                    None => drop(fixed.pop()),
                }
            }
        }
        let met = self.met_by(&world);
        Some((world, met))
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

    /// Is the literal true in the last model?
    fn model_has(&self, lit: Lit) -> bool {
        self.solver.value_lit(lit) == lbool::TRUE
    }

    fn ask(&mut self, assumptions: &[Lit]) -> Option<World> {
        self.solved(assumptions).then(|| self.world())
    }

    fn solved(&mut self, assumptions: &[Lit]) -> bool {
        self.calls += 1;
        self.solver.solve_limited(assumptions) == lbool::TRUE
    }

    fn core(&mut self, on: &Set) -> Set {
        let mut core = self.solver.unsat_core().to_vec();
        core.sort_unstable();
        let has = |lit: Lit| core.binary_search(&lit).is_ok();
        let failed = |at: &usize| self.selectors.get(*at).is_some_and(|lit| has(!*lit) || has(*lit));
        set_of(on.len(), on.ones().filter(failed))
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

    /// One option for each issue that has any.
    fn packages(&mut self) {
        let counts: Vec<usize> = self.space.issues.values().map(|issue| issue.options.len()).collect();
        for count in counts {
            let lits: Vec<Lit> = (0..count).map(|_| self.fresh()).collect();
            if !lits.is_empty() {
                self.clause(&lits);
            }
            for (at, a) in lits.iter().enumerate() {
                for b in lits.iter().skip(at + 1) {
                    self.clause(&[!*a, !*b]);
                }
            }
            self.options.push(lits);
        }
    }

    /// Steps first as free literals, since conditions may name later ones, then tied to their conditions.
    fn taken(&mut self) {
        for _ in 0..self.space.steps.len() {
            let lit = self.fresh();
            self.steps.push(lit);
        }
        let steps: Vec<(StepId, Taken)> = self.space.steps.iter().map(|(id, step)| (id, step.taken.clone())).collect();
        for (id, taken) in steps {
            let lit = self.steps[id];
            match taken {
                Taken::Always => self.clause(&[lit]),
                Taken::Optional => {}
                Taken::When(condition) => {
                    let holds = self.literal(&condition.normal());
                    self.clause(&[!lit, holds]);
                    self.clause(&[lit, !holds]);
                }
            }
        }
    }

    /// A strict total order of the steps that conditions put in order.
    fn orders<'f>(&mut self, formulas: impl Iterator<Item = &'f Formula>) {
        let mut ordered: Vec<StepId> = Vec::new();
        for formula in formulas {
            formula.atoms(&mut |atom| {
                if let Formula::Before(a, b) | Formula::OnlyAfter(a, b) = atom {
                    ordered.extend([*a, *b]);
                }
            });
        }
        ordered.sort();
        ordered.dedup();
        for (at, a) in ordered.iter().enumerate() {
            for b in ordered.iter().skip(at + 1) {
                let lit = self.fresh();
                self.earlier.insert((*a, *b), lit);
                self.earlier.insert((*b, *a), !lit);
            }
        }
        self.ordered = ordered;
        self.transitive();
    }

    fn transitive(&mut self) {
        let ordered = self.ordered.clone();
        for a in &ordered {
            for b in ordered.iter().filter(|b| *b != a) {
                for c in ordered.iter().filter(|c| *c != a && *c != b) {
                    let earlier = |x: &StepId, y: &StepId| self.earlier.get(&(*x, *y)).copied();
                    if let (Some(ab), Some(bc), Some(ac)) = (earlier(a, b), earlier(b, c), earlier(a, c)) {
                        self.clause(&[!ab, !bc, ac]);
                    }
                }
            }
        }
    }

    /// Where the selector (or always, without one) the formula holds.
    fn require(&mut self, selector: Option<Lit>, formula: &Formula) {
        let mut clause: Vec<Lit> = selector.map(|lit| !lit).into_iter().collect();
        match formula {
            Formula::And(parts) => parts.iter().for_each(|part| self.require(selector, part)),
            Formula::Or(parts) => {
                clause.extend(parts.iter().map(|part| self.literal(part)).collect::<Vec<_>>());
                self.clause(&clause);
            }
            other => {
                clause.push(self.literal(other));
                self.clause(&clause);
            }
        }
    }

    /// A literal that is true exactly where the formula is.
    fn literal(&mut self, formula: &Formula) -> Lit {
        match formula {
            Formula::Const(true) => self.truth,
            Formula::Const(false) => !self.truth,
            Formula::Is(issue, option) => self.options[*issue].get(option.row()).copied().unwrap_or(!self.truth),
            Formula::Taken(step) => self.steps[*step],
            Formula::Not(inner) => !self.literal(inner),
            compound => match self.known.get(compound) {
                Some(lit) => *lit,
                None => self.define(compound),
            },
        }
    }

    fn define(&mut self, formula: &Formula) -> Lit {
        let lit = match formula {
            Formula::And(parts) => {
                let parts: Vec<Lit> = parts.iter().map(|part| !self.literal(part)).collect();
                !self.any_of(&parts)
            }
            Formula::Or(parts) => {
                let parts: Vec<Lit> = parts.iter().map(|part| self.literal(part)).collect();
                self.any_of(&parts)
            }
            // Not both taken, or in this order.
            Formula::Before(a, b) => {
                let in_order = self.order(*a, *b);
                self.any_of(&[!self.steps[*a], !self.steps[*b], in_order])
            }
            // The first is not taken, or the second is taken earlier.
            Formula::OnlyAfter(a, b) => {
                let in_order = self.order(*b, *a);
                let earlier = !self.any_of(&[!self.steps[*b], !in_order]);
                self.any_of(&[!self.steps[*a], earlier])
            }
            _ => self.truth,
        };
        self.known.insert(formula.clone(), lit);
        lit
    }

    /// No step comes before itself.
    fn order(&self, a: StepId, b: StepId) -> Lit {
        self.earlier.get(&(a, b)).copied().unwrap_or(!self.truth)
    }

    fn any_of(&mut self, parts: &[Lit]) -> Lit {
        let lit = self.implied();
        let mut clause = vec![!lit];
        clause.extend(parts);
        self.clause(&clause);
        for part in parts {
            self.clause(&[lit, !*part]);
        }
        lit
    }
}

/// Which sets of elements have been explored? The map of an enumeration: a clause for each world and each clash.
pub(crate) struct Map {
    solver: BasicSolver,
    elements: Vec<Lit>,
}

impl Map {
    /// Nothing explored, over this many elements.
    pub fn over(size: usize) -> Map {
        let mut solver = BasicSolver::default();
        // Decided true first, always: then every set that the map gives is a largest unexplored one.
        let elements = (0..size).map(|_| Lit::new(solver.new_var(lbool::FALSE, true), true)).collect();
        Map { solver, elements }
    }

    /// A largest unexplored set within `on`; `None` where everything is explored.
    pub fn unexplored(&mut self, on: &Set) -> Option<Set> {
        if self.solver.solve_limited(&[]) != lbool::TRUE {
            return None;
        }
        let chosen = |at: &usize| self.elements.get(*at).is_some_and(|lit| self.solver.value_lit(*lit) == lbool::TRUE);
        Some(set_of(self.elements.len(), on.ones().filter(chosen)))
    }

    /// All sets within what a world meets are explored: another has something outside.
    pub fn explored_within(&mut self, on: &Set, met: &Set) {
        let outside = on.difference(met).filter_map(|at| self.elements.get(at).copied());
        let mut clause: Vec<Lit> = outside.collect();
        self.solver.add_clause_reuse(&mut clause);
    }

    /// All sets around a clash are explored: another leaves something of it out.
    pub fn explored_around(&mut self, clash: &Set) {
        let left_out = clash.ones().filter_map(|at| self.elements.get(at).map(|lit| !*lit));
        let mut clause: Vec<Lit> = left_out.collect();
        self.solver.add_clause_reuse(&mut clause);
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
