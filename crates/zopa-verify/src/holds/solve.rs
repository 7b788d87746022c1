//! What follows where these pairs keep their order: orders, circles, how each window stands.

use super::exchanges::Window;
use super::net::{Count, Net, Pair, Ways};
use std::collections::{BTreeMap, BTreeSet};

/// How a window stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Open {
    /// No step of the plan puts in force what was promised.
    Unending,
    /// There is no order.
    NoOrder,
    /// In every order.
    Always,
    /// In some.
    Some,
    /// In none.
    Never,
}

/// Is the window open in every order that keeps these pairs too, in some, in none?
pub(super) fn open(ways: &Ways, (step, until): &Window, more: &[Pair]) -> Open {
    if until.is_empty() {
        return Open::Unending;
    }
    if !ways.some(more) {
        return Open::NoOrder;
    }
    let with = |pairs: &[Pair]| more.iter().chain(pairs).copied().collect::<Vec<Pair>>();
    // A step at the same moment is not after it.
    let others: Vec<usize> = until.iter().copied().filter(|until| until != step).collect();
    let later = others.iter().any(|until| ways.some(&with(&[(*step, *until)])));
    let all_before: Vec<Pair> = others.iter().map(|until| (*until, *step)).collect();
    match (later, ways.some(&with(&all_before))) {
        (true, true) => Open::Some,
        (true, false) => Open::Always,
        (false, _) => Open::Never,
    }
}

/// In how many orders is it open?
pub(super) fn open_orders(net: &Net, (step, until): &Window) -> Option<Count> {
    let all = net.count()?;
    let closed = net.with(&until.iter().map(|until| (*until, *step)).collect::<Vec<_>>()).count()?;
    // One that has run over is more than is ever told exactly.
    let orders = if all.orders == u128::MAX { u128::MAX } else { all.orders - closed.orders.min(all.orders) };
    Some(Count { orders, sets: all.sets })
}

/// For every step from which a way leads back to itself, a shortest, if the step is its first in the file.
pub(super) fn circles(net: &Net) -> BTreeSet<Vec<usize>> {
    let circle = |node: &usize| {
        let mut way = net.shortest(*node, *node)?;
        way.pop();
        (way.iter().min() == Some(node)).then_some(way)
    };
    net.nodes.iter().filter_map(circle).collect()
}

/// The pairs of a circle.
pub(super) fn around(circle: &[usize]) -> Vec<Pair> {
    circle.iter().copied().zip(circle.iter().copied().cycle().skip(1)).collect()
}

/// If all steps of the circle are made one: does no way lead from that one back to it?
pub(super) fn at_one_moment(net: &Net, circle: &[usize]) -> bool {
    let Some(first) = circle.first() else { return true };
    let one = circle.iter().fold(net.clone(), |net, step| net.made_one(*first, *step));
    !one.after(*first).contains(first)
}

/// What is so in every reading with these pairs and windows.
#[derive(Debug)]
pub(super) struct Solved {
    pub(super) net: Net,
    pub(super) first: Option<Vec<usize>>,
    pub(super) count: Option<Count>,
    pub(super) circles: BTreeSet<Vec<usize>>,
    pub(super) open: BTreeMap<Window, Open>,
    /// For those open in some orders: in how many.
    pub(super) open_orders: BTreeMap<Window, Option<Count>>,
}

impl Solved {
    pub(super) fn of(net: Net, windows: &BTreeSet<Window>) -> Solved {
        let ways = Ways::of(net.clone());
        let open: BTreeMap<Window, Open> =
            windows.iter().map(|window| (window.clone(), open(&ways, window, &[]))).collect();
        let some = open.iter().filter(|(_, open)| **open == Open::Some);
        let open_orders = some.map(|(window, _)| (window.clone(), open_orders(&net, window))).collect();
        Solved { first: net.first(), count: net.count(), circles: circles(&net), open, open_orders, net }
    }

    /// The chain by which the window is open in every order: a shortest from its step to a step that has to be done, of several the
    /// one to the first such step in the file.
    pub(super) fn chain(&self, (step, until): &Window) -> Vec<Pair> {
        let ways = until.iter().filter_map(|target| self.net.shortest(*step, *target));
        let way = ways.min_by_key(Vec::len).unwrap_or_default();
        way.iter().copied().zip(way.iter().copied().skip(1)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::holds::net::all_orders;
    use proptest::prelude::*;

    fn net(nodes: usize, pairs: &[Pair]) -> Net {
        Net { nodes: (0..nodes).collect(), pairs: pairs.iter().copied().collect() }
    }

    #[test]
    fn two_circles_that_share_a_step_are_two() {
        let net = net(4, &[(0, 1), (1, 0), (1, 2), (2, 3), (3, 1)]);
        assert_eq!(circles(&net), BTreeSet::from([vec![0, 1]]));
        assert!(!at_one_moment(&net, &[0, 1]));
        assert!(at_one_moment(&net, &[0, 1, 2, 3]));
    }

    proptest! {
        #[test]
        fn a_window_stands_as_in_the_orders_written_down(
            pairs in prop::collection::vec((0usize..6, 0usize..6), 0..7),
            until in prop::collection::btree_set(1usize..6, 1..4),
        ) {
            let net = net(6, &pairs);
            let keeps = |order: &Vec<usize>| {
                let place = |node: usize| order.iter().position(|other| *other == node);
                pairs.iter().all(|(a, b)| place(*a) < place(*b))
            };
            let orders: Vec<_> = all_orders(&[0, 1, 2, 3, 4, 5]).into_iter().filter(keeps).collect();
            let is_open = |order: &&Vec<usize>| {
                let mut from = order.iter().skip_while(|node| **node != 0);
                from.any(|node| until.contains(node))
            };
            let count = orders.iter().filter(is_open).count();
            let window = (0, until.clone());
            let right = match count {
                _ if orders.is_empty() => Open::NoOrder,
                0 => Open::Never,
                count if count == orders.len() => Open::Always,
                _ => Open::Some,
            };
            prop_assert_eq!(open(&Ways::of(net.clone()), &window, &[]), right);
            prop_assert_eq!(open_orders(&net, &window).unwrap().orders, count as u128);
        }
    }
}
