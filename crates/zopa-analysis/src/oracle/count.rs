//! How many of these may be broken? Counts over elements and over counts, so that "fewer than so many" can be asked for.
//!
//! A count is a tree whose leaves are what is counted; a node says in unary how many below it are broken (O. Bailleux,
//! Y. Boufkhad, *Efficient CNF encoding of Boolean cardinality constraints*, 2003), and only as far as somebody asked
//! (R. Martins, S. Joshi, V. Manquinho, I. Lynce, *Incremental cardinality constraints for MaxSAT*, 2014). Nothing is
//! forbidden by a count itself: a bound is assumed, like an element, and a count once made serves every later question.

use super::{Fails, Oracle};
use crate::set::Set;
use batsat::{BasicSolver, Lit, SolverInterface};
use std::collections::BTreeMap;

/// Something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Broken {
    /// This element does not hold.
    Element(usize),
    /// This bound does not hold.
    Bound(Bound),
}

/// Fewer than so many of what a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Bound {
    /// The count, by its number.
    pub count: usize,
    /// At least 1, and at most as many as are counted.
    pub below: usize,
}

/// Where worlds are passed, so that others are found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gate(Lit);

/// All counts made so far.
#[derive(Default)]
pub(super) struct Counts {
    roots: Vec<Node>,
    known: BTreeMap<Vec<Broken>, usize>,
    /// For each element that is counted: true where it is broken.
    elements: BTreeMap<usize, Lit>,
}

enum Node {
    Leaf(Lit),
    /// Its outputs: the first is true where one below is broken, the next where two are, and so on.
    Sum {
        left: Box<Node>,
        right: Box<Node>,
        size: usize,
        outputs: Vec<Lit>,
    },
}

impl Node {
    fn over(leaves: &[Lit]) -> Option<Node> {
        match leaves {
            [] => None,
            [one] => Some(Node::Leaf(*one)),
            several => {
                let (left, right) = several.split_at(several.len() / 2);
                let (left, right) = (Box::new(Node::over(left)?), Box::new(Node::over(right)?));
                Some(Node::Sum { left, right, size: several.len(), outputs: Vec::new() })
            }
        }
    }

    fn size(&self) -> usize {
        match self {
            Node::Leaf(_) => 1,
            Node::Sum { size, .. } => *size,
        }
    }

    fn outputs(&self) -> &[Lit] {
        match self {
            Node::Leaf(lit) => std::slice::from_ref(lit),
            Node::Sum { outputs, .. } => outputs,
        }
    }

    /// Counts as far as this.
    fn reach(&mut self, solver: &mut BasicSolver, far: usize) {
        let Node::Sum { left, right, size, outputs } = self else { return };
        let far = far.min(*size);
        let near = outputs.len();
        if far <= near {
            return;
        }
        left.reach(solver, far);
        right.reach(solver, far);
        outputs.extend((near..far).map(|_| Lit::new(solver.new_var(batsat::lbool::UNDEF, false), true)));
        for (at, output) in outputs.iter().enumerate().skip(near) {
            for of_left in 0..=at + 1 {
                let sides = [(left.outputs(), of_left), (right.outputs(), at + 1 - of_left)];
                let reached = sides.iter().map(|(side, number)| match number.checked_sub(1) {
                    Some(nth) => side.get(nth).map(|lit| Some(!*lit)),
                    None => Some(None),
                });
                if let Some(reached) = reached.collect::<Option<Vec<_>>>() {
                    let mut clause: Vec<Lit> = reached.into_iter().flatten().chain([*output]).collect();
                    solver.add_clause_reuse(&mut clause);
                }
            }
        }
    }
}

impl Oracle {
    /// The count of these, by its number.
    pub fn count(&mut self, mut what: Vec<Broken>) -> usize {
        what.sort_unstable();
        if let Some(known) = self.counts.known.get(&what) {
            return *known;
        }
        let leaves: Vec<Lit> = what.iter().map(|one| self.broken(*one)).collect();
        let number = self.counts.roots.len();
        self.counts.roots.extend(Node::over(&leaves));
        self.counts.known.insert(what, number);
        number
    }

    /// How many a count counts.
    pub fn counted(&self, count: usize) -> usize {
        self.counts.roots.get(count).map_or(0, Node::size)
    }

    fn broken(&mut self, one: Broken) -> Lit {
        match one {
            Broken::Bound(bound) => !self.below(bound),
            Broken::Element(at) => match self.counts.elements.get(&at) {
                Some(known) => *known,
                None => {
                    // Decided, since nothing else settles an element that is not asked for.
                    let broken = self.fresh();
                    let selector = self.selectors.get(at).copied();
                    self.clause(&[Some(broken), selector].into_iter().flatten().collect::<Vec<_>>());
                    self.counts.elements.insert(at, broken);
                    broken
                }
            },
        }
    }

    /// True only where the bound holds, when assumed.
    fn below(&mut self, bound: Bound) -> Lit {
        let Some(root) = self.counts.roots.get_mut(bound.count) else { return self.truth };
        root.reach(&mut self.solver, bound.below);
        let reached = bound.below.checked_sub(1).and_then(|nth| root.outputs().get(nth));
        reached.map_or(self.truth, |reached| !*reached)
    }

    /// Is some world in all elements of `on`, with these bounds?
    pub fn within(&mut self, on: &Set, bounds: &[Bound]) -> Result<Set, Fails> {
        self.bounded(on, bounds, None)
    }

    /// A world in all elements of `on`, with these bounds, this one counted as given up.
    pub fn giving_up(&mut self, on: &Set, bounds: &[Bound], one: usize) -> Option<Set> {
        let broken = self.broken(Broken::Element(one));
        self.bounded(on, bounds, Some(broken)).ok()
    }

    /// The same, and beyond what was passed at this gate.
    pub fn beyond(&mut self, on: &Set, bounds: &[Bound], gate: Gate) -> Result<Set, Fails> {
        self.bounded(on, bounds, Some(gate.0))
    }

    /// A gate at which nothing was passed.
    pub fn gate(&mut self) -> Gate {
        Gate(self.implied())
    }

    /// From now on worlds beyond this gate keep one of these elements.
    pub fn pass(&mut self, gate: Gate, given_up: &Set) {
        let kept: Vec<Lit> = given_up.ones().map(|at| !self.broken(Broken::Element(at))).collect();
        self.clause(&kept.into_iter().chain([!gate.0]).collect::<Vec<_>>());
    }

    /// Nobody asks beyond this gate again.
    pub fn close(&mut self, gate: Gate) {
        self.clause(&[!gate.0]);
    }

    /// `beside` is assumed too.
    fn bounded(&mut self, on: &Set, bounds: &[Bound], beside: Option<Lit>) -> Result<Set, Fails> {
        let limits: Vec<(Bound, Lit)> = bounds.iter().map(|bound| (*bound, self.below(*bound))).collect();
        let elements = on.ones().filter_map(|at| self.selectors.get(at).copied());
        let assumptions: Vec<Lit> =
            beside.into_iter().chain(elements).chain(limits.iter().map(|(_, lit)| *lit)).collect();
        if self.solved(&assumptions) {
            return Ok(self.met());
        }
        let failed = |lit: Lit| self.solver.unsat_core_contains_var(lit.var());
        let bounds = limits.iter().filter(|(_, lit)| failed(*lit)).map(|(bound, _)| *bound).collect();
        Err(Fails { elements: self.core(on), bounds })
    }
}
