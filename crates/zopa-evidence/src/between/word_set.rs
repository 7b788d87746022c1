//! Which words, names, numbers and dates stand anywhere in a text?

use super::facts::{Fact, FactKind, FactWords};
use super::lexicon::words;
use crate::span::Span;
use std::collections::BTreeSet;

/// The words of a text, for asking whether something stands anywhere in it.
pub(crate) struct WordSet {
    words: BTreeSet<String>,
    /// Those that stand somewhere with a capital: only they can be names.
    capital: BTreeSet<String>,
    /// The initials of the names of several words.
    initials: BTreeSet<String>,
    /// Dates of two words: "last week", and a month with its day.
    dates: BTreeSet<(String, String)>,
}

impl WordSet {
    pub(crate) fn of(text: &str, sentences: &[Span], lists: &FactWords) -> WordSet {
        let all = sentences.iter().flat_map(|span| words(span.of(text)).into_iter().map(move |word| (*span, word)));
        let (mut plain, mut capital) = (BTreeSet::new(), BTreeSet::new());
        for (span, (word, place)) in all {
            if span.of(text).get(place.start..).is_some_and(|word| word.starts_with(char::is_uppercase)) {
                capital.insert(word.clone());
            }
            // A number in words comes with the facts: the "twenty" of "twenty-two" is none.
            if !lists.is_number_word(&word) {
                plain.insert(lists.full(&word).to_owned());
            }
        }
        let (mut initials_of, mut dates) = (BTreeSet::new(), BTreeSet::new());
        for fact in sentences.iter().flat_map(|span| lists.of(text, *span)) {
            match fact.kind {
                FactKind::Name if fact.key.len() > 1 => {
                    initials_of.insert(initials(&fact.key));
                }
                FactKind::Number => plain.extend(fact.key),
                FactKind::Date | FactKind::VagueDate => dates.extend(two(&fact)),
                FactKind::Name => {}
            }
        }
        WordSet { words: plain, capital, initials: initials_of, dates }
    }

    /// Does a fact stand here? Of a name its last word is enough, also as a demonym, or its initials.
    pub(crate) fn has(&self, fact: &Fact) -> bool {
        match fact.kind {
            FactKind::Name => fact.key.last().is_some_and(|word| self.has_name(word)) || self.has_initials(&fact.key),
            FactKind::Date | FactKind::VagueDate if two(fact).is_some() => {
                two(fact).is_some_and(|both| self.dates.contains(&both))
            }
            _ => fact.key.iter().all(|word| {
                self.words.contains(word) || word.contains('.') && word.split('.').all(|part| self.words.contains(part))
            }),
        }
    }

    fn has_name(&self, word: &str) -> bool {
        let stem: String = word.chars().take(5).collect();
        if stem.chars().count() < 5 {
            return self.capital.contains(word);
        }
        self.capital.range(stem.clone()..).next().is_some_and(|known| known.starts_with(&stem))
    }

    fn has_initials(&self, key: &[String]) -> bool {
        match key {
            [word] => self.initials.contains(word),
            _ => self.words.contains(&initials(key)),
        }
    }
}

/// The two words of a date that has two.
fn two(date: &Fact) -> Option<(String, String)> {
    match (date.key.as_slice(), &date.day) {
        ([month], Some(day)) => Some((day.clone(), month.clone())),
        ([pointer, span], None) => Some((pointer.clone(), span.clone())),
        _ => None,
    }
}

fn initials(key: &[String]) -> String {
    key.iter().filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_its_comma_and_a_name_with_its_capital() {
        let text = "Some 42,000 tonnes, observed by the Vell Institute.";
        let all = WordSet::of(text, &[Span::new(0, text.len())], FactWords::english());
        let fact = |kind, word: &str| Fact::new(kind, Span::default(), vec![word.to_owned()]);
        assert!(all.has(&fact(FactKind::Number, "42000")) && !all.has(&fact(FactKind::Name, "observer")));
    }
}
