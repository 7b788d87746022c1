//! Where does a line or an item go into this file, and how is it written there?

use super::Edit;
use crate::blocks::{Blocks, row_end, row_start};
use crate::keywords::ItemWord;
use crate::lines::{Line, columns, feed, rows};
use crate::span::{FileId, Span};
use crate::steps::Steps;
use crate::words::is_blank;
use crate::write::Row;

/// Makes edits of one file that keep its habits: how rows end, by how much lines are indented, whether the last row
/// ends, whether empty rows stand between items.
///
/// A place is any span inside a line, such as the spans of the items that were read from the same text. No edit is
/// made here: [`super::apply`] makes them, any number of them together.
pub struct Editor<'a> {
    text: &'a str,
    file: FileId,
    blocks: Blocks<'a>,
    feed: &'static str,
    unit: String,
}

impl<'a> Editor<'a> {
    /// Learns the habits of a file.
    pub fn of(text: &'a str, file: FileId) -> Editor<'a> {
        let blocks = Blocks::of(text, file);
        Editor { text, file, feed: feed(text), unit: unit(text, &blocks), blocks }
    }

    /// A line under the line at a place, after all that stands under it; `None` if no line is there.
    pub fn line_under(&self, place: Span, row: &Row) -> Option<Edit> {
        let owner = self.line_of(place)?;
        let after = self.blocks.line(self.blocks.last_of(owner))?;
        let depth = self.depth_under(owner)?;
        // A row deeper than one that takes words after `>` would become words.
        let depth = match after.prose.is_some() && columns(&depth) > after.indent {
            true => self.blank_of(after).to_owned(),
            false => depth,
        };
        Some(self.after_line(after, &depth, row))
    }

    /// A line under the line at a place, before all that stands under it; `None` if no line is there.
    pub fn line_first(&self, place: Span, row: &Row) -> Option<Edit> {
        let owner = self.line_of(place)?;
        let depth = self.depth_under(owner)?;
        let end = row_end(self.text, self.blocks.line(owner)?.end as usize);
        Some(self.insert(end, &depth, row, false))
    }

    /// A line beside the line at a place, after all that stands under that; `None` if no line is there.
    pub fn line_after(&self, place: Span, row: &Row) -> Option<Edit> {
        let beside = self.line_of(place)?;
        let after = self.blocks.line(self.blocks.last_of(beside))?;
        let depth = self.blank_of(self.blocks.line(beside)?);
        Some(self.after_line(after, depth, row))
    }

    /// An item after the last of its kind, or at the end of the file if there is none.
    pub fn item_after_its_kind(&self, word: ItemWord, row: &Row) -> Edit {
        self.blocks
            .last_item(word)
            .and_then(|last| self.item_after_line(last, row))
            .unwrap_or_else(|| self.item_at_end(row))
    }

    /// An item after the item at a place; `None` if no line is there. Where what stands below that item is nothing that
    /// holds by itself, such as a line that cannot be read, it goes to the end of the file: between the two it would
    /// change what is said of that line.
    pub fn item_after(&self, place: Span, row: &Row) -> Option<Edit> {
        self.line_of(place).map(|item| self.item_after_line(item, row).unwrap_or_else(|| self.item_at_end(row)))
    }

    fn item_after_line(&self, item: usize, row: &Row) -> Option<Edit> {
        let after = self.blocks.line(self.blocks.last_of(item))?;
        let apart = self.is_apart(self.blocks.line(item)?);
        let depth = self.depth_of_items();
        let end = self.blocks.over_comments(row_end(self.text, after.end as usize), columns(depth));
        self.ends_before(end, columns(depth)).then(|| self.insert(end, depth, row, apart))
    }

    /// Does what follows read the same whatever item stands before it: the head of an item where items stand, or
    /// nothing?
    fn ends_before(&self, byte: usize, depth: u32) -> bool {
        let next = self.blocks.number_from(number(byte));
        self.blocks.line(next).is_none_or(|line| line.indent == depth && self.blocks.is_surely_head(next))
    }

    /// An item at the end of the file, an empty row before it.
    pub fn item_at_end(&self, row: &Row) -> Edit {
        let is_empty = self.text.trim_matches(is_blank).is_empty();
        self.insert(self.text.len(), self.depth_of_items(), row, !is_empty)
    }

    /// Where an item reads as one whatever stands above it, and leaves all that as it is: at the margin, or in a file
    /// without a line there as deep as the line that is indented least. Deeper it would stand under that line, and
    /// less deep it would give the file a margin that its own items do not keep.
    fn depth_of_items(&self) -> &'a str {
        let lines = (0..self.blocks.len()).filter_map(|at| self.blocks.line(at));
        lines.min_by_key(|line| line.indent).filter(|line| line.indent > 0).map_or("", |line| self.blank_of(line))
    }

    /// Deletes the line at a place with all that stands under it; the comments above it stay. `None` if no line is
    /// there.
    pub fn delete(&self, place: Span) -> Option<Edit> {
        let rows = self.blocks.rows(self.line_of(place)?)?;
        Some(self.delete_rows(rows.start, rows.end))
    }

    /// The same, with the comments right above it.
    pub fn delete_with_comments(&self, place: Span) -> Option<Edit> {
        let rows = self.blocks.rows(self.line_of(place)?)?;
        let mut start = rows.start;
        while let Some(before) = start.checked_sub(1) {
            let up = row_start(self.text, before);
            // Deeper than words after `>` it would be one of them.
            let comment = self.row_words(up).starts_with('#') && !self.is_in_line(up);
            if !comment {
                break;
            }
            start = up;
        }
        Some(self.delete_rows(start, rows.end))
    }

    /// The rows of the line at a place and of all that stands under it.
    pub fn rows(&self, place: Span) -> Option<Span> {
        let rows = self.blocks.rows(self.line_of(place)?)?;
        Some(self.span(rows.start, rows.end))
    }

    fn line_of(&self, place: Span) -> Option<usize> {
        self.blocks.line_at(place.start).filter(|_| place.file == self.file)
    }

    /// The white space before a line under this one.
    fn depth_under(&self, owner: usize) -> Option<String> {
        let line = self.blocks.line(owner)?;
        Some(match self.blocks.shallowest_under(owner) {
            Some(child) => self.blank_of(child).to_owned(),
            None => format!("{}{}", self.blank_of(line), self.unit),
        })
    }

    fn blank_of(&self, line: &Line) -> &'a str {
        let start = row_start(self.text, line.start as usize);
        let blank = self.text.get(start..line.start as usize).unwrap_or_default();
        blank.strip_prefix('\u{feff}').unwrap_or(blank)
    }

    fn after_line(&self, line: &Line, depth: &str, row: &Row) -> Edit {
        let end = row_end(self.text, line.end as usize);
        let end = self.blocks.over_comments(end, columns(depth));
        self.insert(end, depth, row, false)
    }

    /// A row that begins at `at`, which begins a row or is the end of the file.
    fn insert(&self, at: usize, depth: &str, row: &Row, apart: bool) -> Edit {
        let words = row.rendered(depth, &self.unit, self.feed);
        let before = self.text.get(..at).unwrap_or_default();
        let gap = if apart && !ends_in_empty_row(before) { self.feed } else { "" };
        let gap_below = if apart && at < self.text.len() && !self.row_words(at).is_empty() { self.feed } else { "" };
        let open = !before.trim_start_matches('\u{feff}').is_empty() && !before.ends_with('\n');
        // The last row of a file ends, or does not, as it did.
        let text = match open {
            true => format!("{}{gap}{words}", self.feed),
            false => format!("{gap}{words}{}{gap_below}", self.feed),
        };
        Edit::insert(self.file, number(at), text)
    }

    /// Is an empty row above an item and its comments, or is it the first of the file?
    fn is_apart(&self, item: &Line) -> bool {
        let mut start = row_start(self.text, item.start as usize);
        while let Some(before) = start.checked_sub(1) {
            start = row_start(self.text, before);
            let words = self.row_words(start);
            if !words.starts_with('#') {
                return words.is_empty();
            }
        }
        true
    }

    fn row_words(&self, start: usize) -> &'a str {
        let row = self.text.get(start..row_end(self.text, start)).unwrap_or_default();
        row.trim_matches(is_blank)
    }

    /// Does the row that begins here hold words of a line?
    fn is_in_line(&self, start: usize) -> bool {
        let line = self.blocks.line_at(number(start)).and_then(|line| self.blocks.line(line));
        line.is_some_and(|line| line.end as usize > start)
    }

    fn delete_rows(&self, start: usize, end: usize) -> Edit {
        let last = end == self.text.len() && !self.text.ends_with('\n');
        let before = self.text.get(..start).unwrap_or_default();
        // What was the last row but one ends as the last did.
        let start = if last { before.trim_end_matches(['\n', '\r']).len() } else { start };
        // Of the empty rows above and below, one is enough.
        let empty = (start == 0 || ends_in_empty_row(before)) && end < self.text.len();
        let end = if empty && self.row_words(end).is_empty() { row_end(self.text, end) } else { end };
        let mark = if start == 0 && self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Edit::delete(self.span(start.max(mark), end))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span { file: self.file, start: number(start), end: number(end) }
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Is the last row that ends an empty one?
fn ends_in_empty_row(text: &str) -> bool {
    let Some(text) = text.strip_suffix('\n') else { return false };
    text.rsplit('\n').next().is_some_and(|row| row.trim_matches(is_blank).is_empty())
}

/// By what a line is indented under another: a tab where the file indents by tabs.
fn unit(text: &str, blocks: &Blocks) -> String {
    let tabs = rows(text).filter(|row| row.starts_with('\t')).count();
    let spaces = rows(text).filter(|row| row.starts_with(' ')).count();
    if tabs > spaces {
        return "\t".to_owned();
    }
    let indents = (0..).map_while(|at| blocks.line(at)).map(|line| line.indent);
    " ".repeat(Steps::of(indents).unit as usize)
}
