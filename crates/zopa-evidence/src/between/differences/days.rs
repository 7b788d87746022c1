//! On which day, told in two ways?

use super::{COMMON, Difference, comparable, facts};
use crate::between::article::is_prose;
use crate::between::effects::Word;
use crate::between::facts::{Fact, FactKind};
use crate::between::lexicon::words;
use crate::between::lists::ROUNDS;
use crate::between::scene::{At, Scene};
use std::collections::BTreeSet;
use zopa_finding::between::DisputeKind;

/// So alike must two sentences be that name two days, in thousandths, where no word says what the day is of.
const DATED: u32 = 250;

/// So much of the shorter of two such sentences must stand in the other.
const CONTAINED: u32 = 500;

/// So alike must what is offered be, where the day stands in the sentence after.
const GOES_ON: u32 = 180;

/// "The offer is valid until 1 December": what is offered stands in the sentence before.
fn goes_on_alike(scene: &Scene, one: At, other: At) -> bool {
    let before = |at: At| -> Option<At> {
        let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
        let names =
            |word: &str| matches!(word, "offer" | "proposal" | "undertaking" | "pledge" | "guarantee" | "promise");
        let points = match words {
            [the, noun, ..] => the.word == "it" || the.word == "the" && names(&noun.word),
            _ => false,
        };
        at.1.checked_sub(1).filter(|_| points).map(|before| (at.0, before))
    };
    let near = |at: At, other: At| {
        scene.alike_but_for_figures(at, other) >= GOES_ON || scene.contained(at, other) >= CONTAINED
    };
    before(one).is_some_and(|before| near(before, other)) || before(other).is_some_and(|before| near(before, one))
}

/// A sentence with more words says more than when the talks go on.
const LONGEST: usize = 24;

/// Two days of one thing: both sentences say that the talks begin or end there, or are alike.
pub(super) fn days(scene: &Scene) -> Vec<Difference> {
    let dated = scene.sentences().filter(|at| !scene.is_derived(at.0));
    let dated: Vec<(At, BTreeSet<Day>)> =
        dated.map(|at| (at, named(scene, at))).filter(|(_, days)| days.len() == 1).collect();
    let mut found = Vec::new();
    for (number, (one, left)) in dated.iter().enumerate().filter(|_| dated.len() <= COMMON) {
        let against = dated.iter().skip(number + 1).filter(|(other, right)| {
            // "The offer lapses on 1 October", "provided that both sign by 20 September".
            let ends = || [*one, *other].into_iter().all(|at| expires(scene, at) || is_deadline(scene, at));
            let one_month = left.iter().any(|(month, _)| right.iter().any(|(other, _)| month == other));
            let of_one = alike_event(scene, *one, *other)
                || scene.alike_but_for_figures(*one, *other) >= DATED
                || scene.contained(*one, *other) >= CONTAINED
                || goes_on_alike(scene, *one, *other);
            one.0 != other.0 && (one_month || ends()) && left != right && of_one && comparable(scene, *one, *other)
        });
        found.extend(against.map(|(other, _)| (DisputeKind::Day, *one, *other)));
    }
    found
}

/// Two weekdays on which the talks begin, or end: "the round ends on Thursday", "the round finishes on Friday".
pub(super) fn weekdays(scene: &Scene) -> Vec<Difference> {
    let dated = scene.sentences().filter(|at| !scene.is_derived(at.0));
    let dated: Vec<(At, String)> = dated.filter_map(|at| Some((at, weekday(scene, at)?))).take(COMMON).collect();
    let mut found = Vec::new();
    for (number, (one, left)) in dated.iter().enumerate() {
        let against = dated.iter().skip(number + 1).filter(|(other, right)| {
            one.0 != other.0 && left != right && alike_event(scene, *one, *other) && comparable(scene, *one, *other)
        });
        found.extend(against.map(|(other, _)| (DisputeKind::Day, *one, *other)));
    }
    found
}

/// The weekday of a sentence that names one, behind "on" if there are others.
fn weekday(scene: &Scene, at: At) -> Option<String> {
    let words = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let dates = facts(scene, at, FactKind::Date);
    let is_date = |word: &Word| word.word.ends_with("day") && dates.iter().any(|fact| fact.span == word.span);
    let on = |at: &usize| at.checked_sub(1).and_then(|on| words.get(on)).is_some_and(|on| on.word == "on");
    let days: Vec<usize> = (0..words.len()).filter(|at| words.get(*at).is_some_and(is_date)).collect();
    let behind_on: Vec<usize> = days.iter().copied().filter(on).collect();
    // "Talks reopen Monday", where no other day is named; and not "Monday's sitting", and no title.
    let whose = |day: usize| words.get(day + 1).is_some_and(|next| next.word == "s");
    let bare = is_prose(scene.span(at).of(scene.text(at.0))) && words.len() <= LONGEST;
    let day = match (behind_on.as_slice(), days.as_slice()) {
        ([day], _) => words.get(*day)?,
        ([], [day]) if bare && !whose(*day) => words.get(*day)?,
        _ => return None,
    };
    Some(day.word.clone()).filter(|day| !matches!(day.as_str(), "today" | "yesterday"))
}

/// A month with its day.
type Day = (String, String);

/// The days named behind a preposition; that before the dash of a report's first line is none.
fn named(scene: &Scene, at: At) -> BTreeSet<Day> {
    let text = scene.text(at.0);
    // "Has set 15 July as the deadline", "the deadline of 30 June".
    let words_of = scene.side(at.0).map_or(&[][..], |side| side.sentence(at.1));
    let deadline = words_of.iter().any(|word| word.word == "deadline");
    let behind = |fact: &Fact| {
        let before = text.get(scene.span(at).start..fact.span.start).map(words).unwrap_or_default();
        let last = before.last().map_or("", |(word, _)| word.as_str());
        deadline || matches!(last, "on" | "by" | "until" | "till" | "from" | "before" | "after" | "since")
    };
    let dates = facts(scene, at, FactKind::Date).into_iter().filter(behind);
    dates.filter_map(|date| Some((date.key.into_iter().next()?, date.day?))).collect()
}

/// "The offer lapses on", "has until": a day on which something runs out.
fn expires(scene: &Scene, at: At) -> bool {
    scene.side(at.0).is_some_and(|side| ROUNDS.any("expires", side.sentence(at.1)))
}

/// "By 1 March", "until 30 June".
fn is_deadline(scene: &Scene, at: At) -> bool {
    let text = scene.text(at.0);
    let mut dates = facts(scene, at, FactKind::Date).into_iter();
    dates.any(|fact| {
        let before = text.get(scene.span(at).start..fact.span.start).map(words).unwrap_or_default();
        before.last().is_some_and(|(word, _)| matches!(word.as_str(), "by" | "until" | "till" | "before"))
    })
}

/// Do both say that the talks begin, or that they end?
fn alike_event(scene: &Scene, one: At, other: At) -> bool {
    let has = |at: At, kind: &str| scene.side(at.0).is_some_and(|side| ROUNDS.any(kind, side.sentence(at.1)));
    // "The team returns on Thursday", "the sides sit down again on Friday".
    let returns = |at: At| has(at, "team") && has(at, "returns");
    let of_talks = |at: At| has(at, "nouns") || returns(at);
    let both = |kind: &str| has(one, kind) && has(other, kind);
    let begins = |at: At| has(at, "begins") || has(at, "returns");
    let event = begins(one) && begins(other) || both("ends");
    of_talks(one) && of_talks(other) && event || both("expires")
}
