//! Where did "only" become "primarily", "entire" fall away, "all but" too, or "their boats" become "most of their boats"?

use super::side::{Rows, Side, Word};
use super::{Edge, change};
use crate::between::align::STRONG;
use crate::between::lexicon::lines;
use crate::span::Span;
use std::sync::LazyLock;
use zopa_finding::between::{RewriteEffect, Rewritten};

static ROWS: LazyLock<Rows<&'static str>> = LazyLock::new(|| {
    let file = lines(include_str!("../../../data/en/quantity.txt")).filter_map(|line| line.split_once(':'));
    Rows::new(file.flat_map(|(class, rows)| rows.split_whitespace().map(move |row| (row.split('_').collect(), class))))
});

/// An expression of quantity in a sentence.
struct Quantity {
    class: &'static str,
    span: Span,
    /// The first of its words, by number.
    first: usize,
    /// The word after the last.
    next: usize,
}

/// All of a sentence, from left to right; none within another, and of two that begin together the longer.
fn quantities(words: &[Word]) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    for first in 0..words.len() {
        let inside = found.last().is_some_and(|last| first < last.next);
        let longest = ROWS.at(words.get(first..).unwrap_or_default()).next().filter(|_| !inside);
        found.extend(longest.map(|(length, span, class)| Quantity { class, span, first, next: first + length }));
    }
    found
}

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let mut changes: Vec<Rewritten> = Vec::new();
    for (at, made) in edge.kept() {
        let before = quantities(edge.source.sentence(at));
        for quantity in before.iter().filter(|quantity| quantity.class != "if") {
            changes.extend(one(edge, quantity, &before, (at, &made)));
        }
    }
    for (at, made_of) in edge.rewritten() {
        let new = added(edge, at, &made_of).filter(|new| !changes.iter().any(|told| told.after == new.after));
        changes.extend(new);
    }
    changes
}

/// What became of one expression, if it was changed.
fn one(edge: &Edge, quantity: &Quantity, before: &[Quantity], (at, made): (usize, &[usize])) -> Option<Rewritten> {
    let rest = edge.source.sentence(at).get(quantity.next..).unwrap_or_default();
    let after: Vec<Quantity> = made.iter().flat_map(|sentence| quantities(edge.derived.sentence(*sentence))).collect();
    if after.iter().any(|own| own.class == quantity.class) {
        return scope(edge, edge.source.sentence(at).get(quantity.first)?, rest, made);
    }
    if bears_on_condition(quantity, before) && after.iter().any(|own| own.class == "if") {
        return None;
    }
    let quoted = Some(edge.source.passage(quantity.span));
    let new = |own: &&Quantity| own.class != "if" && !before.iter().any(|had| had.class == own.class);
    if let Some(other) = after.iter().find(new) {
        return Some(change(RewriteEffect::QuantityChanged, quoted, Some(edge.derived.passage(other.span))));
    }
    // "Any settlement" is as much as "a settlement".
    if quantity.class == "any" {
        return None;
    }
    // What it bore on has to be there still.
    let bears_on = rest.iter().take(3).find_map(|own| own.term.as_ref())?;
    let there = edge.derived.of_sentences(made).find(|own| own.term.as_ref() == Some(bears_on))?;
    Some(change(RewriteEffect::QuantityDropped, quoted, Some(edge.derived.passage(there.span))))
}

/// "Only if", "only ... provided": the condition is told of, not the quantity.
fn bears_on_condition(quantity: &Quantity, before: &[Quantity]) -> bool {
    let near = quantity.next..quantity.next + 8;
    quantity.class == "only" && before.iter().any(|own| own.class == "if" && near.contains(&own.first))
}

/// "Most of", "largely": the rewrite holds back where the source, in a sentence strongly alike, does not.
fn added(edge: &Edge, at: usize, made_of: &[usize]) -> Option<Rewritten> {
    let source = *made_of.first()?;
    edge.pairs.iter().find(|pair| (pair.one, pair.other) == (at, source) && pair.alike >= STRONG)?;
    let holds_back = |own: &&Quantity| matches!(own.class, "mainly" | "most");
    let before: Vec<Quantity> = made_of.iter().flat_map(|at| quantities(edge.source.sentence(*at))).collect();
    if before.iter().any(|own| matches!(own.class, "mainly" | "most" | "some" | "nearly")) {
        return None;
    }
    let new = quantities(edge.derived.sentence(at));
    let first = new.iter().find(holds_back)?;
    let (before, after) = (edge.source.whole(source), edge.derived.passage(first.span));
    Some(change(RewriteEffect::QuantityChanged, Some(before), Some(after)))
}

/// The word is kept, but what it bears on has lost a word: "any occupied land" is "any territory" now.
fn scope(edge: &Edge, word: &Word, rest: &[Word], made: &[usize]) -> Option<Rewritten> {
    let before = phrase(&edge.source, word, rest)?;
    let (head, narrower) = before.split_last()?;
    for sentence in made {
        let words = edge.derived.sentence(*sentence);
        let Some(at) = words.iter().position(|own| own.word == word.word) else { continue };
        let after = phrase(&edge.derived, words.get(at)?, words.get(at + 1..)?)?;
        let (other, left) = after.split_last()?;
        let lost = narrower.iter().any(|own| !left.iter().any(|other| other.term == own.term));
        if head.term == other.term && lost && left.len() < narrower.len() {
            let from = edge.source.passage(Span::new(word.span.start, head.span.end));
            let to = edge.derived.passage(Span::new(words.get(at)?.span.start, other.span.end));
            return Some(change(RewriteEffect::ScopeChanged, Some(from), Some(to)));
        }
    }
    None
}

/// The words after `word` that say something, up to the first that does not, or to a mark.
fn phrase<'w>(side: &Side, word: &Word, rest: &'w [Word]) -> Option<&'w [Word]> {
    let mut end = word.span.end;
    let close = |own: &&Word| {
        let joined =
            side.report.text.get(end..own.span.start).is_some_and(|gap| gap.chars().all(|c| c == ' ' || c == '-'));
        end = own.span.end;
        joined && own.term.is_some()
    };
    rest.get(..rest.iter().take_while(close).count()).filter(|phrase| !phrase.is_empty())
}
