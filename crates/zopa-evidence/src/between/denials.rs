//! What does a denial deny?
//!
//! Either a report as a whole ("dismissed the claims"): then what the document has from a report, up to the denial. Or
//! what it says is not so ("no such condition is on the table"): then the sentence that shares most of its rare words,
//! and where it only points ("no such offer"), what was told just before. The same is sought in the other documents, over
//! the edges and by the words, but never across a round or a date.

mod content;
mod negations;
mod signs;

use super::article::is_prose;
use super::carried::from_report;
use super::differences::agreeing;
use super::effects::{Word, find_row};
use super::facts::{Fact, FactKind};
use super::lexicon::{lines, words};
use super::lists::REPORTS_NAMED;
use super::scene::{At, Scene};
use super::speaker::same;
use super::voices::outlet as bare_outlet;
use super::word_set::WordSet;
use content::{named_content, of_content, untrue_that};
use signs::{ends_pointing, is_denial, judging, points_back, replies};
use std::collections::BTreeSet;
use zopa_finding::{Act, Attribution, AttributionKind, Place};

/// So alike are sentences of several documents that tell the same, in thousandths.
const SAME: u32 = 360;
/// So many words may lie between turning away and what is turned away.
const REACH: usize = 7;
/// A denial that says so few things of its own points at what was told before.
const FEW: usize = 3;

/// A denial with what it denies.
#[derive(Debug)]
pub(crate) struct Denied {
    pub(crate) reported: BTreeSet<At>,
    pub(crate) denied: BTreeSet<At>,
    pub(crate) whole_report: bool,
}

/// So many sentences are looked at together for the one that a denial denies; the denials after that are not asked.
const LOOKS: usize = 1 << 23;

/// What is denied, and how many denials were not asked, because there were too many sentences to look at.
pub(crate) struct Denials {
    pub(crate) found: Vec<Denied>,
    pub(crate) unasked: usize,
}

/// All denials; several of one thing by one speaker are one.
pub(crate) fn denials(scene: &Scene) -> Denials {
    let rows = rows_of_words(include_str!("../../data/en/denials.txt"));
    let alone = rows_of_words(include_str!("../../data/en/denials_alone.txt"));
    let prose = scene.sentences().filter(|at| in_prose(scene, *at));
    let at: BTreeSet<At> = prose.filter(|at| is_denial(scene, *at, (&rows, &alone))).collect();
    let (mut found, mut looks, mut unasked): (Vec<Denied>, usize, usize) = (Vec::new(), 0, 0);
    for denial in &at {
        let whole = names_report(scene, *denial);
        let pointed = points_back(scene, *denial);
        let mut reported = match (pointed, whole) {
            (true, _) => of_paragraph(scene, *denial, &at),
            (false, true) => of_report(scene, *denial, &at),
            (false, false) => BTreeSet::new(),
        };
        let last = (denial.0, denial.1.wrapping_sub(1));
        let goes_on = found.last_mut().filter(|before| {
            let on = same_speaker(scene, last, *denial) || nameless(scene, *denial) || of_such(scene, last, *denial);
            // "He also disputed a report that": of something else.
            !whole && before.denied.contains(&last) && on && named_content(scene, *denial).is_none()
        });
        if let Some(before) = goes_on {
            before.denied.insert(*denial);
            continue;
        }
        if reported.is_empty() && looks >= LOOKS {
            unasked += 1;
        } else if reported.is_empty() {
            reported = of_content(scene, *denial, &at, &mut looks);
        }
        if reported.is_empty() && (whole || calls_groundless(scene, *denial)) {
            reported = told_before(scene, *denial, &at).into_iter().collect();
        }
        if !reported.is_empty() {
            found.push(Denied { reported, denied: BTreeSet::from([*denial]), whole_report: whole && !pointed });
        }
    }
    for denial in scene.sentences().filter(|one| !at.contains(one) && in_prose(scene, *one)) {
        if looks >= LOOKS {
            break;
        }
        if let Some(reported) = negations::denied(scene, denial, &at, &mut looks) {
            let (reported, denied) = (BTreeSet::from([reported]), BTreeSet::from([denial]));
            found.push(Denied { reported, denied, whole_report: false });
        }
    }
    let mut merged = merge(scene, found);
    for one in &mut merged {
        widen(scene, one, &at);
    }
    Denials { found: merged, unasked }
}

/// A sentence of the running text.
fn in_prose(scene: &Scene, at: At) -> bool {
    is_prose(scene.span(at).of(scene.text(at.0)))
}

/// Does somebody tell something there that can be denied? A fear, an opinion and a judgement of it are none of it.
fn is_statement(scene: &Scene, at: At) -> bool {
    let text = scene.text(at.0);
    let judges = |one: &Attribution| {
        let verb = |cue: &Place| words(&cue.exact).iter().any(|(word, _)| judging(word));
        let opinion = matches!(one.act, Act::Doubt | Act::Criticism | Act::Question)
            || one.act == Act::Assessment && one.kind == AttributionKind::Indirect;
        opinion || one.cue.iter().any(verb)
    };
    is_prose(scene.span(at).of(text)) && scene.told_in(at.0, scene.span(at)).any(|one| !judges(one))
}

fn rows_of_words(file: &'static str) -> Vec<Vec<&'static str>> {
    lines(file).map(|row| row.split_whitespace().collect()).collect()
}

/// It names a report, and does not go on to say what the report is of.
fn names_report(scene: &Scene, at: At) -> bool {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let told = |next: Option<&Word>| next.is_some_and(|next| matches!(next.word.as_str(), "that" | "of" | "about"));
    let mut named = words.iter().enumerate().filter(|(_, word)| REPORTS_NAMED.has("nouns", &word.word));
    named.any(|(number, _)| !told(words.get(number + 1))) && named_content(scene, at).is_none()
}

/// The outlet whose report is named: "the Herald report", "the Herald's account".
fn outlet(scene: &Scene, at: At) -> Option<Fact> {
    let side = scene.side(at.0)?;
    let facts = scene.lists.facts.of(side.report.text, scene.span(at)).into_iter();
    let before_noun = |name: &Fact| {
        let words = side.sentence(at.1).iter();
        let mut after = words.skip_while(|word| word.span.start < name.span.end).filter(|word| word.word != "s");
        after.next().is_some_and(|word| REPORTS_NAMED.has("nouns", &word.word))
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
    let before = (0..denial.1).map(|sentence| (denial.0, sentence)).filter(|at| in_prose(scene, *at));
    let others =
        before.filter(|at| !denials.contains(at) && !same_speaker(scene, *at, denial) && !only_judged(scene, *at));
    let all: BTreeSet<At> = others.filter(|at| from_report(scene, *at) || named(*at)).collect();
    // "The Mirror wrote that … The archdiocese described the story as untrue": what is told in the same paragraph is meant.
    let here: BTreeSet<At> = all.iter().copied().filter(|at| in_one_paragraph(scene, *at, denial)).collect();
    if outlet.is_none() && !here.is_empty() { here } else { all }
}

fn in_one_paragraph(scene: &Scene, one: At, other: At) -> bool {
    let between = scene.text(one.0).get(scene.span(one).end..scene.span(other).start);
    one.0 == other.0 && between.is_some_and(|between| !between.contains('\n'))
}

/// Something is told there, and all of it is opinion.
fn only_judged(scene: &Scene, at: At) -> bool {
    scene.told_in(at.0, scene.span(at)).next().is_some() && !is_statement(scene, at)
}

/// What is told in the paragraph before the denial's own, or before it in its own.
fn of_paragraph(scene: &Scene, denial: At, denials: &BTreeSet<At>) -> BTreeSet<At> {
    let text = scene.text(denial.0);
    let parted = |one: usize, next: usize| {
        let gap = text.get(scene.span((denial.0, one)).end..scene.span((denial.0, next)).start);
        gap.is_some_and(|gap| gap.contains('\n'))
    };
    let own = (0..denial.1).rev().take_while(|at| !parted(*at, at + 1)).count();
    let end = if own > 0 {
        denial.1
    } else {
        (0..denial.1).rev().find(|at| in_prose(scene, (denial.0, *at))).map_or(0, |at| at + 1)
    };
    let before = (0..end).rev().take_while(|at| at + 1 == end || !parted(*at, at + 1));
    let told = before
        .map(|at| (denial.0, at))
        .filter(|at| !denials.contains(at) && is_statement(scene, *at) && !same_speaker(scene, *at, denial));
    // "This account" has its topic at the head of the paragraph; "disputes that" is of what came last.
    let told: Vec<At> = told.collect();
    let nearest = ends_pointing(scene, denial) || replies(scene, denial);
    let last = if nearest { told.first() } else { told.last() };
    let next_to = denial.1.checked_sub(1).map(|at| (denial.0, at)).filter(|at| own > 0 && !denials.contains(at));
    last.copied().or(next_to.filter(|_| ends_pointing(scene, denial))).into_iter().collect()
}

/// "The ministry rejected the allegation": what another told in the sentence before, if nothing else is meant.
fn told_before(scene: &Scene, denial: At, denials: &BTreeSet<At>) -> Option<At> {
    let before = (denial.0, denial.1.checked_sub(1)?);
    let told = scene.told_in(before.0, scene.span(before)).next().is_some();
    let fits = told && in_one_paragraph(scene, before, denial) && !denials.contains(&before);
    (fits && !same_speaker(scene, before, denial)).then_some(before)
}

/// "Described them as groundless": fears, as well as reports.
fn calls_groundless(scene: &Scene, denial: At) -> bool {
    let words = scene.side(denial.0).map_or(&[][..], |side| side.sentence(denial.1));
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.word.as_str()));
    has(&["groundless", "unfounded", "baseless", "unjustified"]) && has(&["them", "it", "this", "these"])
}

/// "The ministry denied the condition. “There is no such condition,” its spokesman said": of what was denied just before.
fn of_such(scene: &Scene, last: At, denial: At) -> bool {
    let words = scene.side(denial.0).map_or(&[][..], |side| side.sentence(denial.1));
    find_row(words, &["no", "such"]).is_some() && in_one_paragraph(scene, last, denial)
}

fn same_speaker(scene: &Scene, one: At, other: At) -> bool {
    // Of "Norland has offered, officials said" it is the officials who say it.
    let outer = |at: At| scene.told_in(at.0, scene.span(at)).filter(|told| told.within.is_none());
    let speakers = |at: At| outer(at).filter_map(|told| told.chain.last());
    speakers(one).any(|left| speakers(other).any(|right| same(left, right)))
}

fn nameless(scene: &Scene, at: At) -> bool {
    scene.told_in(at.0, scene.span(at)).all(|one| one.chain.is_empty())
}

/// Denials of overlapping sentences, or alike and by one speaker, are one.
fn merge(scene: &Scene, found: Vec<Denied>) -> Vec<Denied> {
    let mut merged: Vec<Denied> = Vec::new();
    for one in found {
        let alike = |other: &Denied| {
            other.denied.iter().any(|left| {
                one.denied.iter().any(|right| {
                    other.whole_report && one.whole_report && same_speaker(scene, *left, *right)
                        || scene.counterparts(*left).contains(right)
                })
            })
        };
        // Two who deny one thing deny it each on their own.
        let one_voice = |other: &Denied| {
            other.denied.iter().any(|left| {
                let voice = |right: &At| same_speaker(scene, *left, *right) || nameless(scene, *right);
                nameless(scene, *left) || one.denied.iter().any(voice)
            })
        };
        let overlap = |other: &Denied| !other.reported.is_disjoint(&one.reported) && one_voice(other);
        match merged.iter_mut().find(|other| overlap(other) || alike(other)) {
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

/// Do two sentences tell one thing, as far as their words say, and no other bodies that have to agree?
fn tells_the_same(scene: &Scene, one: At, other: At) -> bool {
    let bodies = |at: At| agreeing(scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1)));
    let (left, right) = (bodies(one), bodies(other));
    let agree = left.is_empty() || right.is_empty() || left == right;
    // "To a court abroad", "that no court abroad would ask for him".
    let negated = |at: At| {
        let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
        words.iter().any(|word| matches!(word.word.as_str(), "no" | "not" | "never" | "nobody" | "nothing" | "none"))
    };
    let agree = agree && negated(one) == negated(other);
    let alike = scene.tell_alike(one, other).min(scene.alike(one, other));
    agree && alike >= SAME && !scene.apart(one, other)
}

/// The outlets that a sentence names as those who report it.
fn outlets(scene: &Scene, at: At) -> BTreeSet<String> {
    let holders = scene.told_in(at.0, scene.span(at)).flat_map(|told| &told.chain);
    let named = holders.filter(|holder| holder.outlet && holder.name.contains(char::is_uppercase));
    named.map(|holder| bare_outlet(&holder.name).to_lowercase()).collect()
}

/// It tells of a report, and not of that of which these tell: a denial of the one is none of the other.
fn of_another_report(scene: &Scene, at: At, seeds: &BTreeSet<At>) -> bool {
    let meant: BTreeSet<String> = seeds.iter().flat_map(|seed| outlets(scene, *seed)).collect();
    let own = outlets(scene, at);
    !meant.is_empty() && !own.is_empty() && meant.is_disjoint(&own)
}

/// The same in the other documents.
fn widen(scene: &Scene, one: &mut Denied, denials: &BTreeSet<At>) {
    let of = |from: &BTreeSet<At>| -> BTreeSet<At> { from.iter().flat_map(|at| scene.counterparts(*at)).collect() };
    let denied: Vec<At> = of(&one.denied).into_iter().filter(|at| denials.contains(at)).collect();
    one.denied.extend(denied);
    let reported: Vec<At> = of(&one.reported)
        .into_iter()
        .filter(|at| !denials.contains(at) && in_prose(scene, *at) && !only_judged(scene, *at))
        .collect();
    let seeds = one.reported.clone();
    one.reported.extend(reported);
    let documents: BTreeSet<usize> = one.reported.iter().map(|at| at.0).collect();
    let others = scene.sentences().filter(|at| {
        let told = from_report(scene, *at) || !one.whole_report && !scene.is_derived(at.0) && is_statement(scene, *at);
        let elsewhere = one.whole_report && of_another_report(scene, *at, &seeds);
        !documents.contains(&at.0) && !denials.contains(at) && told && !elsewhere && !only_judged(scene, *at)
    });
    let same: Vec<At> = others.filter(|at| seeds.iter().any(|seed| tells_the_same(scene, *at, *seed))).collect();
    one.reported.extend(same);
}
