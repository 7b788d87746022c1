//! Can these words, with which a text names a source, be somebody who speaks?
//!
//! A proper name, a person or a body by what they are, a paper: yes. A pronoun of which the text does not say for whom it
//! stands, a thing (*a meeting on Monday*), the label of a line (*Photo*): no. Judged by the noun that the words end in, a
//! phrase behind a preposition aside; the words for people and bodies stand in `data`.

use crate::classes::{Class, Classes};
use crate::language::Language;

/// Who or what is one word.
const PRONOUNS: [Class; 9] = [
    Class::Subject,
    Class::Object,
    Class::Possessive,
    Class::Indefinite,
    Class::Thing,
    Class::Which,
    Class::That,
    Class::Article,
    Class::Time,
];

/// What a noun in small letters is that speaks.
const SPEAKERS: [Class; 4] = [Class::Speaker, Class::Body, Class::Paper, Class::Title];

impl Language {
    /// Can these words be somebody who speaks: a person, a body, a paper?
    pub fn is_somebody(&self, name: &str) -> bool {
        let words: Vec<&str> = name.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
        let classes = |word: &str| self.classes(self.look_up(word));
        // *a meeting on Monday* is a meeting, and *an official of the port* an official.
        let parts =
            |word: &&str| classes(word).any(&[Class::Preposition, Class::To, Class::Which]) && !is_capital(word);
        let end = words.iter().skip(1).position(parts).map_or(words.len(), |at| at + 1);
        let phrase = words.get(..end).unwrap_or_default();
        // *sources privy to the talks* are sources.
        let behind =
            phrase.iter().skip(1).rev().take_while(|word| classes(word).has(Class::Adjective) && !is_capital(word));
        let phrase = phrase.get(..phrase.len() - behind.count()).unwrap_or_default();
        let Some((head, before)) = phrase.split_last() else { return false };
        let known = classes(head);
        // *US* and *WHO* are no pronouns, and Ada May is no month.
        let pronoun = words.len() == 1 && known.any(&PRONOUNS) && !is_in_capitals(head);
        let day = known.has(Class::Time) && !before.last().is_some_and(|word| is_capital(word));
        if self.is_label(head) || pronoun || day {
            return false;
        }
        is_capital(head) || self.speaks(head, known)
    }

    fn speaks(&self, head: &str, known: Classes) -> bool {
        known.any(&SPEAKERS) || self.is_person(head)
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()))
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(|c| c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_bodies_and_papers_speak() {
        for name in [
            "Ada Brook",
            "Brook",
            "the mayor",
            "two officials of the port",
            "an official",
            "Sources privy to the discussions",
            "Northern leadership",
            "the harbour council",
            "The Bay News",
            "a report by the Bay News",
            "European allies",
            "the pilots of the harbour",
            "North Quay",
            "NATO",
            "the US",
            "US",
            "WHO",
            "Ada May",
            "Хто Він",
            "港",
            "García-Márquez’s",
        ] {
            assert!(Language::english().is_somebody(name), "{name}");
        }
    }

    #[test]
    fn pronouns_things_days_and_labels_do_not() {
        for name in [
            "she",
            "He",
            "they",
            "it",
            "This",
            "who",
            "others",
            "a meeting on Monday",
            "The meeting",
            "Monday",
            "last May",
            "the offer of Northland",
            "Northland’s position",
            "Photo",
            "Tags",
            "Read also",
            "Image credit",
            "Key takeaways",
            "",
            "—",
            "the",
            "demands",
            "this offer",
            "These efforts",
            "a significant step",
        ] {
            assert!(!Language::english().is_somebody(name), "{name}");
        }
    }
}
