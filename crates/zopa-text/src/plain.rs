//! Where are the paragraphs of a plain text?
//!
//! A line is a paragraph, unless the lines of the text were broken to fit a width: then it goes on as long as the next
//! line's first word would not have fitted.

use crate::Span;
use crate::block::{Block, Kind};
use crate::judge;

/// Lines broken to a width are no longer than this, in characters.
const WIDTH_MOST: usize = 120;

/// And the longest of them is not shorter than this: a list of names is no paragraph.
const WIDTH_LEAST: usize = 50;

/// The paragraphs of a text, judged. Nothing of the text lies outside them but white space.
pub(crate) fn blocks(source: &str, markdown: bool) -> Vec<Block> {
    let spans = paragraphs(source);
    let texts: Vec<&str> = spans.iter().filter_map(|(start, end)| source.get(*start..*end)).collect();
    let kinds = judge::kinds(&texts, markdown);
    let blocks = spans.iter().zip(kinds);
    blocks.map(|((start, end), kind)| Block { kind, start: *start, end: *end }).collect()
}

fn paragraphs(source: &str) -> Vec<Span> {
    let lines = lines(source);
    let width = wrapped_at(source, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut before: Option<Span> = None;
    for line in lines {
        let text = slice(source, line);
        if text.is_empty() {
            before = None;
            continue;
        }
        let goes_on =
            before.is_some_and(|before| width.is_some_and(|width| is_full(slice(source, before), text, width)));
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => paragraph.1 = line.1,
            _ => paragraphs.push(line),
        }
        before = Some(line);
    }
    paragraphs
}

/// The lines without the white space around them.
fn lines(source: &str) -> Vec<Span> {
    let mut at = 0;
    let lines = source.split_inclusive(['\n', '\u{2028}', '\u{2029}', '\u{c}']).map(|line| {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        (start, start + line.trim().len())
    });
    lines.collect()
}

fn slice(source: &str, (start, end): Span) -> &str {
    source.get(start..end).unwrap_or_default()
}

/// The width to which lines were broken, if they look like it.
fn wrapped_at(source: &str, lines: &[Span]) -> Option<usize> {
    let longest = lines.iter().map(|line| slice(source, *line).chars().count()).max()?;
    (WIDTH_LEAST..=WIDTH_MOST).contains(&longest).then_some(longest)
}

/// Would the first word of `next` have been too long for this line?
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    let marked = |line: &str| line.starts_with(['#', '-', '*', '>', '|', '•', '–']);
    !marked(next) && line.chars().count() + 1 + word.chars().count() > width
}

/// Is there a sentence in it, to read and not only to see? Several words, and the mark that ends them.
pub(crate) fn is_prose(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '“' | '*' | '_') || c.is_whitespace()
    });
    let ends = text.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।']);
    ends && crate::words::word_count(text) >= 5
}

/// The kinds that plain text knows without a look at its words.
pub(crate) fn by_mark(text: &str) -> Option<Kind> {
    let marks = text.len() - text.trim_start_matches('#').len();
    let heads = (1..=6).contains(&marks) && text.get(marks..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    heads.then_some(if marks == 1 { Kind::Title } else { Kind::Heading })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(source: &str) -> Vec<&str> {
        paragraphs(source).into_iter().map(|span| slice(source, span)).collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(cut("One.\nTwo, three.\n\n  Four. \r\n"), ["One.", "Two, three.", "Four."]);
        assert_eq!(cut(" \n\n"), [] as [&str; 0]);
    }

    #[test]
    fn lines_broken_to_a_width_are_one() {
        let text = "The keeper of the harbour said on Tuesday that the\nnorth pier would stay shut until the survey is in.\n\n\
                    The second paragraph\nends here.";
        let cut = cut(text);
        assert_eq!(cut.len(), 3, "{cut:?}");
        assert!(cut[0].ends_with("survey is in."));
        assert_eq!(cut[1], "The second paragraph");
    }
}
