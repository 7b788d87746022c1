//! What would close a window, which others would it close, and which would it leave open in every order?

use super::exchanges::Window;
use super::net::{Net, Pair, Ways};
use super::solve::{Open, Solved, open};
use std::collections::{BTreeMap, BTreeSet};

/// The release of what a third holds, beside the rows of steps.
const RELEASE: usize = usize::MAX;

/// By what means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    Order(BTreeSet<Pair>),
    AtOneMoment(usize, usize),
    Parts(usize, usize),
    Escrow(usize),
}

/// Windows closed, and windows opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Effect {
    pub(super) closes: BTreeSet<Window>,
    pub(super) opens: BTreeSet<Window>,
}

/// The suggestions for one window.
pub(super) fn closings(solved: &Solved, window: &Window) -> BTreeMap<Way, Effect> {
    let now = solved.open.get(window).copied();
    if solved.first.is_none() || !matches!(now, Some(Open::Always | Open::Some)) {
        return BTreeMap::new();
    }
    let ways = Ways::of(solved.net.clone());
    let mut found = BTreeMap::new();
    for pairs in orders(&ways, window, now == Some(Open::Some)) {
        let more: Vec<Pair> = pairs.iter().copied().collect();
        found.insert(Way::Order(pairs), effect(solved, |window| open(&ways, window, &more)));
    }
    for other in at_one_moment(&solved.net, window) {
        let effect = of_one_moment(solved, window.0, other);
        found.insert(Way::AtOneMoment(window.0, other), effect.clone());
        found.insert(Way::Parts(window.0, other), effect);
    }
    if split(&solved.net, window).first().is_some() {
        let closes = |(other, open): &(&Window, &Open)| {
            other.0 == window.0 && other.1.is_subset(&window.1) && matches!(open, Open::Always | Open::Some)
        };
        let closes = solved.open.iter().filter(closes).map(|(window, _)| window.clone()).collect();
        found.insert(Way::Escrow(window.0), Effect { closes, opens: BTreeSet::new() });
    }
    found
}

/// What each window was, and what it is then.
fn effect(solved: &Solved, then: impl Fn(&Window) -> Open) -> Effect {
    let mut effect = Effect::default();
    for (window, now) in &solved.open {
        match (now, then(window)) {
            (Open::Always | Open::Some, Open::Never) => drop(effect.closes.insert(window.clone())),
            (Open::Some | Open::Never, Open::Always) => drop(effect.opens.insert(window.clone())),
            _ => {}
        }
    }
    effect
}

/// The weakest single pairs that close it; where there is none and it is not always open, the last of what it waits for
/// before its step.
fn orders(ways: &Ways, window: &Window, in_some: bool) -> Vec<BTreeSet<Pair>> {
    let nodes = &ways.net.nodes;
    let after: BTreeMap<usize, BTreeSet<usize>> = nodes.iter().map(|node| (*node, ways.net.after(*node))).collect();
    let comes_before = |a: usize, b: usize| after.get(&a).is_some_and(|after| after.contains(&b));
    let pairs = nodes.iter().flat_map(|a| nodes.iter().map(|b| (*a, *b)));
    let closes = |(a, b): &Pair| a != b && !comes_before(*b, *a) && open(ways, window, &[(*a, *b)]) == Open::Never;
    let closing: Vec<Pair> = pairs.filter(closes).collect();
    let implies = |(u, v): Pair, (x, y): Pair| (x == u || comes_before(x, u)) && (v == y || comes_before(v, y));
    let weakest = |pair: &&Pair| !closing.iter().any(|other| other != *pair && implies(**pair, *other));
    let weakest: Vec<BTreeSet<Pair>> = closing.iter().filter(weakest).map(|pair| BTreeSet::from([*pair])).collect();
    if !weakest.is_empty() || !in_some {
        return weakest;
    }
    let (step, until) = window;
    let open: Vec<usize> = until.iter().copied().filter(|until| !comes_before(*until, *step)).collect();
    let last = |until: &&usize| !open.iter().any(|other| comes_before(**until, *other));
    vec![open.iter().filter(last).map(|until| (*until, *step)).collect()]
}

/// The steps with which its own could be done at one moment.
fn at_one_moment(net: &Net, (step, until): &Window) -> Vec<usize> {
    let comes_before = |a: usize, b: usize| net.after(a).contains(&b);
    let fits = |one: &usize| {
        let rest = until.iter().filter(|other| *other != one);
        !comes_before(*step, *one)
            && !comes_before(*one, *step)
            && rest.into_iter().all(|other| comes_before(*other, *step) || comes_before(*other, *one))
    };
    until.iter().copied().filter(fits).collect()
}

/// Both made one: within the moment nobody waits.
fn of_one_moment(solved: &Solved, step: usize, other: usize) -> Effect {
    let ways = Ways::of(solved.net.made_one(step, other));
    let named = |node: usize| if node == other { step } else { node };
    effect(solved, |(step, until)| {
        if until.is_empty() {
            return Open::Unending;
        }
        open(&ways, &(named(*step), until.iter().map(|until| named(*until)).collect()), &[])
    })
}

/// The step split: a deposit in its place, and a release.
fn split(net: &Net, (step, until): &Window) -> Net {
    let moved = |(first, then): Pair| (if first == *step && !until.contains(&then) { RELEASE } else { first }, then);
    let mut pairs: BTreeSet<Pair> = net.pairs.iter().copied().map(moved).collect();
    pairs.insert((*step, RELEASE));
    pairs.extend(until.iter().map(|until| (*until, RELEASE)));
    Net { nodes: net.nodes.iter().copied().chain([RELEASE]).collect(), pairs }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solved(nodes: usize, pairs: &[Pair], windows: &[(usize, &[usize])]) -> Solved {
        let net = Net { nodes: (0..nodes).collect(), pairs: pairs.iter().copied().collect() };
        let windows = windows.iter().map(|(step, until)| (*step, until.iter().copied().collect())).collect();
        Solved::of(net, &windows)
    }

    fn window(step: usize, until: &[usize]) -> Window {
        (step, until.iter().copied().collect())
    }

    fn ways(solved: &Solved, window: &Window) -> Vec<Way> {
        closings(solved, window).into_keys().collect()
    }

    #[test]
    fn one_step_against_one() {
        let solved = solved(3, &[], &[(0, &[1])]);
        let window = window(0, &[1]);
        let order = Way::Order(BTreeSet::from([(1, 0)]));
        assert_eq!(ways(&solved, &window), [order, Way::AtOneMoment(0, 1), Way::Parts(0, 1), Way::Escrow(0)]);
    }

    #[test]
    fn what_closes_one_way_round_opens_the_other() {
        let solved = solved(2, &[], &[(0, &[1]), (1, &[0])]);
        let found = closings(&solved, &window(0, &[1]));
        let order = &found[&Way::Order(BTreeSet::from([(1, 0)]))];
        assert_eq!(order.opens, BTreeSet::from([window(1, &[0])]));
        let moment = &found[&Way::AtOneMoment(0, 1)];
        assert_eq!((moment.closes.len(), moment.opens.len()), (2, 0));
    }

    #[test]
    fn two_that_nothing_joins_take_two_pairs() {
        let solved = solved(3, &[], &[(0, &[1, 2])]);
        let both = Way::Order(BTreeSet::from([(1, 0), (2, 0)]));
        assert_eq!(ways(&solved, &window(0, &[1, 2])), [both, Way::Escrow(0)]);
    }

    #[test]
    fn the_weakest_pair_begins_early_and_ends_late() {
        // 1 before 4 would close it too, and says more: 4 comes before 0.
        let solved = solved(5, &[(2, 1), (4, 0), (0, 3)], &[(0, &[1])]);
        assert_eq!(ways(&solved, &window(0, &[1]))[0], Way::Order(BTreeSet::from([(1, 0)])));
    }

    #[test]
    fn escrow_fails_where_what_comes_after_must_come_before_what_it_waits_for() {
        let solved = solved(3, &[(0, 1), (1, 2)], &[(0, &[2]), (0, &[1, 2])]);
        assert_eq!(ways(&solved, &window(0, &[2])), []);
        let found = closings(&solved, &window(0, &[1, 2]));
        assert_eq!(found[&Way::Escrow(0)].closes, BTreeSet::from([window(0, &[2]), window(0, &[1, 2])]));
    }
}
