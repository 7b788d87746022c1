//! Where does a noun phrase begin and end?
//!
//! A phrase is a run of determiners, adjectives, numbers, nouns and names; a determiner or a pronoun begins a new one. A
//! *long* phrase goes on over prepositions (*officials in the ministry*), over a participle or adjective that stands behind
//! its noun (*sources close to the talks*, *people involved*), and over *and*.

use std::ops::Range;

use crate::classes::Class;
use crate::frames::Frame;
use crate::reader::Reader;
use crate::tag::Tag;

impl Reader<'_, '_> {
    /// The phrase that ends with the token `last`, beginning no earlier than `begin`.
    pub(crate) fn phrase_ending(&self, last: usize, begin: usize) -> Option<Range<usize>> {
        let tag = self.tag(last);
        if matches!(tag, Tag::Pronoun | Tag::Object) {
            return Some(last..last + 1);
        }
        if !(tag.ends_phrase() || tag == Tag::Article || (tag == Tag::Adjective)) {
            return None;
        }
        let mut start = last;
        while let Some(before) = start.checked_sub(1).filter(|before| *before >= begin) {
            if self.begins_anew(start) && !self.joins_article(before) || self.is_edge_of_time(before, start) {
                break;
            }
            let joins = self.tag(before).is_nominal()
                || (self.tag(before) == Tag::Adverb && self.tag(start) == Tag::Adjective)
                || (self.tag(before) == Tag::Pronoun && self.tag(start) == Tag::Possessive)
                || (matches!(self.tag(before), Tag::Gerund | Tag::Participle)
                    && start.checked_sub(2).is_some_and(|at| self.tag(at) == Tag::Article));
            if !joins {
                break;
            }
            start = before;
        }
        Some(start..last + 1)
    }

    /// An article or *his* begins a phrase; *three* goes on with it: *the three people*.
    fn begins_anew(&self, at: usize) -> bool {
        let counts =
            self.has(at, Class::Number) && at.checked_sub(1).is_some_and(|before| self.has(before, Class::Definite));
        // *a date* | *his office dismissed*
        let owned = self.tag(at) == Tag::Possessive && self.token(at).is_some_and(|token| token.spaced);
        self.tag(at) == Tag::Article && !counts || owned
    }

    /// *both the*, *all the*, and a possessor before its clitic.
    fn joins_article(&self, before: usize) -> bool {
        self.tag(before) == Tag::Article && self.has(before, Class::Indefinite)
    }

    /// A day or month does not belong to the name after it: *On Tuesday* | *Mara Lind said*.
    fn is_edge_of_time(&self, before: usize, start: usize) -> bool {
        self.tag(before) == Tag::Time && matches!(self.tag(start), Tag::Name | Tag::Article | Tag::Pronoun)
    }

    /// The end of the phrase that begins at `first`; `first` itself if none does.
    pub(crate) fn phrase_end(&self, first: usize, end: usize) -> usize {
        if matches!(self.tag(first), Tag::Pronoun | Tag::Object) && first < end {
            return if self.tag(first + 1) == Tag::Possessive { self.phrase_end(first + 1, end) } else { first + 1 };
        }
        let mut at = first;
        while at < end {
            let tag = self.tag(at);
            let begins_anew = at > first
                && ((self.begins_anew(at) && !self.joins_article(at - 1))
                    || (tag == Tag::Time && self.tag_before(at).ends_phrase())
                    || (tag == Tag::Name && self.tag_before(at) == Tag::Time));
            let joins = tag.is_nominal() && !begins_anew
                || (tag == Tag::Adverb && self.tag(at + 1) == Tag::Adjective)
                || (tag == Tag::Gerund && at > first && matches!(self.tag_before(at), Tag::Article | Tag::Adjective));
            if !joins {
                break;
            }
            at += 1;
        }
        at
    }

    /// The long phrase that ends with `last`, as the subject of a verb that follows.
    pub(crate) fn long_phrase_ending(&self, last: usize, begin: usize) -> Option<Range<usize>> {
        let mut phrase = self.phrase_ending(last, begin)?;
        while let Some(start) = self.longer(&phrase, begin) {
            phrase.start = start;
        }
        Some(phrase)
    }

    /// Where the phrase begins if it goes on to the left.
    fn longer(&self, phrase: &Range<usize>, begin: usize) -> Option<usize> {
        let joint = phrase.start.checked_sub(1).filter(|joint| *joint > begin)?;
        let mut left = joint.checked_sub(1)?;
        let joins = match self.tag(joint) {
            Tag::Preposition => !self.has(joint, Class::Occasion) || self.is(joint, self.known.of),
            Tag::To => true,
            Tag::And => self.has(joint, Class::Joins),
            Tag::Participle | Tag::Gerund => self.cue_verb(joint).is_none_or(|verb| !verb.frames.has(Frame::Quote)),
            _ => false,
        };
        if !joins {
            return None;
        }
        // *close to the talks*, *involved in the talks*, *briefed on them*
        if matches!(self.tag(joint), Tag::Preposition | Tag::To)
            && matches!(self.tag(left), Tag::Adjective | Tag::Participle | Tag::Finite | Tag::Gerund)
            && !self.is_article_before(left)
        {
            let verb = self.cue_verb(left);
            if verb.is_some_and(|verb| verb.frames.has(Frame::Quote)) || self.tag(left.checked_sub(1)?).is_auxiliary() {
                return None;
            }
            left = left.checked_sub(1)?;
        }
        if left < begin
            || !(self.tag(left).ends_phrase() || self.has(left, Class::Number))
            || matches!(self.tag(left), Tag::Pronoun | Tag::Object) && !self.has(left, Class::Indefinite)
        {
            return None;
        }
        Some(self.phrase_ending(left, begin)?.start)
    }

    fn is_article_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| matches!(self.tag(before), Tag::Article | Tag::Possessive))
    }

    /// The end of the long phrase that begins at `first`: prepositions, and one *and*, are passed.
    pub(crate) fn long_phrase_end(&self, first: usize, end: usize) -> usize {
        let mut at = self.phrase_end(first, end);
        while at > first && at < end {
            let joint = self.tag(at);
            let mut next = at + 1;
            if matches!(joint, Tag::Adjective | Tag::Participle | Tag::Finite)
                && matches!(self.tag(next), Tag::Preposition | Tag::To)
                && self.cue_verb(at).is_none()
            {
                next += 1;
            } else if !(joint == Tag::Preposition && !self.has(at, Class::Occasion)
                || (joint == Tag::And && self.has(at, Class::Joins)))
            {
                break;
            }
            let after = self.phrase_end(next, end);
            if after == next || (joint == Tag::And && self.tag(after).is_tensed()) {
                break;
            }
            at = after;
        }
        at
    }

    /// *the governor, Odile Teixar,*: the phrase of somebody who holds an office or speaks, with the name behind its comma.
    pub(crate) fn with_name_behind(&self, phrase: Range<usize>, end: usize) -> Range<usize> {
        let name = phrase.end + 1..self.phrase_end(phrase.end + 1, end);
        let office = |at: usize| self.has(at, Class::Title) || self.speaks(at);
        // *an aide to the president, Mara Lind,*: it is the president's name.
        let own = phrase.start..self.phrase_end(phrase.start, phrase.end);
        let other = (own.end..phrase.end).any(|at| self.has(at, Class::Title));
        let named = self.tag(phrase.end) == Tag::Comma
            && name.len() > 1
            && own.clone().any(office)
            && !other
            && name.clone().all(|at| self.tag(at) == Tag::Name);
        let closed = name.end >= end || matches!(self.tag(name.end), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Bracket);
        if named && closed { phrase.start..name.end } else { phrase }
    }
}
