//! What comes before what? A relation between numbered things, with everything that follows from it.

mod count;

pub(crate) use count::Count;

use fixedbitset::FixedBitSet as Set;
use std::collections::BTreeMap;

/// Things 0, 1, 2... of which some come before others; circles are possible.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// For each thing, what comes directly after it.
    next: Vec<Set>,
    /// For each thing, all that comes after it, over others too.
    after: Vec<Set>,
}

impl Order {
    /// These things with these pairs, the first of each before the second.
    pub fn new(size: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Order {
        let mut next = vec![Set::with_capacity(size); size];
        for (first, then) in pairs {
            if let Some(row) = next.get_mut(first) {
                row.insert(then);
            }
        }
        Order { after: closed(&next), next }
    }

    /// How many things.
    pub fn size(&self) -> usize {
        self.next.len()
    }

    /// Does the first come before the second, over others too?
    pub fn before(&self, first: usize, second: usize) -> bool {
        self.after.get(first).is_some_and(|after| after.contains(second))
    }

    /// Is the first the second, or before it?
    pub fn up_to(&self, first: usize, second: usize) -> bool {
        first == second || self.before(first, second)
    }

    /// Does something come before itself?
    pub fn has_circle(&self) -> bool {
        (0..self.size()).any(|at| self.before(at, at))
    }

    /// The pairs that were given.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.next.iter().enumerate().flat_map(|(first, row)| row.ones().map(move |then| (first, then)))
    }

    /// The same with more pairs.
    pub fn with(&self, more: impl IntoIterator<Item = (usize, usize)>) -> Order {
        Order::new(self.size(), self.pairs().chain(more))
    }

    /// The same with some things made one, and what stood between them dropped.
    pub fn at_one_moment(&self, together: &[usize]) -> Merged {
        let one = together.iter().copied().min().unwrap_or(0);
        let place = |at: usize| if together.contains(&at) { one } else { at };
        let within = |(first, then): &(usize, usize)| together.contains(first) && together.contains(then);
        let pairs = self.pairs().filter(|pair| !within(pair)).map(|(first, then)| (place(first), place(then)));
        Merged { order: Order::new(self.size(), pairs), together: together.to_vec(), one }
    }

    /// A shortest way along the given pairs, both ends with it; of several, the one whose things have the lowest numbers, place by place.
    pub fn way(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let left = self.distances(to);
        let mut way = vec![from];
        let mut at = from;
        let mut steps = self.steps_to(at, &left)?;
        while steps > 0 {
            steps -= 1;
            at = self.next.get(at)?.ones().find(|next| left.get(next) == Some(&steps))?;
            way.push(at);
        }
        Some(way)
    }

    /// How many steps from here, at least one, if there is a way.
    fn steps_to(&self, from: usize, left: &BTreeMap<usize, usize>) -> Option<usize> {
        self.next.get(from)?.ones().filter_map(|next| left.get(&next)).min().map(|steps| steps + 1)
    }

    /// How many steps it is to a thing from each from which there is a way; none from itself.
    fn distances(&self, to: usize) -> BTreeMap<usize, usize> {
        let mut known = BTreeMap::from([(to, 0)]);
        let mut edge = vec![to];
        while !edge.is_empty() {
            let reached = |at: &usize| {
                !known.contains_key(at) && self.next.get(*at).is_some_and(|n| edge.iter().any(|to| n.contains(*to)))
            };
            let more: Vec<usize> = (0..self.size()).filter(reached).collect();
            let steps = edge.first().and_then(|at| known.get(at)).map_or(0, |steps| steps + 1);
            known.extend(more.iter().map(|at| (*at, steps)));
            edge = more;
        }
        known
    }

    /// The order that takes at every place the lowest number that can come next; none where something waits for itself.
    pub fn first(&self) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.size()).collect();
        let mut order = Vec::new();
        while let Some(place) = left.iter().position(|at| !left.iter().any(|other| self.before(*other, *at))) {
            order.push(left.remove(place));
        }
        if left.is_empty() { order } else { Vec::new() }
    }
}

/// An order in which some things are one.
#[derive(Clone, Debug)]
pub(crate) struct Merged {
    /// The order of what is left; the things made one stand at the lowest of their numbers.
    order: Order,
    together: Vec<usize>,
    one: usize,
}

impl Merged {
    fn place(&self, at: usize) -> usize {
        if self.together.contains(&at) { self.one } else { at }
    }

    /// Is there a circle through the moment?
    pub fn circle_through(&self) -> bool {
        self.order.before(self.one, self.one)
    }

    /// Does the first come before the second? Nothing comes before itself within the moment.
    pub fn before(&self, first: usize, second: usize) -> bool {
        self.place(first) != self.place(second) && self.order.before(self.place(first), self.place(second))
    }

    /// Is the first before the second, or at one moment with it?
    pub fn up_to(&self, first: usize, second: usize) -> bool {
        self.order.up_to(self.place(first), self.place(second))
    }
}

/// All that follows (Warshall 1962).
fn closed(next: &[Set]) -> Vec<Set> {
    let mut after = next.to_vec();
    for middle in 0..after.len() {
        let Some(beyond) = after.get(middle).cloned() else { continue };
        after.iter_mut().filter(|row| row.contains(middle)).for_each(|row| row.union_with(&beyond));
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_shortest_and_lowest() {
        let order = Order::new(5, [(0, 2), (0, 1), (1, 3), (2, 3), (3, 0), (3, 4)]);
        assert_eq!(order.way(0, 3), Some(vec![0, 1, 3]));
        assert_eq!(order.way(0, 0), Some(vec![0, 1, 3, 0]));
        assert_eq!(order.way(4, 0), None);
        assert!(order.has_circle());
        assert!(!order.at_one_moment(&[0, 1, 2, 3]).circle_through());
        assert!(order.at_one_moment(&[0, 1]).circle_through());
    }

    #[test]
    fn the_first_order_takes_the_lowest_that_can_come() {
        assert_eq!(Order::new(4, [(3, 0), (1, 3)]).first(), [1, 2, 3, 0]);
        assert_eq!(Order::new(2, [(0, 1), (1, 0)]).first(), [0usize; 0]);
    }
}
