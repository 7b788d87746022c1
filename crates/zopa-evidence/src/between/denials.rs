//! What does a denial deny?
//!
//! Either a report as a whole ("dismissed the claims"): then what the document has from a report, up to the denial. Or
//! what it says is not so ("no such condition is on the table"): then the sentence that shares most of its rare words,
//! and where it only points ("no such offer"), what was told just before. The same is sought in the other documents, over
//! the edges and by the words, but never across a round or a date.

mod signs;

use super::article::is_prose;
use super::carried::from_report;
use super::differences::{agreeing, leads};
use super::effects::{Word, find_row};
use super::facts::{Fact, FactKind};
use super::lexicon::{lines, words};
use super::scene::{At, Scene};
use super::speaker::same;
use super::voices::outlet as bare_outlet;
use super::word_set::WordSet;
use crate::span::Span;
use signs::{ends_pointing, is_denial, is_short_no, judging, points_back};
use std::collections::BTreeSet;
use zopa_finding::{Act, Attribution, Place};

/// Thousandths of the weight of a denial that the sentence it denies shares.
const SHARED: u64 = 300;
/// The same, where the sentence has nobody who says it, or the one who denies it.
const SHARED_BY_ONE: u64 = 450;
/// So alike are sentences of several documents that tell the same, in thousandths.
const SAME: u32 = 360;
/// So many sentences back may a denial point.
const BACK: usize = 4;
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
    let rows: Vec<Vec<&str>> =
        lines(include_str!("../../data/en/denials.txt")).map(|row| row.split_whitespace().collect()).collect();
    let prose = scene.sentences().filter(|at| in_prose(scene, *at));
    let at: BTreeSet<At> = prose.filter(|at| is_denial(scene, *at, &rows)).collect();
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
            !whole && before.denied.contains(&last) && (same_speaker(scene, last, *denial) || nameless(scene, *denial))
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
        if !reported.is_empty() {
            found.push(Denied { reported, denied: BTreeSet::from([*denial]), whole_report: whole && !pointed });
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
        matches!(one.act, Act::Doubt | Act::Criticism | Act::Assessment | Act::Question) || one.cue.iter().any(verb)
    };
    is_prose(scene.span(at).of(text)) && scene.told_in(at.0, scene.span(at)).any(|one| !judges(one))
}

fn list(kind: &'static str) -> BTreeSet<&'static str> {
    let file = lines(include_str!("../../data/en/reports_named.txt"));
    file.filter_map(|line| line.strip_prefix(kind)).flat_map(str::split_whitespace).collect()
}

/// It names a report, and does not go on to say what the report is of.
fn names_report(scene: &Scene, at: At) -> bool {
    let nouns = list("nouns:");
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let told = |next: Option<&Word>| next.is_some_and(|next| matches!(next.word.as_str(), "that" | "of" | "about"));
    let mut named = words.iter().enumerate().filter(|(_, word)| nouns.contains(word.word.as_str()));
    named.any(|(number, _)| !told(words.get(number + 1))) && named_content(scene, at).is_none()
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
    let last = if ends_pointing(scene, denial) { told.first() } else { told.last() };
    let next_to = denial.1.checked_sub(1).map(|at| (denial.0, at)).filter(|at| own > 0 && !denials.contains(at));
    last.copied().or(next_to.filter(|_| ends_pointing(scene, denial))).into_iter().collect()
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

/// The terms of what is denied: of its content where somebody is said to deny it, else of the sentence.
fn denied_terms(scene: &Scene, denial: At) -> BTreeSet<String> {
    let text = scene.text(denial.0);
    let mut spans = denied_spans(scene, denial);
    let of = |span: Span| scene.lists.lexicon.terms(span.of(text)).into_iter().map(|(term, _)| term);
    let mut terms: BTreeSet<String> = spans.iter().flat_map(|span| of(*span)).collect();
    // "Confirmed that stages had been drawn up, but denied that they had agreed to any": what is meant stands before.
    if terms.len() < FEW {
        let all = scene.saying(denial.0, scene.span(denial)).flat_map(|one| &one.content);
        spans.extend(all.map(|place| Span::new(place.start, place.end)));
        terms.extend(spans.iter().flat_map(|span| of(*span)));
    }
    // "Denied that she had ever led it": she is named before.
    let within = |word: &&Word| spans.iter().any(|span| span.contains(word.span));
    let pronoun = |word: &Word| matches!(word.word.as_str(), "he" | "she" | "they");
    if scene.side(denial.0).is_some_and(|side| side.sentence(denial.1).iter().filter(within).any(pronoun)) {
        let names = scene.lists.facts.of(text, scene.span(denial)).into_iter();
        terms.extend(names.filter(|name| name.kind == FactKind::Name).flat_map(|name| of(name.span)));
    }
    let light = lines(include_str!("../../data/en/light.txt")).flat_map(str::split_whitespace);
    let light: BTreeSet<String> = light.filter_map(|word| scene.lists.lexicon.term_of(word)).collect();
    terms.retain(|term| !light.contains(term));
    terms
}

/// Where it says what is not so.
fn denied_spans(scene: &Scene, denial: At) -> Vec<Span> {
    if let Some(span) = named_content(scene, denial).or_else(|| untrue_that(scene, denial)) {
        return vec![span];
    }
    let own = scene.saying(denial.0, scene.span(denial)).filter(|one| one.act == Act::Denial);
    let content: Vec<Span> = own.flat_map(|one| &one.content).map(|place| Span::new(place.start, place.end)).collect();
    if content.is_empty() { without_judgement(scene, denial) } else { content }
}

/// The sentence without what it calls the thing: "called the figure ‘somebody’s arithmetic’".
fn without_judgement(scene: &Scene, denial: At) -> Vec<Span> {
    let span = scene.span(denial);
    let Some(side) = scene.side(denial.0) else { return vec![span] };
    let judges = side.sentence(denial.1).iter().any(|word| judging(&word.word));
    let quotes = side.quoted.iter().filter(|quote| judges && span.contains(**quote));
    let mut from = span.start;
    let mut parts = Vec::new();
    for quote in quotes {
        parts.push(Span::new(from, quote.start));
        from = quote.end;
    }
    parts.push(Span::new(from, span.end));
    parts
}

/// "It is untrue, she said, that the deal is done", "called it a fairy tale that he led": what follows "that", to a mark.
fn untrue_that(scene: &Scene, denial: At) -> Option<Span> {
    let words = scene.side(denial.0)?.sentence(denial.1);
    let untrue = list("untrue:");
    let is_untrue =
        |word: &Word| untrue.contains(word.word.as_str()) || matches!(word.word.as_str(), "untrue" | "false" | "wrong");
    let from = words.iter().position(is_untrue)?;
    let that = words.iter().skip(from + 1).find(|word| word.word == "that")?;
    let rest = scene.text(denial.0).get(that.span.end..scene.span(denial).end)?;
    let mark = rest.find([',', ';', '”', '"', '–']).unwrap_or(rest.len());
    Some(Span::new(that.span.end, that.span.end + mark))
}

/// "Reports of an offer are false", "denied a report that it had paid": what follows "of" or "that", to the verb or a mark.
fn named_content(scene: &Scene, denial: At) -> Option<Span> {
    let mut nouns = list("nouns:");
    nouns.extend(list("notions:"));
    // Told as an attribution of its own: "the claim, made by an adviser, that …".
    let is_noun = |cue: &Place| nouns.contains(cue.exact.to_lowercase().as_str());
    let told = scene.saying(denial.0, scene.span(denial)).find(|one| one.cue.iter().any(is_noun));
    if let Some(place) = told.and_then(|one| one.content.first()) {
        return Some(Span::new(place.start, place.end));
    }
    let words = scene.side(denial.0)?.sentence(denial.1);
    let noun = words.iter().position(|word| nouns.contains(word.word.as_str()))?;
    let after = words.get(noun + 1..)?;
    let verb = |word: &&Word| matches!(word.word.as_str(), "are" | "is" | "were" | "was" | "as");
    let near = after.iter().take(REACH).take_while(|word| !verb(word));
    let opens = near.enumerate().find(|(_, word)| matches!(word.word.as_str(), "of" | "that" | "about"))?.0;
    let gap = scene.text(denial.0).get(words.get(noun)?.span.end..after.get(opens)?.span.start)?;
    if gap.contains([',', ';', '”', '"', '–']) {
        return None;
    }
    let from = after.get(opens)?.span.end;
    let rest = after.get(opens + 1..)?;
    let until = rest.iter().take_while(|word| !verb(word)).last()?.span.end;
    let text = scene.text(denial.0).get(from..until)?;
    // "That the envoy, Ada Lind, had threatened": what stands before the first mark says too little by itself.
    let terms = |mark: &usize| text.get(..*mark).map_or(0, |part| scene.lists.lexicon.terms(part).len());
    let mut marks = text.match_indices([',', ';', '”', '"', '–']).map(|(at, _)| at).chain([text.len()]);
    let mark = marks.find(|mark| terms(mark) >= FEW).unwrap_or(text.len());
    Some(Span::new(from, from + mark))
}

/// The sentence that shares most of what the denial says is not so.
fn of_content(scene: &Scene, denial: At, denials: &BTreeSet<At>, looks: &mut usize) -> BTreeSet<At> {
    let told = |at: &At| !denials.contains(at) && is_statement(scene, *at);
    if is_short_no(scene, denial) {
        let last = denial.1.checked_sub(1).map(|at| (denial.0, at));
        return last.filter(|at| in_prose(scene, *at) && !denials.contains(at)).into_iter().collect();
    }
    let own = denied_terms(scene, denial);
    let asked = scene.corpus.asked(own.iter().map(String::as_str));
    let speech = |at: &At| {
        scene
            .saying(at.0, scene.span(*at))
            .any(|one| scene.saying(denial.0, scene.span(denial)).any(|other| std::ptr::eq(one, other)))
    };
    let told = |at: &At| told(at) && !(at.0 == denial.0 && speech(at));
    let own_voice = |at: &At| in_prose(scene, *at) && scene.told_in(at.0, scene.span(*at)).next().is_none();
    let open = |at: &At| match at.0 == denial.0 {
        true => at.1 < denial.1 && told(at),
        false => told(at) || !denials.contains(at) && own_voice(at),
    };
    let fit = |(share, at): &(u64, At)| *share >= least(scene, *at, denial) && !scene.apart(*at, denial);
    // The best: of equals one in the document of the denial, and the last.
    let mut sharing = scene.corpus.sharing(&asked, SHARED);
    *looks += sharing.len();
    sharing.sort_by_key(|(share, at)| std::cmp::Reverse((*share, at.0 == denial.0, *at)));
    if let Some(role) = of_role(scene, denial, denials) {
        return BTreeSet::from([role]);
    }
    let fitting: Vec<At> = sharing.into_iter().filter(|one| open(&one.1) && fit(one)).map(|(_, at)| at).collect();
    // One word alone may be shared by chance: what stands just before is the better then.
    let several = |at: &At| own.len() < 2 || scene.corpus.shares_several(&asked, *at);
    let best = fitting.iter().copied().find(several);
    let told_before = || before(scene, denial, |at| told(at)).filter(|_| own.len() <= FEW);
    let near = || just_before(scene, denial, denials);
    // "No such assurance had been given" points at what was told last.
    let pointing =
        scene.side(denial.0).is_some_and(|side| find_row(side.sentence(denial.1), &["no", "such"]).is_some());
    let pointed = if pointing { near() } else { None };
    pointed.or(best).or_else(near).or(fitting.first().copied()).or_else(told_before).into_iter().collect()
}

/// "She had not led the delegation": the sentence of another document that says she does.
fn of_role(scene: &Scene, denial: At, denials: &BTreeSet<At>) -> Option<At> {
    let words = scene.side(denial.0)?.sentence(denial.1);
    let led = |word: &Word| {
        matches!(word.word.as_str(), "led" | "headed" | "chaired" | "lead" | "head" | "leading" | "heading")
    };
    if !words.iter().any(led) {
        return None;
    }
    // Who denies it of another is not who is meant.
    let says = |name: &Fact| {
        let sources = scene.told_in(denial.0, scene.span(denial)).flat_map(|one| &one.source);
        let mut of_others = sources.filter(|source| Span::new(source.start, source.end).contains(name.span));
        of_others.next().is_some()
    };
    // She may be named in the sentence before.
    let near = [Some(denial.1), denial.1.checked_sub(1)].into_iter().flatten();
    let spans = near.map(|at| scene.span((denial.0, at)));
    let named: Vec<Fact> = spans
        .flat_map(|span| scene.lists.facts.of(scene.text(denial.0), span))
        .filter(|fact| fact.kind == FactKind::Name && !says(fact))
        .collect();
    let is_named = |leader: &Fact| named.iter().any(|name| name.key.last() == leader.key.last());
    let others = scene.sentences().filter(|at| at.0 != denial.0 && !denials.contains(at) && in_prose(scene, *at));
    others.filter(|at| !scene.apart(*at, denial)).find(|at| leads(scene, *at).iter().any(is_named))
}

/// What another told in the sentence before, in the same paragraph: a denial with other words is put there to be read with it.
fn just_before(scene: &Scene, denial: At, denials: &BTreeSet<At>) -> Option<At> {
    let before = (denial.0, denial.1.checked_sub(1)?);
    let told = scene.told_in(before.0, scene.span(before)).next().is_some();
    let sentence = |at: At| scene.corpus.sentences(at.0).get(at.1);
    let shared = sentence(before).zip(sentence(denial)).map_or(0, |(a, b)| scene.corpus.shared(&a.terms, &b.terms).1);
    let fits = told
        && shared > 0
        && in_prose(scene, before)
        && !denials.contains(&before)
        && in_one_paragraph(scene, before, denial);
    (fits && !same_speaker(scene, before, denial)).then_some(before)
}

/// So much has a sentence to share with a denial, in thousandths: more where it says so in its own voice, or where another
/// document has it from the one who denies having said it.
fn least(scene: &Scene, at: At, denial: At) -> u64 {
    let own_voice = scene.told_in(at.0, scene.span(at)).next().is_none();
    match same_speaker(scene, at, denial) {
        true if at.0 == denial.0 => u64::MAX,
        true => SHARED_BY_ONE,
        false if own_voice => SHARED_BY_ONE,
        false => SHARED,
    }
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
