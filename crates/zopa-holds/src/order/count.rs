//! How many orders are there? Counted over the sets of things that can come first, part by part.
//!
//! Whatever has been taken so far, only *what*, not in which order, decides what can come next; so the orders are counted over
//! those sets (ideals), smallest first. Parts that nothing orders against each other are counted each by itself and dealt into
//! each other. Counting orders is hard in general (G. Brightwell, P. Winkler, *Counting linear extensions*, 1991): above a number of sets
//! only the first of each size are followed, which gives *at least so many*.

use super::Order;
use std::collections::BTreeMap;
use zopa_finding::{Completeness, MOST_ORDERS};

/// Sets looked at for one part, at most.
const SETS: usize = 200_000;

/// A number of orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Count {
    /// How many, or at least so many.
    pub number: u64,
    /// Is that all?
    pub exact: bool,
}

impl Count {
    /// One.
    pub const ONE: Count = Count { number: 1, exact: true };
    /// None.
    pub const NONE: Count = Count { number: 0, exact: true };

    fn capped(number: u128, exact: bool) -> Count {
        match u64::try_from(number) {
            Ok(number) if number <= MOST_ORDERS => Count { number, exact },
            _ => Count { number: MOST_ORDERS, exact: false },
        }
    }

    /// As a finding says it.
    pub fn complete(self) -> Completeness {
        if self.exact { Completeness::Complete } else { Completeness::AtLeast }
    }

    /// Without so many of them. Of a number that is not exact, or less one that is not, at least one is left: what is open in some orders is
    /// open in one.
    pub fn less(self, other: Count) -> Count {
        match self.exact && other.exact {
            true => Count { number: self.number.saturating_sub(other.number), exact: true },
            false => Count { number: 1, exact: false },
        }
    }

    fn times(self, other: Count) -> Count {
        Count::capped(u128::from(self.number) * u128::from(other.number), self.exact && other.exact)
    }
}

impl Order {
    /// How many orders there are; none where something waits for itself.
    pub fn count(&self) -> Count {
        if self.has_circle() {
            return Count::NONE;
        }
        let mut taken = 0;
        self.parts().iter().fold(Count::ONE, |all, part| {
            taken += part.len();
            all.times(self.part(part)).times(ways_to_deal(taken, part.len()))
        })
    }

    /// The things by what is ordered against what, over others too.
    fn parts(&self) -> Vec<Vec<usize>> {
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for at in 0..self.size() {
            let touches =
                |part: &Vec<usize>| part.iter().any(|other| self.before(at, *other) || self.before(*other, at));
            let (touched, apart): (Vec<_>, Vec<_>) = parts.into_iter().partition(touches);
            parts = apart;
            parts.push(touched.into_iter().flatten().chain([at]).collect());
        }
        parts
    }

    /// The orders of one part, set by set: each with the number of orders in which it comes first.
    fn part(&self, part: &[usize]) -> Count {
        let Some(needs) = self.needs(part) else { return Count { number: 1, exact: false } };
        let mut level: BTreeMap<u128, u64> = BTreeMap::from([(0, 1)]);
        let (mut seen, mut exact) = (1, true);
        for _ in part {
            let mut next: BTreeMap<u128, u64> = BTreeMap::new();
            for (set, ways) in level {
                for (place, needs) in needs.iter().enumerate() {
                    let one = 1u128 << place;
                    if set & one == 0 && needs & !set == 0 {
                        let sum = next.entry(set | one).or_insert(0);
                        *sum = sum.saturating_add(ways).min(MOST_ORDERS + 1);
                    }
                }
            }
            let room = (SETS / part.len()).max(1);
            if seen + next.len() > SETS && next.len() > room {
                next = next.into_iter().take(room).collect();
                exact = false;
            }
            seen += next.len();
            level = next;
        }
        Count::capped(level.values().map(|ways| u128::from(*ways)).sum(), exact)
    }

    /// For each thing of the part, what has to be taken before it, as a set; none where they are too many for one.
    fn needs(&self, part: &[usize]) -> Option<Vec<u128>> {
        let need = |at: &usize| {
            let first = part.iter().enumerate().filter(|(_, other)| self.before(**other, *at));
            first.fold(0u128, |set, (place, _)| set | 1 << place)
        };
        (part.len() <= 128).then(|| part.iter().map(need).collect())
    }
}

/// In how many ways can so many things be dealt into so many places?
fn ways_to_deal(places: usize, things: usize) -> Count {
    let things = things.min(places - things.min(places));
    let mut ways: u128 = 1;
    for at in 1..=things {
        ways = ways * (places - things + at) as u128 / at as u128;
        if ways > u128::from(MOST_ORDERS) {
            return Count { number: MOST_ORDERS, exact: false };
        }
    }
    Count::capped(ways, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn naive(order: &Order, taken: &mut Vec<usize>) -> u64 {
        if taken.len() == order.size() {
            return 1;
        }
        let mut sum = 0;
        for at in 0..order.size() {
            let ready = (0..order.size()).all(|other| !order.before(other, at) || taken.contains(&other));
            if !taken.contains(&at) && ready {
                taken.push(at);
                sum += naive(order, taken);
                taken.pop();
            }
        }
        sum
    }

    proptest! {
        #[test]
        fn counts_equal_brute_force(size in 1usize..8, pairs in proptest::collection::vec((0usize..8, 0usize..8), 0..12)) {
            let order = Order::new(size, pairs.into_iter().filter(|(a, b)| a.max(b) < &size));
            let naive = if order.has_circle() { 0 } else { naive(&order, &mut Vec::new()) };
            prop_assert_eq!(order.count(), Count { number: naive, exact: true });
        }
    }

    #[test]
    fn large_counts_are_exact_or_at_least() {
        assert_eq!(Order::new(17, []).count(), Count { number: 355_687_428_096_000, exact: true });
        assert_eq!(Order::new(18, []).count(), Count { number: MOST_ORDERS, exact: false });
        // Two rows of 20, each thing of the one before its neighbour of the other: the Catalan number of 20.
        let ladder = (0..19).flat_map(|at| [(at, at + 1), (20 + at, 21 + at)]).chain((0..20).map(|at| (at, 20 + at)));
        assert_eq!(Order::new(40, ladder).count(), Count { number: 6_564_120_420, exact: true });
        // A comb of 40 has more sets than are looked at.
        let comb = Order::new(40, (1..40).map(|at| (0, at))).count();
        assert!(!comb.exact);
        assert!(comb.number > 1);
    }
}
