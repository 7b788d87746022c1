//! How many have to be given up at least? A proof in parts that have nothing to do with each other.

use super::Query;
use crate::oracle::{Bound, Broken, Fails, Oracle};
use crate::set::{Set, set_of};

/// A lower bound with its reasons. Each soft element is counted in one part at most, so that the parts add up.
#[derive(Clone, Default)]
pub(super) struct Proof {
    parts: Vec<Part>,
}

/// Cores that hang together.
#[derive(Clone)]
struct Part {
    /// What may be given up in it.
    soft: Set,
    /// What it takes as given.
    hard: Set,
    /// So many of the soft are given up at least.
    least: usize,
    /// Where all these bounds hold, it is no more than that.
    bounds: Vec<Bound>,
    /// What it was learnt from, in this order.
    cores: Vec<Fails>,
}

impl Part {
    /// Does what it says follow from the query too? A soft element that is hard there is one that is not given up.
    fn serves(&self, query: &Query) -> bool {
        let active = |at: usize| query.soft.contains(at) || query.hard.contains(at);
        self.hard.is_subset(&query.hard) && self.soft.ones().all(active)
    }
}

impl Proof {
    /// What of it serves another query: whole parts, and of the others what can be learnt again.
    pub fn serving(&self, oracle: &mut Oracle, query: &Query) -> Proof {
        let (parts, broken): (Vec<&Part>, Vec<&Part>) = self.parts.iter().partition(|part| part.serves(query));
        let mut proof = Proof { parts: parts.into_iter().cloned().collect() };
        for core in broken.into_iter().flat_map(|part| &part.cores) {
            let bounds = proof.bounds();
            let free = core.elements.is_subset(&proof.on(query));
            if free && core.bounds.iter().all(|bound| bounds.contains(bound)) {
                proof.learn(oracle, query, core.clone());
            }
        }
        proof
    }

    /// So many are given up at least.
    pub fn least(&self) -> usize {
        self.parts.iter().map(|part| part.least).sum()
    }

    /// Is this among what it counts?
    pub fn counts(&self, element: usize) -> bool {
        self.parts.iter().any(|part| part.soft.contains(element))
    }

    /// Elements that hold where no more than that is given up: the hard ones, and those in no part.
    pub fn on(&self, query: &Query) -> Set {
        let mut on = query.soft.clone();
        self.parts.iter().for_each(|part| on.difference_with(&part.soft));
        on.union_with(&query.hard);
        on
    }

    /// Bounds that hold where no more than that is given up.
    pub fn bounds(&self) -> Vec<Bound> {
        self.parts.iter().flat_map(|part| part.bounds.iter().copied()).collect()
    }

    /// One more is given up, since these fail together; `false` where nothing of them may be.
    pub fn learn(&mut self, oracle: &mut Oracle, query: &Query, core: Fails) -> bool {
        let free: Vec<usize> = core.elements.difference(&query.hard).collect();
        if free.is_empty() && core.bounds.is_empty() {
            return false;
        }
        let concerned = |part: &Part| part.bounds.iter().any(|bound| core.bounds.contains(bound));
        let (joined, apart): (Vec<Part>, Vec<Part>) = std::mem::take(&mut self.parts).into_iter().partition(concerned);
        self.parts = apart;
        self.parts.push(one(oracle, query, joined, free, core));
        true
    }
}

/// The parts that a core joins, as one, with the elements `free` that were in none.
fn one(oracle: &mut Oracle, query: &Query, parts: Vec<Part>, free: Vec<usize>, core: Fails) -> Part {
    let size = query.soft.len();
    let hard = set_of(size, core.elements.intersection(&query.hard));
    let soft = set_of(size, free.iter().copied());
    let mut one = Part { soft, hard, least: 1, bounds: Vec::new(), cores: Vec::new() };
    for part in parts {
        one.soft.union_with(&part.soft);
        one.hard.union_with(&part.hard);
        one.least += part.least;
        one.bounds.extend(part.bounds);
        one.cores.extend(part.cores);
    }
    for bound in one.bounds.iter_mut().filter(|bound| core.bounds.contains(bound)) {
        bound.below += 1;
    }
    one.bounds.retain(|bound| bound.below <= oracle.counted(bound.count));
    let broken = core.bounds.iter().copied().map(Broken::Bound);
    let broken: Vec<Broken> = free.into_iter().map(Broken::Element).chain(broken).collect();
    if broken.len() > 1 {
        one.bounds.push(Bound { count: oracle.count(broken), below: 2 });
    }
    one.cores.push(core);
    one
}
