//! Which sentences did the rewrite add that nothing in the source carries, and which did it leave out?

use super::{Edge, Word, change};
use crate::between::Report;
use crate::between::align::FAIR;
use crate::between::corpus::{Sentence, Term};
use crate::between::lists::REPORTS_NAMED;
use crate::span::Span;
use std::collections::BTreeSet;
use zopa_finding::Act;
use zopa_finding::between::{RewriteEffect, Rewritten};

/// A sentence is carried if it is so alike to one of the other document, in thousandths, ...
const CARRIED: u32 = 180;
/// ... or if so many thousandths of its weight stand anywhere in it.
const KNOWN: u64 = 700;
/// Shorter ones, in words that say something, are not told of.
const SHORT: usize = 4;

pub(super) fn changes(edge: &Edge) -> Vec<Rewritten> {
    let (derived, source) = edge.ids;
    let mut changes = Vec::new();
    for at in alone(edge, derived, source, |at| edge.made_of(at).is_empty()) {
        changes.push(change(RewriteEffect::SentenceAdded, None, Some(edge.derived.whole(at))));
    }
    for at in alone(edge, source, derived, |at| edge.made_from(at).is_empty() && !within_kept_quote(edge, at)) {
        let effect = if denies(edge, at) { RewriteEffect::DenialDropped } else { RewriteEffect::SentenceDropped };
        changes.push(change(effect, Some(edge.source.whole(at)), None));
    }
    changes.extend(edge.kept().filter_map(|(at, made)| denial_lost(edge, at, &made)));
    changes.extend((1..edge.source.words.len()).filter_map(|at| short_denial_lost(edge, at)));
    changes
}

/// "She denied this": what she denied is told, and the sentence after it, which has no words of its own, is gone.
fn short_denial_lost(edge: &Edge, at: usize) -> Option<Rewritten> {
    let short = edge.source.sentence(at).iter().filter(|word| word.term.is_some()).count() < SHORT;
    let denied = short && denied(edge.source.report, at) || turned_away(edge.source.sentence(at));
    let gone = denied && edge.made_from(at).is_empty();
    let before = *edge.made_from(at.checked_sub(1)?).first()?;
    let told = gone && !edge.derived.sentence(before).iter().any(|word| is_negative(&word.word));
    told.then(|| change(RewriteEffect::DenialDropped, Some(edge.source.whole(at)), Some(edge.derived.whole(before))))
}

/// "Called the report “a rumour”", "dismissed the claim": what was told just before is turned away.
fn turned_away(words: &[Word]) -> bool {
    words.windows(3).any(|three| {
        let [verb, the, noun] = three else { return false };
        REPORTS_NAMED.has("verbs", &verb.word)
            && matches!(the.word.as_str(), "the" | "this" | "that")
            && REPORTS_NAMED.has("nouns", &noun.word)
    })
}

/// What somebody denied is told, and that it was denied is not.
fn denial_lost(edge: &Edge, at: usize, made: &[usize]) -> Option<Rewritten> {
    let negative = |derived: &&usize| {
        let words = edge.derived.sentence(**derived);
        words.iter().any(|word| is_negative(&word.word)) || denied(edge.derived.report, **derived)
    };
    let first = *made.first()?;
    let alike = edge.pairs.iter().any(|pair| (pair.one, pair.other) == (first, at) && pair.alike >= FAIR);
    let lost = alike
        && (denied(edge.source.report, at) || but_not(edge.source.sentence(at)))
        && !made.iter().any(|derived| negative(&derived));
    lost.then(|| change(RewriteEffect::DenialDropped, Some(edge.source.whole(at)), Some(edge.derived.whole(first))))
}

/// "Confirmed that it had come up, but said that nothing had been agreed".
fn but_not(words: &[Word]) -> bool {
    let Some(but) = words.iter().position(|word| matches!(word.word.as_str(), "but" | "though" | "although")) else {
        return false;
    };
    let after: Vec<&str> = words.iter().skip(but + 1).map(|word| word.word.as_str()).collect();
    let none =
        after.iter().take(REACH).position(|word| matches!(*word, "nothing" | "no" | "none" | "nobody" | "never"));
    none.is_some_and(|none| {
        after.iter().skip(none).take(REACH).any(|word| matches!(*word, "had" | "was" | "were" | "been"))
    })
}

/// So many words behind *but* may it stand that nothing was so.
const REACH: usize = 6;

fn is_negative(word: &str) -> bool {
    let negative =
        ["no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "t", "false", "untrue", "cannot"];
    let refusing = ["den", "reject", "dismiss", "refut", "disput", "contradict", "rebuff", "rebut"];
    negative.contains(&word) || refusing.iter().any(|stem| word.starts_with(stem))
}

fn denies(edge: &Edge, at: usize) -> bool {
    denied(edge.source.report, at)
}

/// Is something denied in a sentence?
fn denied(report: &Report, at: usize) -> bool {
    let sentence = report.sentence(at);
    report
        .attributions
        .iter()
        .any(|one| one.act == Act::Denial && one.cue.iter().any(|cue| sentence.contains(Span::new(cue.start, cue.end))))
}

/// The sentences of `one` without a counterpart that nothing in `other` carries.
fn alone(edge: &Edge, one: usize, other: usize, lone: impl Fn(usize) -> bool) -> Vec<usize> {
    let others = edge.corpus.sentences(other);
    let mut known: Vec<Term> = others.iter().flat_map(|sentence| sentence.terms.iter().copied()).collect();
    known.sort_unstable();
    known.dedup();
    let carried = |sentence: &Sentence| {
        let known = edge.corpus.shared(&sentence.terms, &known).0;
        known * 1000 >= sentence.weight * KNOWN
            || others.iter().any(|other| edge.corpus.alike(sentence, other) >= CARRIED)
    };
    let sentences = edge.corpus.sentences(one).iter().enumerate();
    let alone: BTreeSet<usize> = sentences
        .filter(|(at, sentence)| lone(*at) && sentence.terms.len() >= SHORT && !carried(sentence))
        .map(|(at, _)| at)
        .collect();
    alone.into_iter().collect()
}

/// Is the sentence a part of a quote of which the derived document has another sentence? Then it is the quote that was
/// cut or retold, which `quotes` tells.
fn within_kept_quote(edge: &Edge, at: usize) -> bool {
    let sentences = &edge.source.report.sentences;
    let Some(own) = sentences.get(at) else { return false };
    let quotes = edge.source.quoted.iter().filter(|quote| quote.overlaps(*own));
    let mut others = quotes.flat_map(|quote| {
        (0..sentences.len()).filter(|other| sentences.get(*other).is_some_and(|span| quote.overlaps(*span)))
    });
    others.any(|other| other != at && !edge.made_from(other).is_empty())
}
