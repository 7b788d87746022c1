//! How is text that stands in many states of the page kept once?
//!
//! A state is cut into rows and lines, these at their links and cells; each piece is kept once, by number. A piece is
//! a string, or the numbers of its parts.

use std::collections::BTreeMap;

/// Where a text is cut first: rows, and the lines of a column.
const ROWS: [&str; 5] = ["<tr", "<div", "<dt", "<span", "<p"];
/// Where a row is cut: cells, links, notes.
const CELLS: [&str; 8] = ["<th", "<td", "<a ", "<small", "<b>", "<i ", "<bdi", "</"];

/// Every piece, by number.
#[derive(Default)]
pub(super) struct Tokens {
    pieces: Vec<Piece>,
    known: BTreeMap<String, u32>,
}

enum Piece {
    Text(String),
    Parts(Vec<u32>),
}

impl Tokens {
    /// The number of a text.
    pub fn put(&mut self, text: &str) -> u32 {
        self.cut(text, &[&ROWS, &CELLS])
    }

    fn cut(&mut self, text: &str, marks: &[&[&str]]) -> u32 {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let parts = marks.split_first().map(|(first, rest)| (split(text, first), rest));
        let piece = match parts {
            Some((parts, rest)) if parts.len() > 1 => {
                Piece::Parts(parts.iter().map(|part| self.cut(part, rest)).collect())
            }
            Some((_, rest)) if !rest.is_empty() => return self.cut(text, rest),
            _ => Piece::Text(text.to_owned()),
        };
        let number = self.pieces.len() as u32;
        self.pieces.push(piece);
        self.known.insert(text.to_owned(), number);
        number
    }

    /// All pieces as a JSON list.
    pub fn json(&self) -> String {
        let mut out = String::from("[");
        for (at, piece) in self.pieces.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            match piece {
                Piece::Text(text) => string(&mut out, text),
                Piece::Parts(parts) => {
                    let parts: Vec<String> = parts.iter().map(u32::to_string).collect();
                    out.push_str(&format!("[{}]", parts.join(",")));
                }
            }
        }
        out.push(']');
        out
    }
}

/// A text cut before each of these marks.
fn split<'t>(text: &'t str, marks: &[&str]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in text.char_indices().filter(|(_, c)| *c == '<').skip_while(|(at, _)| *at == 0) {
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
