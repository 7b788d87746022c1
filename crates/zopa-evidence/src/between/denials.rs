//! What does a denial deny?
//!
//! Either a report as a whole ("dismissed the claims"): then what the document has from a report, up to the denial. Or
//! what it says is not so ("no such condition is on the table"): then the sentence that shares most of its rare words,
//! and where it only points ("no such offer"), what was told just before. The same is sought in the other documents, over
//! the edges and by the words, but never across a round or a date.

use super::article::is_prose;
use super::carried::from_report;
use super::effects::{Word, find_row};
use super::facts::{Fact, FactKind, WordSet};
use super::lexicon::lines;
use super::scene::{At, Scene};
use super::speaker::same;
use std::collections::BTreeSet;
use zopa_finding::Act;

/// Thousandths of the weight of a denial that the sentence it denies shares.
const SHARED: u64 = 300;
/// So alike are sentences of several documents that tell the same, in thousandths.
const SAME: u32 = 300;
/// So many sentences back may a denial point.
const BACK: usize = 4;
/// So many words may lie between turning away and what is turned away.
const REACH: usize = 7;

/// A denial with what it denies.
#[derive(Debug)]
pub(crate) struct Denied {
    pub(crate) reported: BTreeSet<At>,
    pub(crate) denied: BTreeSet<At>,
    pub(crate) whole_report: bool,
}

/// All denials; several of one thing by one speaker are one.
pub(crate) fn denials(scene: &Scene) -> Vec<Denied> {
    let rows: Vec<Vec<&str>> =
        lines(include_str!("../../data/en/denials.txt")).map(|row| row.split_whitespace().collect()).collect();
    let prose = scene.sentences().filter(|at| is_prose(scene.span(*at).of(scene.text(at.0))));
    let at: BTreeSet<At> = prose.filter(|at| is_denial(scene, *at, &rows)).collect();
    let mut found: Vec<Denied> = Vec::new();
    for denial in &at {
        let whole = names_report(scene, *denial);
        let mut reported = if whole { of_report(scene, *denial, &at) } else { BTreeSet::new() };
        let last = (denial.0, denial.1.wrapping_sub(1));
        let goes_on = found.last_mut().filter(|before| {
            !whole && before.denied.contains(&last) && (same_speaker(scene, last, *denial) || nameless(scene, *denial))
        });
        if let Some(before) = goes_on {
            before.denied.insert(*denial);
            continue;
        }
        if reported.is_empty() {
            reported = of_content(scene, *denial, &at);
        }
        if !reported.is_empty() {
            found.push(Denied { reported, denied: BTreeSet::from([*denial]), whole_report: whole });
        }
    }
    let mut merged = merge(scene, found);
    for one in &mut merged {
        widen(scene, one, &at);
    }
    merged
}

fn is_denial(scene: &Scene, at: At, rows: &[Vec<&str>]) -> bool {
    let Some(side) = scene.side(at.0) else { return false };
    let acts = scene.told_in(at.0, scene.span(at)).any(|one| {
        one.act == Act::Denial
            && one.cue.iter().any(|cue| scene.span(at).contains(crate::span::Span::new(cue.start, cue.end)))
    });
    let turned = turned_away(side.sentence(at.1));
    let said = || {
        scene.told_in(at.0, scene.span(at)).next().is_some()
            || scene.quotes.get(at.0).into_iter().flatten().any(|quote| quote.sentence == at.1)
    };
    acts || turned || rows.iter().any(|row| find_row(side.sentence(at.1), row).is_some()) && said()
}

fn list(kind: &'static str) -> BTreeSet<&'static str> {
    let file = lines(include_str!("../../data/en/reports_named.txt"));
    file.filter_map(|line| line.strip_prefix(kind)).flat_map(str::split_whitespace).collect()
}

/// "Rejected the paper's account": a verb, and a word for a report within reach after it.
fn turned_away(words: &[Word]) -> bool {
    let (verbs, nouns) = (list("verbs:"), list("nouns:"));
    let verb = words.iter().enumerate().filter(|(_, word)| verbs.contains(word.word.as_str()));
    let mut after = verb.flat_map(|(at, _)| words.iter().skip(at + 1).take(REACH));
    after.any(|word| nouns.contains(word.word.as_str()))
}

/// It names a report, and does not go on to say what the report is of.
fn names_report(scene: &Scene, at: At) -> bool {
    let nouns = list("nouns:");
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let told = |next: Option<&Word>| next.is_some_and(|next| matches!(next.word.as_str(), "that" | "of" | "about"));
    let mut named = words.iter().enumerate().filter(|(_, word)| nouns.contains(word.word.as_str()));
    named.any(|(number, _)| !told(words.get(number + 1)))
}

/// The outlet whose report is named: "the Herald report", "the Herald's account".
fn outlet(scene: &Scene, at: At) -> Option<Fact> {
    let side = scene.side(at.0)?;
    let nouns = list("nouns:");
    let facts = scene.lists.facts.of(side.report.text, scene.span(at)).into_iter();
    let before_noun = |name: &Fact| {
        let words = side.sentence(at.1).iter();
        let mut after = words.skip_while(|word| word.span.start < name.span.end).filter(|word| word.word != "s");
        after.next().is_some_and(|word| nouns.contains(word.word.as_str()))
    };
    facts.filter(|fact| fact.kind == FactKind::Name).find(before_noun)
}

/// Does a sentence name that outlet, in full, by its last word or by its initials?
fn mentions(scene: &Scene, at: At, outlet: &Fact) -> bool {
    let Some(side) = scene.side(at.0) else { return false };
    WordSet::of(side.report.text, &[scene.span(at)], scene.lists.facts).has(outlet)
}

/// What the document has from a report, before the denial.
fn of_report(scene: &Scene, denial: At, denials: &BTreeSet<At>) -> BTreeSet<At> {
    let outlet = outlet(scene, denial);
    let named = |at: At| outlet.as_ref().is_some_and(|outlet| mentions(scene, at, outlet));
    let before =
        (0..denial.1).map(|sentence| (denial.0, sentence)).filter(|at| is_prose(scene.span(*at).of(scene.text(at.0))));
    let others = before.filter(|at| !denials.contains(at) && !same_speaker(scene, *at, denial));
    others.filter(|at| from_report(scene, *at) || named(*at)).collect()
}

fn same_speaker(scene: &Scene, one: At, other: At) -> bool {
    let speakers = |at: At| scene.told_in(at.0, scene.span(at)).filter_map(|told| told.chain.last());
    speakers(one).any(|left| speakers(other).any(|right| same(left, right)))
}

fn nameless(scene: &Scene, at: At) -> bool {
    scene.told_in(at.0, scene.span(at)).all(|one| one.chain.is_empty())
}

/// The sentence that shares most of what the denial says is not so.
fn of_content(scene: &Scene, denial: At, denials: &BTreeSet<At>) -> BTreeSet<At> {
    let Some(own) = scene.corpus.sentences(denial.0).get(denial.1) else { return BTreeSet::new() };
    let share = |at: &At| {
        let other = scene.corpus.sentences(at.0).get(at.1);
        other
            .map_or(0, |other| scene.corpus.shared(&own.terms, &other.terms).0 * 1000)
            .checked_div(own.weight)
            .unwrap_or_default()
    };
    let told = |at: &At| !denials.contains(at) && scene.told_in(at.0, scene.span(*at)).next().is_some();
    let here = (0..denial.1).map(|sentence| (denial.0, sentence)).filter(told);
    let elsewhere = scene.sentences().filter(|at| at.0 != denial.0 && told(at));
    let fit = |at: &At| share(at) >= SHARED && !same_speaker(scene, *at, denial) && !scene.apart(*at, denial);
    let best = here.chain(elsewhere).filter(fit).max_by_key(|at| (share(at), at.0 == denial.0));
    best.or_else(|| before(scene, denial, told)).into_iter().collect()
}

/// The sentence just before that tells something of somebody else.
fn before(scene: &Scene, denial: At, told: impl Fn(&At) -> bool) -> Option<At> {
    let back = (denial.1.saturating_sub(BACK)..denial.1).rev().map(|sentence| (denial.0, sentence));
    back.filter(|at| told(at)).find(|at| !same_speaker(scene, *at, denial))
}

/// Denials of overlapping sentences, or alike and by one speaker, are one.
fn merge(scene: &Scene, found: Vec<Denied>) -> Vec<Denied> {
    let mut merged: Vec<Denied> = Vec::new();
    for one in found {
        let alike = |other: &Denied| {
            other.denied.iter().any(|left| {
                one.denied.iter().any(|right| {
                    scene.counterparts(*left).contains(right)
                        || same_speaker(scene, *left, *right) && other.whole_report && one.whole_report
                })
            })
        };
        match merged.iter_mut().find(|other| !other.reported.is_disjoint(&one.reported) || alike(other)) {
            Some(other) => {
                other.reported.extend(one.reported);
                other.denied.extend(one.denied);
                other.whole_report |= one.whole_report;
            }
            None => merged.push(one),
        }
    }
    merged
}

/// The same in the other documents.
fn widen(scene: &Scene, one: &mut Denied, denials: &BTreeSet<At>) {
    let of = |from: &BTreeSet<At>| -> BTreeSet<At> { from.iter().flat_map(|at| scene.counterparts(*at)).collect() };
    let denied: Vec<At> = of(&one.denied).into_iter().filter(|at| denials.contains(at)).collect();
    one.denied.extend(denied);
    let reported: Vec<At> = of(&one.reported)
        .into_iter()
        .filter(|at| !denials.contains(at) && is_prose(scene.span(*at).of(scene.text(at.0))))
        .collect();
    let seeds = one.reported.clone();
    one.reported.extend(reported);
    let documents: BTreeSet<usize> = one.reported.iter().map(|at| at.0).collect();
    let others =
        scene.sentences().filter(|at| !documents.contains(&at.0) && !denials.contains(at) && from_report(scene, *at));
    let same: Vec<At> = others
        .filter(|at| seeds.iter().any(|seed| scene.alike(*at, *seed) >= SAME && !scene.apart(*at, *seed)))
        .collect();
    one.reported.extend(same);
}
