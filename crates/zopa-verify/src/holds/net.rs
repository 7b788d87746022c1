//! In which orders can these be taken, if these pairs must keep theirs?
//!
//! Few enough: every order is written down and looked at. Else only two things are asked: is there an order at all
//! (take whatever can come next until nothing is left), and how many are there (sum over what can come next, each set
//! of those taken worked out once).

use std::collections::{BTreeMap, BTreeSet};

/// Up to so many, every order is written down.
const WRITTEN: usize = 6;

/// Sets of those taken, at most, in one count.
const SETS: usize = 250_000;

/// What must come before what, by row.
pub(super) type Pair = (usize, usize);

/// Those that are put in order, by row, and the pairs that keep theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Net {
    pub(super) nodes: BTreeSet<usize>,
    pub(super) pairs: BTreeSet<Pair>,
}

/// How many orders there are, and how many sets of those taken were looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) orders: u128,
    pub(super) sets: usize,
}

impl Net {
    /// With more pairs.
    pub(super) fn with(&self, more: &[Pair]) -> Net {
        let mut net = self.clone();
        net.pairs.extend(more.iter().copied());
        net
    }

    /// The order that takes, at every place, the earliest row that can come next.
    pub(super) fn first(&self) -> Option<Vec<usize>> {
        let (mut order, mut left) = (Vec::new(), self.nodes.clone());
        while !left.is_empty() {
            let waits = |node: usize| self.pairs.iter().any(|(a, b)| *b == node && left.contains(a));
            let next = left.iter().copied().find(|node| !waits(*node))?;
            left.remove(&next);
            order.push(next);
        }
        Some(order)
    }

    /// All that come after it by a pair, or a chain of them.
    pub(super) fn after(&self, node: usize) -> BTreeSet<usize> {
        let (mut after, mut next) = (BTreeSet::new(), vec![node]);
        while let Some(node) = next.pop() {
            let more = self.pairs.iter().filter(|(a, _)| *a == node).map(|(_, b)| *b);
            next.extend(more.filter(|node| after.insert(*node)));
        }
        after
    }

    /// All that come before it.
    pub(super) fn before(&self, node: usize) -> BTreeSet<usize> {
        self.nodes.iter().copied().filter(|other| self.after(*other).contains(&node)).collect()
    }

    /// A shortest way of at least one pair from one to another; of several the one whose rows come first, place by
    /// place.
    pub(super) fn shortest(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let mut ways = vec![vec![from]];
        let mut seen = BTreeSet::new();
        // Ways of equal length in order of their rows; of those that come to one place, only the first can matter.
        while !ways.is_empty() {
            let mut longer = Vec::new();
            for way in &ways {
                let Some(last) = way.last() else { continue };
                for (_, b) in self.pairs.iter().filter(|(a, _)| a == last) {
                    let way: Vec<usize> = way.iter().copied().chain([*b]).collect();
                    if *b == to {
                        return Some(way);
                    }
                    if seen.insert(*b) {
                        longer.push(way);
                    }
                }
            }
            ways = longer;
        }
        None
    }

    /// Two made one: the second goes by the name of the first.
    pub(super) fn made_one(&self, one: usize, other: usize) -> Net {
        let named = |node: usize| if node == other { one } else { node };
        let nodes = self.nodes.iter().map(|node| named(*node)).collect();
        let pairs = self.pairs.iter().map(|(a, b)| (named(*a), named(*b))).filter(|(a, b)| a != b).collect();
        Net { nodes, pairs }
    }

    /// How many orders? `None` where too many sets would have to be looked at.
    pub(super) fn count(&self) -> Option<Count> {
        let nodes: Vec<usize> = self.nodes.iter().copied().collect();
        if nodes.len() > 127 {
            return None;
        }
        let place = |node: usize| nodes.iter().position(|other| *other == node);
        let wait = |node: &usize| {
            let earlier = self.pairs.iter().filter(|(_, b)| b == node).filter_map(|(a, _)| place(*a));
            earlier.fold(0, |set: u128, place| set | 1 << place)
        };
        let waits: Vec<u128> = nodes.iter().map(wait).collect();
        let mut known = BTreeMap::new();
        let orders = left(0, &waits, &mut known)?;
        Some(Count { orders, sets: known.len() })
    }

    /// Every order, where they are few enough to be written down.
    fn written(&self) -> Option<Vec<Vec<usize>>> {
        if self.nodes.len() > WRITTEN {
            return None;
        }
        let nodes: Vec<usize> = self.nodes.iter().copied().collect();
        let keeps = |order: &Vec<usize>| self.pairs.iter().all(|pair| in_order(order, *pair));
        Some(all_orders(&nodes).into_iter().filter(keeps).collect())
    }
}

/// Is there an order with more pairs? For one net, asked again and again.
pub(super) struct Ways {
    pub(super) net: Net,
    written: Option<Vec<Vec<usize>>>,
}

impl Ways {
    pub(super) fn of(net: Net) -> Ways {
        let written = net.written();
        Ways { net, written }
    }

    /// Some order keeps these pairs too.
    pub(super) fn some(&self, more: &[Pair]) -> bool {
        match &self.written {
            Some(orders) => orders.iter().any(|order| more.iter().all(|pair| in_order(order, *pair))),
            None => self.net.with(more).first().is_some(),
        }
    }
}

fn in_order(order: &[usize], (a, b): Pair) -> bool {
    let place = |node| order.iter().position(|other| *other == node);
    matches!((place(a), place(b)), (Some(a), Some(b)) if a < b)
}

/// Every order of these.
pub(super) fn all_orders(nodes: &[usize]) -> Vec<Vec<usize>> {
    if nodes.is_empty() {
        return vec![Vec::new()];
    }
    let begun = |first: &usize| {
        let rest: Vec<usize> = nodes.iter().copied().filter(|node| node != first).collect();
        let first = *first;
        all_orders(&rest).into_iter().map(move |order| std::iter::once(first).chain(order).collect())
    };
    nodes.iter().flat_map(begun).collect()
}

/// In how many orders can the rest be taken after this set?
fn left(taken: u128, waits: &[u128], known: &mut BTreeMap<u128, u128>) -> Option<u128> {
    if let Some(orders) = known.get(&taken) {
        return Some(*orders);
    }
    if known.len() >= SETS {
        return None;
    }
    if taken.count_ones() as usize == waits.len() {
        known.insert(taken, 1);
        return Some(1);
    }
    let mut orders: u128 = 0;
    for (place, wait) in waits.iter().enumerate() {
        let one = 1u128 << place;
        if taken & one == 0 && wait & !taken == 0 {
            orders = orders.saturating_add(left(taken | one, waits, known)?);
        }
    }
    known.insert(taken, orders);
    Some(orders)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn net(nodes: usize, pairs: &[Pair]) -> Net {
        Net { nodes: (0..nodes).collect(), pairs: pairs.iter().copied().collect() }
    }

    #[test]
    fn the_first_order_takes_the_earliest_that_can_come_next() {
        assert_eq!(net(4, &[(3, 0), (2, 1)]).first(), Some(vec![2, 1, 3, 0]));
        assert_eq!(net(3, &[(0, 1), (1, 0)]).first(), None);
    }

    #[test]
    fn a_shortest_way_is_the_first_of_the_shortest() {
        let net = net(6, &[(0, 2), (0, 1), (1, 5), (2, 5), (0, 3), (3, 4), (4, 5), (5, 0)]);
        assert_eq!(net.shortest(0, 5), Some(vec![0, 1, 5]));
        assert_eq!(net.shortest(5, 5), Some(vec![5, 0, 1, 5]));
        assert_eq!(net.shortest(4, 4), Some(vec![4, 5, 0, 3, 4]));
    }

    #[test]
    fn a_large_count_is_exact() {
        assert_eq!(net(12, &[]).count().unwrap().orders, 479_001_600);
        assert_eq!(net(12, &[(0, 1)]).count().unwrap().orders, 239_500_800);
    }

    proptest! {
        /// Both counts, and both answers to whether there is an order, by writing all orders down.
        #[test]
        fn what_is_worked_out_is_what_is_written_down(pairs in prop::collection::vec((0usize..6, 0usize..6), 0..8)) {
            let net = net(6, &pairs);
            let written = net.written().unwrap();
            prop_assert_eq!(net.count().unwrap().orders, written.len() as u128);
            prop_assert_eq!(net.first(), written.into_iter().min());
            for (a, b) in [(0, 1), (5, 2), (3, 3)] {
                let without = Ways { net: net.clone(), written: None };
                prop_assert_eq!(Ways::of(net.clone()).some(&[(a, b)]), without.some(&[(a, b)]));
            }
        }
    }
}
