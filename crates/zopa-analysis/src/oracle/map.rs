//! Which sets of elements have been explored?

use crate::set::{Set, set_of};
use batsat::{BasicSolver, Lit, SolverInterface, lbool};

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

    /// How often it went wrong so far: what is spent beyond looking.
    pub fn conflicts(&self) -> u64 {
        self.solver.num_conflicts()
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
