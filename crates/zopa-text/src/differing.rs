//! What exactly differs between an orphaned quote and the passage shown beside it?

use std::ops::Range;

use crate::Span;
use crate::fold::Folded;
use crate::text::Text;
use crate::words::{spelled, words};

/// Pairs compared to say what differs, at most; beyond that the whole passage is said to.
const DIFFERING_PAIRS_MOST: usize = 1 << 22;

/// One place where a quote and the passage nearest to it differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// What the quote has, folded; empty if the document has something more.
    pub quote: String,
    /// What the document has, in its own characters; empty if the quote has something more.
    pub document: String,
}

impl Text {
    /// What differs between the quote and the document's `window`, less the marks at its ends that the quote has not.
    pub(crate) fn compare(&self, quote: &Folded, window: Span) -> (Span, Vec<Differing>) {
        let text = &self.folded.text;
        let ours = tokens(&quote.text, (0, quote.text.len()));
        let theirs = tokens(text, window);
        let mut runs = differing_runs((&quote.text, &ours), (text, &theirs));
        let only_marks = |tokens: &[Span]| tokens.iter().all(|token| is_mark(text, token));
        let loose = |run: &&Run| run.ours.is_empty() && theirs.get(run.theirs.clone()).is_some_and(only_marks);
        let before = runs.first().filter(loose).filter(|run| run.theirs.start == 0);
        let after = runs.last().filter(loose).filter(|run| run.theirs.end == theirs.len());
        let shown = before.map_or(0, |run| run.theirs.end)..after.map_or(theirs.len(), |run| run.theirs.start);
        runs.retain(|run| shown.start <= run.theirs.start && run.theirs.end <= shown.end);
        let said = |run: Run| Differing {
            quote: extent(&ours, run.ours).map_or_else(String::new, |(start, end)| slice(&quote.text, start, end)),
            document: extent(&theirs, run.theirs).map_or_else(String::new, |span| self.original(span)),
        };
        (extent(&theirs, shown).unwrap_or(window), runs.into_iter().map(said).collect())
    }

    fn original(&self, (start, end): Span) -> String {
        let span = self.folded.cover(start, end);
        span.map_or_else(String::new, |(start, end)| slice(self.as_str(), start, end))
    }
}

/// The window with the marks that touch its words, on each side where the quote has marks too.
pub(crate) fn with_marks(text: &str, (start, end): Span, quote: &str) -> Span {
    let is_mark = |c: &char| !c.is_whitespace() && !c.is_alphanumeric();
    let before = text.get(..start).filter(|_| quote.chars().next().is_some_and(|c| is_mark(&c)));
    let after = text.get(end..).filter(|_| quote.chars().next_back().is_some_and(|c| is_mark(&c)));
    let before = before.unwrap_or_default().chars().rev().take_while(is_mark).map(char::len_utf8);
    let after = after.unwrap_or_default().chars().take_while(is_mark).map(char::len_utf8);
    (start - before.sum::<usize>(), end + after.sum::<usize>())
}

/// The words of a span, and every other character but white space by itself.
fn tokens(text: &str, (start, end): Span) -> Vec<Span> {
    let part = text.get(start..end).unwrap_or_default();
    let mut tokens = Vec::new();
    let mut from = 0;
    for word in words(part).into_iter().chain([(part.len(), part.len())]) {
        let between = part.get(from..word.0).unwrap_or_default().char_indices();
        let marks = between.filter(|(_, c)| !c.is_whitespace());
        tokens.extend(marks.map(|(at, c)| (start + from + at, start + from + at + c.len_utf8())));
        tokens.push((start + word.0, start + word.1));
        from = word.1;
    }
    tokens.pop();
    tokens
}

fn is_mark(text: &str, (start, end): &Span) -> bool {
    text.get(*start..*end).is_some_and(|token| !token.contains(char::is_alphanumeric))
}

/// A stretch of tokens of the quote that stands against a stretch of the document's; either may be empty.
#[derive(Clone, Debug)]
struct Run {
    ours: Range<usize>,
    theirs: Range<usize>,
}

/// What lies between the tokens of a longest common subsequence.
fn differing_runs((our_text, ours): (&str, &[Span]), (their_text, theirs): (&str, &[Span])) -> Vec<Run> {
    if ours.len().saturating_mul(theirs.len()) > DIFFERING_PAIRS_MOST {
        return vec![Run { ours: 0..ours.len(), theirs: 0..theirs.len() }];
    }
    let ours: Vec<&str> = spelled(our_text, ours).collect();
    let theirs: Vec<&str> = spelled(their_text, theirs).collect();
    let mut runs = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in common(&ours, &theirs).into_iter().chain([(ours.len(), theirs.len())]) {
        if (i, j) != (next_i, next_j) {
            runs.push(Run { ours: i..next_i, theirs: j..next_j });
        }
        (i, j) = (next_i + 1, next_j + 1);
    }
    runs
}

/// The indices of a longest common subsequence.
fn common(ours: &[&str], theirs: &[&str]) -> Vec<(usize, usize)> {
    let lengths = common_lengths(ours, theirs);
    let length = |i: usize, j: usize| lengths.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(our), Some(their)) = (ours.get(i), theirs.get(j)) {
        if our == their {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length(i + 1, j) >= length(i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Row `i`, column `j`: the length of the longest common subsequence of what follows there.
fn common_lengths(ours: &[&str], theirs: &[&str]) -> Vec<Vec<u32>> {
    let mut rows = vec![vec![0; theirs.len() + 1]];
    for our in ours.iter().rev() {
        let mut row = vec![0];
        let below = rows.last().into_iter().flat_map(|below| below.iter().rev().zip(below.iter().rev().skip(1)));
        for (their, (diagonal, down)) in theirs.iter().rev().zip(below) {
            let right = row.last().copied().unwrap_or(0);
            row.push(if our == their { diagonal + 1 } else { right.max(*down) });
        }
        row.reverse();
        rows.push(row);
    }
    rows.reverse();
    rows
}

/// From the first token's start to the last one's end.
fn extent(tokens: &[Span], range: Range<usize>) -> Option<Span> {
    let tokens = tokens.get(range)?;
    Some((tokens.first()?.0, tokens.last()?.1))
}

fn slice(text: &str, start: usize, end: usize) -> String {
    text.get(start..end).unwrap_or_default().to_owned()
}
