//! What does an effect look at? One of the two documents of an edge, cut into words once.

use crate::between::Report;
use crate::between::facts::FactWords;
use crate::between::lexicon::{Lexicon, words};
use crate::between::quoted::quoted;
use crate::between::word_set::WordSet;
use crate::span::Span;
use std::collections::BTreeMap;
use zopa_finding::between::Passage;

/// A word of a sentence: as it stands in small letters, its term (none for a word that says nothing), its place.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) word: String,
    pub(crate) term: Option<String>,
    pub(crate) span: Span,
}

/// A document with its words.
pub(crate) struct Side<'a> {
    pub(crate) report: &'a Report<'a>,
    /// By sentence.
    pub(crate) words: Vec<Vec<Word>>,
    /// The insides of its quotation marks.
    pub(crate) quoted: Vec<Span>,
    /// Every word of it.
    pub(crate) all: WordSet,
}

impl<'a> Side<'a> {
    pub(crate) fn of(report: &'a Report<'a>, lexicon: &Lexicon, facts: &FactWords) -> Side<'a> {
        let cut = |span: &Span| -> Vec<Word> {
            let start = span.start;
            let word = |(word, at): (String, Span)| Word {
                term: lexicon.term_of(&word),
                word,
                span: Span::new(start + at.start, start + at.end),
            };
            words(span.of(report.text)).into_iter().map(word).collect()
        };
        Side {
            report,
            words: report.sentences.iter().map(cut).collect(),
            quoted: quoted(report.text),
            all: WordSet::of(report.text, &report.sentences, facts),
        }
    }

    pub(crate) fn sentence(&self, at: usize) -> &[Word] {
        self.words.get(at).map_or(&[], Vec::as_slice)
    }

    /// The words of some sentences.
    pub(crate) fn of_sentences<'s>(&'s self, sentences: &'s [usize]) -> impl Iterator<Item = &'s Word> {
        sentences.iter().flat_map(|at| self.sentence(*at))
    }

    pub(crate) fn passage(&self, span: Span) -> Passage {
        self.report.passage(span)
    }

    pub(crate) fn whole(&self, sentence: usize) -> Passage {
        self.report.passage(self.report.sentence(sentence))
    }
}

/// The place of the words `row` (small letters) in `words`, one after the other, from `from` on.
pub(crate) fn find_row(words: &[Word], row: &[&str]) -> Option<Span> {
    let at = words
        .windows(row.len().max(1))
        .position(|window| window.iter().map(|word| word.word.as_str()).eq(row.iter().copied()))?;
    let (first, last) = (words.get(at)?, words.get(at + row.len() - 1)?);
    Some(Span::new(first.span.start, last.span.end))
}

/// Rows of words, each with what it stands for, found by their first words.
pub(crate) struct Rows<T> {
    by_first: BTreeMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T> Rows<T> {
    /// Of rows that begin alike, the longer come first.
    pub(crate) fn new(rows: impl IntoIterator<Item = (Vec<&'static str>, T)>) -> Rows<T> {
        let mut by_first: BTreeMap<&'static str, Vec<(Vec<&'static str>, T)>> = BTreeMap::new();
        for (row, of) in rows {
            let Some(first) = row.first() else { continue };
            by_first.entry(first).or_default().push((row, of));
        }
        by_first.values_mut().for_each(|rows| rows.sort_by_key(|(row, _)| std::cmp::Reverse(row.len())));
        Rows { by_first }
    }

    /// The rows that stand in `words` where these begin: how many words each has, its place, and what it stands for.
    pub(crate) fn at<'r>(&'r self, words: &'r [Word]) -> impl Iterator<Item = (usize, Span, &'r T)> {
        let rows =
            words.first().and_then(|first| self.by_first.get(first.word.as_str())).map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(move |(row, of)| {
            let standing = words.get(..row.len())?;
            let same = standing.iter().map(|word| word.word.as_str()).eq(row.iter().copied());
            let (first, last) = (standing.first()?, standing.last()?);
            same.then_some((row.len(), Span::new(first.span.start, last.span.end), of))
        })
    }

    /// All that stand in a sentence, from left to right.
    pub(crate) fn within<'r>(&'r self, words: &'r [Word]) -> impl Iterator<Item = (Span, &'r T)> {
        (0..words.len())
            .flat_map(move |at| self.at(words.get(at..).unwrap_or_default()))
            .map(|(_, span, of)| (span, of))
    }
}
