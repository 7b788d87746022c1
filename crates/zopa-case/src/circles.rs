//! Which of these come back to themselves? Circles among things of which each leads to some others.
//!
//! Tarjan's components (R. Tarjan, *Depth-first search and linear graph algorithms*, SIAM J. Comput. 1, 1972), without
//! recursion, so that a chain may be as long as a case. Each circle is told once, as a shortest way round from the first
//! of its members in file order.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

/// For each set of things that lead to each other: a shortest way from its first member back to it, that member first.
pub(crate) fn circles(leads_to: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let component = components(leads_to);
    let mut found = Vec::new();
    let mut told: Vec<bool> = vec![false; leads_to.len()];
    for start in 0..leads_to.len() {
        let Some(own) = component.get(start) else { continue };
        if told.get(*own).copied().unwrap_or(true) {
            continue;
        }
        let within = |at: usize| component.get(at) == Some(own);
        if let Some(way) = way_round(leads_to, start, within) {
            found.push(way);
        }
        // Whoever is first of its component finds its circle, or there is none.
        if let Some(told) = told.get_mut(*own) {
            *told = true;
        }
    }
    found
}

/// The shortest way from a thing back to it, by things for which `within` holds.
fn way_round(leads_to: &[Vec<usize>], start: usize, within: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    let mut from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for next in leads_to.get(at).into_iter().flatten().copied().filter(|next| within(*next)) {
            if next == start {
                let back = std::iter::successors(Some(at), |at| from.get(at).copied());
                let mut way: Vec<usize> = back.collect();
                way.reverse();
                return Some(way);
            }
            if let Entry::Vacant(vacant) = from.entry(next) {
                vacant.insert(at);
                queue.push_back(next);
            }
        }
    }
    None
}

/// For each thing the number of its component: those that lead to it and that it leads to.
fn components(leads_to: &[Vec<usize>]) -> Vec<usize> {
    let mut search = Search::new(leads_to);
    for start in 0..leads_to.len() {
        if search.is_new(start) {
            search.from(start);
        }
    }
    search.component
}

const UNSEEN: usize = usize::MAX;

struct Search<'a> {
    leads_to: &'a [Vec<usize>],
    order: Vec<usize>,
    low: Vec<usize>,
    component: Vec<usize>,
    open: Vec<usize>,
    seen: usize,
    closed: usize,
}

impl<'a> Search<'a> {
    fn new(leads_to: &'a [Vec<usize>]) -> Search<'a> {
        let unseen = || vec![UNSEEN; leads_to.len()];
        let (order, low, component) = (unseen(), unseen(), unseen());
        Search { leads_to, order, low, component, open: Vec::new(), seen: 0, closed: 0 }
    }

    fn is_new(&self, at: usize) -> bool {
        get(&self.order, at) == UNSEEN
    }

    fn from(&mut self, start: usize) {
        // What is being looked at, with how many of the things it leads to are done.
        let mut path = vec![(start, 0)];
        self.enter(start);
        while let Some((at, done)) = path.last_mut() {
            let (here, next) = (*at, self.leads_to.get(*at).and_then(|next| next.get(*done)).copied());
            *done += 1;
            match next {
                Some(next) if self.is_new(next) => {
                    self.enter(next);
                    path.push((next, 0));
                }
                Some(next) if get(&self.component, next) == UNSEEN => self.lower(here, get(&self.order, next)),
                Some(_) => {}
                None => {
                    path.pop();
                    self.leave(here);
                    if let Some((before, _)) = path.last() {
                        self.lower(*before, get(&self.low, here));
                    }
                }
            }
        }
    }

    fn enter(&mut self, at: usize) {
        put(&mut self.order, at, self.seen);
        put(&mut self.low, at, self.seen);
        self.seen += 1;
        self.open.push(at);
    }

    fn lower(&mut self, at: usize, low: usize) {
        let low = get(&self.low, at).min(low);
        put(&mut self.low, at, low);
    }

    /// Closes the component that began here, if one did.
    fn leave(&mut self, at: usize) {
        if get(&self.low, at) != get(&self.order, at) {
            return;
        }
        while let Some(member) = self.open.pop() {
            put(&mut self.component, member, self.closed);
            if member == at {
                break;
            }
        }
        self.closed += 1;
    }
}

fn get(list: &[usize], at: usize) -> usize {
    list.get(at).copied().unwrap_or(UNSEEN)
}

fn put(list: &mut [usize], at: usize, value: usize) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    /// The definition: whom does it reach?
    fn reaches(leads_to: &[Vec<usize>], from: usize, to: usize) -> bool {
        let mut seen = vec![false; leads_to.len()];
        let mut stack = leads_to[from].clone();
        while let Some(at) = stack.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                stack.extend(&leads_to[at]);
            }
        }
        seen[to]
    }

    #[test]
    fn circles_are_those_of_the_definition() {
        // All 65,536 ways in which four things lead to each other.
        for edges in 0u32..1 << 16 {
            let to = |a: usize| (0..4).filter(|b| edges >> (4 * a + b) & 1 == 1).collect();
            let leads_to: Vec<Vec<usize>> = (0..4).map(to).collect();
            let found = circles(&leads_to);
            let first = |at: usize| {
                let both = |other: usize| reaches(&leads_to, at, other) && reaches(&leads_to, other, at);
                reaches(&leads_to, at, at) && !(0..at).any(both)
            };
            let expected: Vec<usize> = (0..4).filter(|at| first(*at)).collect();
            assert_eq!(found.iter().map(|way| way[0]).collect::<Vec<_>>(), expected, "{leads_to:?}");
            for way in found {
                let next = way.iter().skip(1).chain(way.first());
                assert!(way.iter().zip(next).all(|(a, b)| leads_to[*a].contains(b)), "{leads_to:?} {way:?}");
            }
        }
    }

    #[test]
    fn a_chain_may_be_long() {
        let chain: Vec<Vec<usize>> = (0..200_000).map(|at: usize| at.checked_sub(1).into_iter().collect()).collect();
        assert!(circles(&chain).is_empty());
    }
}
