//! Quotes without a verb of saying: *she put it like this: “…”*, *“…” was the answer of the board*.

use crate::classes::Class;
use crate::cue::Found;
use crate::reader::Reader;
use crate::tag::Tag;

impl Reader<'_, '_> {
    /// *One of them put it like this: “…”*: a whole utterance behind the colon is of whoever the sentence is about.
    pub(crate) fn put_like_this(&self, colon: usize, begin: usize, end: usize) -> Option<Found> {
        let quote = self.opens_quote(colon + 1)?;
        let stop = usize::from(self.tag(quote.close + 1) == Tag::Stop);
        if quote.close + 1 + stop < end {
            return None;
        }
        // *The board, which meets today, let it be known: “…”*: not the verb of what describes it.
        let describes = |at: usize| at > begin && self.tag_before(at) == Tag::Which;
        let tells = |at: &usize| self.tag(*at).is_tensed() && self.quote_at(*at).is_none() && !describes(*at);
        let verb = (begin..colon).find(tells);
        let Some(verb) = verb else {
            return self.answered(colon, begin, quote.open..quote.close + 1);
        };
        if self.tag(verb) != Tag::Finite {
            return None;
        }
        let source = self.subject(verb, begin).filter(|source| self.may_speak(source))?;
        let who = source.clone().any(|at| self.tag(at) == Tag::Name || self.speaks(at) || self.tag(at) == Tag::Pronoun);
        who.then(|| Found {
            head: verb,
            cue: vec![verb..colon],
            source: Some(source),
            content: vec![quote.open..quote.close + 1],
            quoted: true,
            ..Found::default()
        })
    }

    /// *The registrar’s verdict on that: “guesswork”*.
    fn answered(&self, colon: usize, begin: usize, quote: std::ops::Range<usize>) -> Option<Found> {
        let noun = (begin + 1..colon).find(|at| self.has(*at, Class::Answer));
        let owner = noun.and_then(|noun| Some((noun, self.possessor(noun, begin)?)));
        let (cue, source) = owner.or_else(|| Some((colon, self.named_before_quote(colon, begin)?)))?;
        Some(Found {
            head: cue,
            cue: vec![cue..cue + 1],
            source: Some(source),
            content: vec![quote],
            quoted: true,
            ..Found::default()
        })
    }

    /// *The paper has it that the road is open*.
    pub(crate) fn has_it_that(&self, at: usize, begin: usize, end: usize) -> Option<Found> {
        if !self.has(at + 1, Class::Thing) || self.tag(at + 2) != Tag::That || at + 3 >= end {
            return None;
        }
        let source = self.subject(at, begin).filter(|source| self.may_speak(source))?;
        Some(Found {
            head: at,
            cue: vec![at..at + 2],
            source: Some(source),
            content: vec![at + 3..self.clause_end(at + 3, end)],
            ..Found::default()
        })
    }

    /// *The bank let it be known that …*, *…, the bank let it be known*.
    pub(crate) fn let_be_known(&self, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let row = self.has(at, Class::Lets) && self.has(at + 1, Class::Thing) && self.tag(at + 2) == Tag::Be;
        if !row || !self.is(at + 3, self.known.known) {
            return None;
        }
        let source = self.subject(self.group_start(at, begin), begin).filter(|source| self.may_speak(source))?;
        let behind = self.skip_scene(at + 4, end);
        let after = (self.tag(behind) == Tag::That).then(|| vec![behind + 1..self.clause_end(behind + 1, end)]);
        let before = after.is_none();
        let content = after.or_else(|| self.content_before(source.start, begin, floor, behind, end))?;
        Some(Found { head: at, cue: vec![at..at + 4], source: Some(source), content, before, ..Found::default() })
    }

    /// *“…” is Okell’s answer to the report*.
    fn owned_answer(&self, be: usize, quote: std::ops::Range<usize>, end: usize) -> Option<Found> {
        let noun = (be + 2..end.min(be + 8)).find(|at| self.has(*at, Class::Answer))?;
        let source = self.possessor(noun, be).filter(|source| source.start == be + 1)?;
        let (cue, content) = (vec![be..be + 1, noun..noun + 1], vec![quote]);
        Some(Found { head: be, cue, source: Some(source), content, quoted: true, before: true, ..Found::default() })
    }

    /// *“…,” was the answer of the board*.
    pub(crate) fn was_the_answer(&self, be: usize, begin: usize, end: usize) -> Option<Found> {
        let close = be.checked_sub(1).filter(|close| *close >= begin)?;
        let quote = self.closes_quote(close).filter(|_| self.is_utterance(close))?;
        let of = self.phrase_end(be + 1, end);
        let after = self.long_phrase_end(of + 1, end);
        if let Some(found) = self.owned_answer(be, quote.open..quote.close + 1, end) {
            return Some(found);
        }
        let told = self.tag(be + 1) == Tag::Article && self.is(of, self.known.of) && after > of + 1;
        let speaks = (of + 1..after).any(|at| self.tag(at) == Tag::Name || self.speaks(at));
        (told && speaks).then(|| Found {
            head: be,
            cue: vec![be..of],
            source: Some(of + 1..after),
            content: vec![quote.open..quote.close + 1],
            quoted: true,
            before: true,
            ..Found::default()
        })
    }
}
