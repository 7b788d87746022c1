//! Which wordings are of one utterance?
//!
//! Over an edge: each quote of the source with what the derived document made of it. Between documents of which neither
//! was made from the other: quotes that share their words, if the same speaker said them, on one occasion as far as the
//! documents say. Who is not named is never made one with another's source.

use super::effects::{Piece, half_shared, holds};
use super::scene::Scene;
use super::speaker::{is_pronoun, same};
use crate::span::Span;
use std::collections::BTreeMap;
use zopa_finding::Holder;
use zopa_finding::between::{Passage, Utterance, WordingKind, WordingPair};

/// So many words in a row two documents share only if one of them, or both, took them from one speaker.
const ROW: usize = 3;

/// Utterances that stand in two documents or more, in the order of their fullest wordings.
pub(crate) fn utterances(scene: &Scene) -> Vec<Utterance> {
    let mut pairs = over_edges(scene);
    pairs.extend(between_sources(scene));
    grouped(scene, pairs)
}

/// Two wordings: document and span of each, the fuller one first.
type Found = ((usize, Span), (usize, Span), WordingKind);

fn over_edges(scene: &Scene) -> Vec<Found> {
    let mut found = Vec::new();
    for link in scene.links {
        let quotes = scene.quotes.get(link.source).map_or(&[][..], Vec::as_slice);
        for quote in quotes {
            let made = link.made_from(quote.sentence);
            found.extend(
                rendered(scene, link.derived, quote, &made)
                    .map(|(span, kind)| ((link.source, quote.span), (link.derived, span), kind)),
            );
        }
        for quote in quotes {
            found.extend(retold(scene, (link.source, link.derived), quote, &link.made_from(quote.sentence)));
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(one, other, _)| (*one, *other));
    found
}

/// What stands between quotation marks in the derived document.
fn rendered(scene: &Scene, derived: usize, quote: &Piece, made: &[usize]) -> Option<(Span, WordingKind)> {
    let quotes = scene.quotes.get(derived)?;
    let of_made = || quotes.iter().filter(|other| made.contains(&other.sentence));
    if let Some(whole) =
        quotes.iter().find(|other| holds(&other.words, &quote.words) && other.words.len() == quote.words.len())
    {
        return Some((whole.span, WordingKind::Identical));
    }
    let long = |other: &&Piece| other.words.len() >= 2;
    let part = |other: &&Piece| holds(&quote.words, &other.words) || holds(&other.words, &quote.words);
    if let Some(part) = of_made().filter(long).find(part) {
        return Some((part.span, WordingKind::Truncated));
    }
    of_made().find(|other| half_shared(&quote.words, &other.words)).map(|other| (other.span, WordingKind::Drift))
}

/// The sentence of the derived document that tells the quote without its marks: the one with most of its words.
fn retold(scene: &Scene, (source, derived): (usize, usize), quote: &Piece, made: &[usize]) -> Option<Found> {
    if rendered(scene, derived, quote, made).is_some() {
        return None;
    }
    let best = made
        .iter()
        .map(|at| (carried(scene, (source, derived), quote, *at), *at))
        .max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))?;
    if best.0 == 0 && quote.words.len() > 2 {
        return None;
    }
    let span = scene.span((derived, best.1));
    let sourced = scene.told_in(derived, span).next().is_some();
    let kind = if sourced { WordingKind::Paraphrase } else { WordingKind::SourceDropped };
    Some(((source, quote.span), (derived, span), kind))
}

/// How many of the quote's terms a sentence has.
fn carried(scene: &Scene, (source, derived): (usize, usize), quote: &Piece, sentence: usize) -> usize {
    let (Some(from), Some(to)) = (scene.side(source), scene.side(derived)) else { return 0 };
    let own: Vec<&String> = to.sentence(sentence).iter().filter_map(|word| word.term.as_ref()).collect();
    let quoted = from.sentence(quote.sentence).iter().filter(|word| quote.span.contains(word.span));
    quoted.filter_map(|word| word.term.as_ref()).filter(|term| own.contains(term)).count()
}

/// Quotes of documents that are made from none of the case.
fn between_sources(scene: &Scene) -> Vec<Found> {
    let roots: Vec<usize> = (0..scene.reports.len()).filter(|document| !scene.is_derived(*document)).collect();
    let mut index: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for document in &roots {
        for (number, quote) in scene.quotes.get(*document).into_iter().flatten().enumerate() {
            for word in quote.words.iter().filter(|word| scene.lists.lexicon.term_of(word).is_some()) {
                index.entry(word).or_default().push((*document, number));
            }
        }
    }
    let mut candidates: Vec<((usize, usize), (usize, usize))> = Vec::new();
    for quotes in index.values().filter(|quotes| quotes.len() <= COMMON) {
        for (at, one) in quotes.iter().enumerate() {
            candidates.extend(quotes.iter().skip(at + 1).filter(|other| other.0 != one.0).map(|other| (*one, *other)));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    candidates.into_iter().filter_map(|(one, other)| shared_words(scene, one, other)).collect()
}

/// A word in more quotes than this brings no two of them together.
const COMMON: usize = 100;

fn shared_words(scene: &Scene, one: (usize, usize), other: (usize, usize)) -> Option<Found> {
    let left = scene.quotes.get(one.0)?.get(one.1)?;
    let right = scene.quotes.get(other.0)?.get(other.1)?;
    let (long, short) = if left.words.len() >= right.words.len() {
        ((one.0, left), (other.0, right))
    } else {
        ((other.0, right), (one.0, left))
    };
    let speakers = (speaker(scene, long.0, long.1.span), speaker(scene, short.0, short.1.span));
    let known = matches!(speakers, (Some(one), Some(other)) if same(one, other));
    let strangers = matches!(speakers, (Some(one), Some(other)) if !same(one, other));
    if strangers || scene.apart((long.0, long.1.sentence), (short.0, short.1.sentence)) {
        return None;
    }
    let kind = if holds(&long.1.words, &short.1.words) && (known || short.1.words.len() >= ROW) {
        if long.1.words.len() == short.1.words.len() { WordingKind::Identical } else { WordingKind::Truncated }
    } else if known && drifted(scene, &long.1.words, &short.1.words) {
        WordingKind::Drift
    } else {
        return None;
    };
    Some(((long.0, long.1.span), (short.0, short.1.span), kind))
}

/// Is there a stretch of the longer quote, about as long as the shorter, that shares half of its words, one of them a
/// word that says something?
fn drifted(scene: &Scene, long: &[String], short: &[String]) -> bool {
    let says = |window: &[String]| {
        short.iter().any(|word| scene.lists.lexicon.term_of(word).is_some() && window.contains(word))
    };
    let near = |length: usize| long.windows(length.max(1)).any(|window| half_shared(window, short) && says(window));
    near(short.len()) || near(short.len().saturating_sub(1)) || near(short.len() + 1)
}

/// Who said what stands in a span.
pub(crate) fn speaker<'a>(scene: &Scene<'a>, document: usize, span: Span) -> Option<&'a Holder> {
    scene
        .saying(document, span)
        .find_map(|one| one.chain.last())
        .filter(|holder| !holder.outlet && !is_pronoun(&holder.name))
}

/// Pairs that share a wording are of one utterance.
fn grouped(scene: &Scene, pairs: Vec<Found>) -> Vec<Utterance> {
    let mut group: BTreeMap<(usize, Span), usize> = BTreeMap::new();
    for (number, (one, other, _)) in pairs.iter().enumerate() {
        let into = group.get(one).or_else(|| group.get(other)).copied().unwrap_or(number);
        let was = [one, other].map(|place| group.insert(*place, into));
        for old in was.into_iter().flatten().filter(|old| *old != into) {
            group.values_mut().filter(|of| **of == old).for_each(|of| *of = into);
        }
    }
    let mut groups: BTreeMap<usize, Vec<&Found>> = BTreeMap::new();
    for pair in &pairs {
        groups.entry(group.get(&pair.0).copied().unwrap_or_default()).or_default().push(pair);
    }
    groups.into_values().filter_map(|pairs| utterance(scene, &pairs)).collect()
}

fn utterance(scene: &Scene, pairs: &[&Found]) -> Option<Utterance> {
    let passage =
        |(document, span): (usize, Span)| -> Option<Passage> { Some(scene.reports.get(document)?.passage(span)) };
    let fullest = pairs
        .iter()
        .map(|(fuller, _, _)| *fuller)
        .max_by_key(|(document, span)| (span.end - span.start, std::cmp::Reverse(*document)))?;
    let told = pairs.iter().filter_map(|(fuller, other, kind)| {
        Some(WordingPair { fuller: passage(*fuller)?, other: passage(*other)?, kind: *kind })
    });
    Some(Utterance {
        speaker: speaker(scene, fullest.0, fullest.1).map(|holder| holder.name.clone()),
        fullest: passage(fullest)?,
        pairs: told.collect(),
    })
}
