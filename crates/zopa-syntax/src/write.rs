//! How is a name, a text, a quote written into a case file, so that reading gives it back?
//!
//! The language knows no escapes: what a text or a name cannot hold is exchanged for the nearest thing that it can.

use crate::cursor::composed;
use crate::keywords::{ITEMS, LINES, VERBS, is_reserved};
use crate::words::{in_name, is_blank};

/// A line to be written, with the lines that stand under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    words: String,
    under: Vec<Row>,
}

impl Row {
    /// A line of these words, as they stand in a file, on one row: `party north "North"`.
    pub fn new(words: impl AsRef<str>) -> Row {
        Row { words: one_row(words.as_ref()), under: Vec::new() }
    }

    /// `words > prose`; `None` if there is no prose.
    pub fn with_prose(words: impl AsRef<str>, prose: &str) -> Option<Row> {
        let prose = self::prose(prose)?;
        Some(Row { words: format!("{} > {prose}", one_row(words.as_ref())), under: Vec::new() })
    }

    /// `quote SOURCE [at NUMBER] > words`; `None` if there are no words.
    pub fn quote(source: &str, at: Option<usize>, words: &str) -> Option<Row> {
        let at = at.map(|at| format!(" at {at}")).unwrap_or_default();
        Row::with_prose(format!("quote {source}{at}"), words)
    }

    /// The same, with a line under it, after those that are there.
    #[must_use]
    pub fn under(mut self, row: Row) -> Row {
        self.under.push(row);
        self
    }

    /// The same, with lines under it, after those that are there.
    #[must_use]
    pub fn with(mut self, rows: impl IntoIterator<Item = Row>) -> Row {
        self.under.extend(rows);
        self
    }

    /// Its rows, without the end of the last: indented, and joined by `feed`.
    pub(crate) fn rendered(&self, indent: &str, unit: &str, feed: &str) -> String {
        let mut out = format!("{indent}{}", self.words);
        for row in &self.under {
            out.push_str(feed);
            out.push_str(&row.rendered(&format!("{indent}{unit}"), unit, feed));
        }
        out
    }
}

/// Words on one row: every end of a row, with the white space around it, becomes one space.
fn one_row(words: &str) -> String {
    let rows = words.split(['\n', '\r']).map(|row| row.trim_matches(is_blank)).filter(|row| !row.is_empty());
    rows.collect::<Vec<_>>().join(" ")
}

/// A text in quotation marks. No text can hold `"`: inside it stand `“` and `”`.
pub fn text(words: &str) -> String {
    let mut out = String::from("\"");
    let mut before = ' ';
    for c in one_row(words).chars() {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '{' | '“' | '‘' | '«' | '-' | '–' | '—');
        out.push(match c {
            '"' if opens => '“',
            '"' => '”',
            c => c,
        });
        before = c;
    }
    out.push('"');
    out
}

/// The words that stand after `>`, on one row, every other character as it is; `None` if nothing is left.
pub fn prose(words: &str) -> Option<String> {
    let row = one_row(words);
    (!row.is_empty()).then_some(row)
}

/// The path of a document, in quotation marks where it needs them; `None` if no case file can hold it.
pub fn path(path: &str) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    if !path.is_empty() && path.chars().all(plain) {
        return Some(path.to_owned());
    }
    let holds = !path.is_empty() && !path.contains(['"', '\n', '\r']);
    holds.then(|| format!("\"{path}\""))
}

/// Can this be a name? It begins with a letter, goes on with letters, digits, `-` `_` `.`, and is not reserved.
pub fn is_name(word: &str) -> bool {
    word.starts_with(char::is_alphabetic) && word.chars().all(in_name) && !is_reserved(word)
}

/// A name made of words in any script, in small letters, with `-` between its parts: at most 40 characters of them,
/// `fallback` if there are none, and a number behind it as long as it is `taken`. No word of the language becomes a
/// name.
pub fn name(words: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let base = slug(words);
    let base = if base.starts_with(char::is_alphabetic) { base } else { slug(&format!("{fallback} {base}")) };
    let used = |name: &str| is_word_of_the_language(name) || taken(name);
    if !used(&base) {
        return base;
    }
    let mut number = 2_u64;
    while used(&format!("{base}-{number}")) {
        number += 1;
    }
    format!("{base}-{number}")
}

const LONGEST: usize = 40;

fn slug(words: &str) -> String {
    let small: String = composed(words).chars().flat_map(char::to_lowercase).collect();
    let mut out = String::new();
    let mut length = 0;
    for part in small.split(|c: char| !in_name(c) || matches!(c, '-' | '.')).filter(|part| !part.is_empty()) {
        let long = part.chars().count();
        if length > 0 && length + long + 1 > LONGEST {
            break;
        }
        if length > 0 {
            out.push('-');
        }
        out.extend(part.chars().take(LONGEST));
        length += long + 1;
    }
    composed(&out)
}

fn is_word_of_the_language(word: &str) -> bool {
    let lines = LINES.iter().flat_map(|form| form.words.split(' '));
    let verbs = VERBS.iter().flat_map(|form| [form.one, form.several]);
    is_reserved(word) || lines.chain(verbs).chain(ITEMS.iter().map(|form| form.word)).any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_no_straight_mark_and_no_second_row() {
        assert_eq!(text("He said \"no\" (\"never\")\r\n  twice"), "\"He said “no” (“never”) twice\"");
        assert_eq!(text(""), "\"\"");
    }

    #[test]
    fn prose_keeps_all_but_the_ends_of_its_rows() {
        assert_eq!(prose(" one  \"two\"\n\n\tthree # > four ").unwrap(), "one  \"two\" three # > four");
        assert_eq!(prose(" \n\u{200f}\r\n"), None);
    }

    #[test]
    fn a_path_is_written_bare_where_it_can_be() {
        assert_eq!(path("documents/001-a.txt").unwrap(), "documents/001-a.txt");
        assert_eq!(path("documents/a b #1, 'c'.txt").unwrap(), "\"documents/a b #1, 'c'.txt\"");
        assert_eq!(path("a\"b"), None);
        assert_eq!(path(""), None);
    }

    #[test]
    fn names_are_made_of_any_words() {
        let free = |_: &str| false;
        assert_eq!(name("The Marisola Post", "source", free), "the-marisola-post");
        assert_eq!(name("Київ: Пошта!", "source", free), "київ-пошта");
        assert_eq!(name("2026 \"?\"", "source", free), "source-2026");
        assert_eq!(name("?", "claim", free), "claim-2");
        assert_eq!(name("Not", "word", free), "not-2");
        assert_eq!(name("Post", "source", |name| name == "post" || name == "post-2"), "post-3");
        assert!(name(&"long ".repeat(50), "x", free).chars().count() <= 40);
        for words in ["e\u{301}tat", "…", "a.b", "İstanbul", "\u{301}x"] {
            assert!(is_name(&name(words, "it", free)), "{words}: {}", name(words, "it", free));
        }
    }
}
