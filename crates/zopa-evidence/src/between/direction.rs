//! Of two documents that are kin, which was made from which?
//!
//! A rewrite loses: the end of a quote, the marks around it, the outlet it was said to, a name or a day. What it loses
//! it cannot have had from elsewhere, so each loss says that the fuller document came first. Signs are sought both ways
//! and weighed; where neither way is clearly ahead, the direction stays open.

use super::Report;
use super::align::Pair;
use super::corpus::{Corpus, Sentence};
use super::facts::{Fact, FactKind, FactWords};
use super::heard::heard_by;
use super::lexicon::words;
use super::quoted::quoted;
use super::roughly::is_roughly;
use super::word_set::WordSet;
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::between::{DescentSign, SignFound};

/// By so much must one way be ahead.
const MARGIN: u32 = 2;
/// A part of a quote must be so long, in words, and leave so many out, to be a sign.
const PART: usize = 5;
const LEFT_OUT: usize = 3;

/// The signs that `derived` was made from `source`; `pairs` has the derived document first.
pub(crate) fn signs(
    derived: &Report,
    source: &Report,
    pairs: &[Pair],
    corpus: &Corpus,
    ids: (usize, usize),
) -> Vec<SignFound> {
    let mut signs = Vec::new();
    signs.extend(earlier(derived, source));
    signs.extend(credited(derived, source));
    signs.extend(longer_quotes(derived, source));
    signs.extend(first_hand(derived, source, pairs));
    signs.extend(quote_marks(derived, source, pairs, corpus, ids));
    signs.extend(details(derived, source, pairs));
    signs
}

/// How much a row of signs says.
pub(crate) fn weigh(signs: &[SignFound]) -> u32 {
    let of =
        |sign, each: u32, most: u32| most.min(each * signs.iter().filter(|found| found.sign == sign).count() as u32);
    of(DescentSign::Earlier, 100, 100)
        + of(DescentSign::Credited, 4, 4)
        + of(DescentSign::LongerQuote, 3, 6)
        + of(DescentSign::FirstHand, 3, 6)
        + of(DescentSign::QuoteMarks, 2, 4)
        + of(DescentSign::Details, 1, 3)
}

/// Is what weighs `one` clearly ahead of what weighs `other`?
pub(crate) fn ahead(one: u32, other: u32) -> bool {
    one >= other + MARGIN && 2 * one >= 3 * other
}

fn found(sign: DescentSign, source: &Report, span: Span) -> SignFound {
    SignFound { sign, source: source.passage(span), derived: None }
}

fn earlier(derived: &Report, source: &Report) -> Option<SignFound> {
    let before = source.published? < derived.published?;
    before.then(|| found(DescentSign::Earlier, source, Span::default()))
}

/// The derived document names the source's outlet, and the source is not said to have been told it.
pub(crate) fn credited(derived: &Report, source: &Report) -> Option<SignFound> {
    let words = derived.sentences.iter().find_map(|sentence| credit(derived, *sentence, source))?;
    Some(SignFound {
        sign: DescentSign::Credited,
        source: source.passage(source.sentence(0)),
        derived: Some(derived.passage(words)),
    })
}

/// Where a sentence of one document names the outlet of another, with or without its article.
pub(crate) fn credit(derived: &Report, sentence: Span, source: &Report) -> Option<Span> {
    let outlet = source.outlet.filter(|outlet| derived.outlet != Some(*outlet))?;
    let name = outlet.strip_prefix("The ").unwrap_or(outlet);
    let at = sentence.of(derived.text).find(name).filter(|_| !name.is_empty())?;
    Some(Span::new(sentence.start + at, sentence.start + at + name.len()))
}

fn longer_quotes(derived: &Report, source: &Report) -> Vec<SignFound> {
    let long = quotes(source);
    let short = quotes(derived);
    let mut signs = Vec::new();
    for (part, words) in short.iter().filter(|(_, words)| words.len() >= PART) {
        let whole = long.iter().find(|(_, whole)| whole.len() >= words.len() + LEFT_OUT && holds(whole, words));
        let Some((span, whole)) = whole else { continue };
        // A quote interrupted by its own cue is whole in two parts: nothing is left out.
        let rest = whole.iter().filter(|word| !short.iter().any(|(_, other)| other.contains(word))).count();
        if rest >= LEFT_OUT {
            let derived = Some(derived.passage(*part));
            signs.push(SignFound { sign: DescentSign::LongerQuote, source: source.passage(*span), derived });
        }
    }
    signs
}

fn quotes(report: &Report) -> Vec<(Span, Vec<String>)> {
    let words = |span: Span| words(span.of(report.text)).into_iter().map(|(word, _)| word).collect();
    quoted(report.text).into_iter().map(|span| (span, words(span))).collect()
}

fn holds(whole: &[String], part: &[String]) -> bool {
    whole.windows(part.len().max(1)).any(|window| window == part)
}

/// The source says to which outlet it was said, and the derived document never names that outlet.
fn first_hand(derived: &Report, source: &Report, pairs: &[Pair]) -> Vec<SignFound> {
    let known = |outlet: &str| derived.sentences.iter().any(|span| span.of(derived.text).contains(outlet));
    let mut signs = Vec::new();
    for at in sources(pairs) {
        for outlet in heard_by(source.text, source.sentence(at)) {
            if !known(outlet.of(source.text)) {
                signs.push(found(DescentSign::FirstHand, source, outlet));
            }
        }
    }
    signs
}

/// The sentences of the source that have a counterpart, each once, in order.
fn sources(pairs: &[Pair]) -> Vec<usize> {
    let mut sources: Vec<usize> = pairs.iter().map(|pair| pair.other).collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// Two or more rare words quoted in the source that the derived document says in its own voice.
fn quote_marks(
    derived: &Report,
    source: &Report,
    pairs: &[Pair],
    corpus: &Corpus,
    (d, s): (usize, usize),
) -> Vec<SignFound> {
    let mut signs = Vec::new();
    // What stands between marks anywhere in the derived document: its own quote of the same words is no loss.
    let quotes = |sentence: &Sentence| -> Vec<u32> {
        sentence.terms.iter().copied().filter(|term| sentence.own.binary_search(term).is_err()).collect()
    };
    let kept: BTreeSet<u32> = corpus.sentences(d).iter().flat_map(quotes).collect();
    for pair in pairs {
        let (Some(left), Some(right)) = (corpus.sentences(d).get(pair.one), corpus.sentences(s).get(pair.other)) else {
            continue;
        };
        let only_quoted: Vec<u32> = quotes(right).into_iter().filter(|term| !kept.contains(term)).collect();
        let (_, own) = corpus.shared(&only_quoted, &left.own);
        let (_, all) = corpus.shared(&only_quoted, &left.terms);
        if own >= 2 && own == all {
            let derived = Some(derived.passage(derived.sentence(pair.one)));
            signs.push(SignFound {
                sign: DescentSign::QuoteMarks,
                source: source.passage(source.sentence(pair.other)),
                derived,
            });
        }
    }
    signs
}

/// Names, numbers and dates in the source's matched sentences that the derived document has nowhere.
fn details(derived: &Report, source: &Report, pairs: &[Pair]) -> Vec<SignFound> {
    let lists = FactWords::english();
    let has = WordSet::of(derived.text, &derived.sentences, lists);
    let facts = sources(pairs).into_iter().flat_map(|at| lists.of(source.text, source.sentence(at)));
    // "Around 10,000", of 11,000: who rounds a number has not had it first.
    let rounded = |fact: &Fact| fact.kind == FactKind::Number && is_roughly(source.text, fact);
    let lost = facts.filter(|fact: &Fact| fact.kind != FactKind::VagueDate && !has.has(fact) && !rounded(fact));
    lost.map(|fact| found(DescentSign::Details, source, fact.span)).collect()
}
