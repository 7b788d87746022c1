//! What stands at a token, and around it? The questions that all rules ask.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::classes::{Class, Classes};
use crate::language::{Known, Verb};
use crate::outlets;
use crate::prose::Prose;
use crate::quotes::{self, Quote};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::tag::{self, Tag};
use crate::token::{Token, Word};

/// A text with what the rules need to know of it.
pub(crate) struct Reader<'p, 't> {
    pub prose: &'p Prose<'t>,
    pub tags: Vec<Tag>,
    pub quotes: Vec<Quote>,
    pub known: &'t Known,
    /// Names that the document itself shows to be those of outlets.
    pub outlets: BTreeSet<&'t str>,
}

impl<'p, 't> Reader<'p, 't> {
    pub(crate) fn new(prose: &'p Prose<'t>) -> Self {
        let (tags, quotes, known) = (tag::tags(prose), quotes::quotes(prose), prose.language.known());
        let mut reader = Self { prose, tags, quotes, known, outlets: BTreeSet::new() };
        reader.outlets = outlets::learnt(&reader);
        reader
    }

    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Other)
    }

    /// What stands in front of a word; [`Tag::Other`] in front of the first of the text.
    pub(crate) fn tag_before(&self, at: usize) -> Tag {
        at.checked_sub(1).map_or(Tag::Other, |before| self.tag(before))
    }

    pub(crate) fn token(&self, at: usize) -> Option<&Token> {
        self.prose.tokens.get(at)
    }

    pub(crate) fn word(&self, at: usize) -> Word {
        self.token(at).map_or(Word::UNKNOWN, |token| token.word)
    }

    pub(crate) fn is(&self, at: usize, word: Word) -> bool {
        word != Word::UNKNOWN && self.word(at) == word
    }

    pub(crate) fn spelled(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| token.span.of(self.prose.text))
    }

    pub(crate) fn classes(&self, at: usize) -> Classes {
        self.prose.language.classes(self.word(at))
    }

    pub(crate) fn has(&self, at: usize, class: Class) -> bool {
        self.classes(at).has(class)
    }

    /// A noun for those who speak: *officials*, *farmers*.
    pub(crate) fn speaks(&self, at: usize) -> bool {
        self.has(at, Class::Speaker)
            || self.tag(at) == Tag::Noun && self.prose.language.is_person(&self.spelled(at).to_lowercase())
    }

    /// The verb of saying at a token that stands as a verb.
    pub(crate) fn cue_verb(&self, at: usize) -> Option<&'t Verb> {
        if !self.tag(at).is_verb() {
            return None;
        }
        self.prose.language.verb(self.word(at))
    }

    /// The quote whose marks or words the token is.
    pub(crate) fn quote_at(&self, at: usize) -> Option<&Quote> {
        let after = self.quotes.partition_point(|quote| quote.open <= at);
        self.quotes.get(after.checked_sub(1)?).filter(|quote| quote.contains(at))
    }

    pub(crate) fn opens_quote(&self, at: usize) -> Option<&Quote> {
        self.quote_at(at).filter(|quote| quote.open == at)
    }

    pub(crate) fn closes_quote(&self, at: usize) -> Option<&Quote> {
        self.quote_at(at).filter(|quote| quote.close == at && quote.closed)
    }

    /// The bytes from the first to the last token of a range; nothing if it is empty.
    pub(crate) fn span(&self, tokens: &Range<usize>) -> Option<Span> {
        let within = self.prose.tokens.get(tokens.clone())?;
        Some(Span::new(within.first()?.span.start, within.last()?.span.end))
    }

    /// The sentence in which a token stands, with its number.
    pub(crate) fn sentence_of(&self, at: usize) -> Option<(usize, &Sentence)> {
        let after = self.prose.sentences.partition_point(|sentence| sentence.tokens.start <= at);
        let number = after.checked_sub(1)?;
        Some((number, self.prose.sentences.get(number)?))
    }

    /// Is there a verb with tense among the tokens, outside quotes?
    pub(crate) fn has_tense(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|at| self.tag(at).is_tensed())
    }
}
