//! Which documents are worth comparing sentence by sentence?
//!
//! A case of a desk's size has few documents, and all are compared. Of thousands, only those that share rare words or
//! rare pairs of neighbouring words are: an inverted list for each such feature, the weights added up for each
//! document, and the best [`PARTNERS`] kept. What stands in more than [`COMMON`] documents is the topic's own and lists
//! nothing. A rewrite shares dozens of such features with what it rewrites, so that little hangs on the bounds.

use super::corpus::{Corpus, Term};
use std::collections::BTreeSet;

/// Up to so many documents, every pair is compared.
pub(crate) const ALL: usize = 64;
/// A feature found in more documents than this says nothing of two of them.
const COMMON: usize = 200;
/// With so many others is a document compared at most.
const PARTNERS: usize = 32;
/// Least weight, in thousandths of a document's own, that the features shared must have.
const LEAST: u64 = 60;

/// A word, or two words next to each other.
type Feature = (Term, Term);
const ALONE: Term = Term::MAX;

/// The pairs of documents to be compared, each once, the lower index first, in order.
pub(crate) fn candidates(corpus: &Corpus) -> Vec<(usize, usize)> {
    let count = corpus.documents.len();
    if count <= ALL {
        return (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other))).collect();
    }
    by_features(corpus)
}

fn by_features(corpus: &Corpus) -> Vec<(usize, usize)> {
    let found = postings(corpus);
    let lists = lists(&found);
    let of_document = features_by_document(&found, &lists, corpus.documents.len());
    let mut chosen = BTreeSet::new();
    let mut scores = vec![0_u64; corpus.documents.len()];
    for (document, features) in of_document.iter().enumerate() {
        let touched = add_up(corpus, document, features, &found, &lists, &mut scores);
        for partner in best_partners(corpus, document, &touched, &scores) {
            chosen.insert((document.min(partner), document.max(partner)));
        }
        for partner in touched {
            if let Some(score) = scores.get_mut(partner) {
                *score = 0;
            }
        }
    }
    chosen.into_iter().collect()
}

/// Every feature with every document it stands in, sorted.
fn postings(corpus: &Corpus) -> Vec<(Feature, u32)> {
    let mut found = Vec::new();
    for (document, sentences) in corpus.documents.iter().enumerate() {
        let mut features: Vec<Feature> = Vec::new();
        for sentence in sentences {
            features.extend(sentence.terms.iter().map(|term| (*term, ALONE)));
            let next = sentence.sequence.iter().skip(1);
            features.extend(sentence.sequence.iter().zip(next).map(|(a, b)| (*a.min(b), *a.max(b))));
        }
        features.sort_unstable();
        features.dedup();
        found.extend(features.into_iter().map(|feature| (feature, document as u32)));
    }
    found.sort_unstable();
    found
}

/// Where in the sorted postings each feature of two to [`COMMON`] documents begins and ends.
fn lists(found: &[(Feature, u32)]) -> Vec<(usize, usize)> {
    let mut lists = Vec::new();
    let mut start = 0;
    for chunk in found.chunk_by(|(a, _), (b, _)| a == b) {
        let end = start + chunk.len();
        if (2..=COMMON).contains(&chunk.len()) {
            lists.push((start, end));
        }
        start = end;
    }
    lists
}

fn features_by_document(found: &[(Feature, u32)], lists: &[(usize, usize)], documents: usize) -> Vec<Vec<u32>> {
    let mut of_document = vec![Vec::new(); documents];
    for (number, (start, end)) in lists.iter().enumerate() {
        for (_, document) in found.get(*start..*end).unwrap_or_default() {
            if let Some(features) = of_document.get_mut(*document as usize) {
                features.push(number as u32);
            }
        }
    }
    of_document
}

/// Adds the weight of each shared feature to the documents that share it; which those are.
fn add_up(
    corpus: &Corpus,
    document: usize,
    features: &[u32],
    found: &[(Feature, u32)],
    lists: &[(usize, usize)],
    scores: &mut [u64],
) -> Vec<usize> {
    let mut touched = Vec::new();
    for number in features {
        let Some((start, end)) = lists.get(*number as usize) else { continue };
        for (feature, partner) in found.get(*start..*end).unwrap_or_default() {
            let partner = *partner as usize;
            let Some(score) = scores.get_mut(partner).filter(|_| partner != document) else { continue };
            if *score == 0 {
                touched.push(partner);
            }
            *score += weight(corpus, *feature);
        }
    }
    touched
}

/// A pair of words counts half: its words may count by themselves.
fn weight(corpus: &Corpus, (one, other): Feature) -> u64 {
    let sum = corpus.weight(one) + if other == ALONE { 0 } else { corpus.weight(other) };
    if other == ALONE { sum } else { sum / 2 }
}

fn best_partners(corpus: &Corpus, document: usize, touched: &[usize], scores: &[u64]) -> Vec<usize> {
    let own: u64 = corpus.sentences(document).iter().map(|sentence| sentence.weight).sum();
    let score = |partner: &usize| scores.get(*partner).copied().unwrap_or_default();
    let mut partners: Vec<usize> = touched
        .iter()
        .copied()
        .filter(|partner| score(partner).saturating_mul(1000) >= own.saturating_mul(LEAST))
        .collect();
    partners.sort_unstable_by_key(|partner| (std::cmp::Reverse(score(partner)), *partner));
    partners.truncate(PARTNERS);
    partners
}
