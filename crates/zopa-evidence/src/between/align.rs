//! Which sentence of one document says what a sentence of the other says?
//!
//! A rewrite keeps the order of what it rewrites, splits and merges sentences, and hardly ever keeps five words in a row.
//! So sentences are compared by the rare words they share ([`Corpus::alike`]), and what two words could also share by
//! chance has to be borne out by the order: the weaker a pair, the more of its neighbours must stand in line with it.
//! Each sentence may have several counterparts.
//!
//! The thresholds were fixed on one pair of reports before anything was measured, at the widest gaps between pairs of
//! different sort, and are not to be moved for a text at hand: [`STRONG`], [`FAIR`], [`FAINT`].

use super::corpus::Corpus;
use std::collections::BTreeSet;

/// Alike enough to stand alone, in thousandths.
pub(crate) const STRONG: u32 = 300;
/// Alike enough where the documents are known to be kin.
pub(crate) const FAIR: u32 = 200;
/// Alike enough, in kin, for a sentence that has no other counterpart and stands where it should.
pub(crate) const FAINT: u32 = 140;
/// How far from its place, in sentences, a faint pair may lie.
const NEAR: usize = 2;

/// A sentence of one document with one of another, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pair {
    pub(crate) one: usize,
    pub(crate) other: usize,
    /// In thousandths.
    pub(crate) alike: u32,
}

/// All pairs at least as alike as `least`, in order.
pub(crate) fn pairs(corpus: &Corpus, one: usize, other: usize, least: u32) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (i, left) in corpus.sentences(one).iter().enumerate() {
        for (j, right) in corpus.sentences(other).iter().enumerate() {
            let alike = corpus.alike(left, right);
            if alike >= least {
                pairs.push(Pair { one: i, other: j, alike });
            }
        }
    }
    pairs
}

/// The pairs of two documents that are kin: the strong ones; the fair ones, unless both sentences have a strong one; and
/// the faint ones that the order bears out.
pub(crate) fn aligned(corpus: &Corpus, one: usize, other: usize) -> Vec<Pair> {
    let all = pairs(corpus, one, other, FAINT);
    let (strong, rest): (Vec<Pair>, Vec<Pair>) = all.into_iter().partition(|pair| pair.alike >= STRONG);
    let has_better = |pair: &Pair| {
        strong.iter().any(|better| better.one == pair.one) && strong.iter().any(|better| better.other == pair.other)
    };
    let (firm, faint): (Vec<Pair>, Vec<Pair>) =
        rest.iter().filter(|pair| !has_better(pair)).partition(|pair| pair.alike >= FAIR);
    let firm: Vec<Pair> = strong.iter().copied().chain(firm).collect();
    let mut fair = firm.clone();
    for lone in best_of_lone(&firm, &faint, |pair| pair.one) {
        if in_place(&firm, lone) {
            fair.push(lone);
        }
    }
    for lone in best_of_lone(&firm, &faint, |pair| pair.other) {
        if in_place(&firm, lone) && !fair.contains(&lone) {
            fair.push(lone);
        }
    }
    fair.sort_unstable();
    fair
}

/// For each sentence of one side without a counterpart, its best faint pair.
fn best_of_lone(firm: &[Pair], faint: &[Pair], side: impl Fn(&Pair) -> usize) -> Vec<Pair> {
    let matched: BTreeSet<usize> = firm.iter().map(&side).collect();
    let lone: BTreeSet<usize> = faint.iter().map(&side).filter(|at| !matched.contains(at)).collect();
    lone.into_iter()
        .filter_map(|at| faint.iter().filter(|pair| side(pair) == at).copied().max_by_key(|p| p.alike))
        .collect()
}

/// Does a pair stand where the pairs before and after it (on the first side) let it be expected?
fn in_place(firm: &[Pair], pair: Pair) -> bool {
    let near = |other: &Pair| other.other.abs_diff(pair.other) <= NEAR + other.one.abs_diff(pair.one) / 2;
    let before = firm.iter().filter(|p| p.one <= pair.one && p.other != pair.other).max_by_key(|p| (p.one, p.alike));
    let after =
        firm.iter().filter(|p| p.one >= pair.one && p.other != pair.other).min_by_key(|p| (p.one, u32::MAX - p.alike));
    match (before, after) {
        (Some(before), Some(after)) => near(before) || near(after),
        (Some(before), None) => near(before) && before.other <= pair.other,
        (None, Some(after)) => near(after) && after.other >= pair.other,
        (None, None) => false,
    }
}

/// The most pairs that stand in the same order on both sides (longest increasing subsequence of the best pair of each
/// sentence), as indices into `best`.
pub(crate) fn in_order(best: &[Pair]) -> Vec<usize> {
    // `ends[k]`: where a row of k + 1 pairs ends with the least `other`; `before`: what each stands after.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    let value = |at: usize| best.get(at).map_or(0, |pair| pair.other);
    for at in 0..best.len() {
        let length = ends.partition_point(|end| value(*end) <= value(at));
        before.push(length.checked_sub(1).and_then(|last| ends.get(last)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut row = Vec::new();
    let mut at = ends.last().copied();
    while let Some(here) = at {
        row.push(here);
        at = before.get(here).copied().flatten();
    }
    row.reverse();
    row
}

/// The best pair of each sentence of the first side that has one.
pub(crate) fn best(pairs: &[Pair]) -> Vec<Pair> {
    let mut best: Vec<Pair> = Vec::new();
    for pair in pairs {
        match best.last_mut() {
            Some(last) if last.one == pair.one => {
                if pair.alike > last.alike {
                    *last = *pair;
                }
            }
            _ => best.push(*pair),
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn longest(best: &[Pair], after: usize, from: usize) -> usize {
        let Some(pair) = best.get(from) else { return 0 };
        let without = longest(best, after, from + 1);
        if pair.other < after { without } else { without.max(1 + longest(best, pair.other, from + 1)) }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn the_longest_row_in_order(others in prop::collection::vec(0_usize..8, 0..10)) {
            let best: Vec<Pair> =
                others.iter().enumerate().map(|(one, other)| Pair { one, other: *other, alike: 500 }).collect();
            let row = in_order(&best);
            prop_assert_eq!(row.len(), longest(&best, 0, 0));
            prop_assert!(row.windows(2).all(|w| w[0] < w[1] && best[w[0]].other <= best[w[1]].other));
        }
    }
}
