//! Which words of judgement did the rewrite add or leave out, and where did it hedge?

use super::side::{Side, Word, find_row};
use super::{Edge, change};
use crate::between::lexicon::{lines, stem, words};
use crate::span::Span;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use zopa_finding::between::{RewriteEffect, Rewritten};

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = added(edge);
    changes.extend(dropped(edge));
    changes.extend(hedges(edge));
    changes
}

/// The entries of a list, each a row of words.
type Entries = Vec<Vec<&'static str>>;

static JUDGEMENTS: LazyLock<Entries> = LazyLock::new(|| entries(include_str!("../../../data/en/judgement.txt")));
static HEDGES: LazyLock<Entries> = LazyLock::new(|| entries(include_str!("../../../data/en/hedges.txt")));

fn entries(file: &'static str) -> Entries {
    let entries = lines(file).flat_map(str::split_whitespace);
    entries.map(|entry| entry.split(['_', '-']).collect()).collect()
}

/// The words of a list in a sentence, the longer first where two overlap.
fn found(words: &[Word], entries: &[Vec<&'static str>]) -> Vec<Span> {
    let mut spans: Vec<Span> = entries.iter().filter_map(|row| find_row(words, row)).collect();
    spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    spans.dedup_by(|later, earlier| earlier.overlaps(*later));
    spans
}

/// Do all words of a passage stand in a document in some form, or words of the same sense in one of the sentences?
fn has(edge: &Edge, side: &Side, sentences: &[usize], spelled: &str) -> bool {
    let stems: BTreeSet<String> = side.words.iter().flatten().map(|word| stem(&word.word)).collect();
    let terms: BTreeSet<&String> = side.of_sentences(sentences).filter_map(|word| word.term.as_ref()).collect();
    let same = |word: &str| edge.lists.lexicon.term_of(word).is_some_and(|term| terms.contains(&term));
    words(spelled).iter().all(|(word, _)| stems.contains(&stem(word)) || same(word))
}

/// "Only if its boats may pass": what a condition grants is no hedge.
fn is_condition(word: &str) -> bool {
    matches!(word, "if" | "unless" | "provided" | "condition" | "until")
}

fn added(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = Vec::new();
    for (at, made_of) in edge.rewritten() {
        let new = found(edge.derived.sentence(at), &JUDGEMENTS).into_iter();
        for span in new.filter(|span| !has(edge, &edge.source, &made_of, span.of(edge.derived.report.text))) {
            let before = made_of.first().map(|source| edge.source.whole(*source));
            changes.push(change(RewriteEffect::JudgementAdded, before, Some(edge.derived.passage(span))));
        }
    }
    changes
}

fn dropped(edge: &Edge) -> Vec<Rewritten> {
    let mut changes = Vec::new();
    for (at, made) in edge.kept() {
        let gone = found(edge.source.sentence(at), &JUDGEMENTS).into_iter();
        for span in gone.filter(|span| !has(edge, &edge.derived, &made, span.of(edge.source.report.text))) {
            let after = made.first().map(|derived| edge.derived.whole(*derived));
            changes.push(change(RewriteEffect::JudgementDropped, Some(edge.source.passage(span)), after));
        }
    }
    changes
}

/// A hedge in a sentence whose counterparts have none; "May" is a month, and what is quoted is the speaker's.
fn hedges(edge: &Edge) -> Vec<Rewritten> {
    let of = |side: &Side, at: usize| -> Vec<Span> {
        let spans = found(side.sentence(at), &HEDGES).into_iter();
        let condition = side.sentence(at).iter().find(|word| is_condition(&word.word)).map(|word| word.span.start);
        let within = |span: &Span| condition.is_some_and(|start| start < span.start);
        spans.filter(|span| !span.of(side.report.text).starts_with('M') && !within(span)).collect()
    };
    let mut changes = Vec::new();
    for (at, made_of) in edge.rewritten() {
        let held_back = made_of.iter().any(|source| !of(&edge.source, *source).is_empty());
        if let Some(first) = of(&edge.derived, at).first().filter(|_| !held_back) {
            let before = made_of.first().map(|source| edge.source.whole(*source));
            changes.push(change(RewriteEffect::HedgeAdded, before, Some(edge.derived.passage(*first))));
        }
    }
    for (at, made) in edge.kept() {
        let held_back = made.iter().any(|derived| !of(&edge.derived, *derived).is_empty());
        if let Some(first) = of(&edge.source, at).first().filter(|_| !held_back) {
            let after = made.first().map(|derived| edge.derived.whole(*derived));
            changes.push(change(RewriteEffect::HedgeRemoved, Some(edge.source.passage(*first)), after));
        }
    }
    changes
}
