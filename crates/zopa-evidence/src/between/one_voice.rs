//! What one speaker says in two documents that are kin, in other words.
//!
//! "Kostal acknowledged that the maps had been mentioned", "She acknowledged that they had come up": a rewrite may keep hardly a
//! word of what somebody said, and still keeps who said it and where it stands. So a sentence without a counterpart belongs to
//! one that the same person says in the other document, where the order bears it out and they share a word.

use super::Report;
use super::align::{Pair, in_line, line};
use super::corpus::Corpus;
use super::speaker::same;
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::Holder;

/// By so many sentences may what somebody says be parted from what it belongs to.
const NEXT: usize = 1;

/// The pairs of the two documents, by number, of which one sentence at least has no counterpart among `pairs`.
pub(crate) fn one_voice(
    corpus: &Corpus,
    (derived, one): (&Report, usize),
    (source, other): (&Report, usize),
    pairs: &[Pair],
) -> Vec<Pair> {
    let line = line(pairs);
    let (here, there): (BTreeSet<usize>, BTreeSet<usize>) = pairs.iter().map(|pair| (pair.one, pair.other)).unzip();
    let free =
        |taken: &BTreeSet<usize>, count: usize| -> Vec<usize> { (0..count).filter(|at| !taken.contains(at)).collect() };
    let alike = |pair: (usize, usize)| {
        let (left, right) = (corpus.sentences(one).get(pair.0)?, corpus.sentences(other).get(pair.1)?);
        Some(corpus.alike(left, right)).filter(|alike| *alike > 0)
    };
    let told = |pair: (usize, usize)| {
        let alike = alike(pair)?;
        let pair = Pair { one: pair.0, other: pair.1, alike };
        (in_line(&line, pair) && one_speaker(derived, pair.one, source, pair.other)).then_some(pair)
    };
    // Neither has a counterpart.
    let (lone, left) = (free(&here, derived.sentences.len()), free(&there, source.sentences.len()));
    let best = |at: &usize| left.iter().filter_map(|other| told((*at, *other))).max_by_key(|pair| pair.alike);
    let mut found: Vec<Pair> = lone.iter().filter_map(best).collect();
    // A sentence of the source that was merged into one made from its neighbour.
    let taken: BTreeSet<usize> = found.iter().map(|pair| pair.other).collect();
    let beside = |at: &usize| {
        let near = pairs.iter().filter(|pair| pair.other.abs_diff(*at) == NEXT);
        near.filter_map(|pair| told((pair.one, *at))).max_by_key(|pair| pair.alike)
    };
    found.extend(left.iter().filter(|at| !taken.contains(at)).filter_map(beside));
    found
}

/// Has somebody who is named said something in both sentences?
fn one_speaker(derived: &Report, at: usize, source: &Report, other: usize) -> bool {
    let (here, there) = (speakers(derived, at), speakers(source, other));
    here.iter().any(|left| there.iter().any(|right| same(left, right)))
}

/// Who says something in a sentence, outlets apart; not those of whom others tell it.
fn speakers<'r>(report: &'r Report, at: usize) -> Vec<&'r Holder> {
    let span = report.sentence(at);
    let here = |place: &zopa_finding::Place| span.overlaps(Span::new(place.start, place.end));
    let told = report.attributions.iter().filter(|one| one.within.is_none() && one.content.iter().any(here));
    told.filter_map(|one| one.chain.last()).filter(|holder| !holder.outlet).collect()
}
