//! What is a token?
//!
//! A word with its apostrophes and hyphens, a number, or one mark. A clitic stands by itself (*Kyiv* + *’s*, *they* +
//! *’ll*), since what it belongs to is the source or the subject and it is not.

use crate::span::Span;

/// The number of a word in the tables of a language; [`Word::UNKNOWN`] if they do not have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word(pub(crate) u16);

impl Word {
    /// A word of which the language's tables say nothing.
    pub const UNKNOWN: Self = Self(0);
}

/// What a token is by its characters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with the apostrophes, hyphens and points within.
    Word,
    /// *’s*, *’ll*, *’re*, or the apostrophe alone after a plural.
    Clitic,
    /// Digits, with the points and commas within.
    Number,
    /// One of . ! ? … or a run of them.
    Stop,
    /// A comma.
    Comma,
    /// A colon or semicolon.
    Colon,
    /// – — or --.
    Dash,
    /// An opening or closing bracket.
    Bracket,
    /// A quotation mark.
    Quote(Mark),
    /// Anything else: one character.
    Other,
}

/// A quotation mark by the way it looks; which way a straight one turns is seen from the spaces around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// It may open a quote.
    pub opens: bool,
    /// It may close one.
    pub closes: bool,
    /// A single one: ‘ ’ '.
    pub single: bool,
}

/// One token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is by its characters.
    pub kind: TokenKind,
    /// Its number in the language's tables, in lower case.
    pub word: Word,
    /// It begins with a capital letter.
    pub capital: bool,
    /// Two letters or more, all of them capital.
    pub all_capital: bool,
    /// White space stands before it.
    pub spaced: bool,
    /// It is the first of a line.
    pub begins_line: bool,
    /// A blank line stands before it.
    pub after_blank: bool,
}

impl Token {
    /// Is it a word, a clitic or a number?
    pub fn is_wordlike(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Clitic | TokenKind::Number)
    }

    /// Is it a quotation mark that encloses speech, and not a word within it?
    pub fn is_double_quote(&self) -> bool {
        matches!(self.kind, TokenKind::Quote(mark) if !mark.single)
    }
}
