//! How do words stand on a plain screen? Widths, breaking at words, columns of one width, and lines put together.
//!
//! A width is what the text takes on the screen, in columns: a wide character counts two. Text from documents and
//! titles is harmless when it gets here.

use super::Style;
pub(super) use crate::plain::clean;
use crate::plain::isolated;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Stands for the rest of a text that was cut.
const CUT: &str = "…";

/// The columns that a text takes.
pub(super) fn measure(text: &str) -> usize {
    text.width()
}

/// Lines no wider than `width`, broken between words; a word that is wider by itself is broken where it must be.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in clean(text).split(' ').flat_map(|word| pieces(word, width)) {
        if !line.is_empty() && measure(&line) + 1 + measure(&word) > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    lines.push(line);
    lines
}

/// A word in pieces no wider than `width`, or one wider character.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut taken = 0;
    for c in word.chars() {
        let wide = c.width().unwrap_or(0);
        if taken + wide > width && taken > 0 {
            pieces.push(String::new());
            taken = 0;
        }
        taken += wide;
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

/// One line: the text itself, or as many of its words as there is room for and a sign that more follows.
pub(super) fn fit(text: &str, width: usize) -> String {
    let whole = clean(text);
    if measure(&whole) <= width {
        return whole;
    }
    let first = wrap(&whole, width.saturating_sub(measure(CUT))).into_iter().next().unwrap_or_default();
    format!("{}{CUT}", first.trim_end_matches([',', ';', ':', '.']))
}

/// The text and spaces up to `width`.
pub(super) fn pad(text: &str, width: usize) -> String {
    let room = width.saturating_sub(measure(text));
    format!("{text}{}", " ".repeat(room))
}

/// Lines put together from top to bottom.
pub(super) struct Page {
    style: Style,
    lines: Vec<String>,
}

impl Page {
    pub fn new(style: Style) -> Self {
        Page { style, lines: Vec::new() }
    }

    /// How many lines there are so far.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// The lines, each ended, no space at their ends.
    pub fn finish(self) -> String {
        let lines = self.lines.iter().map(|line| format!("{}\n", isolated(line.trim_end())));
        lines.collect()
    }

    pub fn blank(&mut self) {
        self.lines.push(String::new());
    }

    /// A line that is already laid out.
    pub fn line(&mut self, line: String) {
        self.lines.push(line);
    }

    /// A heading: bold where there is colour.
    pub fn heading(&mut self, text: &str) {
        for line in wrap(text, self.style.width) {
            self.lines.push(self.style.bold(&line));
        }
    }

    /// A paragraph, all its lines indented alike.
    pub fn paragraph(&mut self, indent: usize, text: &str) {
        self.item(indent, "", 0, text);
    }

    /// A paragraph in the background: dim where there is colour.
    pub fn aside(&mut self, indent: usize, text: &str) {
        for line in wrap(text, self.room(indent)) {
            self.lines.push(format!("{}{}", " ".repeat(indent), self.style.dim(&line)));
        }
    }

    /// A label in a column of its own, `column` wide, and a text beside it. A label too wide is broken too.
    pub fn item(&mut self, indent: usize, label: &str, column: usize, text: &str) {
        let labels = if column == 0 { Vec::new() } else { wrap(label, column.saturating_sub(1)) };
        let texts = wrap(text, self.room(indent + column));
        for at in 0..labels.len().max(texts.len()) {
            let label = labels.get(at).map_or("", String::as_str);
            let text = texts.get(at).map_or("", String::as_str);
            self.lines.push(format!("{}{}{text}", " ".repeat(indent), pad(label, column)));
        }
    }

    /// One line at most: a label in its column and as much of the text as there is room for.
    pub fn one_line(&mut self, indent: usize, label: &str, column: usize, text: &str) {
        let label = pad(&fit(label, column.saturating_sub(1)), column);
        let text = fit(text, self.room(indent + column));
        self.lines.push(format!("{}{label}{text}", " ".repeat(indent)));
    }

    /// Cells side by side in columns of one width, broken inside each.
    pub fn row(&mut self, indent: usize, lead: &str, cells: &[String], column: usize) {
        let broken = cells.iter().map(|cell| cell_lines(cell, column)).collect::<Vec<_>>();
        let height = broken.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let lead = if at == 0 { lead } else { "" };
            let mut line = pad(lead, indent);
            for cell in &broken {
                line.push_str(&pad(cell.get(at).map_or("", String::as_str), column + GAP));
            }
            self.lines.push(line);
        }
    }

    /// What is left of the width; never so little that nothing can be read.
    fn room(&self, used: usize) -> usize {
        self.style.width.saturating_sub(used).max(16)
    }
}

/// Columns between two cells.
pub(super) const GAP: usize = 2;

/// The lines of a cell; its parts, one to a line of the text, begin on lines of their own.
fn cell_lines(cell: &str, column: usize) -> Vec<String> {
    cell.lines().flat_map(|part| wrap(part, column)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_break_between_words_and_count_wide_characters_twice() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("港湾 の 話", 5), ["港湾", "の 話"]);
        assert_eq!(wrap("unbreakable", 4), ["unbr", "eaka", "ble"]);
        assert_eq!(wrap("", 4), [""]);
    }

    #[test]
    fn a_cut_text_says_so_and_never_exceeds_its_width() {
        assert_eq!(fit("one, two three", 14), "one, two three");
        assert_eq!(fit("one, two three", 8), "one…");
        for width in 1..20 {
            assert!(measure(&fit("a word longthanmost ends", width)) <= width.max(2));
        }
    }

    #[test]
    fn cells_stand_in_columns_of_one_width() {
        let mut page = Page::new(Style { width: 40, colour: false });
        page.row(4, " 1", &["one two".into(), "x".into()], 5);
        assert_eq!(page.finish(), " 1  one    x\n    two\n");
    }
}
