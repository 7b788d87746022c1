//! How is text that stands in many states of the page kept once?
//!
//! A state is cut into rows and columns, these into cells and lines, these at their links; each piece is kept once, by
//! number. A piece is a text, or the numbers of its parts: a string that begins with a mark, with as many digits for each
//! number as the largest needs.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

/// Where a text is cut first: rows, and columns.
const ROWS: &[&str] = &["<tr", "<div data-"];
/// Where a row or a column is cut: cells and lines.
const CELLS: &[&str] = &["<th", "<td", "<dt", "<dd", "<div", "<span"];
/// Where a cell or a line is cut: links and notes.
const WORDS: &[&str] = &["<a ", "<small", "<b>", "<i ", "<bdi", "</"];

/// Begins a piece that is made of others. No text does: each begins with an element or a word of the page.
const OF_PARTS: char = '~';

/// The digits of a number: what stands for itself in a JSON string inside a page.
const DIGITS: &str = "#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// Every piece, by number.
#[derive(Default)]
pub(super) struct Tokens {
    /// By what it says; empty parts where it is not cut.
    pieces: IndexMap<String, Vec<u32>, FxBuildHasher>,
}

impl Tokens {
    /// The number of a text.
    pub fn put(&mut self, text: &str) -> u32 {
        self.cut(text, &[ROWS, CELLS, WORDS])
    }

    fn cut(&mut self, text: &str, marks: &[&[&str]]) -> u32 {
        if let Some(known) = self.pieces.get_index_of(text) {
            return known as u32;
        }
        let parts = match marks.split_first() {
            None => Vec::new(),
            Some((first, rest)) => match split(text, first) {
                parts if parts.len() > 1 => parts.iter().map(|part| self.cut(part, rest)).collect(),
                _ if rest.is_empty() => Vec::new(),
                _ => return self.cut(text, rest),
            },
        };
        self.pieces.insert_full(text.to_owned(), parts).0 as u32
    }

    /// All pieces as a JSON list, with the digits of numbers and how many a number has.
    pub fn json(&self) -> String {
        let (base, mut width, mut most) = (DIGITS.len(), 1, DIGITS.len());
        while most < self.pieces.len() {
            (width, most) = (width + 1, most.saturating_mul(base));
        }
        let mut out = format!("\"w\":{width},\"d\":\"{DIGITS}\",\"t\":[");
        for (at, (text, parts)) in self.pieces.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            if parts.is_empty() {
                string(&mut out, text);
                continue;
            }
            let numbers: String = parts.iter().map(|part| digits(*part as usize, width)).collect();
            out.push_str(&format!("\"{OF_PARTS}{numbers}\""));
        }
        out.push(']');
        out
    }
}

/// A number in so many digits, the first counting most.
fn digits(number: usize, width: u32) -> String {
    let base = DIGITS.len();
    let digit = |place: u32| DIGITS.as_bytes().get(number / base.pow(place) % base).map(|byte| char::from(*byte));
    (0..width).rev().filter_map(digit).collect()
}

/// A text cut before each of these marks.
fn split<'t>(text: &'t str, marks: &[&str]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices('<').skip_while(|(at, _)| *at == 0) {
        let starts = text.get(at..).is_some_and(|rest| marks.iter().any(|mark| rest.starts_with(mark)));
        if starts && at > from {
            parts.extend(text.get(from..at));
            from = at;
        }
    }
    parts.extend(text.get(from..));
    parts
}

/// A JSON string that no element it stands in is ended by.
fn string(out: &mut String, text: &str) {
    out.push('"');
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '/' if before == '<' => out.push_str("\\/"),
            '!' if before == '<' => out.push_str("\\u0021"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{:04x}", c as u32))
            }
            c => out.push(c),
        }
        before = c;
    }
    out.push('"');
}
