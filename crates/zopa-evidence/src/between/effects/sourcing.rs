//! Where did the rewrite tell its source less exactly, or in another way?
//!
//! Here only sources that are no more than "a report" or "reports": rows of words with a rank (`data/en/sourcing.txt`).

use super::side::{Rows, Side};
use super::{Edge, change};
use crate::between::lexicon::lines;
use crate::span::Span;
use std::sync::LazyLock;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// The rows, with how much each tells of the source.
static ROWS: LazyLock<Rows<u32>> = LazyLock::new(|| {
    let rows = lines(include_str!("../../../data/en/sourcing.txt")).filter_map(|line| line.split_once(' '));
    Rows::new(rows.filter_map(|(rank, row)| Some((row.split_whitespace().collect(), rank.parse().ok()?))))
});

/// The row of the highest rank in some sentences.
fn told(side: &Side, sentences: &[usize]) -> Option<(u32, Span)> {
    let found = sentences.iter().flat_map(|at| ROWS.within(side.sentence(*at))).map(|(span, rank)| (*rank, span));
    found.max_by_key(|(rank, span)| (*rank, span.end - span.start))
}

/// Does a sentence say that it has it from a report, in one of these ways?
pub(crate) fn sourced(side: &Side, sentence: usize) -> bool {
    told(side, &[sentence]).is_some()
}

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = hearsay(edge);
    for (at, made_of) in edge.rewritten() {
        let (Some((after, new)), Some((before, old))) =
            (told(&edge.derived, &[at]), told(&edge.source, made_of.get(..1).unwrap_or_default()))
        else {
            continue;
        };
        let same = old.of(edge.source.report.text).eq_ignore_ascii_case(new.of(edge.derived.report.text));
        let effect =
            if after < before { RewriteEffect::AttributionWeakened } else { RewriteEffect::AttributionChanged };
        if !same {
            changes.push(change(effect, Some(edge.source.passage(old)), Some(edge.derived.passage(new))));
        }
    }
    changes
}

/// "Is said to have": nobody in particular says it now, of whom the source tells that they said it.
fn hearsay(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = Vec::new();
    for (at, made_of) in edge.rewritten() {
        let Some(first) = made_of.first() else { continue };
        let span = edge.source.report.sentence(*first);
        let said = edge.source.report.attributions.iter().any(|one| {
            let here = one.cue.iter().any(|cue| span.contains(Span::new(cue.start, cue.end)));
            here && !one.relayed && one.source.is_some()
        });
        // "Is said to be pressing for it", "presses for it".
        let was = told(&edge.source, &[*first]).filter(|(rank, span)| *rank == HEARSAY && is_hedged(edge, *span));
        if let Some((_, was)) = was.filter(|_| told(&edge.derived, &[at]).is_none() && is_told(edge, at)) {
            let after = Some(edge.derived.whole(at));
            changes.push(change(RewriteEffect::HedgeRemoved, Some(edge.source.passage(was)), after));
        }
        let now = told(&edge.derived, &[at]).filter(|(rank, _)| *rank == HEARSAY);
        if let Some((_, now)) = now.filter(|_| said && told(&edge.source, &made_of).is_none()) {
            changes.push(change(
                RewriteEffect::AttributionWeakened,
                Some(edge.source.passage(span)),
                Some(edge.derived.passage(now)),
            ));
        }
    }
    changes
}

/// "Is said to", "are understood to": of somebody who is named, and no report.
fn is_hedged(edge: &Edge, row: Span) -> bool {
    row.of(edge.source.report.text).ends_with(" to")
}

/// Somebody is told to have said it, and not by hearsay.
fn is_told(edge: &Edge, at: usize) -> bool {
    let span = edge.derived.report.sentence(at);
    edge.derived
        .report
        .attributions
        .iter()
        .any(|one| !one.relayed && one.cue.iter().any(|cue| span.contains(Span::new(cue.start, cue.end))))
}

/// The rank of the rows that name no report.
const HEARSAY: u32 = 1;
