//! Who says it where another quotes, or has heard it: *quoted her as saying*, *is quoted as saying*, *had heard from her that*.

use std::ops::Range;

use crate::classes::Class;
use crate::complement::Complement;
use crate::cue::Found;
use crate::frames::Frame;
use crate::language::Verb;
use crate::reader::Reader;
use crate::tag::Tag;

/// So far behind a verb of quoting its *as saying* stands at most, in tokens.
const AS_NEAR: usize = 14;

impl Reader<'_, '_> {
    /// *He had heard from a lawyer that …*: the lawyer says it, and he passes it on.
    pub(crate) fn heard_from(&self, at: usize, group: usize, verb: &Verb, begin: usize, end: usize) -> Option<Found> {
        let from = self.skip_adverbs(at + 1, end);
        if !verb.frames.has(Frame::Heard) || !self.is(from, self.known.from) {
            return None;
        }
        let after = self.long_phrase_end(from + 1, end);
        let that = self.skip_cited(self.skip_scene(after, end), end);
        if after == from + 1 {
            return None;
        }
        if self.tag(that) != Tag::That {
            return self.heard_behind(at, group, verb, from + 1..after, begin, end);
        }
        let content = vec![that + 1..self.clause_end(that + 1, end)];
        let complement = Complement { cue_end: from + 1, content, ..Complement::default() };
        let through = match self.quoting(group, begin) {
            Some((quoting, who)) => self.quoter(quoting, who.as_ref(), begin).into_iter().chain(who).collect(),
            None => self.subject(group, begin).into_iter().collect(),
        };
        Some(Found { through, ..self.found(at, group..from + 1, Some(from + 1..after), complement, verb) })
    }

    /// *The road is open, the paper heard from two of those present.*
    fn heard_behind(
        &self,
        at: usize,
        group: usize,
        verb: &Verb,
        whom: Range<usize>,
        begin: usize,
        end: usize,
    ) -> Option<Found> {
        let teller = self.subject(group, begin)?;
        let content = self.content_before(teller.start, begin, begin, self.skip_scene(whom.end, end), end)?;
        let found = self.found(at, group..whom.start, Some(whom), Complement::default(), verb);
        Some(Found { content, through: vec![teller], before: true, ..found })
    }

    /// *It had the story of the road from a clerk*: the clerk tells it.
    pub(crate) fn has_story_from(&self, at: usize, begin: usize, end: usize) -> Option<Found> {
        let story = at + 1..self.phrase_end(at + 1, end);
        let of = if self.is(story.end, self.known.of) { self.phrase_end(story.end + 1, end) } else { story.end };
        let told = |token: usize| self.has(token, Class::Story) || self.prose.language.noun(self.word(token)).is_some();
        let whom = of + 1..self.long_phrase_end(of + 1, end);
        let speaks = whom.clone().any(|token| self.speaks(token) || self.tag(token) == Tag::Name);
        if !story.clone().any(told) || !self.is(of, self.known.from) || !speaks {
            return None;
        }
        let teller = self.subject(self.group_start(at, begin), begin)?;
        let (cue, content) = (vec![at..at + 1, of..of + 1], vec![story.start..of]);
        // *from a clerk, who had been told of it by a guard*
        let (source, through) = match self.heard_by(&whom, end) {
            Some(further) => (further, vec![teller, whom]),
            None => (whom, vec![teller]),
        };
        Some(Found { head: at, cue, source: Some(source), content, through, ..Found::default() })
    }

    /// *The road is open, the radio said* it had heard from a driver: the verb of hearing, and from whom.
    pub(crate) fn had_it_from(&self, said: &Range<usize>) -> Option<(usize, Range<usize>)> {
        let heard = (said.start + 1..said.end).find(|at| !self.tag(*at).is_auxiliary())?;
        let hears = self.cue_verb(heard).is_some_and(|verb| verb.frames.has(Frame::Heard));
        let from = self.has(said.start, Class::Thing) && hears && self.is(heard + 1, self.known.from);
        from.then(|| (heard, heard + 2..self.long_phrase_end(heard + 2, said.end)))
    }

    /// Who quotes, where it is another than who is quoted.
    pub(crate) fn quoter(&self, quoting: usize, quoted: Option<&Range<usize>>, begin: usize) -> Option<Range<usize>> {
        self.subject(self.group_start(quoting, begin), begin).filter(|quoter| Some(quoter) != quoted)
    }

    /// *quoted her as saying*: the verb of saying behind *as*, for a verb of quoting at `at`.
    pub(crate) fn quoted_as_saying(&self, at: usize, end: usize) -> Option<usize> {
        if !self.has(at, Class::Quotes) {
            return None;
        }
        let as_at = (at + 1..end.min(at + AS_NEAR)).find(|token| self.is(*token, self.known.as_))?;
        // *as saying*, *as having said*
        let having = usize::from(self.tag(as_at + 2) == Tag::Participle);
        let says =
            matches!(self.tag(as_at + 1), Tag::Gerund | Tag::Have) && self.cue_verb(as_at + 1 + having).is_some();
        says.then_some(as_at + 1 + having)
    }

    /// For *saying* in *quoted her as saying*, *she is quoted as saying*: the verb of quoting, and who says it.
    pub(crate) fn quoting(&self, saying: usize, begin: usize) -> Option<(usize, Option<Range<usize>>)> {
        let as_at = saying.checked_sub(1).filter(|at| *at > begin && self.is(*at, self.known.as_))?;
        let quotes = |at: &usize| self.tag(*at).is_verb() && self.has(*at, Class::Quotes);
        let quoting = (begin.max(saying.saturating_sub(AS_NEAR))..as_at).rev().find(quotes)?;
        let group = self.group_start(quoting, begin);
        let passive = (group..quoting).any(|at| self.tag(at) == Tag::Be);
        let source = if passive { self.subject(group, begin) } else { Some(quoting + 1..as_at) };
        // *Vask, whom the paper quoted as saying*
        let whom = || {
            (begin..quoting).rev().find(|at| self.tag(*at) == Tag::Which).and_then(|whom| self.antecedent(whom, begin))
        };
        Some((quoting, source.filter(|source| !source.is_empty()).or_else(whom)))
    }
}
