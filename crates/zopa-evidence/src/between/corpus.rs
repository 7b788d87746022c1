//! What do the sentences of a case's documents weigh?
//!
//! A word's weight is how rare it is among the sentences of the case itself (inverse document frequency, Spärck Jones
//! 1972, with the sentence as the document): inside one topic the names everybody writes say nothing, and the rare word
//! two sentences share says much. Weights are whole numbers, in 256ths of a bit, so that they are the same on every
//! machine.

use super::Report;
use super::lexicon::Lexicon;
use super::quoted::{quoted, within};
use std::collections::BTreeMap;

/// The number of a term.
pub(crate) type Term = u32;

/// The terms of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    /// All of them, sorted, each once.
    pub(crate) terms: Vec<Term>,
    /// Those outside quotation marks, sorted, each once: the reporter's own.
    pub(crate) own: Vec<Term>,
    /// In the order of the sentence, each as often as it stands there.
    pub(crate) sequence: Vec<Term>,
    /// What `terms` weigh together.
    pub(crate) weight: u64,
    /// What `own` weigh together.
    pub(crate) own_weight: u64,
}

/// The documents of a case, as terms with weights.
pub(crate) struct Corpus {
    /// By document, by sentence.
    pub(crate) documents: Vec<Vec<Sentence>>,
    weights: Vec<u64>,
}

impl Corpus {
    pub(crate) fn of(reports: &[Report], lexicon: &Lexicon) -> Corpus {
        let mut names = BTreeMap::new();
        let mut documents: Vec<Vec<Sentence>> =
            reports.iter().map(|report| sentences(report, lexicon, &mut names)).collect();
        let weights = weights(&documents, names.len());
        let sum = |terms: &[Term]| terms.iter().filter_map(|term| weights.get(*term as usize)).sum();
        for sentence in documents.iter_mut().flatten() {
            sentence.weight = sum(&sentence.terms);
            sentence.own_weight = sum(&sentence.own);
        }
        Corpus { documents, weights }
    }

    /// The sentences of a document.
    pub(crate) fn sentences(&self, document: usize) -> &[Sentence] {
        self.documents.get(document).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn weight(&self, term: Term) -> u64 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    /// What the terms that two sorted lists share weigh, and how many they are.
    pub(crate) fn shared(&self, one: &[Term], other: &[Term]) -> (u64, usize) {
        let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
        let (mut weight, mut count) = (0, 0);
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    weight += self.weight(**a);
                    count += 1;
                    left.next();
                    right.next();
                }
            }
        }
        (weight, count)
    }

    /// How alike two sentences are, in thousandths: the weight they share, against the mean of what they weigh.
    pub(crate) fn alike(&self, one: &Sentence, other: &Sentence) -> u32 {
        likeness(self.shared(&one.terms, &other.terms), one.weight, other.weight)
    }

    /// The same, of the words outside quotation marks.
    pub(crate) fn alike_in_own_words(&self, one: &Sentence, other: &Sentence) -> u32 {
        likeness(self.shared(&one.own, &other.own), one.own_weight, other.own_weight)
    }
}

/// Shared words below this many count in part: two sentences are not alike by one rare word.
const FEW: u64 = 3;

fn likeness((shared, count): (u64, usize), one: u64, other: u64) -> u32 {
    let mean = one.saturating_mul(other).isqrt();
    let part = (count as u64).min(FEW);
    (shared.saturating_mul(1000 * part))
        .checked_div(mean.saturating_mul(FEW))
        .map_or(0, |thousandths| thousandths as u32)
}

fn sentences(report: &Report, lexicon: &Lexicon, names: &mut BTreeMap<String, Term>) -> Vec<Sentence> {
    let quoted = quoted(report.text);
    let one = |span: &crate::span::Span| {
        let mut sentence = Sentence::default();
        for (name, at) in lexicon.terms(span.of(report.text)) {
            let next = names.len() as Term;
            let term = *names.entry(name).or_insert(next);
            sentence.sequence.push(term);
            if !within(&quoted, span.start + at.start) {
                sentence.own.push(term);
            }
        }
        sentence.terms = sentence.sequence.clone();
        for list in [&mut sentence.terms, &mut sentence.own] {
            list.sort_unstable();
            list.dedup();
        }
        sentence
    };
    report.sentences.iter().map(one).collect()
}

fn weights(documents: &[Vec<Sentence>], terms: usize) -> Vec<u64> {
    let mut found = vec![0_u64; terms];
    let mut sentences = 0;
    for sentence in documents.iter().flatten() {
        sentences += 1;
        for term in &sentence.terms {
            if let Some(count) = found.get_mut(*term as usize) {
                *count += 1;
            }
        }
    }
    found.into_iter().map(|count| bits(2 * sentences + 2, 2 * count + 1)).collect()
}

/// The binary logarithm of `above / below` in 256ths, at least zero, in whole numbers throughout.
fn bits(above: u64, below: u64) -> u64 {
    let ratio = (above << 31).checked_div(below).unwrap_or_default();
    let Some(whole) = ratio.checked_ilog2().filter(|log| *log >= 31) else { return 0 };
    // The ratio between 1 and 2, 31 bits after the point; squaring it doubles its logarithm.
    let mut part = ratio >> (whole - 31);
    let mut log = u64::from(whole - 31);
    for _ in 0..8 {
        part = (part * part) >> 31;
        log *= 2;
        if part >> 32 > 0 {
            part >>= 1;
            log += 1;
        }
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_in_whole_numbers() {
        for (above, below) in [(1, 1), (3, 1), (1000, 7), (400_001, 3), (17, 5)] {
            let exact = (above as f64 / below as f64).log2() * 256.0;
            assert!((bits(above, below) as f64 - exact).abs() <= 1.0, "{above}/{below}");
        }
        assert_eq!(bits(1, 2), 0);
    }
}
