//! Which words stand in quotation marks?
//!
//! Double marks, by paragraph: an opening one with the next closing one. A quote that is not closed before the end of
//! its paragraph ends there; if the next paragraph opens with a mark, both are parts of one speech (the custom for speech
//! of several paragraphs). Marks within marks are skipped by counting. Where a text has no double marks, single ones
//! around several words count.

use std::ops::Range;

use crate::prose::Prose;
use crate::token::{Token, TokenKind};

/// A quote, as numbers of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// The opening mark.
    pub open: usize,
    /// The closing mark, or the last token where there is none.
    pub close: usize,
    /// It has a closing mark.
    pub closed: bool,
    /// The paragraph it stands in.
    pub paragraph: usize,
    /// It goes on with the speech of the quote before it.
    pub continues: bool,
}

impl Quote {
    pub(crate) fn contains(&self, token: usize) -> bool {
        self.open <= token && token <= self.close
    }

    /// The first token within the marks.
    pub(crate) fn first(&self) -> usize {
        self.open + 1
    }
}

/// The quotes of a text, in order.
pub(crate) fn quotes(prose: &Prose<'_>) -> Vec<Quote> {
    let single = !prose.sentences.iter().any(|sentence| has_double(prose, sentence.tokens.clone()));
    let mut found: Vec<Quote> = Vec::new();
    let mut sentences = prose.sentences.iter().peekable();
    while let Some(first) = sentences.next() {
        let mut end = first.tokens.end;
        while let Some(next) = sentences.next_if(|next| next.paragraph == first.paragraph) {
            end = next.tokens.end;
        }
        of_paragraph(prose, first.tokens.start, end, first.paragraph, single, &mut found);
    }
    found
}

/// Does a sentence have a double mark? One guillemet alone is a bullet or an arrow: *News » World*.
fn has_double(prose: &Prose<'_>, tokens: Range<usize>) -> bool {
    let words = prose.tokens.get(tokens).unwrap_or_default();
    let spelled = |token: &Token| token.span.of(prose.text);
    let pointed = |token: &Token| matches!(spelled(token), "«" | "»");
    let both = ["«", "»"].iter().all(|mark| words.iter().any(|token| spelled(token) == *mark));
    words.iter().any(|token| token.is_double_quote() && (both || !pointed(token)))
}

fn of_paragraph(prose: &Prose<'_>, start: usize, end: usize, paragraph: usize, single: bool, found: &mut Vec<Quote>) {
    let mut open: Option<usize> = None;
    let mut depth = 0_usize;
    for at in start..end {
        let Some(token) = prose.tokens.get(at) else { break };
        let TokenKind::Quote(mark) = token.kind else { continue };
        if mark.single != single {
            continue;
        }
        match open {
            None if mark.opens => (open, depth) = (Some(at), 0),
            None => {}
            Some(_) if mark.opens && !mark.closes && is_curly(prose, at) => depth += 1,
            Some(_) if depth > 0 && mark.closes => depth -= 1,
            Some(from) => {
                push(found, Quote { open: from, close: at, closed: true, paragraph, continues: false }, start);
                open = None;
            }
        }
    }
    if let Some(from) = open {
        push(
            found,
            Quote { open: from, close: end.saturating_sub(1).max(from), closed: false, paragraph, continues: false },
            start,
        );
    }
}

/// A straight mark says nothing of depth.
fn is_curly(prose: &Prose<'_>, at: usize) -> bool {
    prose.tokens.get(at).is_some_and(|token| matches!(token.span.of(prose.text), "“" | "„" | "«" | "‘"))
}

/// A quote at the start of a paragraph goes on with an unclosed one of the paragraph before.
fn push(found: &mut Vec<Quote>, mut quote: Quote, paragraph_start: usize) {
    let before = found.last().filter(|before| !before.closed && before.paragraph + 1 == quote.paragraph);
    quote.continues = quote.open == paragraph_start && before.is_some();
    found.push(quote);
}
