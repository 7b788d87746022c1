//! *Reportedly*, *allegedly*: told, and nobody is named who tells.

use crate::classes::Class;
use crate::cue::Found;
use crate::reader::Reader;
use crate::tag::Tag;

/// How far behind the adverb a verb of saying may stand that it belongs to.
const NEAR: usize = 3;

impl Reader<'_, '_> {
    /// The clause in which the adverb stands, unless the adverb belongs to a verb of saying.
    pub(crate) fn hearsay(&self, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let belongs = (at + 1..end.min(at + 1 + NEAR)).any(|verb| self.verb_cue(verb, begin, end, floor).is_some());
        if belongs {
            return None;
        }
        let from = floor.max(begin);
        let to = self.clause_end(at + 1, end);
        let mut content = Vec::new();
        if at > from {
            content.push(from..at);
        }
        if to > at + 1 {
            content.push(at + 1..to);
        }
        if self.tag(at + 1) == Tag::Comma || !self.has_tense(from..to) {
            return None;
        }
        let found = Found { head: at, cue: vec![at..at + 1], content, relayed: true, ..Found::default() };
        // *He is reportedly ready to settle*: who is ready is told of.
        let ready = self.tag(at + 1) == Tag::Adjective && self.has(at + 1, Class::Will) && self.tag(at + 2) == Tag::To;
        let group = self.group_start(at + 1, begin);
        match self.subject(group, begin).filter(|who| ready && self.may_speak(who)) {
            Some(who) => {
                Some(Found { cue: vec![group..at + 2], source: Some(who), content: vec![at + 2..to], ..found })
            }
            None => Some(found),
        }
    }
}
