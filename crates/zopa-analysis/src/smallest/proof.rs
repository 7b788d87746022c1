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
}

impl Part {
    /// Does what it says follow from the query too? A soft element that is hard there is one that is not given up.
    fn serves(&self, query: &Query) -> bool {
        let active = |at: usize| query.soft.contains(at) || query.hard.contains(at);
        self.hard.is_subset(&query.hard) && self.soft.ones().all(active)
    }
}

impl Proof {
    /// The parts that serve another query.
    pub fn serving(&self, query: &Query) -> Proof {
        Proof { parts: self.parts.iter().filter(|part| part.serves(query)).cloned().collect() }
    }

    /// So many are given up at least.
    pub fn least(&self) -> usize {
        self.parts.iter().map(|part| part.least).sum()
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
        let size = query.soft.len();
        let hard = set_of(size, core.elements.intersection(&query.hard));
        let mut joined = Part { soft: set_of(size, free.iter().copied()), hard, least: 1, bounds: Vec::new() };
        let concerned = |part: &Part| part.bounds.iter().any(|bound| core.bounds.contains(bound));
        let (parts, apart): (Vec<Part>, Vec<Part>) = std::mem::take(&mut self.parts).into_iter().partition(concerned);
        for part in parts {
            joined.soft.union_with(&part.soft);
            joined.hard.union_with(&part.hard);
            joined.least += part.least;
            joined.bounds.extend(part.bounds);
        }
        let looser = |bound: Bound| {
            let next = Bound { below: bound.below + 1, ..bound };
            if !core.bounds.contains(&bound) { Some(bound) } else { Some(next) }
        };
        joined.bounds = joined.bounds.into_iter().filter_map(looser).collect();
        joined.bounds.retain(|bound| bound.below <= oracle.counted(bound.count));
        let broken: Vec<Broken> =
            free.into_iter().map(Broken::Element).chain(core.bounds.iter().copied().map(Broken::Bound)).collect();
        if broken.len() > 1 {
            joined.bounds.push(Bound { count: oracle.count(broken), below: 2 });
        }
        self.parts = apart;
        self.parts.push(joined);
        true
    }
}
