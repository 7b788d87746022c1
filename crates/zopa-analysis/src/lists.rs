//! All clashes of a set of elements: the one enumeration that serves every reading.
//!
//! MARCO (M. Liffiton, A. Previti, A. Malik, J. Marques-Silva, *Fast, flexible MUS enumeration*, Constraints 21,
//! 2016): a second solver, the *map*, holds what has been explored. A largest unexplored set is asked of the oracle; a
//! world explores all sets within what it meets, a clash all sets around it. When nothing is unexplored, every
//! clash has been found, and that is the proof.

use crate::oracle::{Answer, Map};
use crate::set::{Set, set_of};
use crate::universe::Universe;

/// How much work before a list is cut, where nothing else is asked for: elements that the solver is asked about, one
/// question after the other.
const WORK: u64 = 2_400_000;
/// So many conflicts of the map are as much work as a question.
const CONFLICTS: u64 = 4;

/// Questions to the solver before a list of so many elements is cut.
pub(crate) fn usual_calls(elements: usize) -> u64 {
    WORK / elements.max(1) as u64
}

/// The minimal inconsistent sets of some elements.
#[derive(Clone, Debug)]
pub(crate) struct Lists {
    /// Minimal sets of elements that no world meets.
    pub clashes: Vec<Set>,
    /// No other exists.
    pub complete: bool,
}

/// All clashes among the elements `on`, the elements `given` being rules.
///
/// Elements that share no issue and no step, directly or through others, cannot clash: each such part is explored
/// by itself, so that independent clashes do not multiply. Where `given` holds anything, only the parts with some of it
/// are. After so many `calls` the list is cut.
pub(crate) fn clashes(universe: &mut Universe, on: &Set, given: &Set, calls: u64) -> Lists {
    let mut lists = Lists { clashes: Vec::new(), complete: true };
    if let Answer::Core(_) = universe.oracle.consistent(given) {
        lists.clashes.push(Set::with_capacity(universe.elements.len()));
        return lists;
    }
    let mut left = calls;
    let mut parts = universe.parts(&on.union(given).collect());
    // What is soon done comes first, whatever becomes of the rest.
    parts.sort_by_key(|part| part.count_ones(..));
    for part in parts {
        if !given.is_clear() && part.is_disjoint(given) {
            continue;
        }
        let free = set_of(universe.elements.len(), part.difference(given).filter(|at| on.contains(*at)));
        let given = set_of(universe.elements.len(), part.intersection(given));
        let mut explorer = Explorer::new(universe, &free, given);
        lists.complete &= explorer.explore(left);
        left = left.saturating_sub(explorer.work());
        lists.clashes.extend(explorer.clashes);
    }
    crate::set::sort(&mut lists.clashes);
    lists
}

/// Worlds in which something is looked up before the solver is asked: the latest are most like what is looked for.
const LATEST: usize = 64;

struct Explorer<'a> {
    universe: &'a mut Universe,
    on: Set,
    given: Set,
    before: u64,
    map: Map,
    /// Of each world found, the elements that it meets.
    worlds: Vec<Set>,
    clashes: Vec<Set>,
}

impl<'a> Explorer<'a> {
    fn new(universe: &'a mut Universe, on: &Set, given: Set) -> Explorer<'a> {
        let map = Map::over(universe.elements.len());
        let before = universe.oracle.calls();
        Explorer { universe, on: on.clone(), given, before, map, worlds: Vec::new(), clashes: Vec::new() }
    }

    /// What was done so far, in questions to the solver.
    fn work(&self) -> u64 {
        self.universe.oracle.calls() - self.before + self.map.conflicts() / CONFLICTS
    }

    /// Goes on until nothing is unexplored, or for so much work.
    fn explore(&mut self, most: u64) -> bool {
        while let Some(seed) = self.map.unexplored(&self.on) {
            if self.work() > most {
                return false;
            }
            match self.consistent(&seed) {
                Answer::Meets(met) => {
                    let met = self.grown(met);
                    self.map.explored_within(&self.on, &met);
                    self.worlds.push(met);
                }
                Answer::Core(core) => drop(self.clash_within(core)),
            }
        }
        true
    }

    fn consistent(&mut self, on: &Set) -> Answer {
        let mut with = on.clone();
        with.union_with(&self.given);
        match self.universe.oracle.consistent(&with) {
            Answer::Core(mut core) => {
                core.difference_with(&self.given);
                Answer::Core(core)
            }
            met => met,
        }
    }

    /// A largest set that some world meets, around what this one meets; clashes on the way are kept.
    fn grown(&mut self, mut met: Set) -> Set {
        for at in self.on.ones().collect::<Vec<_>>() {
            if met.contains(at) {
                continue;
            }
            let mut more = met.clone();
            more.insert(at);
            if self.clashes.iter().any(|clash| clash.is_subset(&more)) {
                continue;
            }
            match self.consistent(&more) {
                Answer::Meets(more) => met = more,
                Answer::Core(core) => drop(self.clash_within(core)),
            }
        }
        met
    }

    /// A clash within a set that fails: one member after the other left out, if it still fails.
    fn clash_within(&mut self, core: Set) -> Set {
        let mut clash = core.clone();
        for at in core.ones() {
            if !clash.contains(at) {
                continue;
            }
            let mut less = clash.clone();
            less.remove(at);
            if self.worlds.iter().rev().take(LATEST).any(|met| less.is_subset(met)) {
                continue;
            }
            if let Answer::Core(smaller) = self.consistent(&less) {
                clash = smaller;
            }
        }
        self.map.explored_around(&clash);
        self.clashes.push(clash.clone());
        clash
    }
}
