//! From whom does a source have it, by its own words?
//!
//! *Two officials told by the minister*, *a diplomat who had spoken with the envoy*, *…, who heard it from one of them*: one
//! more hop behind the source, if the text says so of the source itself. Who was *briefed* by somebody need not have this from them.

use std::ops::Range;

use crate::classes::Class;
use crate::reader::Reader;
use crate::tag::Tag;

/// So many tokens may lie between the word for hearing and the one before who was heard: *spoken at length with*.
const NEAR: usize = 4;

impl Reader<'_, '_> {
    /// Whom the source heard it from, told within it or right behind it, in a sentence that ends at `end`.
    pub(crate) fn heard_by(&self, source: &Range<usize>, end: usize) -> Option<Range<usize>> {
        let within = (source.start + 1..source.end).find_map(|at| self.heard_at(at, end));
        within.or_else(|| {
            let next = source.end + usize::from(self.tag(source.end) == Tag::Comma);
            self.heard_at(next, end)
        })
    }

    /// *told by the minister*, *who had heard it from her*, *having heard from her*, where that begins.
    fn heard_at(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let opens = match self.tag(at) {
            Tag::Participle | Tag::Finite => self.has(at, Class::Hears) && self.is(at + 1, self.known.by),
            Tag::Which => true,
            Tag::Gerund => self.has(at + 1, Class::Hears),
            _ => false,
        };
        if !opens || at >= end {
            return None;
        }
        // *quoting the commissioner, who in turn quoted the planters*
        let quotes =
            |at: &usize| self.tag(*at).is_verb() && (self.has(*at, Class::Quotes) || self.has(*at, Class::Citing));
        if self.tag(at) == Tag::Which
            && let Some(quoting) = (at + 1..end.min(at + 1 + NEAR)).find(quotes)
        {
            let whom = quoting + 1..self.long_phrase_end(quoting + 1, end);
            return Some(whom).filter(|whom| !whom.is_empty());
        }
        // *the Observer, which has it from a banker*
        let has_it = |at: &usize| self.tag(*at) == Tag::Have && self.has(*at + 1, Class::Thing);
        let verb = (at..end.min(at + NEAR)).find(|at| self.has(*at, Class::Hears) || has_it(at))?;
        // *who had heard nothing from the minister*
        if self.has(verb + 1, Class::Not) || self.has(verb + 1, Class::Little) {
            return None;
        }
        let from = |at: &usize| self.has(*at, Class::HeardFrom);
        let before = (verb + 1..end.min(verb + 1 + NEAR)).find(from)?;
        let whom = before + 1..self.long_phrase_end(before + 1, end);
        Some(self.with_name_behind(whom, end)).filter(|whom| !whom.is_empty())
    }
}
