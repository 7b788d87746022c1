//! Where did "ruled out" become "expressed reservations", or "played down" "dismissed"?
//!
//! Words of one kind stand in degrees (`data/en/strength.txt`). Told of is a kind of which both sentences have words, the
//! strongest of one degree here and of another there.

use super::side::{Word, find_row};
use super::{Edge, change};
use crate::between::align::FAIR;
use crate::between::lexicon::lines;
use crate::span::Span;
use std::sync::LazyLock;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// The degrees of a kind, the strongest first, each with its rows of words.
type Kind = Vec<Vec<Vec<&'static str>>>;

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    let rows = |degree: &'static str| degree.split_whitespace().map(|row| row.split('_').collect()).collect();
    let kinds = lines(include_str!("../../../data/en/strength.txt")).filter_map(|line| line.split_once(':'));
    kinds.map(|(_, degrees)| degrees.split('|').map(rows).collect()).collect()
});

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = Vec::new();
    for (at, made) in edge.kept() {
        let Some(first) = made.first() else { continue };
        let alike = edge.pairs.iter().any(|pair| (pair.one, pair.other) == (*first, at) && pair.alike >= FAIR);
        let (before, after) = (edge.source.sentence(at), edge.derived.sentence(*first));
        let shifted =
            KINDS.iter().filter(|_| alike).find_map(|kind| Some((degree(kind, before)?, degree(kind, after)?)));
        let Some(((was, old), (is, new))) = shifted.filter(|(was, is)| was.0 != is.0) else { continue };
        let effect = if is > was { RewriteEffect::Weakened } else { RewriteEffect::Strengthened };
        changes.push(change(effect, Some(edge.source.passage(old)), Some(edge.derived.passage(new))));
    }
    changes
}

/// The strongest degree of a kind in a sentence.
fn degree(kind: &Kind, words: &[Word]) -> Option<(usize, Span)> {
    kind.iter().enumerate().find_map(|(degree, rows)| {
        Some((degree, rows.iter().filter_map(|row| find_row(words, row)).min_by_key(|span| span.start)?))
    })
}
