//! Which words count as one, and which as nothing, when sentences are compared?
//!
//! The lists are data (`data/en/same.txt`, `data/en/stop.txt`), so that somebody who knows the language can extend them.
//! A word is reduced to the first letters it has (a *stem*): crude, but it keeps "Ukraine" with "Ukrainian" and
//! "territory" with "territorial", needs no table, and fails only towards finding too much, which the weights of the
//! words and the order of the sentences then have to bear out.

use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Letters of a word that count. Shorter stems mix up "minister" and "mining", longer ones part "state" from "states".
const STEM: usize = 6;

/// A word list of the crate: one entry a line, `#` begins a remark.
pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty())
}

/// The lists of one language, ready for looking up.
pub(crate) struct Lexicon {
    stop: FxHashSet<&'static str>,
    /// Stem, or two stems with a space between, to the first stem of its class.
    class: FxHashMap<String, String>,
    /// Stems with which an entry of two begins.
    first_of_two: FxHashSet<String>,
    /// Terms that tell little of what a sentence is about (`data/en/light.txt`).
    light: FxHashSet<String>,
}

impl Lexicon {
    /// English, with the words that come near to each other (`data/en/near.txt`) as one: for documents that are kin.
    pub(crate) fn wide() -> Lexicon {
        let mut wide = Lexicon::english();
        for line in lines(include_str!("../../data/en/near.txt")) {
            let mut entries = line.split(',').map(stems);
            let Some(first) = entries.next() else { continue };
            let class = wide.class.get(&first).cloned().unwrap_or(first);
            for entry in entries {
                wide.class.entry(entry).or_insert_with(|| class.clone());
            }
        }
        wide.completed()
    }

    /// With what follows from its classes: the stems that begin an entry of two words, and the terms of little weight.
    fn completed(mut self) -> Lexicon {
        let pairs = self.class.keys().filter_map(|entry| entry.split_once(' '));
        self.first_of_two = pairs.map(|(first, _)| first.to_owned()).collect();
        let light = lines(include_str!("../../data/en/light.txt")).flat_map(str::split_whitespace);
        self.light = light.filter_map(|word| self.term_of(word)).collect();
        self
    }

    /// English.
    pub(crate) fn english() -> Lexicon {
        let stop = lines(include_str!("../../data/en/stop.txt")).flat_map(str::split_whitespace).collect();
        let mut class = FxHashMap::default();
        for line in lines(include_str!("../../data/en/same.txt")) {
            let mut entries = line.split(',').map(stems);
            let Some(first) = entries.next() else { continue };
            for entry in entries {
                class.entry(entry).or_insert_with(|| first.clone());
            }
        }
        Lexicon { stop, class, first_of_two: FxHashSet::default(), light: FxHashSet::default() }.completed()
    }

    /// Does a term tell little of what a sentence is about?
    pub(crate) fn is_light(&self, term: &str) -> bool {
        self.light.contains(term)
    }

    /// The terms of a text, each once.
    pub(crate) fn term_set(&self, text: &str) -> BTreeSet<String> {
        self.terms(text).into_iter().map(|(term, _)| term).collect()
    }

    /// The terms of a text in order, without the words that say nothing, with the place of each.
    pub(crate) fn terms(&self, text: &str) -> Vec<(String, Span)> {
        let words = words(text);
        let mut terms = Vec::with_capacity(words.len());
        let mut rest = words.as_slice();
        while let [(word, at), after @ ..] = rest {
            rest = after;
            let stop = self.stop.contains(word.as_str());
            let own = stem(word);
            if let [(next, _), beyond @ ..] = after
                && self.first_of_two.contains(&own)
                && let Some(class) = self.class.get(&format!("{own} {}", stem(next)))
            {
                terms.push((class.clone(), *at));
                rest = beyond;
            } else if !stop {
                terms.push((self.class.get(&own).cloned().unwrap_or(own), *at));
            }
        }
        terms
    }

    /// The term of one word, if it says something.
    pub(crate) fn term_of(&self, word: &str) -> Option<String> {
        (!self.stop.contains(word)).then(|| self.term(word))
    }

    fn term(&self, word: &str) -> String {
        let stem = stem(word);
        self.class.get(&stem).cloned().unwrap_or(stem)
    }
}

/// The words of a text in small letters, with their places. An apostrophe or a hyphen parts words.
pub(crate) fn words(text: &str) -> Vec<(String, Span)> {
    let mut words: Vec<(String, Span)> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if !c.is_alphanumeric() {
            open = false;
        } else if open && let Some((word, span)) = words.last_mut() {
            push_small(word, c);
            span.end = end;
        } else {
            let mut word = String::with_capacity(LONG);
            push_small(&mut word, c);
            words.push((word, Span::new(at, end)));
            open = true;
        }
    }
    if words.iter().any(|(word, _)| counted_in(word).is_some()) { parted(words) } else { words }
}

/// Letters that stand right behind figures, and the word for them: "310mn".
const COUNTED_IN: [(&str, &str); 4] = [("mn", "million"), ("bn", "billion"), ("km", "kilometres"), ("pc", "percent")];

/// Where the letters begin, and the word for them.
fn counted_in(word: &str) -> Option<(usize, &'static str)> {
    let (letters, long) = COUNTED_IN.iter().find(|(letters, _)| word.ends_with(letters))?;
    let figures = word.len() - letters.len();
    let all = figures > 0 && word.bytes().take(figures).all(|byte| byte.is_ascii_digit());
    all.then_some((figures, *long))
}

/// "310mn" is a number and what it counts.
fn parted(words: Vec<(String, Span)>) -> Vec<(String, Span)> {
    let mut all = Vec::with_capacity(words.len() + 1);
    for (word, span) in words {
        let Some((figures, long)) = counted_in(&word) else {
            all.push((word, span));
            continue;
        };
        let mid = span.start + figures;
        all.push((word.get(..figures).unwrap_or_default().to_owned(), Span::new(span.start, mid)));
        all.push((long.to_owned(), Span::new(mid, span.end)));
    }
    all
}

/// Room for a word of usual length, so that it is not moved while it grows.
const LONG: usize = 12;

fn push_small(word: &mut String, c: char) {
    if c.is_ascii() { word.push(c.to_ascii_lowercase()) } else { word.extend(c.to_lowercase()) }
}

fn stems(entry: &str) -> String {
    entry.split_whitespace().map(stem).collect::<Vec<_>>().join(" ")
}

/// The part of a word that counts. Numbers count whole; "-ize" is "-ise", and a plural its singular.
pub(crate) fn stem(word: &str) -> String {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.to_owned();
    }
    let word = singular(&word.replace('z', "s"));
    if word.chars().count() > STEM {
        return word.chars().take(STEM).collect();
    }
    let fits = |(ending, rest): &(&str, usize)| word.len() > ending.len() + rest && word.ends_with(ending);
    let ending = [("es", 3), ("ed", 3), ("s", 2)].into_iter().find(fits);
    ending.and_then(|(ending, _)| word.strip_suffix(ending)).unwrap_or(&word).to_owned()
}

/// "Ferries" is "ferry", "denied" "deny".
fn singular(word: &str) -> String {
    let rest = word.strip_suffix("ies").or_else(|| word.strip_suffix("ied")).filter(|rest| rest.len() > 2);
    rest.map_or_else(|| word.to_owned(), |rest| format!("{rest}y"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        Lexicon::english().terms(text).into_iter().map(|(term, _)| term).collect()
    }

    #[test]
    fn inflected_and_exchanged_words_are_one() {
        assert_eq!(terms("The talks on the ferry fees"), terms("Negotiations on ferry tolls"));
        assert_eq!(terms("Norland will give up territory"), terms("Norland's surrender of the land"));
        assert_eq!(terms("recognized"), terms("recognises"));
    }

    #[test]
    fn numbers_are_kept_whole() {
        assert_ne!(terms("1000000 tonnes"), terms("1000001 tonnes"));
    }
}
