//! Which passages have these words?
//!
//! To choose a quote from, not to verify one: words are compared without regard to case and in any order, but whole.

use std::collections::VecDeque;

use crate::Span;
use crate::anchor::Anchor;
use crate::fold::fold;
use crate::text::Text;
use crate::words::{Vocabulary, words};

/// The most words that a passage may span, unless the words asked for are more.
pub const NEAR_MOST: usize = 50;

/// How far around a passage its sentence is looked for, in characters.
const SENTENCE_MOST: usize = 300;

/// A passage that has all the words asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// From the first of the words to the last.
    pub anchor: Anchor,
    /// The words stand there next to each other in the order given.
    pub phrase: bool,
    /// The byte offsets of the sentence, or sentences, around it. A guess from full stops and blank lines, and cut at
    /// 300 characters on either side: for showing only.
    pub sentence: (usize, usize),
}

impl Text {
    /// At most `most` passages with all of `words` in them: first those that have them as a phrase, in the order of the
    /// document; then the tightest spans of at most [`NEAR_MOST`] words, the shortest first (in words; the earlier of
    /// two equal ones first). No two overlap. A word given twice must stand there twice.
    ///
    /// Each of `words` may be several words. Punctuation in them is ignored. Costs one pass over the document.
    pub fn search(&self, words_wanted: &[&str], most: usize) -> Vec<Passage> {
        let wanted = fold(&words_wanted.join(" "));
        let wanted: Vec<&str> = words(&wanted).iter().filter_map(|(start, end)| wanted.get(*start..*end)).collect();
        let vocabulary = Vocabulary::new(wanted.iter().copied());
        let wanted: Vec<usize> = wanted.iter().filter_map(|word| vocabulary.number(word)).collect();
        let standing = words(&self.folded.text);
        let numbers: Vec<Option<usize>> = self.numbers(&standing, &vocabulary);
        let mut chosen: Vec<Span> = Vec::new();
        choose(&mut chosen, phrases(&numbers, &wanted), most);
        let phrases = chosen.len();
        choose(&mut chosen, tightest(&numbers, &wanted, vocabulary.len()), most);
        let passages = chosen.iter().enumerate();
        passages.filter_map(|(index, span)| self.passage(&standing, *span, index < phrases)).collect()
    }

    fn numbers(&self, standing: &[Span], vocabulary: &Vocabulary) -> Vec<Option<usize>> {
        let number = |(start, end): &Span| vocabulary.number(self.folded.text.get(*start..*end)?);
        standing.iter().map(number).collect()
    }

    /// The passage of the words from the number `first` to before the number `end`.
    fn passage(&self, standing: &[Span], (first, end): Span, phrase: bool) -> Option<Passage> {
        let (start, end) = (standing.get(first)?.0, standing.get(end.checked_sub(1)?)?.1);
        let span = self.folded.cover(start, end)?;
        let sentence = self.outward(sentence_around(self.as_str(), span));
        Some(Passage { anchor: self.anchor_of(&[span]), phrase, sentence })
    }
}

/// Takes spans that overlap none taken before, until there are `most`.
fn choose(chosen: &mut Vec<Span>, spans: impl IntoIterator<Item = Span>, most: usize) {
    for span in spans {
        if chosen.len() >= most {
            return;
        }
        if chosen.iter().all(|other| span.1 <= other.0 || other.1 <= span.0) {
            chosen.push(span);
        }
    }
}

/// Where the words stand next to each other in order.
fn phrases(numbers: &[Option<usize>], wanted: &[usize]) -> impl Iterator<Item = Span> {
    let length = wanted.len().max(1);
    let fits = move |window: &[Option<usize>]| window.iter().copied().eq(wanted.iter().copied().map(Some));
    let windows = numbers.windows(length).enumerate();
    windows.filter(move |(_, window)| fits(window)).map(move |(at, _)| (at, at + length))
}

/// For each word that completes a set, the shortest span that ends with it; the shortest first.
fn tightest(numbers: &[Option<usize>], wanted: &[usize], kinds: usize) -> Vec<Span> {
    let mut owed: Vec<isize> = vec![0; kinds];
    wanted.iter().for_each(|number| add(&mut owed, *number, 1));
    let mut missing = kinds;
    let mut window: VecDeque<(usize, usize)> = VecDeque::new();
    let mut spans = Vec::new();
    for (at, number) in numbers.iter().enumerate().filter_map(|(at, number)| Some((at, (*number)?))) {
        window.push_back((at, number));
        add(&mut owed, number, -1);
        missing -= usize::from(owed.get(number) == Some(&0));
        while let Some((_, first)) = window.front().filter(|(_, first)| owed.get(*first).is_some_and(|owed| *owed < 0))
        {
            add(&mut owed, *first, 1);
            window.pop_front();
        }
        let start = window.front().filter(|_| missing == 0).map(|(start, _)| *start);
        spans.extend(start.map(|start| (start, at + 1)));
    }
    spans.retain(|(start, end)| end - start <= NEAR_MOST.max(wanted.len()));
    spans.sort_by_key(|(start, end)| (end - start, *start));
    spans
}

/// `owed` counts how often each word is still to come; below zero, there are more than asked for.
fn add(owed: &mut [isize], number: usize, change: isize) {
    if let Some(owed) = owed.get_mut(number) {
        *owed += change;
    }
}

/// From the end of the sentence before to the end of the sentence in which the span ends.
fn sentence_around(text: &str, (start, end): Span) -> Span {
    let before = text.get(..start).unwrap_or_default();
    let from = before.char_indices().rev().take(SENTENCE_MOST).last().map_or(start, |(at, _)| at);
    let mut first = from;
    while let Some(stop) = text.get(first..start).and_then(sentence_end) {
        first += stop;
    }
    let leading = text.get(first..start).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let after = text.get(end..).unwrap_or_default();
    let to = after.char_indices().nth(SENTENCE_MOST).map_or(after.len(), |(at, _)| at);
    let after = after.get(..to).unwrap_or_default();
    let last = sentence_end(after).map_or_else(
        || after.trim_end().len(),
        |stop| after.get(..stop).map_or(0, |sentence| sentence.trim_end().len()),
    );
    (first + leading, end + last)
}

/// The offset after the first blank line, or after the first full stop (with the marks that close it) that white space
/// follows.
fn sentence_end(text: &str) -> Option<usize> {
    let mut closed = false;
    let mut lines = 0;
    for (at, c) in text.char_indices() {
        lines = if c == '\n' {
            lines + 1
        } else if c.is_whitespace() {
            lines
        } else {
            0
        };
        if lines == 2 || (closed && c.is_whitespace()) {
            return Some(at + c.len_utf8());
        }
        closed =
            matches!(c, '.' | '!' | '?' | '…') || (closed && matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']'));
    }
    None
}
