//! What are the tokens and sentences of a text?

use crate::language::Language;
use crate::sentence::{self, Sentence};
use crate::token::Token;
use crate::tokenise;

/// A text, cut into tokens and sentences. Nothing of it is copied.
#[derive(Clone, Debug)]
pub struct Prose<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order; every token is in one.
    pub sentences: Vec<Sentence>,
    /// The language it was read in.
    pub language: &'t Language,
}

impl<'t> Prose<'t> {
    /// Cuts `text`, in time in proportion to its length.
    pub fn new(text: &'t str, language: &'t Language) -> Self {
        let tokens = tokenise::tokens(text, language);
        let sentences = sentence::sentences(text, &tokens, language);
        Self { text, tokens, sentences, language }
    }

    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or_default()
    }

    /// What stands at a sentence.
    pub fn spelled(&self, sentence: &Sentence) -> &'t str {
        sentence.span.of(self.text)
    }
}
