//! Words that stand where they stand for emphasis, or without a verb of saying: *That he led it, she rules out*; *“…,” is how
//! she puts it*; *To the board, this is “theatre”*; *The paper has the envoy promising ships*.

use std::ops::Range;

use crate::classes::Class;
use crate::cue::Found;
use crate::frames::Frame;
use crate::names;
use crate::reader::Reader;
use crate::tag::Tag;

impl Reader<'_, '_> {
    /// *The paper has the envoy promising ships*, *it had her expecting a cut*: what follows is what the paper tells.
    pub(crate) fn has_somebody_doing(&self, at: usize, begin: usize, end: usize) -> Option<Found> {
        let doer = at + 1..self.long_phrase_end(at + 1, end);
        let named = doer.clone().any(|token| self.tag(token) == Tag::Name || self.speaks(token));
        let does = matches!(self.tag(doer.end), Tag::Gerund);
        if doer.is_empty() || !named || !does {
            return None;
        }
        let source = self.subject(self.group_start(at, begin), begin).filter(|source| self.tells(source))?;
        Some(Found {
            head: at,
            cue: vec![at..at + 1],
            source: Some(source),
            content: vec![doer.start..self.clause_end(doer.start, end)],
            ..Found::default()
        })
    }

    /// An outlet or a paper, and nobody who merely has somebody doing something.
    fn tells(&self, source: &Range<usize>) -> bool {
        let paper = |at: usize| self.classes(at).any(&[Class::Paper, Class::Outlet]);
        let it = source.len() == 1 && self.tag(source.start) == Tag::Pronoun && self.has(source.start, Class::Thing);
        it || names::outlet_in(self, source).is_some() || source.clone().any(paper)
    }

    /// Of an inner verb, *promising* in *has the envoy promising ships*: the envoy.
    pub(crate) fn had_doing(&self, gerund: usize, begin: usize) -> Option<Range<usize>> {
        let doer = self.long_phrase_ending(gerund.checked_sub(1).filter(|last| *last > begin)?, begin)?;
        let has = doer.start.checked_sub(1).filter(|has| *has > begin)?;
        (self.tag(has) == Tag::Have).then_some(doer)
    }

    /// *That he led the team, Menn rules out*; *that ships were sent he calls “old news”*.
    pub(crate) fn that_first(&self, at: usize, begin: usize, end: usize) -> Option<Found> {
        let first = at == begin || self.spelled(at.saturating_sub(1)) == ";";
        if !first || !self.has(at, Class::That) || !self.starts_clause(at + 1, end) {
            return None;
        }
        let told = |verb: &usize| self.closes_fronted(at, *verb, end);
        let (verb, source, behind) =
            (at + 2..end).filter(|verb| self.quote_at(*verb).is_none()).find_map(|verb| told(&verb))?;
        let known = self.cue_verb(verb)?;
        let comma = usize::from(self.tag_before(source.start) == Tag::Comma);
        let mut content = vec![at + 1..source.start - comma];
        content.extend(Some(behind.clone()).filter(|behind| !behind.is_empty()));
        let cue = source.end..behind.start;
        Some(Found {
            head: verb,
            cue: vec![cue],
            source: Some(source),
            content,
            act: known.act.clone(),
            ..Found::default()
        })
    }

    /// A verb of saying with its subject behind the clause that begins at `that`, and nothing behind it but a quote or *as*.
    fn closes_fronted(&self, that: usize, verb: usize, end: usize) -> Option<(usize, Range<usize>, Range<usize>)> {
        let known = self.cue_verb(verb).filter(|_| self.tag(verb) == Tag::Finite)?;
        let takes = [Frame::That, Frame::Np, Frame::Be, Frame::As].iter();
        let particle = known.particles.iter().any(|(word, _)| *word == self.word(verb + 1));
        let behind = verb + 1 + usize::from(particle);
        let source = self.subject(self.group_start(verb, that), that).filter(|source| self.may_speak(source))?;
        let judged = self.opens_quote(behind).map(|quote| quote.close + 1);
        let judged = judged.or_else(|| self.is(behind, self.known.as_).then(|| self.object_end(behind, end)));
        let after = judged.unwrap_or(behind);
        let ends = after >= end || matches!(self.tag(after), Tag::Stop) || self.spelled(after) == ";";
        let clause = self.has_tense(that + 1..source.start);
        let fits = particle || takes.clone().any(|frame| known.frames.has(*frame));
        (ends && clause && fits && source.start > that + 2).then_some((verb, source, behind..after))
    }

    /// *“…,” is how she puts it*.
    pub(crate) fn is_how(&self, be: usize, begin: usize, end: usize) -> Option<Found> {
        let close = be.checked_sub(1).filter(|close| *close >= begin)?;
        let quote = self.closes_quote(close).filter(|_| self.is_utterance(close))?;
        let how = be + 1;
        let source = how + 1..self.long_phrase_end(how + 1, end);
        let source = self.with_name_behind(source, end);
        let verb = self.skip_auxiliaries(source.end + usize::from(self.tag(source.end) == Tag::Comma), end);
        let tells = self.has(verb, Class::Puts) || self.cue_verb(verb).is_some() || self.tag(verb) == Tag::Have;
        if self.tag(how) != Tag::Which || source.is_empty() || !tells {
            return None;
        }
        Some(Found {
            head: be,
            cue: vec![be..how + 1],
            source: Some(source),
            content: vec![quote.open..quote.close + 1],
            quoted: true,
            before: true,
            ..Found::default()
        })
    }

    /// *To the board, this is “theatre”*: in a sentence without a verb of saying, a judgement with its words quoted.
    pub(crate) fn is_to_somebody(&self, at: usize, begin: usize, end: usize) -> Option<Found> {
        if at != begin || !matches!(self.tag(at), Tag::To | Tag::Preposition) || !self.has(at, Class::Viewing) {
            return None;
        }
        let source = at + 1..self.long_phrase_end(at + 1, end);
        let who = source.clone().any(|token| self.tag(token) == Tag::Name || self.speaks(token));
        let mut clauses = (source.end..end).filter(|comma| self.tag(*comma) == Tag::Comma);
        let from = clauses.find(|comma| self.starts_clause(comma + 1, end))? + 1;
        let until = self.clause_end(from, end);
        let quotes = (from..until).any(|token| self.opens_quote(token).is_some());
        let told = (from..end).any(|token| self.quote_at(token).is_none() && self.cue_verb(token).is_some());
        (who && quotes && !told).then(|| Found {
            head: at,
            cue: vec![at..at + 1],
            source: Some(source),
            content: vec![from..until],
            ..Found::default()
        })
    }

    /// *Stagg, two minutes later: “…”*, *the minister, asked about it: “…”*.
    pub(crate) fn named_before_quote(&self, colon: usize, begin: usize) -> Option<Range<usize>> {
        let source = begin..self.long_phrase_end(begin, colon);
        let who = source.clone().any(|token| self.tag(token) == Tag::Name || self.speaks(token));
        (who && self.tag(source.end) == Tag::Comma).then_some(source)
    }
}
