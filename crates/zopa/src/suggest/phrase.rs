//! Which words of an attribution are quoted? The phrase that carries it, fifteen words at most.

use std::collections::BTreeSet;

use super::matching::{shared, stems};
use zopa_finding::Place;

/// The most words of a quote.
const WORDS_MOST: usize = 15;
/// How many of them stand at its head where what carries it comes later.
const HEAD: usize = 5;
/// Marks that do not belong to the words.
const EDGES: [char; 14] = ['"', '\'', '“', '”', '‘', '’', '«', '»', '„', ',', ';', ':', '.', ' '];

/// The words to quote, as they stand, and the byte of the text at which they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub words: String,
    pub at: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// A word with the part that it stands in.
struct Word<'a> {
    part: usize,
    start: usize,
    end: usize,
    text: &'a str,
}

/// The phrase, with what names the matter in it; `None` if nothing is left of the content.
pub(super) fn phrase(content: &[Place], matter: &BTreeSet<String>) -> Option<Phrase> {
    let words: Vec<Word<'_>> = content.iter().enumerate().flat_map(|(part, place)| cut(part, place)).collect();
    let kept: Vec<&Word<'_>> = kept(&words, matter).collect();
    let (first, last) = (kept.first()?, kept.last()?);
    let mut out = String::new();
    for (at, word) in kept.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| kept.get(before));
        let next = |before: &&&Word<'_>| before.part == word.part && follows(&words, before, word);
        match before {
            None => {}
            Some(before) if next(&before) => out.push(' '),
            Some(_) => out.push_str(" [...] "),
        }
        out.push_str(word.text);
    }
    let lead = out.len() - out.trim_start_matches(EDGES).len();
    let tail = out.len() - out.trim_end_matches(EDGES).len();
    let words = out.trim_matches(EDGES).to_owned();
    (!words.is_empty()).then(|| Phrase { words, at: first.start + lead, end: last.end.saturating_sub(tail) })
}

fn cut<'a>(part: usize, place: &'a Place) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut from = 0;
    for text in place.exact.split_whitespace() {
        let at = place.exact.get(from..).and_then(|rest| rest.find(text)).map_or(from, |found| from + found);
        words.push(Word { part, start: place.start + at, end: place.start + at + text.len(), text });
        from = at + text.len();
    }
    words
}

fn follows(words: &[Word<'_>], before: &Word<'_>, word: &Word<'_>) -> bool {
    let at = |wanted: &Word<'_>| words.iter().position(|known| known.start == wanted.start);
    at(before).zip(at(word)).is_some_and(|(before, word)| before + 1 == word)
}

/// All of them, if they are few; else the first; or the first few and those around what names the matter.
fn kept<'w, 'a>(words: &'w [Word<'a>], matter: &BTreeSet<String>) -> impl Iterator<Item = &'w Word<'a>> {
    let names = |word: &Word<'_>| shared(&stems(word.text), matter) > 0 && !stems(word.text).is_empty();
    let last = words.iter().rposition(names).filter(|last| *last >= WORDS_MOST);
    let (head, from, to) = match last {
        _ if words.len() <= WORDS_MOST => (0, 0, words.len()),
        None => (0, 0, WORDS_MOST),
        Some(last) => (HEAD, (last + 1).saturating_sub(WORDS_MOST - HEAD), last + 1),
    };
    words.iter().enumerate().filter(move |(at, _)| *at < head || (from..to).contains(at)).map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, matter: &str) -> Phrase {
        phrase(&[Place { start: 10, end: 10 + text.len(), exact: text.to_owned() }], &stems(matter)).unwrap()
    }

    #[test]
    fn few_words_are_quoted_as_they_stand_without_the_marks_around_them() {
        let found = of("“no fee but\n the low one,”", "fee");
        assert_eq!((found.words.as_str(), found.at), ("no fee but the low one", 10 + "“".len()));
        assert_eq!(found.end, 10 + "“no fee but\n the low one".len());
    }

    #[test]
    fn of_many_the_first_are_kept_and_those_that_carry_the_matter() {
        let long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen low fee and more";
        assert_eq!(of(long, "toll").words, long.split(" sixteen").next().unwrap());
        let found = of(long, "low fee").words;
        assert_eq!(
            found,
            "one two three four five [...] nine ten eleven twelve thirteen fourteen fifteen sixteen low fee"
        );
        assert_eq!(found.split_whitespace().filter(|word| *word != "[...]").count(), WORDS_MOST);
    }

    #[test]
    fn parts_stand_apart() {
        let place = |start: usize, exact: &str| Place { start, end: start + exact.len(), exact: exact.to_owned() };
        let found = phrase(&[place(0, "not for us,"), place(30, "nor for you")], &BTreeSet::new()).unwrap();
        assert_eq!((found.words.as_str(), found.at, found.end), ("not for us, [...] nor for you", 0, 41));
        assert_eq!(phrase(&[place(3, "”")], &BTreeSet::new()), None);
    }
}
