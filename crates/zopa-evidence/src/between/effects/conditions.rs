//! Where did a condition fall away?

use super::side::{Side, find_row};
use super::{Edge, change};
use crate::between::align::STRONG;
use crate::between::lexicon::{lines, words};
use crate::span::Span;
use std::sync::LazyLock;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// The words that begin a condition.
static ROWS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    lines(include_str!("../../../data/en/conditions.txt")).map(|row| row.split_whitespace().collect()).collect()
});

/// A sentence of the source has a condition, and of the sentences made from it, one of them strongly alike, none has.
pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let of = |side: &Side, at: usize| -> Option<Span> {
        let rows = ROWS.iter().filter_map(|row| find_row(side.sentence(at), row));
        rows.filter(|span| !of_naming(side.report.text, *span)).min_by_key(|span| span.start)
    };
    let mut changes = Vec::new();
    for (at, made) in edge.kept() {
        let strong = edge.pairs.iter().any(|pair| pair.other == at && pair.alike >= STRONG);
        let kept = made.iter().any(|derived| of(&edge.derived, *derived).is_some());
        if let Some(cue) = of(&edge.source, at).filter(|_| strong && !kept) {
            let after = made.first().map(|derived| edge.derived.whole(*derived));
            changes.push(change(
                RewriteEffect::ConditionDropped,
                Some(edge.source.passage(clause(&edge.source, cue))),
                after,
            ));
        }
    }
    changes
}

/// "On condition of anonymity", "on condition that they were not named": how somebody spoke, and nothing that is offered.
fn of_naming(text: &str, row: Span) -> bool {
    let after: Vec<String> = words(text.get(row.end..).unwrap_or_default().split(',').next().unwrap_or_default())
        .into_iter()
        .take(6)
        .map(|(word, _)| word)
        .collect();
    after.iter().any(|word| matches!(word.as_str(), "anonymity" | "named" | "identified" | "quoted"))
}

/// From the words that begin a condition to the next mark.
fn clause(side: &Side, cue: Span) -> Span {
    let text = side.report.text;
    let sentence = side.report.sentences.iter().find(|span| span.contains(cue)).copied().unwrap_or(cue);
    let rest = text.get(cue.end..sentence.end).unwrap_or_default();
    let end = rest.find([',', ';', '.', '–', '“', '”', '"', ':']).unwrap_or(rest.len());
    Span::new(cue.start, cue.end + end)
}
