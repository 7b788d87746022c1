//! Verbs of saying in the passive: *was told that*, *was told by the mayor that*, *was described by her as*, *are said to have told*.

use std::ops::Range;

use crate::classes::Class;
use crate::complement::Complement;
use crate::cue::Found;
use crate::frames::Frame;
use crate::language::Verb;
use crate::reader::Reader;
use crate::tag::Tag;

impl Reader<'_, '_> {
    /// *was asked whether*, *were told that*, *was described by the mayor as*.
    pub(crate) fn passive(&self, at: usize, group: usize, verb: &Verb, begin: usize, end: usize) -> Option<Found> {
        if let Some(told) = self.told_of(at, group, begin, end) {
            return Some(told);
        }
        if let Some(found) = self.passive_by(at, group, verb, begin, end) {
            return Some(found);
        }
        if self.quoted_as_saying(at, end).is_some() {
            return None; // *“…,” he was quoted as saying, “…”*: told of *saying*
        }
        let mut complement = self.complement(at, verb, end);
        if complement.content.is_empty() && self.tag(at + 1) == Tag::To && verb.frames.has(Frame::That) {
            complement.content = vec![at + 1..self.clause_end(at + 1, end)]; // *is said to be ready*
        }
        // *is said to be ready*: the infinitive belongs to what is said.
        if self.tag(at + 1) == Tag::To
            && let Some(first) = complement.content.first_mut().filter(|part| part.start == at + 2)
        {
            first.start = at + 1;
        }
        if let Some(found) = self.it_is_said(at, group, verb, begin, end, &complement) {
            return Some(found);
        }
        let leads =
            matches!(self.tag(complement.content.first()?.start), Tag::That | Tag::To | Tag::Which | Tag::Subordinator)
                || complement.content.first().is_some_and(|part| self.tag_before(part.start) == Tag::That);
        if !leads {
            return None;
        }
        let subject = self.subject(group, begin);
        let mut found = self.found(at, group..complement.cue_end, None, complement, verb);
        if found.content.first().is_some_and(|part| self.tag(part.start) == Tag::To)
            && let Some(subject) = subject
        {
            found.content.insert(0, subject);
        }
        found.relayed = true;
        Some(found)
    }

    /// *The road is shut, it is understood.*
    fn it_is_said(
        &self,
        at: usize,
        group: usize,
        verb: &Verb,
        begin: usize,
        end: usize,
        complement: &Complement,
    ) -> Option<Found> {
        let it = group
            .checked_sub(1)
            .filter(|it| *it > begin && self.has(*it, Class::Thing) && self.tag(*it) == Tag::Pronoun)?;
        let tells = complement.content.is_empty() && verb.frames.has(Frame::That);
        let content = self.content_before(it, begin, begin, self.skip_scene(at + 1, end), end).filter(|_| tells)?;
        let complement = Complement { cue_end: at + 1, content, ..Complement::default() };
        Some(Found { relayed: true, before: true, ..self.found(at, group..at + 1, None, complement, verb) })
    }

    /// *was told by the mayor that*, *was described by her as*, *was rejected by the board*: who says it stands behind *by*.
    fn passive_by(&self, at: usize, group: usize, verb: &Verb, begin: usize, end: usize) -> Option<Found> {
        // *was dismissed as “theatre” by his office*
        let as_first = verb.frames.has(Frame::As) && self.is(at + 1, self.known.as_);
        let as_end = if as_first {
            (at + 2..end).find(|by| self.is(*by, self.known.by))?
        } else {
            self.behind_time(at + 1, end)
        };
        if !self.is(as_end, self.known.by) {
            return None;
        }
        let doer = self.with_name_behind(as_end + 1..self.long_phrase_end(as_end + 1, end), end);
        let after = doer.end;
        let addressed = verb.frames.has(Frame::Person) || verb.frames.has(Frame::Persuade);
        let subject = self.claim_before(group, begin).or_else(|| self.subject(group, begin));
        let subject = subject.or_else(|| self.earlier_subject(group, begin, 4))?;
        // *by the farmers themselves that*
        let themselves = usize::from(self.tag(after) == Tag::Object);
        let scene = self.skip_scene(after + themselves, end);
        let named = scene == after && self.tag(after) == Tag::Comma && self.tag(after + 1) == Tag::That;
        let clause = if named { after + 1 } else { self.skip_cited(scene, end) };
        let that = self.tag(clause) == Tag::That && (verb.frames.has(Frame::That) || addressed);
        // *must be approved by the board*: the board has said nothing yet.
        if !that && (group..at).any(|token| self.tag(token) == Tag::Modal) {
            return None;
        }
        // Whoever tells somebody that something is so speaks, whatever they are.
        let tells = that && addressed;
        if !tells && !doer.clone().any(|token| self.may_be_doer(token)) {
            return None;
        }
        let cue = group..at + 1;
        // *was told by the navy to keep off*
        let to = self.tag(clause) == Tag::To && self.tag(clause + 1) == Tag::Base && addressed;
        if that || to {
            let from = clause + usize::from(that);
            let content = vec![from..self.clause_end(from, end)];
            let complement = Complement { cue_end: at + 1, content, ..Complement::default() };
            // Who was told to do something passes nothing on.
            let through = Some(subject).filter(|_| addressed && that).into_iter().collect();
            return Some(Found { through, ..self.found(at, cue, Some(doer), complement, verb) });
        }
        let mut content = vec![subject];
        if as_first {
            content.push(at + 2..as_end);
        } else if verb.frames.has(Frame::As) && self.is(after, self.known.as_) {
            content.push(after + 1..self.object_end(after + 1, end));
        } else if !verb.frames.has(Frame::Np) {
            return None;
        }
        let complement = Complement { cue_end: at + 1, content, ..Complement::default() };
        Some(self.found(at, cue, Some(doer), complement, verb))
    }

    /// *were told Wednesday by the chief*
    fn behind_time(&self, at: usize, end: usize) -> usize {
        if self.tag(at) == Tag::Time { self.phrase_end(at, end) } else { at }
    }

    fn may_be_doer(&self, token: usize) -> bool {
        self.tag(token) == Tag::Name || self.speaks(token) || self.classes(token).any(&[Class::Body, Class::Title])
    }

    /// *The agency’s claim that the road is open* was rejected: the noun of saying with its clause, where that ends at `group`.
    fn claim_before(&self, group: usize, begin: usize) -> Option<Range<usize>> {
        let claims = |at: &usize| {
            self.tag(*at) == Tag::Noun
                && self.prose.language.noun(self.word(*at)).is_some()
                && self.tag(*at + 1) == Tag::That
        };
        let claim = (begin..group).find(claims)?;
        let ends = self.before_main_verb(claim, claim + 2, begin, self.clause_end(claim + 2, group + 1)) == group;
        let start = self.long_phrase_ending(claim, begin).map_or(claim, |phrase| phrase.start);
        ends.then_some(start..group)
    }

    /// *are said to have told the paper that …*: the inner verb's own content, passed on by somebody.
    fn told_of(&self, at: usize, group: usize, begin: usize, end: usize) -> Option<Found> {
        let (to, have) = (at + 1, at + 2);
        // *are said to have told*, *is said to see it as*
        let inner = have + usize::from(self.tag(have) == Tag::Have);
        let bare = inner == have && self.tag(inner) != Tag::Base;
        if self.tag(to) != Tag::To || bare || inner >= end {
            return None;
        }
        let verb = self.prose.language.verb(self.word(inner))?;
        let complement = self.complement(inner, verb, end);
        if complement.content.is_empty() {
            return None;
        }
        let source = self.subject(group, begin)?;
        let mut found = self.found(at, group..complement.cue_end, Some(source), complement, verb);
        found.relayed = true;
        Some(found)
    }
}
