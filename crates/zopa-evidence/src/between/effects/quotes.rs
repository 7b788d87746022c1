//! What became of the quotes: cut short, reworded, or told without their marks?

use super::{Edge, Side, change};
use crate::between::lexicon::words;
use crate::between::quoted::within;
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// So many words must be missing before a quote counts as cut short.
const LEFT_OUT: usize = 2;

/// A piece of a quote that lies within one sentence.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) sentence: usize,
    pub(crate) span: Span,
    pub(crate) words: Vec<String>,
}

/// The quotes of a document, sentence by sentence.
pub(crate) fn pieces(side: &Side) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (sentence, place) in side.report.sentences.iter().enumerate() {
        for quote in side.quoted.iter().filter(|quote| quote.overlaps(*place)) {
            let span = Span::new(quote.start.max(place.start), quote.end.min(place.end));
            let words: Vec<String> = words(span.of(side.report.text)).into_iter().map(|(word, _)| word).collect();
            if !words.is_empty() {
                pieces.push(Piece { sentence, span, words });
            }
        }
    }
    pieces
}

/// Do the words of `part` stand in `whole` one after the other?
pub(crate) fn holds(whole: &[String], part: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|window| window == part)
}

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let after = pieces(&edge.derived);
    let before = pieces(&edge.source);
    let mut changes: Vec<Rewritten> = before.iter().filter_map(|quote| one(edge, quote, (&before, &after))).collect();
    changes.extend(cut_short(edge, (&before, &after)));
    changes.extend(after.iter().filter_map(|quote| marked(edge, quote, &before)));
    changes
}

fn one(edge: &Edge, quote: &Piece, (all, after): (&[Piece], &[Piece])) -> Option<Rewritten> {
    let made = edge.made_from(quote.sentence);
    let best = *made.first()?;
    let before = Some(edge.source.passage(quote.span));
    if let Some(whole) = after.iter().find(|other| holds(&other.words, &quote.words)) {
        let words = || whole.words.iter().filter(|word| !quote.words.contains(word));
        let new = made.contains(&whole.sentence) && words().any(|word| !all.iter().any(|own| own.words.contains(word)));
        return new.then(|| change(RewriteEffect::QuoteReworded, before, Some(edge.derived.passage(whole.span))));
    }
    if let Some(part) = after
        .iter()
        .filter(|other| other.words.len() >= 2 || made.contains(&other.sentence))
        .find(|other| holds(&quote.words, &other.words))
    {
        let elsewhere = |word: &&String| after.iter().any(|other| other.words.contains(word));
        let left = quote.words.iter().filter(|word| !elsewhere(word)).count();
        let cut = left >= LEFT_OUT || left > 0 && quote.words.len() >= part.words.len() + LEFT_OUT;
        return cut.then(|| change(RewriteEffect::QuoteTruncated, before, Some(edge.derived.passage(part.span))));
    }
    let of_made = || after.iter().filter(|other| made.contains(&other.sentence));
    if let Some(other) = of_made().find(|other| half_shared(&quote.words, &other.words)) {
        return Some(change(RewriteEffect::QuoteReworded, before, Some(edge.derived.passage(other.span))));
    }
    let carried = made.iter().any(|sentence| carried(edge, quote, *sentence));
    carried.then(|| change(RewriteEffect::QuoteIndirect, before, Some(edge.derived.whole(best))))
}

/// A sentence of a speech is kept word for word, and the one said after it in the same breath nowhere.
fn cut_short(edge: &Edge, (before, after): (&[Piece], &[Piece])) -> Vec<Rewritten> {
    let mut changes = Vec::new();
    for said in &edge.source.report.attributions {
        let inside = |piece: &&Piece| {
            said.content.iter().any(|place| place.start <= piece.span.start && piece.span.end <= place.end)
        };
        let speech: Vec<&Piece> = before.iter().filter(inside).collect();
        for pair in speech.windows(2) {
            let [kept, gone] = pair else { continue };
            // “Land,” he said, “is no reward. It is …” may stand as one: “Land is no reward.”
            let same = after.iter().find(|other| other.words == kept.words || joined(&other.words, &kept.words));
            let lost = edge.made_from(gone.sentence).is_empty() && gone.words.len() >= LEFT_OUT;
            let others = after.iter().filter(|other| same.is_none_or(|same| same.span != other.span));
            let retold = others
                .into_iter()
                .any(|other| half_shared(&gone.words, &other.words) || holds(&gone.words, &other.words));
            if let Some(same) = same.filter(|_| lost && !retold) {
                let whole = Span::new(kept.span.start, gone.span.end);
                let places = (edge.source.passage(whole), edge.derived.passage(same.span));
                changes.push(change(RewriteEffect::QuoteTruncated, Some(places.0), Some(places.1)));
            }
        }
    }
    changes
}

/// Does a quote end with the words of another, with few before them?
fn joined(whole: &[String], end: &[String]) -> bool {
    end.len() > LEFT_OUT && whole.ends_with(end) && whole.len() <= 2 * end.len()
}

/// Words stand between quotation marks that the source has without any, half of them at least.
fn marked(edge: &Edge, quote: &Piece, before: &[Piece]) -> Option<Rewritten> {
    let quoted = |own: &Piece| {
        holds(&own.words, &quote.words) || holds(&quote.words, &own.words) || half_shared(&own.words, &quote.words)
    };
    if before.iter().any(quoted) {
        return None;
    }
    let terms: BTreeSet<&String> = edge
        .derived
        .sentence(quote.sentence)
        .iter()
        .filter(|word| quote.span.contains(word.span))
        .filter_map(|word| word.term.as_ref())
        .collect();
    let from = edge.made_of(quote.sentence).into_iter().find(|at| {
        let plain = edge.source.sentence(*at).iter().filter(|word| !within(&edge.source.quoted, word.span.start));
        let plain: BTreeSet<&String> = plain.filter_map(|word| word.term.as_ref()).collect();
        !terms.is_empty() && 2 * terms.intersection(&plain).count() >= terms.len()
    })?;
    Some(change(RewriteEffect::QuoteReworded, Some(edge.source.whole(from)), Some(edge.derived.passage(quote.span))))
}

/// Do two quotes share half of the words of each?
pub(crate) fn half_shared(one: &[String], other: &[String]) -> bool {
    let (left, right): (BTreeSet<&String>, BTreeSet<&String>) = (one.iter().collect(), other.iter().collect());
    let shared = left.intersection(&right).count();
    2 * shared >= left.len() && 2 * shared >= right.len()
}

/// Does the sentence carry what was quoted, in words of its own? Of a quote of two words or fewer nothing need be left.
fn carried(edge: &Edge, quote: &Piece, sentence: usize) -> bool {
    let terms: BTreeSet<&String> = edge
        .source
        .sentence(quote.sentence)
        .iter()
        .filter(|word| quote.span.contains(word.span))
        .filter_map(|word| word.term.as_ref())
        .collect();
    let own = edge.derived.sentence(sentence).iter().filter(|word| !within(&edge.derived.quoted, word.span.start));
    let own: BTreeSet<&String> = own.filter_map(|word| word.term.as_ref()).collect();
    quote.words.len() <= 2 || terms.intersection(&own).next().is_some()
}
