//! What became of the quotes: cut short, reworded, or told without their marks?

use super::{Edge, Side, change};
use crate::between::lexicon::words;
use crate::between::quoted::within;
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// So many words must be missing before a quote counts as cut short.
const LEFT_OUT: usize = 3;

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
    before.iter().filter_map(|quote| one(edge, quote, &after)).collect()
}

fn one(edge: &Edge, quote: &Piece, after: &[Piece]) -> Option<Rewritten> {
    let made = edge.made_from(quote.sentence);
    let best = *made.first()?;
    if after.iter().any(|other| holds(&other.words, &quote.words)) {
        return None;
    }
    let before = Some(edge.source.passage(quote.span));
    if let Some(part) =
        after.iter().filter(|other| other.words.len() >= 2).find(|other| holds(&quote.words, &other.words))
    {
        let elsewhere = |word: &&String| after.iter().any(|other| other.words.contains(word));
        let cut = quote.words.iter().filter(|word| !elsewhere(word)).count() >= LEFT_OUT;
        return cut.then(|| change(RewriteEffect::QuoteTruncated, before, Some(edge.derived.passage(part.span))));
    }
    let of_made = || after.iter().filter(|other| made.contains(&other.sentence));
    if let Some(other) = of_made().find(|other| half_shared(&quote.words, &other.words)) {
        return Some(change(RewriteEffect::QuoteReworded, before, Some(edge.derived.passage(other.span))));
    }
    let carried = made.iter().any(|sentence| carried(edge, quote, *sentence));
    carried.then(|| change(RewriteEffect::QuoteIndirect, before, Some(edge.derived.whole(best))))
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
