//! What do the sentences of a case's documents weigh?
//!
//! A word's weight is how rare it is among the sentences of the case itself (inverse document frequency, Spärck Jones
//! 1972, with the sentence as the document): inside one topic the names everybody writes say nothing, and the rare word
//! two sentences share says much. Weights are whole numbers, in 256ths of a bit, so that they are the same on every
//! machine.

use super::Report;
use super::facts::FactWords;
use super::lexicon::Lexicon;
use super::quoted::{quoted, within};
use crate::span::Span;
use rustc_hash::FxHashSet;
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
    /// Those of what is told, sorted, each once: without who says it, and that it is said.
    pub(crate) told: Vec<Term>,
    /// In the order of the sentence, each as often as it stands there.
    pub(crate) sequence: Vec<Term>,
    /// Those of `terms` that are no number and no date.
    pub(crate) plain: Vec<Term>,
    /// What `terms` weigh together.
    pub(crate) weight: u64,
    /// What `plain` weigh together.
    pub(crate) plain_weight: u64,
    /// What `own` weigh together.
    pub(crate) own_weight: u64,
    /// What `told` weigh together.
    pub(crate) told_weight: u64,
}

/// Terms that sentences are asked for, sorted, each once, and what they weigh together.
#[derive(Debug)]
pub(crate) struct Asked {
    terms: Vec<Term>,
    weight: u64,
}

/// The documents of a case, as terms with weights.
pub(crate) struct Corpus {
    /// By document, by sentence.
    pub(crate) documents: Vec<Vec<Sentence>>,
    /// By document: every term with every sentence it stands in, sorted.
    places: Vec<Vec<(Term, u32)>>,
    weights: Vec<u64>,
    /// The number of each term.
    names: BTreeMap<String, Term>,
}

impl Corpus {
    pub(crate) fn of(reports: &[Report], lexicon: &Lexicon) -> Corpus {
        let mut names = BTreeMap::new();
        let figures = FactWords::english().figures(lexicon);
        let mut documents: Vec<Vec<Sentence>> =
            reports.iter().map(|report| sentences(report, lexicon, &figures, &mut names)).collect();
        let weights = weights(&documents, names.len());
        let sum = |terms: &[Term]| terms.iter().filter_map(|term| weights.get(*term as usize)).sum();
        for sentence in documents.iter_mut().flatten() {
            sentence.weight = sum(&sentence.terms);
            sentence.plain_weight = sum(&sentence.plain);
            sentence.own_weight = sum(&sentence.own);
            sentence.told_weight = sum(&sentence.told);
        }
        let places = documents.iter().map(|sentences| places(sentences)).collect();
        Corpus { documents, places, weights, names }
    }

    /// The sentences of a document.
    pub(crate) fn sentences(&self, document: usize) -> &[Sentence] {
        self.documents.get(document).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn weight(&self, term: Term) -> u64 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    /// Words by name, as something that sentences are asked for: those of them that stand anywhere.
    pub(crate) fn asked<'n>(&self, names: impl Iterator<Item = &'n str>) -> Asked {
        let mut terms: Vec<Term> = names.filter_map(|name| self.names.get(name).copied()).collect();
        terms.sort_unstable();
        terms.dedup();
        let weight = terms.iter().map(|term| self.weight(*term)).sum();
        Asked { terms, weight }
    }

    /// The sentences that share at least so many thousandths of the weight of what is asked for, with how many they share, in
    /// the order of the documents.
    ///
    /// Who shares so much has one of the rarest words asked for: of those whose rest weighs less than that. Only the sentences
    /// that have one of them are looked at (the prefix filter of Chaudhuri, Ganti and Kaushik 2006).
    pub(crate) fn sharing(&self, asked: &Asked, least: u64) -> Vec<(u64, (usize, usize))> {
        self.sharing_among(asked, least, 0..self.documents.len())
    }

    /// The same, of some documents.
    pub(crate) fn sharing_among(
        &self,
        asked: &Asked,
        least: u64,
        among: impl IntoIterator<Item = usize>,
    ) -> Vec<(u64, (usize, usize))> {
        let mut found = Vec::new();
        let rare = self.rarest(asked, least);
        for (document, places) in among.into_iter().filter_map(|at| Some((at, self.places.get(at)?))) {
            let mut having: Vec<u32> =
                rare.iter().flat_map(|term| standing(places, *term)).map(|(_, at)| *at).collect();
            having.sort_unstable();
            having.dedup();
            let share = |at: u32| {
                let sentence = self.sentences(document).get(at as usize)?;
                (self.shared(&asked.terms, &sentence.terms).0 * 1000).checked_div(asked.weight)
            };
            let shares = having.into_iter().filter_map(|at| Some((share(at)?, (document, at as usize))));
            found.extend(shares.filter(|(share, _)| *share >= least));
        }
        found
    }

    /// Does a sentence share two or more of the terms asked for?
    pub(crate) fn shares_several(&self, asked: &Asked, (document, at): (usize, usize)) -> bool {
        self.sentences(document).get(at).is_some_and(|sentence| self.shared(&asked.terms, &sentence.terms).1 > 1)
    }

    /// The fewest of the terms, rarest first, without which less than so many thousandths are left.
    fn rarest(&self, asked: &Asked, least: u64) -> Vec<Term> {
        let mut terms = asked.terms.clone();
        terms.sort_by_key(|term| (std::cmp::Reverse(self.weight(*term)), *term));
        let mut rest = asked.weight;
        let enough = |term: &Term| {
            let needed = rest * 1000 >= least * asked.weight;
            rest -= self.weight(*term);
            needed
        };
        let count = terms.iter().map(enough).take_while(|needed| *needed).count();
        terms.truncate(count);
        terms
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

    /// How alike the sentences of two documents are, those that share a term: row by row of the first, in thousandths.
    /// The same as [`Corpus::alike`] for each two, but only shared terms cost time.
    pub(crate) fn all_alike(&self, one: usize, other: usize) -> Vec<(usize, usize, u32)> {
        let (left, right) = (self.sentences(one), self.sentences(other));
        let mut shared = vec![(0_u64, 0_usize); left.len() * right.len()];
        let of = |document: usize| self.places.get(document).map_or(&[][..], Vec::as_slice);
        let (mut here, mut there) = (of(one), of(other));
        while let (Some((a, _)), Some((b, _))) = (here.first(), there.first()) {
            let (mine, rest) = here.split_at(if a <= b { run(here, *a) } else { 0 });
            let (others, more) = there.split_at(if b <= a { run(there, *b) } else { 0 });
            let weight = self.weight(*a);
            for ((_, i), (_, j)) in mine.iter().flat_map(|i| others.iter().map(move |j| (i, j))) {
                if let Some((sum, count)) = shared.get_mut(*i as usize * right.len() + *j as usize) {
                    *sum += weight;
                    *count += 1;
                }
            }
            (here, there) = (rest, more);
        }
        let cells = left.iter().enumerate().flat_map(|(i, a)| right.iter().enumerate().map(move |(j, b)| (i, a, j, b)));
        let alike = cells.zip(shared).filter(|(_, (_, count))| *count > 0);
        alike.map(|((i, a, j, b), shared)| (i, j, likeness(shared, a.weight, b.weight))).collect()
    }

    /// How alike two sentences are, in thousandths: the weight they share, against the mean of what they weigh.
    pub(crate) fn alike(&self, one: &Sentence, other: &Sentence) -> u32 {
        likeness(self.shared(&one.terms, &other.terms), one.weight, other.weight)
    }

    /// The same, whatever numbers and dates are in them: where these differ, they say nothing of what they are of.
    pub(crate) fn alike_but_for_figures(&self, one: &Sentence, other: &Sentence) -> u32 {
        likeness(self.shared(&one.plain, &other.plain), one.plain_weight, other.plain_weight)
    }

    /// The same, of what is told alone.
    pub(crate) fn tell_alike(&self, one: &Sentence, other: &Sentence) -> u32 {
        likeness(self.shared(&one.told, &other.told), one.told_weight, other.told_weight)
    }

    /// The same, of the words outside quotation marks.
    pub(crate) fn alike_in_own_words(&self, one: &Sentence, other: &Sentence) -> u32 {
        likeness(self.shared(&one.own, &other.own), one.own_weight, other.own_weight)
    }
}

/// The entries of a term.
fn standing(places: &[(Term, u32)], term: Term) -> &[(Term, u32)] {
    let from = places.partition_point(|(other, _)| *other < term);
    let rest = places.get(from..).unwrap_or_default();
    rest.get(..run(rest, term)).unwrap_or_default()
}

/// How many entries of a term come first.
fn run(places: &[(Term, u32)], term: Term) -> usize {
    places.iter().take_while(|(other, _)| *other == term).count()
}

fn places(sentences: &[Sentence]) -> Vec<(Term, u32)> {
    let of =
        sentences.iter().zip(0_u32..).flat_map(|(sentence, at)| sentence.terms.iter().map(move |term| (*term, at)));
    let mut places: Vec<(Term, u32)> = of.collect();
    places.sort_unstable();
    places
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

fn sentences(
    report: &Report,
    lexicon: &Lexicon,
    figures: &FxHashSet<String>,
    names: &mut BTreeMap<String, Term>,
) -> Vec<Sentence> {
    let (quoted, telling) = (quoted(report.text), telling(report));
    let one = |span: &Span| {
        let mut sentence = Sentence::default();
        for (name, at) in lexicon.terms(span.of(report.text)) {
            let next = names.len() as Term;
            let figure = figures.contains(&name) || name.starts_with(|first: char| first.is_ascii_digit());
            let term = *names.entry(name).or_insert(next);
            sentence.sequence.push(term);
            if !figure {
                sentence.plain.push(term);
            }
            if !within(&quoted, span.start + at.start) {
                sentence.own.push(term);
            }
            if !within(&telling, span.start + at.start) {
                sentence.told.push(term);
            }
        }
        sentence.terms = sentence.sequence.clone();
        for list in [&mut sentence.terms, &mut sentence.own, &mut sentence.told, &mut sentence.plain] {
            list.sort_unstable();
            list.dedup();
        }
        sentence
    };
    report.sentences.iter().map(one).collect()
}

/// Where a document says who says something, and that they do; apart from each other, in order.
fn telling(report: &Report) -> Vec<Span> {
    let places = report.attributions.iter().flat_map(|one| one.source.iter().chain(&one.cue));
    let mut spans: Vec<Span> = places.map(|place| Span::new(place.start, place.end)).collect();
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => apart.push(span),
        }
    }
    apart
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
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn all_at_once_as_two_by_two(texts in prop::collection::vec("([a-f]{2} ){1,6}\\.( [a-f]{2}){0,6}", 2..4)) {
            let cut = |text: &str| -> Vec<Span> {
                let middle = text.find('.').unwrap_or(0) + 1;
                vec![Span::new(0, middle), Span::new(middle, text.len())]
            };
            let names: Vec<Report> = texts.iter().map(|text| Report {
                name: "",
                text,
                sentences: cut(text),
                attributions: Vec::new(),
                outlet: None,
                published: None,
            }).collect();
            let corpus = Corpus::of(&names, &Lexicon::english());
            let mut expected = Vec::new();
            for (i, a) in corpus.sentences(0).iter().enumerate() {
                for (j, b) in corpus.sentences(1).iter().enumerate() {
                    if corpus.shared(&a.terms, &b.terms).1 > 0 {
                        expected.push((i, j, corpus.alike(a, b)));
                    }
                }
            }
            prop_assert_eq!(corpus.all_alike(0, 1), expected);

            // Who shares a part of some words is found by the rarest of them alone.
            let terms = Lexicon::english().terms(&texts[0]).into_iter().map(|(term, _)| term).collect::<Vec<_>>();
            let asked = corpus.asked(terms.iter().map(String::as_str));
            for least in [1, 300, 700, 1000] {
                let mut every = Vec::new();
                for (document, sentences) in corpus.documents.iter().enumerate() {
                    for (at, sentence) in sentences.iter().enumerate() {
                        let share = (corpus.shared(&asked.terms, &sentence.terms).0 * 1000).checked_div(asked.weight);
                        every.extend(share.filter(|share| *share >= least).map(|share| (share, (document, at))));
                    }
                }
                prop_assert_eq!(corpus.sharing(&asked, least), every);
            }
        }
    }

    #[test]
    fn logarithms_in_whole_numbers() {
        for (above, below) in [(1, 1), (3, 1), (1000, 7), (400_001, 3), (17, 5)] {
            let exact = (above as f64 / below as f64).log2() * 256.0;
            assert!((bits(above, below) as f64 - exact).abs() <= 1.0, "{above}/{below}");
        }
        assert_eq!(bits(1, 2), 0);
    }
}
