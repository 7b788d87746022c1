//! Which words does a row of a file consist of?
//!
//! A row is scanned once, from left to right: names, numbers, texts in quotation marks and signs, up to a comment
//! or to the `>` that begins prose.

use unicode_normalization::char::is_combining_mark;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters first: a name or a keyword.
    Word,
    /// A digit first: a number, a date, a hash.
    Number,
    /// `"..."`
    Text,
    /// `"...` up to the end of the row.
    Unclosed,
    /// A text in typographic quotation marks.
    Curly,
    /// Any other single character.
    Sign(char),
}

/// One word of a row, as a range of bytes of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
}

/// Where the words of a row end, as bytes of the row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stop {
    /// The place of `>`.
    pub prose: Option<usize>,
    /// The place of `#`.
    pub comment: Option<usize>,
}

/// Appends the words of a row that begins at byte `base` of its file.
pub(crate) fn scan(row: &str, base: u32, tokens: &mut Vec<Token>) -> Stop {
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = row.get(at..).and_then(|rest| rest.chars().next()) {
        match first {
            '#' if spaced => return Stop { prose: None, comment: Some(at) },
            '>' => return Stop { prose: Some(at), comment: None },
            _ => {}
        }
        if is_blank(first) {
            at += first.len_utf8();
            spaced = true;
            continue;
        }
        let rest = row.get(at..).unwrap_or("");
        let (kind, length) = word(rest, first);
        tokens.push(Token { kind, start: base + at as u32, end: base + (at + length) as u32 });
        at += length;
        spaced = false;
    }
    Stop::default()
}

fn word(rest: &str, first: char) -> (Kind, usize) {
    if first == '"' {
        return text(rest);
    }
    if let Some(closing) = closing_mark(first) {
        return (Kind::Curly, curly(rest, first, closing));
    }
    let kind = match first {
        c if c.is_alphabetic() => Kind::Word,
        c if c.is_numeric() => Kind::Number,
        c => return (Kind::Sign(c), c.len_utf8()),
    };
    (kind, rest.find(|c| !in_name(c)).unwrap_or(rest.len()))
}

fn text(rest: &str) -> (Kind, usize) {
    match rest.get(1..).and_then(|inside| inside.find('"')) {
        Some(length) => (Kind::Text, length + 2),
        None => (Kind::Unclosed, rest.trim_end_matches(is_blank).len()),
    }
}

fn curly(rest: &str, first: char, closing: &[char]) -> usize {
    let inside = rest.get(first.len_utf8()..).unwrap_or("");
    let end = inside.char_indices().find(|(_, c)| closing.contains(c));
    match end {
        Some((at, c)) => first.len_utf8() + at + c.len_utf8(),
        None => rest.trim_end_matches(is_blank).len(),
    }
}

fn closing_mark(opening: char) -> Option<&'static [char]> {
    match opening {
        '“' | '”' | '„' | '‟' => Some(&['”', '“', '"', '‟']),
        '«' => Some(&['»']),
        '»' => Some(&['«']),
        _ => None,
    }
}

/// The characters a name may go on with. Combining marks belong to their letters: the name is composed later.
pub(crate) fn in_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '\u{200c}' | '\u{200d}') || is_combining_mark(c)
}

/// White space, and the invisible marks that editors of right-to-left text insert.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(row: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        scan(row, 0, &mut tokens);
        tokens.iter().map(|token| &row[token.start as usize..token.end as usize]).collect()
    }

    #[test]
    fn a_row_falls_into_its_words() {
        assert_eq!(words("UA rejects donbas=russia"), ["UA", "rejects", "donbas", "=", "russia"]);
        assert_eq!(words("a in { b, c-1.x }"), ["a", "in", "{", "b", ",", "c-1.x", "}"]);
        assert_eq!(words("party \"a # b > c\" # note"), ["party", "\"a # b > c\""]);
        assert_eq!(words("quote r > # words"), ["quote", "r"]);
        assert_eq!(words("a#b"), ["a", "#", "b"]);
        assert_eq!(words("on 2026-01-23 ?"), ["on", "2026-01-23", "?"]);
        assert_eq!(words("x \"never closed  "), ["x", "\"never closed"]);
        assert_eq!(words("x “curled” y"), ["x", "“curled”", "y"]);
    }

    #[test]
    fn names_of_any_script_are_one_word() {
        assert_eq!(
            words("партія کی\u{200c}یف 基辅 हिन्दी e\u{301}te\u{301}"),
            ["партія", "کی\u{200c}یف", "基辅", "हिन्दी", "e\u{301}te\u{301}"]
        );
    }
}
