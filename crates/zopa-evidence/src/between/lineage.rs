//! Which document was made from which?
//!
//! Two documents are kin if, over the whole pair, enough of what they say stands in sentences that are alike, in the
//! order of the other, and not only in what both quote: a speech that two reporters heard, or a report that both retell
//! in a sentence, makes nobody a copyist. Which of the two came first is asked in `direction`. A document that a third
//! one explains as well gets no second edge, so that two rewrites of one report are not held to be made from each other.
//! Where the evidence is thin there is no edge.

use super::Report;
use super::align::{FAIR, Pair, STRONG, aligned, best, in_order, pairs};
use super::candidates::candidates;
use super::corpus::Corpus;
use super::direction::{ahead, credit, signs, weigh};
use super::effects::{Edge, Lists, changes};
use super::next_round::next_round;
use super::one_voice::one_voice;
use super::own_work::{Past, adds, mostly_other};
use super::publisher::{credits, hears_itself};
use super::same_numbers::count_otherwise;
use std::collections::BTreeSet;
use zopa_finding::between::{Descent, SentencePair, SignFound};

/// Of the strong pairs those count that stand in one order. If there are so many, ...
const MANY: usize = 6;
/// ... they have to cover so many thousandths of the weight of the better covered document; ...
const COVERED_BY_MANY: u64 = 200;
/// ... if there are only so many, ...
const SENTENCES: usize = 3;
/// ... so many.
const COVERED_BY_FEW: u64 = 300;
/// The other document has to be covered so far.
const COVERED_LEAST: u64 = 100;
/// So many of them alike in the reporters' own words.
const OWN: usize = 2;
/// Thousandths of the matched sentences that must stand in order.
const ORDER: usize = 600;
/// An editor may rearrange: where so many thousandths are covered, in so many sentences of the reporters' own words, ...
const COVERED_MUCH: u64 = 200;
const OWN_MUCH: usize = 6;
/// ... so many are enough.
const REARRANGED: usize = 400;

/// Two documents that are kin, the one that was made first.
struct Kin {
    derived: usize,
    source: usize,
    shown: bool,
    signs: Vec<SignFound>,
    /// Thousandths of the derived document that the source covers.
    covered: u64,
}

/// An edge, by the numbers of the documents.
pub(crate) struct Link {
    pub(crate) derived: usize,
    pub(crate) source: usize,
    /// The derived document first.
    pub(crate) pairs: Vec<Pair>,
}

impl Link {
    /// The sentences made from a sentence of the source, the most alike first.
    pub(crate) fn made_from(&self, source: usize) -> Vec<usize> {
        let mut made: Vec<&Pair> = self.pairs.iter().filter(|pair| pair.other == source).collect();
        made.sort_by_key(|pair| (std::cmp::Reverse(pair.alike), pair.one));
        made.into_iter().map(|pair| pair.one).collect()
    }

    /// The same, without those that have a counterpart so many times as alike.
    pub(crate) fn told_from(&self, source: usize) -> Vec<usize> {
        let pale = |pair: &Pair| {
            self.pairs.iter().any(|other| other.one == pair.one && other.alike >= super::effects::PALE * pair.alike)
        };
        let pale: BTreeSet<usize> =
            self.pairs.iter().filter(|pair| pair.other == source && pale(pair)).map(|pair| pair.one).collect();
        self.made_from(source).into_iter().filter(|made| !pale.contains(made)).collect()
    }

    /// The sentences of the source that a sentence was made from, the most alike first.
    pub(crate) fn made_of(&self, derived: usize) -> Vec<usize> {
        let mut made: Vec<&Pair> = self.pairs.iter().filter(|pair| pair.one == derived).collect();
        made.sort_by_key(|pair| (std::cmp::Reverse(pair.alike), pair.other));
        made.into_iter().map(|pair| pair.other).collect()
    }
}

/// All edges, in the order of the derived documents and then of their sources, each with what is told of it. Who is kin
/// is judged on `strict`; sentences are paired on `corpus`, whose lexicon may be wider.
pub(crate) fn links(reports: &[Report], strict: &Corpus, corpus: &Corpus, lists: &Lists) -> Vec<(Link, Descent)> {
    kin(reports, strict).iter().filter_map(|edge| descent(reports, corpus, lists, edge)).collect()
}

/// The edges of which the direction is shown, derived document first: in the order of the derived documents, then the
/// source first that covers the most of it.
pub(crate) fn sources(reports: &[Report], corpus: &Corpus) -> Vec<(usize, usize)> {
    let mut kin = kin(reports, corpus);
    kin.retain(|edge| edge.shown);
    kin.sort_by_key(|edge| (edge.derived, std::cmp::Reverse(edge.covered), edge.source));
    kin.into_iter().map(|edge| (edge.derived, edge.source)).collect()
}

/// Every two that are kin, in the order of the derived documents and then of their sources, but those explained by a third.
fn kin(reports: &[Report], corpus: &Corpus) -> Vec<Kin> {
    let past = Past::of(reports);
    let candidates = candidates(corpus).into_iter();
    let mut kin: Vec<Kin> = candidates.filter_map(|(one, other)| related(reports, corpus, &past, one, other)).collect();
    kin.sort_by_key(|kin| (kin.derived, kin.source));
    let explained: Vec<bool> = kin.iter().map(|edge| explained(edge, &kin)).collect();
    kin.into_iter().zip(explained).filter(|(_, explained)| !explained).map(|(edge, _)| edge).collect()
}

fn related(reports: &[Report], corpus: &Corpus, past: &Past, one: usize, other: usize) -> Option<Kin> {
    let (left, right) = (reports.get(one)?, reports.get(other)?);
    let mut strong = pairs(corpus, one, other, STRONG);
    // A sentence that one has with credit is a relay, and shows nothing; unless the one is short, and mostly made of the other.
    let free = |pair: &Pair| {
        credit(left, left.sentence(pair.one), right).is_none()
            && credit(right, right.sentence(pair.other), left).is_none()
    };
    let own = strong.iter().filter(|pair| free(pair)).count();
    if 2 * own < shorter(left, right) {
        strong.retain(free);
    }
    let covers = covered(corpus, &strong, one, other)?;
    if mostly_other(reports, past, &strong, (one, other)) {
        return None;
    }
    let all = aligned(corpus, one, other);
    if count_otherwise(left, right, &best(&all)) {
        return None;
    }
    let one_derived = signs(left, right, &all, corpus, (one, other));
    let other_derived = signs(right, left, &turned(&all), corpus, (other, one));
    let (for_one, for_other) = (weigh(&one_derived), weigh(&other_derived));
    if ahead(for_one, for_other) {
        if hears_itself(left, right)
            || credits(right, left)
            || little_else(reports, corpus, past, &strong, (one, other))
        {
            return None;
        }
        return Some(Kin { derived: one, source: other, shown: true, signs: one_derived, covered: covers.0 });
    }
    let shown = ahead(for_other, for_one);
    if shown && (hears_itself(right, left) || credits(left, right)) {
        return None;
    }
    let signs = if shown { other_derived } else { Vec::new() };
    let kin = Kin { derived: other, source: one, shown, signs, covered: covers.1 };
    (!little_else(reports, corpus, past, &turned(&strong), (other, one))).then_some(kin)
}

fn shorter(one: &Report, other: &Report) -> usize {
    one.sentences.len().min(other.sentences.len())
}

/// Is hardly more alike than what the later of two documents adds to the earlier?
fn little_else(
    reports: &[Report],
    corpus: &Corpus,
    past: &Past,
    strong: &[Pair],
    (derived, source): (usize, usize),
) -> bool {
    let (Some(later), Some(earlier)) = (reports.get(derived), reports.get(source)) else { return false };
    let more = |pair: &Pair| adds(reports, past, pair, (derived, source));
    let told: Vec<Pair> = strong.iter().copied().filter(|pair| !more(pair)).collect();
    let few = 2 * told.len() < shorter(later, earlier) && told.len() < strong.len();
    few && covered(corpus, &told, derived, source).is_none()
}

/// How much of each of the two is covered, in thousandths, if that makes them kin.
fn covered(corpus: &Corpus, strong: &[Pair], one: usize, other: usize) -> Option<(u64, u64)> {
    if strong.len() < SENTENCES {
        return None;
    }
    let (left, right) = (best(strong), best(&turned(strong)));
    let here = coverage(corpus, &left, one, other);
    let there = coverage(corpus, &right, other, one);
    let row = in_order(&left).len().min(right.len());
    let enough = if row >= MANY { COVERED_BY_MANY } else { COVERED_BY_FEW };
    let own = left.iter().filter(|pair| own_words(corpus, pair, one, other)).count();
    let much = row >= MANY && own >= OWN_MUCH && here.max(there) >= COVERED_MUCH;
    let disordered = row * 1000 < left.len() * if much { REARRANGED } else { ORDER };
    let thin = row < SENTENCES || here.max(there) < enough || here.min(there) < COVERED_LEAST;
    (!(own < OWN || disordered || thin)).then_some((here, there))
}

fn own_words(corpus: &Corpus, pair: &Pair, one: usize, other: usize) -> bool {
    let sentences = (corpus.sentences(one).get(pair.one), corpus.sentences(other).get(pair.other));
    matches!(sentences, (Some(left), Some(right)) if corpus.alike_in_own_words(left, right) >= FAIR)
}

/// Thousandths of the weight of document `one` that stand in the best pair of each of its sentences.
fn coverage(corpus: &Corpus, best: &[Pair], one: usize, other: usize) -> u64 {
    let total: u64 = corpus.sentences(one).iter().map(|sentence| sentence.weight).sum();
    let shared = |pair: &Pair| {
        let left = corpus.sentences(one).get(pair.one)?;
        let right = corpus.sentences(other).get(pair.other)?;
        Some(corpus.shared(&left.terms, &right.terms).0)
    };
    let covered: u64 = best.iter().filter_map(shared).sum();
    (covered * 1000).checked_div(total).unwrap_or_default()
}

fn turned(pairs: &[Pair]) -> Vec<Pair> {
    let mut turned: Vec<Pair> =
        pairs.iter().map(|pair| Pair { one: pair.other, other: pair.one, alike: pair.alike }).collect();
    turned.sort_unstable();
    turned
}

/// Is there another source that covers the derived document better and is itself kin to this one?
fn explained(edge: &Kin, kin: &[Kin]) -> bool {
    let linked = |one: usize, other: usize| {
        kin.iter().any(|k| (k.derived, k.source) == (one, other) || (k.derived, k.source) == (other, one))
    };
    kin.iter().any(|rival| {
        rival.derived == edge.derived
            && rival.source != edge.source
            && (rival.covered, rival.shown, edge.source) > (edge.covered, edge.shown, rival.source)
            && linked(rival.source, edge.source)
    })
}

fn descent(reports: &[Report], corpus: &Corpus, lists: &Lists, edge: &Kin) -> Option<(Link, Descent)> {
    let (derived, source) = (reports.get(edge.derived)?, reports.get(edge.source)?);
    let mut pairs = aligned(corpus, edge.derived, edge.source);
    pairs.extend(next_round(derived, source, &pairs));
    pairs.extend(one_voice(corpus, (derived, edge.derived), (source, edge.source), &pairs));
    pairs.sort_unstable();
    let best = best(&pairs);
    let ordered: BTreeSet<Pair> = in_order(&best).into_iter().filter_map(|at| best.get(at).copied()).collect();
    let pair = |pair: &Pair| SentencePair {
        derived: derived.passage(derived.sentence(pair.one)),
        source: source.passage(source.sentence(pair.other)),
        alike: pair.alike,
        in_order: ordered.contains(pair),
    };
    let told = Descent {
        derived: derived.name.to_owned(),
        source: source.name.to_owned(),
        direction_shown: edge.shown,
        sentences_matched: best.len() as u32,
        sentences: derived.sentences.len() as u32,
        source_matched: pairs.iter().map(|pair| pair.other).collect::<BTreeSet<_>>().len() as u32,
        source_sentences: source.sentences.len() as u32,
        in_order: ordered.len() as u32,
        signs: edge.signs.clone(),
        pairs: pairs.iter().map(pair).collect(),
        changes: changes(&Edge::new((derived, source), &pairs, (edge.derived, edge.source), corpus, lists)),
    };
    Some((Link { derived: edge.derived, source: edge.source, pairs }, told))
}
