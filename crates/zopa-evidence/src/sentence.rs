//! Where does a sentence end?
//!
//! At the end of a line (titles, headings, bylines and captions are sentences of their own), and after a stop that
//! is followed by the beginning of another sentence. A closing quotation mark stays with the sentence before it; a quote
//! may go on over several sentences. *“Why?” Smith asked.* is one sentence: what follows the mark tells who spoke.
//!
//! Text that was wrapped at a width has lines that end within a sentence: a line of some length that ends in no stop, before
//! one that begins in lower case, is not the end.

use std::ops::Range;

use crate::classes::Class;
use crate::language::Language;
use crate::span::Span;
use crate::token::{Token, TokenKind};

/// A sentence, or a line that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to the end of its last.
    pub span: Span,
    /// Its tokens, by number.
    pub tokens: Range<usize>,
    /// The number of its paragraph (a line, where lines are not wrapped), counted from 0.
    pub paragraph: usize,
}

/// A line that is shorter than this was not broken for its width.
const WRAPPED_LEAST: usize = 40;

/// The sentences of a text, in order; every token is in one.
pub fn sentences(text: &str, tokens: &[Token], language: &Language) -> Vec<Sentence> {
    let mut splitter = Splitter { text, tokens, language, found: Vec::new(), paragraph: 0 };
    let mut from = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = splitter.end_after(at);
        if let Some(end) = end {
            splitter.push(from..end);
            from = end;
            at = end;
        } else {
            at += 1;
        }
    }
    splitter.push(from..tokens.len());
    splitter.found
}

struct Splitter<'t> {
    text: &'t str,
    tokens: &'t [Token],
    language: &'t Language,
    found: Vec<Sentence>,
    paragraph: usize,
}

impl Splitter<'_> {
    fn push(&mut self, tokens: Range<usize>) {
        let within = self.tokens.get(tokens.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (within.first(), within.last()) else { return };
        if first.begins_line && !self.found.is_empty() && !self.is_wrapped(tokens.start) {
            self.paragraph += 1;
        }
        let span = Span::new(first.span.start, last.span.end);
        self.found.push(Sentence { span, tokens, paragraph: self.paragraph });
    }

    /// If a sentence ends with the token `at`, or with the closing marks after it: where the next one begins.
    fn end_after(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        let next = self.tokens.get(at + 1)?;
        if next.begins_line && !self.is_wrapped(at + 1) {
            return Some(at + 1);
        }
        if !self.is_stop(token, at) {
            return None;
        }
        let end = self.after_closing_marks(at + 1);
        let next = self.tokens.get(end)?;
        let goes_on = !next.begins_line && (!next.spaced || !self.can_begin(end) || self.is_said_after(at, end));
        (!goes_on || (next.begins_line && !self.is_wrapped(end))).then_some(end)
    }

    fn is_stop(&self, token: &Token, at: usize) -> bool {
        match token.kind {
            TokenKind::Stop => true,
            // An abbreviation that may end a sentence, before a word with which sentences begin.
            TokenKind::Word => {
                let spelled = token.span.of(self.text);
                let next = self.tokens.get(at + 1);
                spelled.ends_with('.')
                    && self.language.may_end_sentence(spelled)
                    && next.is_some_and(|next| {
                        next.capital
                            && self.language.classes(next.word).any(&[Class::Starter, Class::Article, Class::Subject])
                            || next.is_double_quote()
                    })
            }
            _ => false,
        }
    }

    fn after_closing_marks(&self, from: usize) -> usize {
        let mut end = from;
        while let Some(token) = self.tokens.get(end) {
            let closes = match token.kind {
                TokenKind::Quote(mark) => mark.closes,
                TokenKind::Bracket => matches!(token.span.of(self.text), ")" | "]"),
                _ => false,
            };
            if !closes || token.spaced || token.begins_line {
                break;
            }
            end += 1;
        }
        end
    }

    fn can_begin(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let first = token.span.of(self.text).chars().next();
        match token.kind {
            TokenKind::Word => token.capital || first.is_some_and(|c| !c.is_lowercase()),
            TokenKind::Number => true,
            TokenKind::Quote(mark) => mark.opens,
            TokenKind::Bracket => matches!(first, Some('(' | '[')),
            TokenKind::Other | TokenKind::Dash => true,
            _ => false,
        }
    }

    /// *“…?” Smith asked*: closing marks were passed, and a verb of saying comes within a few words.
    fn is_said_after(&self, stop: usize, end: usize) -> bool {
        let is_full_stop = self.tokens.get(stop).is_some_and(|token| token.span.of(self.text) == ".");
        if end == stop + 1 {
            return false;
        }
        let ahead = self.tokens.get(end..).unwrap_or_default();
        let words = ahead.iter().take(5).take_while(|token| token.is_wordlike());
        let mut words = words.enumerate().skip(1);
        words.any(|(number, token)| {
            let ends = ahead.get(number + 1).is_none_or(|next| matches!(next.kind, TokenKind::Stop | TokenKind::Comma));
            self.language.introduces_quote(token.word)
                && (!is_full_stop || (number < 3 && ends && token.span.end - token.span.start > 3))
        })
    }

    /// Does the line that begins with the token `at` go on with the sentence of the line before?
    fn is_wrapped(&self, at: usize) -> bool {
        let (Some(token), Some(before)) = (self.tokens.get(at), at.checked_sub(1).and_then(|at| self.tokens.get(at)))
        else {
            return false;
        };
        let begins_low = token.span.of(self.text).chars().next().is_some_and(char::is_lowercase);
        if token.after_blank || !begins_low || matches!(before.kind, TokenKind::Stop) {
            return false;
        }
        let line_start = self.text.get(..before.span.end).and_then(|text| text.rfind('\n')).map_or(0, |at| at + 1);
        before.span.end - line_start >= WRAPPED_LEAST
    }
}
