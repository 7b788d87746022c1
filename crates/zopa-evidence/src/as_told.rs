//! *As the paper has reported, the road is open*; *the road is open, as the mayor said*.

use std::ops::Range;

use crate::classes::Class;
use crate::cue::Found;
use crate::frames::Frame;
use crate::reader::Reader;
use crate::tag::Tag;

/// Behind *as*: who tells, the verb with its auxiliaries, what stands behind it, and where all that ends.
struct Telling {
    teller: Range<usize>,
    cue: Range<usize>,
    head: usize,
    object: Range<usize>,
    stopped: usize,
}

impl Reader<'_, '_> {
    /// *As local radio has reported, the road is open.*
    pub(crate) fn as_reported(&self, at: usize, begin: usize, end: usize) -> Option<Found> {
        if at != begin || !self.is(at, self.known.as_) {
            return None;
        }
        let told = self.telling(at, end)?;
        let that = self.cue_verb(told.head).is_some_and(|verb| verb.frames.has(Frame::That));
        if !that || self.tag(told.stopped) != Tag::Comma {
            return None;
        }
        let content = vec![told.stopped + 1..self.clause_end(told.stopped + 1, end)];
        Some(self.as_found(told, content, false))
    }

    /// *The road, as the mayor told the paper, is open*; *“we pay rent”, as the paper quoted the envoy*.
    pub(crate) fn as_said(&self, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let mark = at.checked_sub(1).filter(|mark| *mark >= begin && self.is(at, self.known.as_))?;
        if self.tag(mark) != Tag::Comma && self.closes_quote(mark).is_none() {
            return None;
        }
        let told = self.telling(at, end)?;
        let content = self.content_before(at, begin, floor, told.stopped, end)?;
        let content = content.into_iter().map(|part| self.what_is_denied(&part).unwrap_or(part)).collect();
        let stopped = told.stopped;
        let mut found = self.as_found(told, content, true);
        self.add_after(&mut found, stopped, end);
        Some(found)
    }

    /// *It denied that he led the team, as the agency had reported*: the agency reported that he led it.
    fn what_is_denied(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let denies = |at: &usize| self.cue_verb(*at).is_some_and(|verb| verb.act == "denial");
        let verb = part.clone().find(|at| denies(at))?;
        let that = (verb + 1..part.end).find(|at| self.tag(*at) == Tag::That)?;
        Some(that + 1..part.end)
    }

    fn telling(&self, as_at: usize, end: usize) -> Option<Telling> {
        let teller = as_at + 1..self.long_phrase_end(as_at + 1, end);
        let head = self.skip_auxiliaries(teller.end, end);
        let verb = self.cue_verb(head)?;
        let put = self.has(head, Class::Puts) && self.has(head + 1, Class::Thing);
        let tells = [Frame::Quote, Frame::That].iter().any(|frame| verb.frames.has(*frame));
        let quotes = self.has(head, Class::Quotes);
        // *as regards guarantees*: nobody tells.
        let is_somebody = |at: usize| {
            matches!(self.tag(at), Tag::Name | Tag::Pronoun | Tag::Object)
                || self.speaks(at)
                || self.classes(at).any(&[Class::Body, Class::Paper, Class::Title])
        };
        let somebody = teller.clone().any(is_somebody);
        if !somebody || !(tells || put || quotes) || !self.may_speak(&teller) {
            return None;
        }
        let object = head + 1 + usize::from(put)..self.long_phrase_end(head + 1 + usize::from(put), end);
        let stopped = self.skip_scene(object.end.max(object.start), end);
        let ends = matches!(self.tag(stopped), Tag::Comma | Tag::Stop | Tag::Dash) || self.spelled(stopped) == ";";
        (ends || stopped >= end).then_some(Telling { cue: teller.end..object.start, teller, head, object, stopped })
    }

    fn as_found(&self, told: Telling, content: Vec<Range<usize>>, before: bool) -> Found {
        let quoted = self.has(told.head, Class::Quotes) && !told.object.is_empty();
        let verb = self.cue_verb(told.head);
        let addressed =
            verb.is_some_and(|verb| verb.frames.has(Frame::Person)) || self.tag(told.object.start) == Tag::To;
        let source = if quoted { told.object.clone() } else { told.teller.clone() };
        Found {
            head: told.head,
            cue: vec![told.cue],
            source: Some(source),
            addressee: Some(told.object).filter(|object| addressed && !quoted && !object.is_empty()),
            through: Some(told.teller).filter(|_| quoted).into_iter().collect(),
            act: verb.map_or_else(String::new, |verb| verb.act.clone()),
            content,
            before,
            ..Found::default()
        }
    }
}
