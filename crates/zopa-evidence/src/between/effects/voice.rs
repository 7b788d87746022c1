//! Where did somebody who was named as the source fall away, or become another?
//!
//! The sentence of the source has somebody who said it; the sentences made from it have nobody, nor any other sign of
//! where they have it from: what was told as said is told as so. Where both have somebody, one each, the two are
//! compared by the words that name them.

use super::sourcing::sourced;
use super::{Edge, change};
use crate::between::lexicon::{stem, words};
use crate::between::speaker::same_name;
use crate::span::Span;
use zopa_finding::between::{RewriteEffect, Rewritten};
use zopa_finding::{Attribution, Holder};

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    edge.kept().filter_map(|(at, made)| one(edge, at, &made)).collect()
}

fn one(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let own = saying(edge.source.report.attributions.as_slice(), edge.source.report.sentence(at));
    let (told, holder) = own.iter().find_map(|one| Some((*one, one.chain.last()?)))?;
    let mention = holder.mention.as_ref().or(told.source.as_ref()).filter(|_| !told.relayed)?;
    let before = edge.source.passage(Span::new(mention.start, mention.end));
    let spans: Vec<Span> = made.iter().map(|sentence| edge.derived.report.sentence(*sentence)).collect();
    let after: Vec<&Attribution> =
        spans.iter().flat_map(|span| touching(edge.derived.report.attributions.as_slice(), *span)).collect();
    let silent = after.is_empty() && !made.iter().any(|sentence| sourced(&edge.derived, *sentence));
    if silent {
        let whole = edge.derived.passage(*spans.first()?);
        return Some(change(RewriteEffect::SourceDropped, Some(before), Some(whole)));
    }
    let best = saying(edge.derived.report.attributions.as_slice(), *spans.first()?);
    let ([only], 1) = (best.as_slice(), own.len()) else { return None };
    let other = only.chain.last().filter(|other| !is_same(holder, other))?;
    let place = other.mention.as_ref().or(only.source.as_ref())?;
    let new = edge.derived.passage(Span::new(place.start, place.end));
    Some(change(RewriteEffect::SpeakerChanged, Some(before), Some(new)))
}

/// The same name, or a word in common that says something.
fn is_same(one: &Holder, other: &Holder) -> bool {
    let stems = |holder: &Holder| -> Vec<String> {
        let long = words(&holder.name).into_iter().filter(|(word, _)| word.len() > 3);
        long.map(|(word, _)| stem(&word)).collect()
    };
    let right = stems(other);
    let initials = |holder: &Holder| -> String {
        holder.name.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
    };
    let short = |long: &Holder, short: &Holder| {
        short.name.split_whitespace().any(|word| word.len() > 1 && word == initials(long))
    };
    same_name(&one.name, &other.name)
        || short(one, other)
        || short(other, one)
        || right.is_empty()
        || stems(one).iter().any(|word| right.contains(word))
}

fn saying(all: &[Attribution], span: Span) -> Vec<&Attribution> {
    let inside = |one: &&Attribution| one.content.iter().any(|place| span.overlaps(Span::new(place.start, place.end)));
    all.iter().filter(|one| one.within.is_none() && !is_pointing(one)).filter(inside).collect()
}

/// With a source, a cue or content in the sentence.
fn touching(all: &[Attribution], span: Span) -> Vec<&Attribution> {
    let inside = |one: &&Attribution| {
        let places = one.content.iter().chain(&one.cue).chain(&one.source);
        places.into_iter().any(|place| span.overlaps(Span::new(place.start, place.end)))
    };
    all.iter().filter(|one| !is_pointing(one)).filter(inside).collect()
}

/// "This shift may signal": what is pointed at is a thing, and nobody who says something.
fn is_pointing(one: &Attribution) -> bool {
    let name = one.chain.last().map_or("", |holder| holder.name.as_str());
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "this" | "these" | "that" | "those" | "such")
}
