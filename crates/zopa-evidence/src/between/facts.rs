//! Which names, numbers and dates stand in a passage?
//!
//! What a rewrite most often loses, and what it cannot make up. Found by their form: a name by its capitals (at the
//! beginning of a sentence only if it stands elsewhere too, or has two words or more), a number by its figures or a word
//! of `data/en/numbers.txt`, a date by a word of `data/en/dates.txt` or a year.

use super::lexicon::{Lexicon, lines, words};
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What sort of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FactKind {
    Name,
    Number,
    Date,
    /// A word such as "shortly".
    VagueDate,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) kind: FactKind,
    /// Where, in the text.
    pub(crate) span: Span,
    /// The words that make it up, in small letters; a number as figures, a month by its full name.
    pub(crate) key: Vec<String>,
    /// Of a month, the day that stands beside it.
    pub(crate) day: Option<String>,
}

impl Fact {
    pub(super) fn new(kind: FactKind, span: Span, key: Vec<String>) -> Fact {
        Fact { kind, span, key, day: None }
    }
}

/// The word lists, ready for looking up.
pub(crate) struct FactWords {
    exact: FxHashSet<&'static str>,
    /// "Last", and the spans of time it points to.
    pointers: FxHashSet<&'static str>,
    spans: FxHashSet<&'static str>,
    /// The same of spans of no known end.
    ahead: FxHashSet<&'static str>,
    stretches: FxHashSet<&'static str>,
    /// The full name of a month by its short one.
    months: FxHashMap<&'static str, &'static str>,
    /// How finely a word tells the time, the finest first.
    grains: Vec<FxHashSet<&'static str>>,
    vague: FxHashSet<&'static str>,
    numbers: FxHashMap<&'static str, &'static str>,
}

impl FactWords {
    pub(crate) fn english() -> &'static FactWords {
        static ENGLISH: LazyLock<FactWords> = LazyLock::new(FactWords::of_english);
        &ENGLISH
    }

    fn of_english() -> FactWords {
        let dates = include_str!("../../data/en/dates.txt");
        let rows = |kind: &'static str| lines(dates).filter_map(move |line| line.strip_prefix(kind)?.strip_prefix(':'));
        let of = |kind: &'static str| rows(kind).flat_map(str::split_whitespace).collect();
        let numbers =
            lines(include_str!("../../data/en/numbers.txt")).filter_map(|line| line.split_once(' ')).collect();
        FactWords {
            exact: of("exact"),
            pointers: of("pointers"),
            spans: of("spans"),
            ahead: of("ahead"),
            stretches: of("stretches"),
            months: rows("short").filter_map(|row| row.trim().split_once(' ')).collect(),
            grains: rows("grain").map(|row| row.split_whitespace().collect()).collect(),
            vague: of("vague"),
            numbers,
        }
    }

    /// The facts in `span` of `text`, in order.
    pub(crate) fn of(&self, text: &str, span: Span) -> Vec<Fact> {
        let mut facts: Vec<Fact> = Vec::new();
        let words = words(span.of(text));
        for (at, (word, place)) in words.iter().enumerate() {
            let place = Span::new(span.start + place.start, span.start + place.end);
            let written = place.of(text);
            let capital = written.starts_with(char::is_uppercase);
            let before =
                at.checked_sub(1).and_then(|before| words.get(before)).map(|(word, place)| (word.as_str(), *place));
            if let Some((pointer, from)) = before.filter(|(pointer, _)| self.is_relative(pointer, word)) {
                let place = Span::new(span.start + from.start, place.end);
                facts.push(Fact::new(FactKind::Date, place, vec![pointer.to_owned(), word.clone()]));
            } else if let Some((pointer, from)) = before.filter(|(pointer, _)| self.is_ahead(pointer, word)) {
                let place = Span::new(span.start + from.start, place.end);
                facts.push(Fact::new(FactKind::VagueDate, place, vec![pointer.to_owned(), word.clone()]));
            } else if let Some(kind) = self.date(word, capital || at == 0) {
                facts.push(Fact::new(kind, place, vec![self.full(word).to_owned()]));
            } else if word == "one" && words.get(at + 1).is_some_and(|(next, _)| self.is_span(next)) {
                push_number(&mut facts, text, place, "1".to_owned());
            } else if let Some(part) = part_of(word).filter(|_| follows_number(&facts, text, place)) {
                if let Some(last) = facts.last_mut() {
                    last.span.end = place.end;
                    last.key = vec![format!("{}/{part}", last.key.concat())];
                }
            } else if let Some(number) = self.number(word) {
                push_number(&mut facts, text, place, number);
            } else if capital && word.chars().count() > 1 && !is_small(word) {
                push_name(&mut facts, text, place, word);
            }
        }
        join_dates(&mut facts, text);
        let begins = words.first().map_or(span.start, |(_, place)| span.start + place.start);
        facts.retain(|fact| !is_doubtful(fact, begins, text));
        facts
    }

    /// The name of a month or season.
    pub(crate) fn is_month_word(&self, word: &str) -> bool {
        self.exact.contains(word) && !word.ends_with("day") && !matches!(word, "weekend" | "tonight" | "tomorrow")
    }

    /// "Last week": which one is known from the day of the report.
    fn is_relative(&self, pointer: &str, word: &str) -> bool {
        self.pointers.contains(pointer) && self.spans.contains(word)
    }

    /// "Coming days": nobody knows which.
    fn is_ahead(&self, pointer: &str, word: &str) -> bool {
        self.ahead.contains(pointer) && self.stretches.contains(word)
    }

    /// The full name of a month, and any other word as it is.
    pub(super) fn full<'w>(&self, word: &'w str) -> &'w str {
        self.months.get(word).copied().unwrap_or(word)
    }

    /// How coarsely a date tells the time: a day is 0.
    pub(crate) fn grain(&self, date: &Fact) -> usize {
        let coarse = |word: &String| self.grains.iter().position(|words| words.contains(word.as_str()));
        match date.kind {
            FactKind::Date if date.day.is_none() => {
                date.key.last().and_then(coarse).map_or_else(|| year(date), |at| at + 1)
            }
            FactKind::Date => 0,
            _ => usize::MAX,
        }
    }

    /// "One year": a span of time is counted, and one is a number there.
    fn is_span(&self, word: &str) -> bool {
        self.spans.contains(word) || matches!(word, "hour" | "day" | "decade" | "minute")
    }

    /// "May" is a month only with its capital.
    fn date(&self, word: &str, capital: bool) -> Option<FactKind> {
        let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        match word {
            "may" | "march" if !capital => None,
            _ if self.exact.contains(word) || year && word.bytes().all(|b| b.is_ascii_digit()) => Some(FactKind::Date),
            _ if self.vague.contains(word) => Some(FactKind::VagueDate),
            _ => None,
        }
    }

    /// The terms of words for numbers, days and months.
    pub(super) fn figures(&self, lexicon: &Lexicon) -> FxHashSet<String> {
        let words = self.numbers.keys().chain(&self.exact).chain(self.months.keys());
        words.filter_map(|word| lexicon.term_of(word)).collect()
    }

    /// "Twenty".
    pub(super) fn is_number_word(&self, word: &str) -> bool {
        self.numbers.contains_key(word)
    }

    pub(crate) fn number(&self, word: &str) -> Option<String> {
        if let Some(figures) = self.numbers.get(word) {
            return Some((*figures).to_owned());
        }
        word.starts_with(|c: char| c.is_ascii_digit()).then(|| word.to_owned())
    }
}

/// A year is as coarse as the word.
fn year(date: &Fact) -> usize {
    let figures = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    if date.key.iter().any(figures) { 4 } else { 0 }
}

/// The day beside a month is no number of its own: "3 March", "March 3".
fn join_dates(facts: &mut Vec<Fact>, text: &str) {
    let mut joined: Vec<Fact> = Vec::with_capacity(facts.len());
    for mut fact in facts.drain(..) {
        let beside = |last: &Fact| matches!(text.get(last.span.end..fact.span.start), Some(" " | ". "));
        match joined.last_mut().filter(|last| beside(last)) {
            Some(last) if is_month(last) && is_day(&fact) => {
                last.span.end = fact.span.end;
                last.day = fact.key.pop();
            }
            Some(last) if is_day(last) && is_month(&fact) => {
                fact.span.start = last.span.start;
                fact.day = last.key.pop();
                *last = fact;
            }
            _ => joined.push(fact),
        }
    }
    *facts = joined;
}

fn is_day(fact: &Fact) -> bool {
    let day = |word: &String| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    fact.kind == FactKind::Number && matches!(fact.key.as_slice(), [only] if day(only))
}

/// A word for a time that is neither a weekday nor a year.
fn is_month(fact: &Fact) -> bool {
    let month = |word: &String| !word.ends_with("day") && word.starts_with(char::is_alphabetic);
    fact.kind == FactKind::Date && matches!(fact.key.as_slice(), [only] if month(only) && only != "weekend")
}

/// Small words that stand with a capital at the beginning of a quote or a sentence.
fn is_small(word: &str) -> bool {
    const SMALL: [&str; 40] = [
        "the", "a", "an", "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on",
        "at", "for", "from", "but", "and", "as", "if", "when", "while", "there", "his", "her", "their", "our", "its",
        "mr", "mrs", "ms", "dr", "both", "however", "to", "of", "by",
    ];
    SMALL.contains(&word)
}

/// Figures parted by a point or a comma are one number.
fn push_number(facts: &mut Vec<Fact>, text: &str, place: Span, figures: String) {
    if let Some(last) = facts.last_mut()
        && last.kind == FactKind::Number
        && matches!(text.get(last.span.end..place.start), Some("," | "."))
    {
        last.span.end = place.end;
        last.key = vec![last.span.of(text).replace(',', "")];
        return;
    }
    if let Some(last) = facts.last_mut()
        && last.kind == FactKind::Number
        && text.get(last.span.end..place.start) == Some("-")
        && let Some(both) = compound(last, &figures)
    {
        last.span.end = place.end;
        last.key = vec![both];
        return;
    }
    facts.push(Fact::new(FactKind::Number, place, vec![figures]));
}

/// "Thirds": what parts there are of one.
fn part_of(word: &str) -> Option<u32> {
    let parts = [("thirds", 3), ("quarters", 4), ("fifths", 5), ("sixths", 6), ("tenths", 10)];
    parts.iter().find(|(known, _)| *known == word).map(|(_, part)| *part)
}

/// Does a number stand right before?
fn follows_number(facts: &[Fact], text: &str, place: Span) -> bool {
    let last = facts.last().filter(|last| last.kind == FactKind::Number);
    last.is_some_and(|last| matches!(text.get(last.span.end..place.start), Some(" " | "-")))
}

/// "Twenty-two" is one number.
fn compound(tens: &Fact, ones: &str) -> Option<String> {
    let tens: u32 = tens.key.first()?.parse().ok()?;
    let ones: u32 = ones.parse().ok()?;
    (tens.is_multiple_of(10) && (20..100).contains(&tens) && (1..10).contains(&ones)).then(|| (tens + ones).to_string())
}

/// Names next to each other are one name.
fn push_name(facts: &mut Vec<Fact>, text: &str, place: Span, word: &str) {
    if let Some(last) = facts.last_mut()
        && last.kind == FactKind::Name
        && matches!(text.get(last.span.end..place.start), Some(" " | "-" | "\u{a0}" | "." | ". "))
    {
        last.span.end = place.end;
        last.key.push(word.to_owned());
        return;
    }
    facts.push(Fact::new(FactKind::Name, place, vec![word.to_owned()]));
}

/// One capital word at the head of a sentence is a name only if the text has it with a capital elsewhere, and not in
/// small letters.
fn is_doubtful(fact: &Fact, begins: usize, text: &str) -> bool {
    let head =
        fact.span.start == begins || text.get(..fact.span.start).is_some_and(|before| before.ends_with(['“', '"']));
    if fact.kind != FactKind::Name || fact.key.len() > 1 || !head {
        return false;
    }
    let written = fact.span.of(text);
    let elsewhere = text.match_indices(written).any(|(at, _)| {
        at != fact.span.start
            && text.get(..at).is_some_and(|before| before.ends_with(' '))
            && !text.get(..at).is_some_and(|before| before.trim_end().ends_with(['.', '!', '?', '”', '“', ':']))
    });
    !elsewhere
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let facts = FactWords::english().of(text, Span::new(0, text.len()));
        facts.into_iter().map(|fact| format!("{:?} {}", fact.kind, fact.key.join(" "))).collect()
    }

    #[test]
    fn names_numbers_and_dates() {
        assert_eq!(
            keys("Talks resume on Sunday in Port Ansa, said Mira Tal of the WFO, with 1,200 boats and two ferries."),
            ["Date sunday", "Name port ansa", "Name mira tal", "Name wfo", "Number 1200", "Number 2"]
        );
        assert_eq!(keys("It may meet shortly. In 2031 it will."), ["VagueDate shortly", "Date 2031"]);
        assert_eq!(keys("On 3 March, and last week, 40 boats."), ["Date march", "Date last week", "Number 40"]);
    }
}
