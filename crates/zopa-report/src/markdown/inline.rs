//! How does text become a piece of a line that no text can break out of?
//!
//! Every character that Markdown reads as markup is escaped with a backslash: those of CommonMark
//! (<https://spec.commonmark.org/0.31.2/#backslash-escapes>), the pipes and strokes of GitHub's tables and deletions, and
//! the dollars, braces, carets and ats of its and pandoc's formulas, attributes, superscripts and citations. What is
//! markup only where a line begins is escaped where a piece begins a line.

use crate::plain::clean;

/// A piece of a line, ready for Markdown. It holds nothing but what was made here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline(String);

/// Characters that are markup anywhere in a line.
const ANYWHERE: [char; 14] = ['\\', '`', '*', '_', '[', '<', '|', '~', '#', '$', '{', '}', '^', '@'];
/// Characters that are markup where a line begins, beside those.
const FIRST: [char; 5] = ['-', '+', '=', '>', ':'];

/// Text as it is.
pub(super) fn text(text: &str) -> Inline {
    Inline(escaped(&clean(text)))
}

/// Text in bold; a space or a mark follows it in a line.
pub(super) fn strong(text: &str) -> Inline {
    let inner = escaped(&clean(text));
    Inline(if inner.is_empty() { inner } else { format!("**{inner}**") })
}

/// Numbers of quotes: `[7, 12]`. Nothing where there are none.
pub(super) fn numbers(numbers: &[u32]) -> Inline {
    let shown: Vec<String> = numbers.iter().map(u32::to_string).collect();
    Inline(if shown.is_empty() { String::new() } else { format!("[{}]", shown.join(", ")) })
}

/// Pieces with this sign and a space between them; empty ones are left out.
pub(super) fn joined(pieces: impl IntoIterator<Item = Inline>, sign: char) -> Inline {
    let there: Vec<String> = pieces.into_iter().filter(|piece| !piece.is_empty()).map(|piece| piece.0).collect();
    Inline(there.join(&format!("{sign} ")))
}

impl Inline {
    /// This, a space, and that; no space where one is empty.
    pub fn and(self, next: Inline) -> Inline {
        let space = if self.is_empty() || next.is_empty() { "" } else { " " };
        Inline(format!("{}{space}{}", self.0, next.0))
    }

    /// This with a mark behind it: a colon, a full stop.
    pub fn then(self, mark: char) -> Inline {
        Inline(format!("{}{mark}", self.0))
    }

    /// This as the beginning of a line: no list, quotation, rule or definition begins with it.
    pub fn line(&self) -> String {
        let number = self.0.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0);
        let sign = number.filter(|at| self.0.get(*at..).is_some_and(|rest| rest.starts_with(['.', ')'])));
        match sign.or_else(|| self.0.starts_with(FIRST).then_some(0)) {
            Some(at) => {
                let (before, after) = self.0.split_at_checked(at).unwrap_or_default();
                format!("{before}\\{after}")
            }
            None => self.0.clone(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        if ANYWHERE.contains(&c) || entity(rest) || address(text, at, c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `&amp;` and the like stand for another character.
fn entity(rest: &str) -> bool {
    let Some((name, _)) = rest.strip_prefix('&').and_then(|rest| rest.split_once(';')) else {
        return false;
    };
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

/// The sign in `http://` and `www.` that makes a link of a bare address.
fn address(text: &str, at: usize, c: char) -> bool {
    let (before, rest) = text.split_at_checked(at).unwrap_or_default();
    let after = |end: &str| before.len() >= end.len() && before.to_ascii_lowercase().ends_with(end);
    match c {
        ':' => rest.starts_with("://") || after("mailto") || after("xmpp"),
        '.' => after("www"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_markup_anywhere_is_escaped_and_nothing_else_is() {
        assert_eq!(text("a | b_c*d [e](f) <g> `h`").as_str(), "a \\| b\\_c\\*d \\[e](f) \\<g> \\`h\\`");
        assert_eq!(text("R&D &amp; “words” – it’s 5 % (so).").as_str(), "R&D \\&amp; “words” – it’s 5 % (so).");
        assert_eq!(text("see https://a.b or WWW.c.d; e: f").as_str(), "see https\\://a.b or WWW\\.c.d; e: f");
        assert_eq!(text("back\\|slash\nand \u{2068}line\u{2069}").as_str(), "back\\\\\\|slash and line");
    }

    #[test]
    fn what_is_markup_at_the_beginning_of_a_line_is_escaped_there_alone() {
        for (words, line) in
            [("- a", "\\- a"), ("> a", "\\> a"), ("12. a", "12\\. a"), ("3) a", "3\\) a"), ("a - b", "a - b")]
        {
            assert_eq!(text(words).line(), line);
            assert_eq!(text(words).as_str(), words);
        }
        assert_eq!(numbers(&[7, 12]).line(), "[7, 12]");
    }

    #[test]
    fn pieces_that_say_nothing_leave_no_trace() {
        assert_eq!(strong(" ").and(text("a")).and(numbers(&[])).as_str(), "a");
        assert_eq!(joined([text("a"), text(""), strong("b")], ';').as_str(), "a; **b**");
    }
}
