//! Where did "ruled out" become "expressed reservations", or "played down" "dismissed"?
//!
//! Words of one kind stand in degrees (`data/en/strength.txt`). Told of is a kind of which both sentences have words, the
//! strongest of one degree here and of another there.

use super::side::{Rows, Word};
use super::{Edge, change};
use crate::between::align::FAIR;
use crate::between::lexicon::lines;
use crate::span::Span;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// A kind, by number, and a degree of it: the strongest is 0.
type Degree = (usize, usize);

static ROWS: LazyLock<Rows<Degree>> = LazyLock::new(|| {
    let kinds = lines(include_str!("../../../data/en/strength.txt")).filter_map(|line| line.split_once(':'));
    Rows::new(kinds.enumerate().flat_map(|(kind, (_, degrees))| {
        let degrees = degrees.split('|').enumerate();
        degrees.flat_map(move |(degree, rows)| {
            rows.split_whitespace().map(move |row| (row.split('_').collect(), (kind, degree)))
        })
    }))
});

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = Vec::new();
    for (at, made) in edge.kept() {
        let Some(first) = made.first() else { continue };
        let alike = edge.pairs.iter().any(|pair| (pair.one, pair.other) == (*first, at) && pair.alike >= FAIR);
        if !alike {
            continue;
        }
        let (before, after) = (strongest(edge.source.sentence(at)), strongest(edge.derived.sentence(*first)));
        // The first kind that both have, if they have it in two degrees.
        let Some(((was, old), (is, new))) = before.iter().find_map(|(kind, was)| Some((*was, *after.get(kind)?)))
        else {
            continue;
        };
        if was != is {
            let effect = if is > was { RewriteEffect::Weakened } else { RewriteEffect::Strengthened };
            changes.push(change(effect, Some(edge.source.passage(old)), Some(edge.derived.passage(new))));
        }
    }
    changes
}

/// Of each kind that a sentence has words of, the strongest degree and its first words.
fn strongest(words: &[Word]) -> BTreeMap<usize, (usize, Span)> {
    let mut strongest: BTreeMap<usize, (usize, Span)> = BTreeMap::new();
    for (span, (kind, degree)) in ROWS.within(words) {
        let known = strongest.entry(*kind).or_insert((*degree, span));
        if (*degree, span.start) < (known.0, known.1.start) {
            *known = (*degree, span);
        }
    }
    strongest
}
