//! Which sentences did the rewrite move?

use super::{Edge, change};
use crate::between::align::{STRONG, best, in_order};
use std::collections::BTreeSet;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// By fewer sentences it is not told: sentences are split and merged.
const FAR: usize = 3;

/// Sentences that stand out of the order of the rest, and far from it; only pairs that stand alone are looked at.
pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let strong: Vec<_> = best(&edge.pairs).into_iter().filter(|pair| pair.alike >= STRONG).collect();
    let row: BTreeSet<usize> = in_order(&strong).into_iter().collect();
    let moved = strong.iter().enumerate().filter(|(at, pair)| {
        let before = row.range(..at).next_back().and_then(|near| strong.get(*near));
        let after = row.range(at..).next().and_then(|near| strong.get(*near));
        let far =
            |near: Option<&crate::between::align::Pair>| near.is_none_or(|near| near.other.abs_diff(pair.other) >= FAR);
        !row.contains(at) && far(before) && far(after)
    });
    moved
        .map(|(_, pair)| {
            change(RewriteEffect::OrderChanged, Some(edge.source.whole(pair.other)), Some(edge.derived.whole(pair.one)))
        })
        .collect()
}
