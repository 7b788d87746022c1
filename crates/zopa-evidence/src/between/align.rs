//! Which sentence of one document says what a sentence of the other says?
//!
//! A rewrite keeps the order of what it rewrites, splits and merges sentences, and hardly ever keeps five words in a row.
//! So sentences are compared by the rare words they share ([`Corpus::alike`]), and what two words could also share by
//! chance has to be borne out by the order: the weaker a pair, the more of its neighbours must stand in line with it.
//! Each sentence may have several counterparts.
//!
//! The thresholds were fixed once, on five pairs of articles of which four were written for this project, and are not to be
//! moved for a text at hand: [`STRONG`], [`FAIR`], [`FAINT`], [`LONE`].

use super::corpus::Corpus;
use std::collections::BTreeSet;

/// Alike enough to stand alone, in thousandths.
pub(crate) const STRONG: u32 = 300;
/// Alike enough where the documents are known to be kin.
pub(crate) const FAIR: u32 = 200;
/// Alike enough, in kin, for a sentence that has no other counterpart and stands in line with the strong pairs.
pub(crate) const FAINT: u32 = 140;
/// The same, where the other sentence has no other counterpart either.
pub(crate) const LONE: u32 = 60;
/// By so many sentences may a faint pair stand out of line.
const NEAR: usize = 1;

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
    let alike = corpus.all_alike(one, other).into_iter().filter(|(_, _, alike)| *alike >= least);
    alike.map(|(one, other, alike)| Pair { one, other, alike }).collect()
}

/// The pairs of two documents that are kin: the strong ones; the fair ones, unless both sentences have a strong one; and
/// the faint ones that stand in line with them.
pub(crate) fn aligned(corpus: &Corpus, one: usize, other: usize) -> Vec<Pair> {
    let all = pairs(corpus, one, other, LONE);
    let (strong, rest): (Vec<Pair>, Vec<Pair>) = all.into_iter().partition(|pair| pair.alike >= STRONG);
    let has_better = |pair: &Pair| {
        strong.iter().any(|better| better.one == pair.one) && strong.iter().any(|better| better.other == pair.other)
    };
    let (firm, faint): (Vec<Pair>, Vec<Pair>) =
        rest.iter().filter(|pair| !has_better(pair)).partition(|pair| pair.alike >= FAIR);
    let firm: Vec<Pair> = strong.iter().copied().chain(firm).collect();
    let line = line(&firm);
    let clear = clear(&rest);
    let near: Vec<Pair> = faint.into_iter().filter(|pair| in_line(&line, *pair)).collect();
    let mut all = firm.clone();
    all.extend(lone(&firm, &near, |pair| pair.one, |pair| pair.other));
    all.extend(lone(&firm, &near, |pair| pair.other, |pair| pair.one));
    all.extend(between_two(corpus, one, other, &all));
    let paired = |pair: &&Pair| !all.iter().any(|had| had.one == pair.one || had.other == pair.other);
    let moved: Vec<Pair> = clear.iter().filter(paired).copied().collect();
    all.extend(moved);
    all.sort_unstable();
    all.dedup();
    all
}

/// The pairs of which either sentence has none nearly as alike: an editor may have moved them.
fn clear(pairs: &[Pair]) -> Vec<Pair> {
    let rival = |pair: &Pair, other: &Pair| {
        other != pair
            && (other.one == pair.one || other.other == pair.other)
            && other.alike * CLEAR.1 > pair.alike * CLEAR.0
    };
    let stands = |pair: &&Pair| pair.alike >= MOVED && !pairs.iter().any(|other| rival(pair, other));
    pairs.iter().filter(stands).copied().collect()
}

/// So alike at least, in thousandths, is a sentence that was moved.
const MOVED: u32 = 130;
/// And the next has at most so much of it: a half.
const CLEAR: (u32, u32) = (1, 2);

/// Between two pairs of the line one sentence is left on either side, and the two share a word: they are a pair.
fn between_two(corpus: &Corpus, one: usize, other: usize, had: &[Pair]) -> Vec<Pair> {
    let line = line(had);
    let free = |pair: &Pair| !had.iter().any(|taken| taken.one == pair.one || taken.other == pair.other);
    let of = |pair: (usize, usize)| {
        let (left, right) = (corpus.sentences(one).get(pair.0)?, corpus.sentences(other).get(pair.1)?);
        Some(Pair { one: pair.0, other: pair.1, alike: corpus.alike(left, right) })
    };
    let single =
        |[a, b]: &[Pair; 2]| (a.one + 2 == b.one && a.other + 2 == b.other).then_some((a.one + 1, a.other + 1));
    let gaps = line.windows(2).filter_map(|two| single(&[*two.first()?, *two.last()?]));
    gaps.filter_map(of).filter(|pair| pair.alike > 0 && free(pair)).collect()
}

/// The best pairs that stand in one order on both sides.
pub(crate) fn line(firm: &[Pair]) -> Vec<Pair> {
    let mut sorted = firm.to_vec();
    sorted.sort_unstable();
    let best = best(&sorted);
    in_order(&best).into_iter().filter_map(|at| best.get(at).copied()).collect()
}

/// Does a pair stand between the pairs of the line before and after it, or next to them?
pub(crate) fn in_line(line: &[Pair], pair: Pair) -> bool {
    let before = line.iter().rfind(|near| near.one <= pair.one).map_or(0, |near| near.other);
    let after = line.iter().find(|near| near.one >= pair.one).map_or(usize::MAX - NEAR, |near| near.other);
    before <= pair.other + NEAR && pair.other <= after + NEAR
}

/// For each sentence of one side without a counterpart, its best pair; a faint one only if the other side has none either.
fn lone(firm: &[Pair], near: &[Pair], side: impl Fn(&Pair) -> usize, across: impl Fn(&Pair) -> usize) -> Vec<Pair> {
    let here: BTreeSet<usize> = firm.iter().map(&side).collect();
    let there: BTreeSet<usize> = firm.iter().map(&across).collect();
    let lone: BTreeSet<usize> = near.iter().map(&side).filter(|at| !here.contains(at)).collect();
    let best = |at: usize| near.iter().filter(|pair| side(pair) == at).copied().max_by_key(|pair| pair.alike);
    let kept = lone.into_iter().filter_map(best);
    kept.filter(|pair| pair.alike >= FAINT || !there.contains(&across(pair))).collect()
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
