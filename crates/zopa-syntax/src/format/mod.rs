//! How is a case file written evenly, without a change of what it says?
//!
//! Formatting changes white space and nothing else: two columns for each step under an item, one space between the words
//! of a line and none before a comma, at most one empty row, no white space at the end of a row, one kind of row end.
//! Where a line goes on in the next row, it still does; words after `>`, texts and comments stay as they are. An item
//! with a mistake is left as it is, with all its rows: only what is understood is touched.
//!
//! That the new text says the same is not believed but read again: where it would not, the file stays as it was.

mod rows;

use crate::blocks::{Blocks, row_start};
use crate::keywords::LineWord;
use crate::lines::slice;
use crate::shape::Class;
use crate::span::{FileId, Span};
use crate::{Severity, SourceFile, parse};

/// A file, formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formatted {
    /// Its new text.
    pub text: String,
    /// What was left as it is, because something in it is not understood: rows of the text as it was.
    pub left: Vec<Span>,
}

/// Formats the text of a case file. What comes out is formatted: formatting it again changes nothing.
pub fn format(text: &str) -> Formatted {
    let blocks = Blocks::of(text, FileId(0));
    let parts = parts(text, &blocks);
    let new = rows::written(text, &blocks, &parts);
    if says_the_same(&blocks, &Blocks::of(&new, FileId(0))) {
        let left = parts.iter().filter(|part| !part.sound).map(|part| part.span).collect();
        return Formatted { text: new, left };
    }
    Formatted { text: text.to_owned(), left: vec![span(0, text.len())] }
}

/// The rows of an item, up to those of the next; the first part is what stands before any item.
struct Part {
    span: Span,
    /// No mistake is in it.
    sound: bool,
}

fn parts(text: &str, blocks: &Blocks) -> Vec<Part> {
    let heads = (0..blocks.len()).filter(|at| blocks.is_head(*at)).filter_map(|at| blocks.line(at));
    let starts: Vec<usize> = heads.map(|head| row_start(text, head.start as usize)).collect();
    let ends = starts.iter().copied().chain([text.len()]);
    let spans = [0].into_iter().chain(starts.iter().copied()).zip(ends);
    let mut parts: Vec<Part> = spans.map(|(start, end)| Part { span: span(start, end), sound: true }).collect();
    let mut mark = |byte: u32| {
        let at = parts.partition_point(|part| part.span.start <= byte);
        if let Some(part) = at.checked_sub(1).and_then(|at| parts.get_mut(at)) {
            part.sound = false;
        }
    };
    let unplaced = (0..blocks.len()).filter(|at| !blocks.is_in_place(*at)).filter_map(|at| blocks.line(at));
    unplaced.for_each(|line| mark(line.start));
    let tree = parse(&[SourceFile { path: String::new(), text: text.to_owned() }]);
    let errors = tree.diagnostics.iter().filter(|told| told.severity == Severity::Error);
    errors.for_each(|told| mark(told.primary.span.start));
    keep_off_the_margin(blocks, &mut parts);
    parts
}

/// A file may be indented as a whole. It is moved to the margin as a whole, or not at all.
fn keep_off_the_margin(blocks: &Blocks, parts: &mut [Part]) {
    let whole = parts.iter().all(|part| part.sound);
    let at_margin = (0..blocks.len()).filter_map(|at| blocks.line(at)).any(|line| line.indent == 0);
    if whole && !at_margin {
        return;
    }
    for part in parts {
        let head = blocks.line_from(part.span.start);
        part.sound &= head.is_none_or(|head| head.indent == 0 || head.start >= part.span.end);
    }
}

/// Whether two texts hold the same lines in the same places, with the same mistakes.
fn says_the_same(a: &Blocks, b: &Blocks) -> bool {
    let told = |blocks: &Blocks| -> Vec<_> {
        blocks.forest.errors.iter().map(|told| (told.code, told.message.clone())).collect()
    };
    let same = |at: usize| {
        a.is_head(at) == b.is_head(at)
            && a.owner(at) == b.owner(at)
            && a.class(at) == b.class(at)
            && a.is_in_place(at) == b.is_in_place(at)
            && words(a, at) == words(b, at)
            && prose(a, at) == prose(b, at)
    };
    a.len() == b.len() && told(a) == told(b) && (0..a.len()).all(same)
}

/// The words of a line; of a path also where they adjoin.
fn words<'a>(blocks: &'a Blocks, at: usize) -> Vec<(&'a str, bool)> {
    let path = blocks.class(at) == Some(Class::Line(LineWord::Document));
    let mut end = 0;
    let mut of = |token: &crate::words::Token| {
        let adjoins = path && token.start == end;
        end = token.end;
        (slice(blocks.text, token), adjoins)
    };
    blocks.words(at).iter().map(&mut of).collect()
}

fn prose<'a>(blocks: &'a Blocks, at: usize) -> Option<(&'a str, bool)> {
    let line = blocks.line(at)?;
    line.prose.as_ref().map(|prose| (prose.text.as_str(), line.suspect.is_some()))
}

fn span(start: usize, end: usize) -> Span {
    let number = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file: FileId(0), start: number(start), end: number(end) }
}
