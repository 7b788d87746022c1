//! What are the lines of a file?
//!
//! A *row* is what stands between two line feeds. A *line* is one row, or several that belong together: a row that
//! ends in `,` `and` `or` (or in any other word that cannot end a line, or inside an open bracket) goes on in the
//! next, and so does a line whose deeper next row begins with such a word; the deeper rows of `>` go on with the
//! prose, unless they have the unmistakable shape of a line (`quote NAME > words`), whose indentation slipped.
//! Every byte of the file lies in exactly one row, so nothing is lost by reading.

use std::ops::Range;

use crate::ast::Words;
use crate::keywords::{LINES, item_of, verb_after, verb_opening};
use crate::span::{FileId, Span};
use crate::words::{Kind, Token, is_blank, scan};

/// A tab moves to the next multiple of this many columns.
const TAB: u32 = 4;

/// One line, over one row or several.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Columns of white space before it.
    pub indent: u32,
    /// Its words, in [`Lines::tokens`].
    pub tokens: Range<usize>,
    /// The place of `>`.
    pub mark: Option<u32>,
    /// The words after `>`.
    pub prose: Option<Words>,
    /// First byte of the first word (or of `>`).
    pub start: u32,
    /// One past the last byte of the last word or of the prose; comments do not count.
    pub end: u32,
    /// A row of the prose that may be a line of its own.
    pub suspect: Option<Span>,
    /// Deeper rows go on with its prose.
    takes_prose: bool,
    open: u32,
}

/// The lines of a file and their words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    pub lines: Vec<Line>,
    pub tokens: Vec<Token>,
}

impl Lines {
    /// The words of a line.
    pub fn words(&self, line: &Line) -> &[Token] {
        self.tokens.get(line.tokens.clone()).unwrap_or(&[])
    }
}

/// The rows of a text: joined, they are the text.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n')
}

/// How the rows of a text end, most of them.
pub(crate) fn feed(text: &str) -> &'static str {
    let returns = text.matches("\r\n").count();
    if returns * 2 > text.matches('\n').count() { "\r\n" } else { "\n" }
}

/// Reads the lines of a file. Files beyond 4 GiB are read up to there.
pub(crate) fn read(text: &str, file: FileId) -> Lines {
    let mut reader = Reader { text, file, out: Lines::default() };
    let mut at: usize = 0;
    for row in rows(text) {
        if u32::try_from(at + row.len()).is_err() {
            break;
        }
        reader.row(row, at as u32);
        at += row.len();
    }
    reader.out
}

struct Reader<'a> {
    text: &'a str,
    file: FileId,
    out: Lines,
}

impl Reader<'_> {
    fn row(&mut self, row: &str, base: u32) {
        let content = row.trim_start_matches(is_blank);
        let blank = row.len() - content.len();
        let content = content.trim_end_matches(is_blank);
        if content.is_empty() {
            return;
        }
        let indent = columns(row.get(..blank).unwrap_or(""));
        let start = base + blank as u32;
        if self.goes_on_with_prose(content, indent, start) || content.starts_with('#') {
            return;
        }
        self.add(content, indent, start);
    }

    /// A row deeper than a line with `>` belongs to its prose, even if it begins with `#`.
    fn goes_on_with_prose(&mut self, content: &str, indent: u32, start: u32) -> bool {
        let span = self.span(start, start + content.len() as u32);
        let Some(line) = self.out.lines.last_mut() else { return false };
        let takes = line.takes_prose && indent > line.indent;
        let Some(prose) = line.prose.as_mut().filter(|_| takes && !is_surely_line(content)) else { return false };
        if prose.text.is_empty() {
            prose.span = span;
        } else {
            prose.text.push(' ');
            prose.span.end = span.end;
        }
        prose.text.push_str(content);
        line.end = span.end;
        if line.suspect.is_none() && is_maybe_line(content) {
            line.suspect = Some(span);
        }
        true
    }

    fn add(&mut self, content: &str, indent: u32, start: u32) {
        let first = self.out.tokens.len();
        let stop = scan(content, start, &mut self.out.tokens);
        let tokens = first..self.out.tokens.len();
        let prose = stop.prose.map(|at| self.prose(content, at, start));
        let last = self.out.tokens.get(tokens.clone()).and_then(<[Token]>::last).map(|token| token.end);
        let mark = stop.prose.map(|at| start + at as u32);
        let words_end = last.or(mark).unwrap_or(start);
        let end = prose.as_ref().map_or(words_end, |words| words.span.end.max(words_end));
        let open = brackets(0, self.out.tokens.get(tokens.clone()).unwrap_or(&[]));
        let words = self.out.tokens.get(tokens.clone()).unwrap_or(&[]);
        let takes_prose = indent > 0 && takes_prose(self.text, words);
        let row = Line { indent, tokens, mark, prose, start, end, suspect: None, takes_prose, open };
        match self.out.lines.last_mut() {
            Some(line) if goes_on(self.text, &self.out.tokens, line, &row) => join(line, row, &self.out.tokens),
            _ => self.out.lines.push(row),
        }
    }

    fn prose(&self, content: &str, at: usize, start: u32) -> Words {
        let after = content.get(at + 1..).unwrap_or("");
        let text = after.trim_start_matches(is_blank);
        let from = start + (content.len() - text.len()) as u32;
        Words { text: text.to_owned(), span: self.span(from, from + text.len() as u32) }
    }

    fn span(&self, start: u32, end: u32) -> Span {
        Span { file: self.file, start, end }
    }
}

fn join(line: &mut Line, row: Line, tokens: &[Token]) {
    line.open = brackets(line.open, tokens.get(row.tokens.clone()).unwrap_or(&[]));
    line.tokens.end = row.tokens.end;
    line.mark = row.mark;
    line.prose = row.prose;
    line.end = row.end;
}

pub(crate) fn columns(blank: &str) -> u32 {
    blank.chars().fold(0, |column, c| match c {
        '\t' => column - column % TAB + TAB,
        c if c.is_whitespace() => column + 1,
        _ => column,
    })
}

fn brackets(open: u32, tokens: &[Token]) -> u32 {
    tokens.iter().fold(open, |open, token| match token.kind {
        Kind::Sign('(' | '{') => open + 1,
        Kind::Sign(')' | '}') => open.saturating_sub(1),
        _ => open,
    })
}

/// Whether a row goes on with the line before it.
fn goes_on(text: &str, tokens: &[Token], line: &Line, row: &Line) -> bool {
    if line.prose.is_some() {
        return false;
    }
    let words = tokens.get(row.tokens.clone()).unwrap_or(&[]);
    let last = tokens.get(line.tokens.clone()).and_then(<[Token]>::last);
    if row.indent > line.indent && leads_on(text, words) {
        return true;
    }
    let waits = line.open > 0 || last.is_some_and(|token| waits(text, token));
    waits && !reads_as_line(text, words, row.mark.is_some())
}

/// A last word that cannot end a line.
fn waits(text: &str, token: &Token) -> bool {
    match token.kind {
        Kind::Sign(',' | '=' | '(' | '{') => true,
        Kind::Word => {
            let word = slice(text, token);
            matches!(word, "and" | "or" | "not" | "implies" | "in" | "before" | "after" | "if" | "unless" | "over")
        }
        _ => false,
    }
}

/// A first word that cannot begin a line.
fn leads_on(text: &str, words: &[Token]) -> bool {
    let Some(first) = words.first() else { return false };
    match first.kind {
        Kind::Sign(',' | '=' | ')' | '}') => true,
        Kind::Word => match slice(text, first) {
            "and" | "or" | "implies" | "in" | "before" | "only" | "after" | "unless" | "over" | "on" => true,
            "if" => words.get(1).is_none_or(|second| slice(text, second) != "broken"),
            _ => false,
        },
        _ => false,
    }
}

/// Whether a row has the shape of a line of its own: then a line before it that seems to wait was not finished.
fn reads_as_line(text: &str, words: &[Token], prose: bool) -> bool {
    let Some(first) = words.first().filter(|token| token.kind == Kind::Word) else { return false };
    let word = slice(text, first);
    let reserved = matches!(word, "rule" | "denies" | "softens" | "tests" | "supersedes" | "said" | "quote");
    let second = words.get(1).map(|token| token.kind);
    let named = matches!(second, Some(Kind::Word | Kind::Number | Kind::Text | Kind::Sign('?' | '[')));
    let opener = || item_of(word).is_some() || verb_opening(word).is_some() || LINES.iter().any(|l| l.first() == word);
    let whole = words.len() == 1 && matches!(word, "irreversible" | "private" | "unconfirmed");
    prose || reserved || whole || (named && opener()) || states(text, words)
}

/// `NAME, NAME verb`
fn states(text: &str, words: &[Token]) -> bool {
    let mut words = words.iter();
    loop {
        if words.next().is_none_or(|token| token.kind != Kind::Word) {
            return false;
        }
        match words.next() {
            Some(Token { kind: Kind::Sign(','), .. }) => {}
            Some(token) => return token.kind == Kind::Word && verb_after(slice(text, token)).is_some(),
            None => return false,
        }
    }
}

/// Whether `>` may stand in a line that begins so: where it may not, the deeper rows are lines and no prose. A line at
/// the margin never takes prose.
fn takes_prose(text: &str, words: &[Token]) -> bool {
    let Some(first) = words.first().filter(|token| token.kind == Kind::Word) else { return true };
    let word = slice(text, first);
    let prose = LINES.iter().any(|form| form.first() == word && form.form.contains('>'));
    let other = || item_of(word).is_some() || LINES.iter().any(|form| form.first() == word) || states(text, words);
    prose || !other()
}

/// A row below `>` that cannot be meant as prose: its words have the shape of a line with prose of its own, of the
/// head line of an item, or it is the mark `private`.
fn is_surely_line(content: &str) -> bool {
    let mut words = content.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next();
    // A mark that slipped into the words above it would be lost without a word.
    if matches!(first, "private" | "unconfirmed") && second.is_none_or(|second| second.starts_with('#')) {
        return true;
    }
    let Some(second) = second else { return false };
    let mark = |word: Option<&str>| word.is_some_and(|word| word.starts_with('>'));
    let text = |word: Option<&str>| word.is_some_and(|word| word.starts_with('"'));
    match first {
        "quote" => {
            let third = words.next();
            mark(third) || (third == Some("at") && words.next().is_some() && mark(words.next()))
        }
        "because" | "rejected" => second.starts_with('>'),
        "keep" => second.starts_with('>') || (second.bytes().all(|byte| byte.is_ascii_digit()) && mark(words.next())),
        "omit" | "case" => second.starts_with('"') && content.matches('"').count() > 1,
        _ => item_of(first).is_some() && text(words.next()) && content.matches('"').count() > 1,
    }
}

/// A row of prose that may be a line indented too far.
fn is_maybe_line(content: &str) -> bool {
    let mut words = content.split_whitespace();
    let first_two = (words.next(), words.next());
    matches!(first_two, (Some("said"), Some("by"))) || content.starts_with('#')
}

/// The characters of a word.
pub(crate) fn slice<'a>(text: &'a str, token: &Token) -> &'a str {
    text.get(token.start as usize..token.end as usize).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u32, String)> {
        let read = read(text, FileId(0));
        let of = |line: &Line| {
            let words: Vec<&str> = read.words(line).iter().map(|token| slice(text, token)).collect();
            let prose = line.prose.as_ref().map(|prose| format!(" > {}", prose.text)).unwrap_or_default();
            (line.indent, words.join(" ") + &prose)
        };
        read.lines.iter().map(of).collect()
    }

    fn line(indent: u32, text: &str) -> (u32, String) {
        (indent, text.to_owned())
    }

    #[test]
    fn the_rows_joined_are_the_text() {
        for text in ["", "\n", "a\r\n\r\n  b", "\u{feff}a\rb\n\n"] {
            assert_eq!(rows(text).collect::<String>(), text);
        }
    }

    #[test]
    fn tabs_marks_and_comments_are_read_without_a_word() {
        let text = "\u{feff}case \"x\"\r\n# note\r\n\tas of 2026 # today\r\n \t\tquote r > a # b\r\n";
        assert_eq!(lines(text), [line(0, "case \"x\""), line(4, "as of 2026"), line(8, "quote r > a # b")]);
    }

    #[test]
    fn prose_goes_on_in_deeper_rows() {
        let text = "  because > one\n\n    two\n  # no\n    # three\n  said by a\n";
        assert_eq!(lines(text), [line(2, "because > one two # three"), line(2, "said by a")]);
    }

    #[test]
    fn a_line_that_waits_goes_on() {
        assert_eq!(lines("party A \"a\" also \"b\",\n  \"c\"\n").len(), 1);
        assert_eq!(lines("  A rejects (x = y\n    or z)\n    because > w\n").len(), 2);
        assert_eq!(lines("  A rejects x = y and\n  z = w\n").len(), 1);
        assert_eq!(lines("  A offers x\n    only if y\n    and z").len(), 1);
    }

    #[test]
    fn a_line_that_was_not_finished_takes_nothing_with_it() {
        assert_eq!(lines("  A rejects x = y and\n  B rejects z = w\n").len(), 2);
        assert_eq!(lines("  A rejects (x = y\n  said by B\n").len(), 2);
        assert_eq!(lines("party A \"a\",\nparty B \"b\"\n").len(), 2);
        assert_eq!(lines("commitment c \"x\",\n  kind aid\n  if broken d\n").len(), 3);
    }
}
