//! Which words mark a stretch of text as something other than the article?
//!
//! The rules are data: `rules/LANGUAGE/*.txt`, which somebody who knows the language can extend without knowing this
//! program. Words are compared as everywhere, without regard to case, marks or the spaces between them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::block::Kind;
use crate::fold::fold;
use crate::words::{spelled, words};

/// The files of rules, by language.
const FURNITURE: [&str; 3] = [
    include_str!("../rules/en/furniture.txt"),
    include_str!("../rules/uk/furniture.txt"),
    include_str!("../rules/ar/furniture.txt"),
];

/// Words for what people who write articles are.
const ROLES: [&str; 3] = [
    include_str!("../rules/en/roles.txt"),
    include_str!("../rules/uk/roles.txt"),
    include_str!("../rules/ar/roles.txt"),
];

/// Those whose pictures are printed, and how a credit names them.
const CREDITS: [&str; 3] = [
    include_str!("../rules/en/credits.txt"),
    include_str!("../rules/uk/credits.txt"),
    include_str!("../rules/ar/credits.txt"),
];

/// What a notice about an author says that the author does.
const DOES: [&str; 3] =
    [include_str!("../rules/en/does.txt"), include_str!("../rules/uk/does.txt"), include_str!("../rules/ar/does.txt")];

/// Longer stretches are judged by no words of theirs but the first.
const SHORT_WORDS: usize = 14;

/// A number in a rule stands for any.
const ANY_NUMBER: &str = "#";

/// Where the words of a rule stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// They are all there is.
    Whole,
    /// They come first.
    Begins,
    /// They come first, and a colon follows: `Read also: ...`.
    Label,
    /// They come last.
    Ends,
    /// They stand somewhere in a short stretch.
    Holds,
    /// A sign that comes first.
    Sign,
}

struct Rule {
    kind: Kind,
    place: Place,
    words: Vec<String>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| lines(&FURNITURE).filter_map(rule).collect());
/// Rules by their first word, by number. Wherever the words of a rule are to stand, the first of them stands there too.
static BY_FIRST: LazyLock<BTreeMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, rule) in RULES.iter().enumerate().filter(|(_, rule)| !is_always_looked_at(rule)) {
        rule.words.first().iter().for_each(|word| by_first.entry(word).or_default().push(at));
    }
    by_first
});
/// The other rules: those of signs, and those that begin with a number, which is any.
static ALWAYS: LazyLock<Vec<usize>> = LazyLock::new(|| {
    RULES.iter().enumerate().filter(|(_, rule)| is_always_looked_at(rule)).map(|(at, _)| at).collect()
});
static ROLE_WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| lines(&ROLES).map(tokens).collect());
static CREDIT_WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| lines(&CREDITS).map(tokens).collect());

/// The lines of files that are no remarks.
fn lines<'a>(files: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    files.iter().flat_map(|file| file.lines()).map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn rule(line: &str) -> Option<Rule> {
    let (kind, rest) = line.split_once(char::is_whitespace)?;
    let (place, rest) = rest.trim_start().split_once(char::is_whitespace)?;
    let place = match place {
        "whole" => Place::Whole,
        "begins" => Place::Begins,
        "label" => Place::Label,
        "ends" => Place::Ends,
        "holds" => Place::Holds,
        "sign" => Place::Sign,
        _ => return None,
    };
    let words = if place == Place::Sign { vec![rest.trim().to_owned()] } else { tokens(rest) };
    Some(Rule { kind: Kind::named(kind)?, place, words }).filter(|rule| !rule.words.is_empty())
}

/// The words of a stretch, as they are compared with rules.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let folded = fold(text).replace(ANY_NUMBER, " 0 ");
    let spans = words(&folded);
    spelled(&folded, &spans).map(str::to_lowercase).collect()
}

/// What a stretch is, by its words; `None` if no rule has them.
pub(crate) fn by_words(text: &str) -> Option<Kind> {
    // A rule has few words, and so has what it looks for: no long paragraph is taken apart.
    let end = text.char_indices().nth(400).map_or(text.len(), |(at, _)| at);
    let first = text.get(..end)?.trim();
    let standing = tokens(first);
    let whole = end == text.len();
    let by_word = standing.iter().filter_map(|word| BY_FIRST.get(word.as_str())).flatten();
    let mut numbers: Vec<usize> = ALWAYS.iter().chain(by_word).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut rules = numbers.into_iter().filter_map(|at| RULES.get(at));
    rules.find(|rule| fits(rule, first, &standing, whole)).map(|rule| rule.kind)
}

fn is_always_looked_at(rule: &Rule) -> bool {
    let number = |word: &String| word.chars().all(char::is_numeric);
    rule.place == Place::Sign || rule.words.first().is_none_or(number)
}

fn fits(rule: &Rule, text: &str, standing: &[String], whole: bool) -> bool {
    let length = rule.words.len();
    let short = whole && standing.len() <= SHORT_WORDS;
    match rule.place {
        Place::Whole => whole && same(standing, &rule.words),
        Place::Begins => (short || asks_the_reader(rule.kind)) && starts(standing, &rule.words),
        Place::Label => starts(standing, &rule.words) && is_label(text, length, short),
        Place::Ends => {
            short && standing.len().checked_sub(length).is_some_and(|at| same(rest(standing, at), &rule.words))
        }
        Place::Holds => short && standing.windows(length).any(|window| same(window, &rule.words)),
        Place::Sign => rule.words.first().is_some_and(|sign| text.starts_with(sign.as_str())),
    }
}

/// What is said to the reader is said in sentences, which may be long.
fn asks_the_reader(kind: Kind) -> bool {
    matches!(kind, Kind::Comments | Kind::Cookies | Kind::Newsletter | Kind::Paywall)
}

fn rest(words: &[String], at: usize) -> &[String] {
    words.get(at..).unwrap_or_default()
}

fn starts(standing: &[String], wanted: &[String]) -> bool {
    standing.get(..wanted.len()).is_some_and(|first| same(first, wanted))
}

fn same(standing: &[String], wanted: &[String]) -> bool {
    let fits = |(word, wanted): (&String, &String)| word == wanted || (wanted == "0" && is_number(word));
    standing.len() == wanted.len() && standing.iter().zip(wanted).all(fits)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_numeric())
}

/// Does a colon or a bar follow the first `length` words, or nothing at all; or a dash, where little follows?
fn is_label(text: &str, length: usize, short: bool) -> bool {
    let folded = fold(text);
    let end = words(&folded).get(length.saturating_sub(1)).map_or(0, |word| word.1);
    let after = folded.get(end..).unwrap_or_default().trim_start();
    after.is_empty()
        || after.starts_with([':', '：', '|', '>', '/'])
        || (short && (after.starts_with('–') || after.starts_with("- ")))
}

/// Does the stretch hold a word for one who writes articles?
pub(crate) fn names_a_role(standing: &[String]) -> bool {
    ROLE_WORDS.iter().any(|role| standing.windows(role.len().max(1)).any(|window| same(window, role)))
}

/// Is it a verb that says what somebody is or does?
pub(crate) fn is_what_one_does(word: &str) -> bool {
    lines(&DOES).any(|known| known == word)
}

/// Does the stretch name one whose pictures are printed?
pub(crate) fn names_a_credit(standing: &[String]) -> bool {
    CREDIT_WORDS.iter().any(|credit| standing.windows(credit.len().max(1)).any(|window| same(window, credit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_files_is_a_rule() {
        for line in lines(&FURNITURE) {
            assert!(rule(line).is_some(), "{line}");
        }
        assert!(lines(&ROLES).chain(lines(&CREDITS)).all(|line| !tokens(line).is_empty()));
    }

    #[test]
    fn places_are_kept() {
        assert_eq!(by_words("SHARE THIS ARTICLE"), Some(Kind::Share));
        assert_eq!(by_words("Share this article of faith, the keeper said."), None);
        assert_eq!(by_words("⏱️ 3 min read"), Some(Kind::Date));
        assert_eq!(by_words("Read also: Ferry talks end"), Some(Kind::Teaser));
        assert_eq!(by_words("Read also the minutes of the talks, he said."), None);
        assert_eq!(by_words("© 2031 The Harbour Post"), Some(Kind::Legal));
        assert_eq!(by_words("The harbour opens in May."), None);
        assert_eq!(by_words(""), None);
    }
}
