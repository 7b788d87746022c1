//! Do two sentences speak of one occasion?
//!
//! What was so in one round need not be so in the next, and no more in another year. Two sentences are *apart* where one
//! names a round, a date or a former time and the other another, or where the documents they stand in are about
//! different rounds or years. Where nothing says so they are not apart.

use super::Report;
use super::effects::Side;
use super::facts::{Fact, FactKind, FactWords};
use super::lexicon::words;
use super::lists::ROUNDS;
use std::collections::BTreeSet;
use std::ops::Range;

/// So many words may stand between a comparison and the occasion it names.
const FAR: usize = 5;
/// So many words open a sentence.
const OPENED: usize = 9;
/// The title and so many sentences after it open a document.
const OPENING: usize = 4;

/// The occasions that words name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Occasion {
    /// "Sixth", "second".
    rounds: BTreeSet<String>,
    years: BTreeSet<String>,
    months: BTreeSet<String>,
    /// "Previously", "last year".
    past: bool,
    /// It comes again: another of the kind has been before.
    again: bool,
}

/// The occasion of a sentence.
pub(crate) fn of_sentence(side: &Side, sentence: usize, facts: &FactWords) -> Occasion {
    let words = words_of(side, sentence);
    // "Fewer than in the sixth round", "since the first": the one it is set against is not the one that is told of.
    let against = |at: usize| {
        words
            .get(at.saturating_sub(FAR)..at)
            .is_some_and(|before| before.contains(&"than") || before.contains(&"since"))
    };
    let windows = words.windows(3).enumerate().filter(|(at, window)| is_round(window) && !against(*at));
    let rounds = windows.filter_map(|(_, window)| window.first());
    let dates = facts
        .of(side.report.text, side.report.sentence(sentence))
        .into_iter()
        .filter(|fact| fact.kind == FactKind::Date && fact.key.len() == 1 && !is_deadline(side, sentence, fact));
    let (years, others): (Vec<String>, Vec<String>) = dates
        .filter_map(|fact| fact.key.into_iter().next())
        .partition(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    Occasion {
        rounds: rounds.map(|word| (*word).to_owned()).collect(),
        // "Demands that it close in 2031", "both could run through 2031": no time at which anything was told.
        years: if looks_ahead(&words) { BTreeSet::new() } else { years.into_iter().collect() },
        // "From 1 January", "could begin in May": as little.
        months: others
            .into_iter()
            .filter(|_| !looks_ahead(&words))
            .filter(|word| !word.ends_with("day") && word != "tonight" && word != "tomorrow" && word != "weekend")
            .collect(),
        past: has("past", &words) || sets_scene(&words, facts) || at_that_time(&words),
        again: false,
    }
}

/// "By 1 March", "until the end of May": until when something holds, and not when it was said.
fn is_deadline(side: &Side, sentence: usize, date: &Fact) -> bool {
    let words = side.sentence(sentence);
    let before = words.partition_point(|word| word.span.end <= date.span.start);
    // "From 1 January".
    let from = before.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.word == "from");
    let mut near = words.iter().take(before).skip(before.saturating_sub(4));
    from && date.day.is_some() || near.any(|word| matches!(word.word.as_str(), "by" | "until" | "till" | "before"))
}

/// Which sentences of a report tell of an earlier time, or follow one in its paragraph that does. "Earlier" alone may be this
/// morning.
pub(crate) fn looking_back(report: &Report) -> Vec<bool> {
    let facts = FactWords::english();
    let mut set = false;
    let of = |at: usize| {
        let own = words(report.sentence(at).of(report.text));
        let own: Vec<&str> = own.iter().map(|(word, _)| word.as_str()).collect();
        let back = sets_scene(&own, facts) || at_that_time(&own);
        set &= is_in_paragraph(report, at);
        let told = back || set && !is_of_now(&own);
        set |= back;
        told && !has("past", &own)
    };
    (0..report.sentences.len()).map(of).collect()
}

/// Does a sentence follow the one before it on its line?
fn is_in_paragraph(report: &Report, sentence: usize) -> bool {
    let before = sentence.checked_sub(1).map(|before| report.sentence(before).end);
    let gap = before.and_then(|end| report.text.get(end..report.sentence(sentence).start));
    gap.is_some_and(|gap| !gap.contains('\n'))
}

/// The occasions of the sentences of a document where they stand: "an earlier attempt, two years ago, foundered", "in April, at
/// Quill, ..." set the scene for the rest of their paragraph.
pub(crate) fn of_sentences(side: &Side, facts: &FactWords) -> Vec<Occasion> {
    let mut set = false;
    let of = |sentence: usize| {
        set &= is_in_paragraph(side.report, sentence);
        let mut own = of_sentence(side, sentence, facts);
        own.past |= set && !is_of_now(&words_of(side, sentence));
        let words = words_of(side, sentence);
        set |= sets_scene(&words, facts) || at_that_time(&words);
        own
    };
    (0..side.words.len()).map(of).collect()
}

fn words_of<'s>(side: &'s Side, sentence: usize) -> Vec<&'s str> {
    side.sentence(sentence).iter().map(|word| word.word.as_str()).collect()
}

/// "Two years ago", "last spring", and "in April" at the beginning: what follows was then.
fn sets_scene(words: &[&str], facts: &FactWords) -> bool {
    let last = |window: &[&str]| {
        matches!(window, [before, "last", "year" | "month" | "spring" | "summer" | "autumn" | "winter"]
            if !matches!(*before, "since" | "from" | "than"))
    };
    // "In February, ..." sets the scene at another time than that of the report.
    let set_back =
        matches!(words, ["in", named, ..] if facts.is_month_word(named) || is_year(named) && !is_planned(words));
    // "Gives up villages it retook last autumn": told by the way.
    let opening = words.get(..words.len().min(OPENED)).unwrap_or_default();
    words.contains(&"ago") || opening.windows(3).any(last) || set_back || at_former_round(words, facts)
}

/// "At the third round in Castel Moro, in November, …", "at the first talks, officials said at the time": of another round.
fn at_former_round(words: &[&str], facts: &FactWords) -> bool {
    let named = matches!(words, ["at" | "during" | "in", "the", ordinal, ..] if is("ordinals", ordinal));
    let dated = words.windows(2).any(|pair| matches!(pair, ["in", month] if facts.is_month_word(month)));
    // "The dispute recalls the second round, held in October".
    let recalled = has("recalls", words) && round_at(words).is_some();
    recalled || named && (dated || at_that_time(words))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()) && (word.starts_with('1') || word.starts_with('2'))
}

/// What is asked for, offered or expected, at whichever time.
fn looks_ahead(words: &[&str]) -> bool {
    has("ahead", words) || has("asks", words)
}

fn is_planned(words: &[&str]) -> bool {
    has("planned", words)
}

/// "Now", "this week", "it ends on Friday": the scene is today's again.
fn is_of_now(words: &[&str]) -> bool {
    let this = |pair: &[&str]| matches!(pair, ["this", "week" | "month" | "year" | "time" | "round"]);
    has("now", words) || has("ending_now", words) || words.windows(2).any(this)
}

/// "The ministry held at the time", "as the envoy said then": at the end of a clause.
fn at_that_time(words: &[&str]) -> bool {
    let time = words.windows(3).any(|window| matches!(window, ["at", "the", "time"] | ["in", "those", "days"]));
    // "They told the League then that", "he said then".
    let that = words.windows(2).any(|pair| matches!(pair, ["then", "that"]));
    // "Only then", "by then": not at that time.
    let last = matches!(words, [.., before, "then"] if !matches!(*before, "only" | "by" | "until" | "since" | "and"));
    time || that || last
}

/// "The strike starts again", "a year after": a document that opens so is about another occasion than one that does not.
fn opens_again(side: &Side) -> bool {
    let of = |at: usize| -> Vec<&str> { side.sentence(at).iter().map(|word| word.word.as_str()).collect() };
    let title = of(0);
    let head: Vec<Vec<&str>> = (0..OPENING).map(of).collect();
    let again = title.contains(&"again");
    let after = |pair: &[&str]| matches!(pair, ["year" | "years", "after" | "later" | "on"] | ["once", "more"]);
    again && head.iter().any(|words| words.windows(2).any(after))
}

/// "A seventh round", and "the seventh round will begin": it is still to come. "The sixth ends on Friday" is now, and so is
/// what was offered "on the second day of the fifth round and will lapse in June".
fn is_to_come(side: &Side, at: usize) -> bool {
    let words = words_of(side, at);
    let Some(named) = round_at(&words) else { return false };
    let near = words.get(clause_around(side, at, named)).unwrap_or_default();
    let before = |back: usize| named.checked_sub(back).and_then(|at| words.get(at));
    // "A third round begins today"; "before the sixth round in July".
    if has("now", near) || before(2) == Some(&"before") {
        return !has("now", near);
    }
    match before(1) {
        // "The second round resumes on Thursday": it had begun.
        Some(&"the" | &"this") => has("upcoming", near) && !has("ending", near) && !has("goes_on", near),
        _ => has("upcoming", near),
    }
}

/// The words around one, up to the next comma on either side.
fn clause_around(side: &Side, sentence: usize, at: usize) -> Range<usize> {
    let words = side.sentence(sentence);
    let comma = |before: usize| {
        let gap = words.get(before).zip(words.get(before + 1));
        let gap = gap.and_then(|(one, next)| side.report.text.get(one.span.end..next.span.start));
        gap.is_some_and(|gap| gap.contains([',', ';', '(']))
    };
    let from = (0..at).rev().find(|before| comma(*before)).map_or(0, |before| before + 1);
    let to = (at..words.len()).find(|before| comma(*before)).map_or(words.len(), |before| before + 1);
    from..to
}

/// Where an ordinal stands before a word for a round.
fn round_at(words: &[&str]) -> Option<usize> {
    words.windows(3).position(is_round).or_else(|| {
        let last = words.len().checked_sub(2)?;
        is_round(words.get(last..)?).then_some(last)
    })
}

fn is_round(window: &[&str]) -> bool {
    matches!(window, [one, rest @ ..] if is("ordinals", one) && has("nouns", rest))
}

/// "A seventh round will begin": what is told now is the sixth.
fn before_upcoming(side: &Side, told: &[Occasion]) -> BTreeSet<String> {
    let ordinals = ROUNDS.words("ordinals");
    let upcoming = |at: usize| {
        let words = words_of(side, at);
        let named = round_at(&words).and_then(|at| words.get(at));
        let named = named.and_then(|named| ordinals.iter().position(|one| one == named));
        let now = told.get(at).is_some_and(|one| !one.past);
        named.filter(|_| now && is_to_come(side, at) && !of_rounds(side, at).is_empty())
    };
    let now = (0..side.words.len()).find_map(upcoming).and_then(|next| next.checked_sub(1));
    now.and_then(|now| ordinals.get(now)).map(|one| (*one).to_owned()).into_iter().collect()
}

fn of_rounds(side: &Side, sentence: usize) -> BTreeSet<String> {
    of_sentence(side, sentence, super::facts::FactWords::english()).rounds
}

/// The occasion that a document is about: the round before the next, where that is named; else the last of those named, and the
/// years of its first sentences. What is to come, or was, is another.
pub(crate) fn of_document(side: &Side, told: &[Occasion]) -> Occasion {
    let mut whole = Occasion::default();
    for (at, one) in told.iter().enumerate() {
        let to_come = !one.rounds.is_empty() && is_to_come(side, at);
        let planned = is_planned(&words_of(side, at));
        if one.past || planned && one.rounds.is_empty() || to_come {
            continue;
        }
        if later(&one.rounds, &whole.rounds) {
            whole.rounds.clone_from(&one.rounds);
        }
        if whole.years.is_empty() && at <= OPENING {
            whole.years.clone_from(&one.years);
        }
    }
    let now = before_upcoming(side, told);
    if !now.is_empty() {
        whole.rounds = now;
    }
    whole.again = opens_again(side);
    if let Some(published) = side.report.published.and_then(|date| date.get(..4)) {
        whole.years = BTreeSet::from([published.to_owned()]);
    }
    whole
}

/// Is the last of some rounds later than those of others?
fn later(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let last = |rounds: &BTreeSet<String>| ROUNDS.words("ordinals").iter().rposition(|word| rounds.contains(*word));
    last(one) > last(other)
}

/// Is it a word of a list of `rounds.txt`?
fn is(kind: &str, word: &str) -> bool {
    ROUNDS.has(kind, word)
}

fn has(kind: &str, words: &[&str]) -> bool {
    words.iter().any(|word| is(kind, word))
}

impl Occasion {
    /// A rewrite that names no round is about that of its source.
    pub(crate) fn inherit(&mut self, source: &Occasion) {
        if self.rounds.is_empty() {
            self.rounds.clone_from(&source.rounds);
        }
        self.again |= source.again;
    }

    /// Is this certainly another occasion?
    pub(crate) fn apart(&self, other: &Occasion) -> bool {
        let differ = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
        };
        differ(&self.rounds, &other.rounds)
            || differ(&self.years, &other.years)
            || differ(&self.months, &other.months)
            || self.past != other.past && self.months.is_disjoint(&other.months)
            || self.again != other.again
    }
}
