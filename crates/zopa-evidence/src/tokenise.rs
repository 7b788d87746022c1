//! Where does a token begin and end?
//!
//! One pass over the text, nothing copied. A full stop belongs to a word if the word is an abbreviation of the language,
//! an initial, or has points within (*U.S.*); else it is a token of its own. An apostrophe after a plural (*States’*) is
//! a clitic and no quotation mark, unless a single quote stands open that it can close.

use crate::language::Language;
use crate::span::Span;
use crate::token::{Mark, Token, TokenKind, Word};

/// The tokens of `text`, in order.
pub fn tokens(text: &str, language: &Language) -> Vec<Token> {
    let mut pass = Pass { text, language, at: 0, open_single: false, tokens: Vec::with_capacity(text.len() / 5) };
    let mut gap = Gap { spaced: true, newlines: 1, blank: true };
    while let Some(c) = pass.ahead() {
        if is_space(c) {
            gap.spaced = true;
            gap.newlines += usize::from(matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{c}'));
            gap.blank |= gap.newlines > 1 && c == '\n';
            pass.at += c.len_utf8();
        } else {
            pass.token(c, gap);
            gap = Gap::default();
        }
    }
    pass.tokens
}

/// White space, and characters that nobody sees: a soft hyphen or a mark of direction at an edge of a word.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{2060}')
}

/// What stood between two tokens.
#[derive(Clone, Copy, Default)]
struct Gap {
    spaced: bool,
    newlines: usize,
    blank: bool,
}

struct Pass<'t> {
    text: &'t str,
    language: &'t Language,
    at: usize,
    open_single: bool,
    tokens: Vec<Token>,
}

impl Pass<'_> {
    fn ahead(&self) -> Option<char> {
        self.char_at(self.at)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text.get(at..)?.chars().next(),
            None => None,
        }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    fn token(&mut self, first: char, gap: Gap) {
        let start = self.at;
        let (end, kind) = if first.is_ascii_digit() {
            (self.number_end(start), TokenKind::Number)
        } else if first.is_alphanumeric() || matches!(first, '@' | '#') {
            (self.word_end(start), TokenKind::Word)
        } else {
            self.mark(start, first)
        };
        self.at = end;
        if kind == TokenKind::Word {
            self.push_word(start, end, first, gap);
        } else {
            let word = if kind == TokenKind::Clitic {
                self.language.look_up(self.text.get(start..end).unwrap_or(""))
            } else {
                Word::UNKNOWN
            };
            self.push(Span::new(start, end), kind, word, gap);
        }
    }

    fn push(&mut self, span: Span, kind: TokenKind, word: Word, gap: Gap) {
        self.tokens.push(Token {
            span,
            kind,
            word,
            capital: false,
            all_capital: false,
            spaced: gap.spaced,
            begins_line: gap.newlines > 0,
            after_blank: gap.blank,
        });
    }

    /// A word, with a clitic at its end cut off as a token of its own.
    fn push_word(&mut self, start: usize, end: usize, first: char, gap: Gap) {
        let cut = self.clitic_start(start, end).unwrap_or(end);
        let spelled = self.text.get(start..cut).unwrap_or("");
        let word = self.language.look_up(spelled);
        self.push(Span::new(start, cut), TokenKind::Word, word, gap);
        if let Some(token) = self.tokens.last_mut() {
            token.capital = first.is_uppercase();
            token.all_capital = token.capital
                && spelled.chars().skip(1).any(char::is_alphabetic)
                && !spelled.chars().any(char::is_lowercase);
        }
        if cut < end {
            let word = self.language.look_up(self.text.get(cut..end).unwrap_or(""));
            self.push(Span::new(cut, end), TokenKind::Clitic, word, Gap::default());
        }
    }

    fn clitic_start(&self, start: usize, end: usize) -> Option<usize> {
        let word = self.text.get(start..end)?;
        let at = word.rfind(is_apostrophe)?;
        let tail: &str = word.get(at..)?;
        let letters = tail.trim_start_matches(is_apostrophe);
        let is_clitic = ["s", "S", "ll", "re", "ve", "d", "m", "LL", "RE", "VE"].contains(&letters);
        (is_clitic && at > 0).then_some(start + at)
    }

    fn number_end(&self, start: usize) -> usize {
        let mut at = start;
        while let Some(c) = self.char_at(at) {
            let next = self.char_at(at + c.len_utf8());
            let within =
                matches!(c, '.' | ',' | ':' | '/' | '-' | '–') && next.is_some_and(|next| next.is_ascii_digit());
            let hyphen = c == '-' && next.is_some_and(char::is_alphabetic);
            if !(c.is_alphanumeric() || within || hyphen) {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    fn word_end(&self, start: usize) -> usize {
        let mut at = start + self.char_at(start).map_or(1, char::len_utf8);
        while let Some(c) = self.char_at(at) {
            let next = self.char_at(at + c.len_utf8());
            let goes_on = match c {
                _ if c.is_alphanumeric() || matches!(c, '_' | '\u{ad}') || ('\u{300}'..='\u{36f}').contains(&c) => true,
                '-' | '‑' | '&' | '/' => next.is_some_and(char::is_alphanumeric),
                '@' | '.' if self.is_point_within(start, at, next) => true,
                _ if is_apostrophe(c) => next.is_some_and(char::is_alphabetic),
                _ => false,
            };
            if !goes_on {
                break;
            }
            at += c.len_utf8();
        }
        if self.char_at(at) == Some('.') && self.is_abbreviated(start, at) { at + 1 } else { at }
    }

    /// A point between two characters of one word: *U.S*, *example.org*, but not the end of a sentence whose next one
    /// follows without a space.
    fn is_point_within(&self, start: usize, at: usize, next: Option<char>) -> bool {
        let Some(next) = next.filter(|next| next.is_alphanumeric()) else { return false };
        let before = self.text.get(start..at).unwrap_or("");
        let last = before.rsplit('.').next().unwrap_or(before);
        last.chars().count() == 1 || next.is_lowercase()
    }

    /// Does the point at `at` belong to the word before it?
    fn is_abbreviated(&self, start: usize, at: usize) -> bool {
        let Some(word) = self.text.get(start..at) else { return false };
        let mut letters = word.chars();
        let is_initial = letters.next().is_some_and(|c| c.is_uppercase() && c != 'I') && letters.next().is_none();
        let pieces = || word.split('.');
        let is_pointed = pieces().count() > 1 && pieces().all(|piece| piece.chars().count() == 1);
        let rest = self.text.get(at + 1..).unwrap_or("");
        let before_number = rest.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
        is_initial
            || is_pointed
            || self.language.is_abbreviation(self.text.get(start..=at).unwrap_or(word), before_number)
    }

    /// The end and kind of a token that begins with a mark.
    fn mark(&mut self, start: usize, first: char) -> (usize, TokenKind) {
        let after = start + first.len_utf8();
        let run = |pass: &Self, same: fn(char) -> bool| {
            let mut at = after;
            while let Some(c) = pass.char_at(at).filter(|c| same(*c)) {
                at += c.len_utf8();
            }
            at
        };
        match first {
            '.' | '!' | '?' | '…' => (run(self, |c| matches!(c, '.' | '!' | '?' | '…')), TokenKind::Stop),
            ',' => (after, TokenKind::Comma),
            ':' | ';' => (after, TokenKind::Colon),
            '–' | '—' | '―' => (after, TokenKind::Dash),
            '-' => (run(self, |c| c == '-'), TokenKind::Dash),
            '(' | ')' | '[' | ']' | '{' | '}' => (after, TokenKind::Bracket),
            '“' | '„' | '‟' | '«' | '»' | '”' | '"' => (after, self.double(start, after, first)),
            '\'' if self.char_at(after) == Some('\'') => (after + 1, self.double(start, after + 1, '"')),
            '`' if self.char_at(after) == Some('`') => {
                (after + 1, TokenKind::Quote(Mark { opens: true, closes: false, single: false }))
            }
            '‘' | '’' | '\'' | '`' | '‚' | '‛' => self.single(start, after, first),
            _ => (after, TokenKind::Other),
        }
    }

    /// Which way a double mark can turn: by its form, unless the spaces around it say the opposite.
    fn double(&self, start: usize, after: usize, mark: char) -> TokenKind {
        let before = self.before(start).is_some_and(|c| !is_space(c) && !matches!(c, '(' | '[' | '—' | '–' | '-'));
        let next = self.char_at(after).is_some_and(|c| !is_space(c) && c.is_alphanumeric());
        let (opens, closes) = match mark {
            '“' | '„' | '‟' if before && !next => (false, true),
            '”' if !before && next => (true, false),
            '“' | '„' | '‟' => (true, false),
            '”' => (false, true),
            _ => (!before || next, before || !next),
        };
        TokenKind::Quote(Mark { opens, closes, single: false })
    }

    /// A single mark: a clitic after a plural, else a quotation mark by what stands around it.
    fn single(&mut self, start: usize, after: usize, first: char) -> (usize, TokenKind) {
        let before = self.before(start).filter(|c| !is_space(*c));
        let next = self.char_at(after).filter(|c| !is_space(*c));
        let follows_word = before.is_some_and(char::is_alphanumeric);
        let opens = !matches!(first, '’') && !follows_word && next.is_some();
        if opens {
            self.open_single = true;
            return (after, TokenKind::Quote(Mark { opens: true, closes: false, single: true }));
        }
        if follows_word
            && !self.open_single
            && first != '‘'
            && before.is_some_and(|c| matches!(c, 's' | 'S' | 'z' | 'x'))
        {
            return (after, TokenKind::Clitic);
        }
        if before.is_none() && next.is_some_and(char::is_alphanumeric) {
            return (after, TokenKind::Other); // ’90s, ’em
        }
        self.open_single = false;
        (after, TokenKind::Quote(Mark { opens: false, closes: true, single: true }))
    }
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‛' | '\u{2bc}')
}
