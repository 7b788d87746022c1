//! Do two sentences speak of one occasion?
//!
//! What was so in one round need not be so in the next, and no more in another year. Two sentences are *apart* where one
//! names a round, a date or a former time and the other another, or where the documents they stand in are about
//! different rounds or years. Where nothing says so they are not apart.

use super::effects::Side;
use super::facts::{FactKind, FactWords};
use super::lexicon::lines;
use std::collections::BTreeSet;

/// The occasions that words name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Occasion {
    /// "Sixth", "second".
    rounds: BTreeSet<String>,
    years: BTreeSet<String>,
    months: BTreeSet<String>,
    /// "Previously", "last year".
    past: bool,
}

/// The occasion of a sentence.
pub(crate) fn of_sentence(side: &Side, sentence: usize, facts: &FactWords) -> Occasion {
    let words: Vec<&str> = side.sentence(sentence).iter().map(|word| word.word.as_str()).collect();
    let (ordinals, nouns, past) = (list("ordinals:"), list("nouns:"), list("past:"));
    let is_round = |pair: &[&str]| matches!(pair, [one, rest @ ..] if ordinals.contains(one) && rest.iter().any(|word| nouns.contains(word)));
    let rounds = words.windows(3).filter(|window| is_round(window)).filter_map(|window| window.first());
    let last =
        |window: &[&str]| matches!(window, ["last", "year" | "month" | "spring" | "summer" | "autumn" | "winter"]);
    let dates = facts
        .of(side.report.text, side.report.sentence(sentence))
        .into_iter()
        .filter(|fact| fact.kind == FactKind::Date);
    let (years, others): (Vec<String>, Vec<String>) = dates
        .filter_map(|fact| fact.key.into_iter().next())
        .partition(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    Occasion {
        rounds: rounds.map(|word| (*word).to_owned()).collect(),
        years: years.into_iter().collect(),
        months: others
            .into_iter()
            .filter(|word| !word.ends_with("day") && word != "tonight" && word != "tomorrow" && word != "weekend")
            .collect(),
        past: words.iter().any(|word| past.contains(word)) || words.windows(2).any(last),
    }
}

/// The occasion that a document is about: what its first sentences name that name any. What is to come, or was, is
/// another.
pub(crate) fn of_document(side: &Side, facts: &FactWords) -> Occasion {
    let mut whole = Occasion::default();
    for at in 0..side.words.len() {
        let one = of_sentence(side, at, facts);
        if one.past || side.sentence(at).iter().any(|word| matches!(word.word.as_str(), "will" | "would" | "next")) {
            continue;
        }
        if whole.rounds.is_empty() {
            whole.rounds = one.rounds;
        }
        if whole.years.is_empty() {
            whole.years = one.years;
        }
    }
    if let Some(published) = side.report.published.and_then(|date| date.get(..4)) {
        whole.years = BTreeSet::from([published.to_owned()]);
    }
    whole
}

fn list(kind: &str) -> BTreeSet<&'static str> {
    let rest = lines(include_str!("../../data/en/rounds.txt")).filter_map(|line| line.strip_prefix(kind));
    rest.flat_map(str::split_whitespace).collect()
}

impl Occasion {
    /// Is this certainly another occasion?
    pub(crate) fn apart(&self, other: &Occasion) -> bool {
        let differ = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
        };
        differ(&self.rounds, &other.rounds)
            || differ(&self.years, &other.years)
            || differ(&self.months, &other.months)
            || self.past != other.past
    }
}
