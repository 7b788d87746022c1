//! What may an orphaned quote have been?
//!
//! The passage with the fewest words to change, added or left out: Sellers' variant of the edit distance, which lets a
//! match begin and end anywhere in the document (P. H. Sellers, *The theory and computation of evolutionary distances:
//! pattern recognition*, Journal of Algorithms 1, 1980), over words instead of characters and without regard to case.

use std::cmp::Reverse;

use crate::Span;
use crate::anchor::Anchor;
use crate::differing::{Differing, with_marks};
use crate::fold::Folded;
use crate::text::Text;
use crate::words::{Vocabulary, spelled, words};

/// Words of the document times words of the quote that are compared, at most: under a second. A quote of fifteen words
/// is compared with all of a document of some 25 MB; of a longer pair, the document's end is left out.
const PAIRS_MOST: usize = 1 << 26;

/// The passage of a document that is most like an orphaned quote: the one with the fewest words to change, add and
/// leave out; among those, with the most words shared and the fewest left out; among those, the first.
///
/// Costs one step for each word of the document and each word of the quote, up to a fixed count of 2^26: then the
/// rest of the document is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Where it stands. Its words are *not* the quote's.
    pub anchor: Anchor,
    /// How many words of the quote it shares, in order, without regard to case: at least half.
    pub shared: usize,
    /// How many words the quote has (its part, if it leaves words out).
    pub words: usize,
    /// Which part of the quote this is about, from 0: always 0, unless the quote leaves words out.
    pub part: usize,
    /// Where quote and passage differ, in order: words, case or punctuation, after folding. Empty if they do
    /// not: then only spaces differ, or the parts of the quote stand in another order or too far apart.
    pub differing: Vec<Differing>,
}

impl Text {
    /// The passage nearest to `quote`, if it shares at least half of its words.
    pub(crate) fn nearest(&self, quote: &str, part: usize) -> Option<Nearest> {
        let quote = Folded::new(quote.trim());
        let quoted = words(&quote.text);
        let wanted: Vec<&str> = spelled(&quote.text, &quoted).collect();
        let standing = words(&self.folded.text);
        let best = best_window(&wanted, &self.folded.text, &standing)?;
        let shared = wanted.len() - best.missed;
        if shared == 0 || shared * 2 < wanted.len() {
            return None;
        }
        let window = (standing.get(best.first)?.0, standing.get(best.last)?.1);
        let (window, differing) = self.compare(&quote, with_marks(&self.folded.text, window, &quote.text));
        let anchor = self.anchor_of(&[self.folded.cover(window.0, window.1)?]);
        Some(Nearest { anchor, shared, words: wanted.len(), part, differing })
    }
}

/// A match of the whole quote: words of the document from `first` to `last`, and how many words it does not share.
struct Window {
    first: usize,
    last: usize,
    missed: usize,
}

/// The cost of the best way to match some words of the quote so far. Compared field by field: fewest edits, then most
/// words shared, then fewest left out, then the latest start, so that no word too many is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    edits: usize,
    missed: usize,
    dropped: usize,
    start: Reverse<usize>,
}

impl Cost {
    fn nothing(start: usize) -> Self {
        Self { edits: 0, missed: 0, dropped: 0, start: Reverse(start) }
    }

    fn changed(self) -> Self {
        Self { edits: self.edits + 1, missed: self.missed + 1, ..self }
    }

    /// A word of the quote that the document has not.
    fn dropped(self) -> Self {
        Self { dropped: self.dropped + 1, ..self.changed() }
    }

    /// A word of the document that the quote has not.
    fn added(self) -> Self {
        Self { edits: self.edits + 1, ..self }
    }

    /// All but the start, which does not decide between places.
    fn rank(self) -> (usize, usize, usize) {
        (self.edits, self.missed, self.dropped)
    }
}

fn best_window(wanted: &[&str], text: &str, standing: &[Span]) -> Option<Window> {
    let vocabulary = Vocabulary::new(wanted.iter().copied());
    let wanted: Vec<Option<usize>> = wanted.iter().map(|word| vocabulary.number(word)).collect();
    let looked_at = PAIRS_MOST / wanted.len().max(1);
    let mut column = first_column(wanted.len());
    let mut best: Option<(Cost, usize)> = None;
    for (at, word) in spelled(text, standing).enumerate().take(looked_at) {
        advance(&mut column, &wanted, vocabulary.number(word), at);
        let whole = *column.last()?;
        if best.is_none_or(|(cost, _)| whole.rank() < cost.rank()) {
            best = Some((whole, at));
        }
    }
    let (cost, last) = best?;
    (cost.start.0 <= last).then_some(Window { first: cost.start.0, last, missed: cost.missed })
}

/// Before any word of the document: each word of the quote is dropped.
fn first_column(words: usize) -> Vec<Cost> {
    std::iter::successors(Some(Cost::nothing(0)), |cost| Some(cost.dropped())).take(words + 1).collect()
}

/// Takes one more word of the document, the one with the number `at`, into account.
fn advance(column: &mut [Cost], wanted: &[Option<usize>], word: Option<usize>, at: usize) {
    let Some((first, rest)) = column.split_first_mut() else {
        return;
    };
    let mut diagonal = std::mem::replace(first, Cost::nothing(at + 1));
    let mut above = *first;
    for (cell, wanted) in rest.iter_mut().zip(wanted) {
        let left = *cell;
        // A word outside the vocabulary has no number, while every word of the quote has one.
        let matched = if *wanted == word { diagonal } else { diagonal.changed() };
        *cell = matched.min(above.dropped()).min(left.added());
        (diagonal, above) = (left, *cell);
    }
}
