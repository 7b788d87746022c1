//! Which words tell that somebody said something, and who, and what?
//!
//! A verb of `verbs.txt` with a subject: the content stands behind it (*said that*), before it (*…, she said*), or on
//! both sides (*“…,” she said, “…”*).

use std::ops::Range;

use crate::classes::Class;
use crate::complement::Complement;
use crate::frames::Frame;
use crate::language::Verb;
use crate::reader::Reader;
use crate::tag::Tag;

/// An attribution as numbers of tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The verb or noun that makes the cue.
    pub head: usize,
    pub cue: Vec<Range<usize>>,
    pub source: Option<Range<usize>>,
    pub content: Vec<Range<usize>>,
    pub addressee: Option<Range<usize>>,
    /// The act of the data files.
    pub act: String,
    /// The content is a quote.
    pub quoted: bool,
    /// The content stands before the cue.
    pub before: bool,
    /// *reportedly*, *are said to*.
    pub relayed: bool,
    /// Who pass it on, outermost first: *the board was told by a clerk that*, *the paper quoted him as saying that*.
    pub through: Vec<Range<usize>>,
    /// The attribution within whose content it stands, by number; `usize::MAX` where that one has none yet.
    pub within: Option<usize>,
}

impl Found {
    pub(crate) fn covers(&self, token: usize) -> bool {
        self.content.iter().any(|part| part.contains(&token))
    }
}

impl Reader<'_, '_> {
    /// The attribution of the verb at `at`, in the sentence `begin..end`. `floor` is where content before a cue may begin.
    pub(crate) fn verb_cue(&self, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let verb = self.cue_verb(at)?;
        // *who heard it from the envoy*: what was heard is told elsewhere.
        let it = at + 1 + usize::from(self.is(at + 1, self.known.of));
        if verb.frames.has(Frame::Heard) && self.has(it, Class::Thing) && self.is(it + 1, self.known.from) {
            return None;
        }
        match self.tag(at) {
            Tag::Finite => self.active(at, at, verb, begin, end, floor),
            Tag::Base => self.with_auxiliary(at, verb, begin, end, floor),
            Tag::Participle => self.participle(at, verb, begin, end, floor),
            Tag::Gerund => self.gerund(at, verb, begin, end, floor),
            _ => None,
        }
    }

    fn with_auxiliary(&self, at: usize, verb: &Verb, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let group = self.group_start(at, begin);
        if group < at && self.tag(group).is_auxiliary() {
            return self.active(at, group, verb, begin, end, floor);
        }
        let to = at.checked_sub(1).filter(|to| *to >= begin && self.tag(*to) == Tag::To)?;
        let governor = to.checked_sub(1).filter(|governor| *governor >= begin)?;
        let tag = self.tag(governor);
        if !matches!(tag, Tag::Finite | Tag::Participle | Tag::Gerund | Tag::Base | Tag::Adverb | Tag::Noun | Tag::Name)
        {
            return None;
        }
        let complement = self.complement(at, verb, end);
        if complement.content.is_empty() {
            return None;
        }
        let source = self.earlier_subject(to, begin, 4)?;
        Some(self.found(at, at..complement.cue_end, Some(source), complement, verb))
    }

    fn participle(&self, at: usize, verb: &Verb, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let group = self.group_start(at, begin);
        let auxiliaries = || (group..at).map(|token| self.tag(token));
        if auxiliaries().any(|tag| tag == Tag::Be) {
            return self.passive(at, group, verb, begin, end);
        }
        if auxiliaries().any(|tag| tag == Tag::Have) {
            return self.active(at, group, verb, begin, end, floor);
        }
        None
    }

    fn gerund(&self, at: usize, verb: &Verb, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let group = self.group_start(at, begin);
        if (group..at).any(|token| self.tag(token) == Tag::Be) {
            return self.active(at, group, verb, begin, end, floor);
        }
        // *The paper has the envoy hearing from the minister that …*
        if let Some(doer) = self.had_doing(at, begin)
            && let Some(heard) = self.heard_from(at, at, verb, begin, end)
        {
            return Some(Found { through: vec![doer], ..heard });
        }
        let mut complement = self.complement(at, verb, end);
        // *“…,” he was quoted as saying*
        let quoting = self.quoting(at, begin);
        let before = quoting.as_ref().and_then(|(_, source)| source.as_ref()).filter(|_| complement.content.is_empty());
        let quoter = quoting.as_ref().and_then(|(quoting, source)| self.quoter(*quoting, source.as_ref(), begin));
        let first =
            |source: &Range<usize>| quoter.as_ref().map_or(source.start, |quoter| quoter.start.min(source.start));
        let said = before.and_then(|source| self.content_before(first(source), begin, floor, at + 1, end));
        let stands_before = said.is_some();
        complement.content = said.unwrap_or(complement.content);
        if complement.content.is_empty() {
            return None;
        }
        if let Some((quoting, source)) = quoting {
            // *Lind, whom the paper quoted as saying that …, left*
            let goes_on = |at: &usize| self.tag(*at) == Tag::Comma && self.tag(*at + 1).is_tensed();
            if let Some(last) = complement.content.last_mut()
                && let Some(comma) = last.clone().find(goes_on)
            {
                last.end = comma;
            }
            let mut found = self.found(at, at..complement.cue_end, source, complement, verb);
            found.through = self.quoter(quoting, found.source.as_ref(), begin).into_iter().collect();
            found.relayed = found.through.is_empty();
            found.before = stands_before;
            return Some(found);
        }
        let before = at.checked_sub(1).filter(|before| *before >= begin);
        let usual = || match before.map(|before| self.tag(before)) {
            // *came back saying*
            Some(Tag::Noun | Tag::Name) if !self.has(before?, Class::Adverb) => self.long_phrase_ending(before?, begin),
            _ => self
                .earlier_subject(at, begin, 4)
                .or_else(|| before.is_none().then(|| self.later_subject(at, end)).flatten()),
        };
        let source = self.had_doing(at, begin).or_else(usual);
        Some(self.found(at, at..complement.cue_end, source, complement, verb))
    }

    /// *Saying that …, the mayor left*: the subject behind the comma.
    fn later_subject(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let comma = (at..end).find(|token| self.tag(*token) == Tag::Comma)?;
        let after = self.long_phrase_end(comma + 1, end);
        (after > comma + 1).then_some(comma + 1..after)
    }

    /// A verb with tense and a subject of its own.
    fn active(&self, at: usize, group: usize, verb: &Verb, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let frames = self.frames_with_particle(at, verb);
        let speaks = [Frame::Quote, Frame::That, Frame::ThatOnly].iter().any(|frame| frames.has(*frame));
        if speaks
            && group == at
            && !verb.frames.has(Frame::Addressed)
            && let Some(found) = self.inverted(at, verb, begin, end, floor)
        {
            return Some(found);
        }
        if let Some(heard) = self.heard_from(at, group, verb, begin, end) {
            return Some(heard);
        }
        if self.quoted_as_saying(at, end).is_some() {
            return None; // *quoted her as saying*: she says it
        }
        let subject = self.subject(group, begin);
        let complement = self.complement(at, verb, end);
        if let Some(speaker) = &subject
            && let Some((heard, whom)) = complement.content.first().and_then(|said| self.had_it_from(said))
            && let Some(content) = self.content_before(speaker.start, begin, floor, whom.end, end)
        {
            let through = vec![speaker.clone()];
            let found = self.found(heard, group..heard + 2, Some(whom), Complement::default(), verb);
            return Some(Found { content, through, before: true, ..found });
        }
        let behind_quote = speaks && subject.as_ref().is_some_and(|subject| self.is_behind_quote(subject.start, begin));
        let leads = complement.quoted
            || complement.content.first().is_some_and(|part| self.tag(part.start.saturating_sub(1)) == Tag::That);
        if !complement.content.is_empty() && (!behind_quote || leads) {
            let subject =
                subject.filter(|subject| self.may_speak(subject) || self.it_says(subject, verb, &complement))?;
            let cue = group..complement.cue_end;
            let mut found = self.found(at, cue, Some(subject.clone()), complement, verb);
            if found.quoted {
                self.add_quote_before(&mut found, subject.start, begin);
            }
            // *Nothing was promised, she wrote to the speaker: “Not a crown.”*
            let colon =
                found.quoted && found.content.first().is_some_and(|part| self.tag_before(part.start) == Tag::Colon);
            let clause = |parts: &Vec<Range<usize>>| {
                parts.iter().any(|part| self.has_tense(part.clone()) && self.tag(part.start) != Tag::Subordinator)
            };
            if colon
                && self.tag(subject.start.saturating_sub(1)) == Tag::Comma
                && let Some(mut before) = self.content_before(subject.start, begin, floor, end, end).filter(clause)
            {
                before.append(&mut found.content);
                (found.content, found.before) = (before, true);
                return Some(found);
            }
            if self.ends_in_quote(&found)
                && let Some(mut before) = self.content_before(subject.start, begin, floor, end, end)
            {
                before.append(&mut found.content);
                (found.content, found.before) = (before, true);
            }
            return Some(found);
        }
        if !speaks {
            return None;
        }
        let stopped = if behind_quote { self.skip_scene(at + 1, end) } else { complement.stopped };
        let far = || self.source_behind_quote(group, begin);
        let subject = subject
            .filter(|subject| {
                let before = subject.start.saturating_sub(1);
                behind_quote || self.tag(before) == Tag::Comma || self.is(before, self.known.so)
            })
            .or_else(far)?;
        let content = self.content_before(subject.start, begin, floor, stopped, end)?;
        let complement = Complement { stopped, content: Vec::new(), ..complement };
        let mut found = self.found(at, group..complement.cue_end, Some(subject), complement.clone(), verb);
        found.content = content;
        found.before = true;
        self.add_after(&mut found, complement.stopped, end);
        Some(found)
    }

    /// *Said the mayor: “…”*
    fn verb_first(&self, at: usize, verb: &Verb, end: usize) -> Option<Found> {
        let subject = self.inverted_subject(at, end)?;
        let mark = self.skip_scene(subject.end, end);
        let quote = self.opens_quote(mark + 1).filter(|_| matches!(self.tag(mark), Tag::Comma | Tag::Colon))?;
        let complement =
            Complement { content: vec![quote.open..quote.close + 1], quoted: true, ..Complement::default() };
        Some(self.found(at, at..at + 1, Some(subject), complement, verb))
    }

    /// *“…,” said the mayor*, *…, says the board*.
    fn inverted(&self, at: usize, verb: &Verb, begin: usize, end: usize, floor: usize) -> Option<Found> {
        if at == begin {
            return self.verb_first(at, verb, end);
        }
        let before = at.checked_sub(1).filter(|before| *before >= begin)?;
        let quoted = self.closes_quote(before).is_some();
        if !quoted && self.tag(before) != Tag::Comma {
            return None;
        }
        let subject = self.inverted_subject(at, end).filter(|who| !self.is_time_phrase(who.start, who.end))?;
        // *said four people briefed on the talks*
        let reduced = self.describes(subject.end);
        let subject = if reduced { subject.start..self.long_phrase_end(subject.end + 2, end) } else { subject };
        if self.tag(subject.end).is_tensed() && !quoted {
            return None;
        }
        let stopped = self.skip_scene(self.behind_clause(subject.end, end), end);
        let ends = matches!(self.tag(stopped), Tag::Comma | Tag::Stop) || self.spelled(stopped) == ";";
        if !quoted && !ends && stopped < end {
            return None;
        }
        let content = self.content_before(at, begin, floor, stopped, end)?;
        let mut found = self.found(at, at..at + 1, Some(subject), Complement::default(), verb);
        found.content = content;
        found.before = true;
        self.add_after(&mut found, stopped, end);
        // *Ada Orme, the mayor, rejected the report*: a name with its office says nothing, and the report did not reject it.
        let says = |part: &Range<usize>| part.clone().any(|token| self.tag(token).is_tensed());
        let told = quoted || found.content.iter().any(says) || self.is_told_by(&found, verb);
        told.then_some(found)
    }

    /// *The truce lapses at noon, said two mediators*: words, none of which is known to be a verb, of somebody who speaks.
    fn is_told_by(&self, found: &Found, verb: &Verb) -> bool {
        let comma = |part: &Range<usize>| part.clone().any(|at| self.tag(at) == Tag::Comma);
        let speaks = |at: usize| self.speaks(at) || self.classes(at).any(&[Class::Body, Class::Paper]);
        let who = found.source.clone().is_some_and(|mut source| source.any(speaks));
        let long = found.content.iter().map(Range::len).sum::<usize>() > 4;
        who && long && verb.frames.has(Frame::That) && !found.content.iter().any(comma)
    }

    /// *says a letter that the mayor let us read*: behind what is told of the one who says it.
    fn behind_clause(&self, from: usize, end: usize) -> usize {
        let clause = matches!(self.tag(from), Tag::That | Tag::Which);
        let mark = (from..end).find(|at| matches!(self.tag(*at), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Quote));
        if clause { mark.unwrap_or(end) } else { from }
    }

    pub(crate) fn found(
        &self,
        head: usize,
        cue: Range<usize>,
        source: Option<Range<usize>>,
        complement: Complement,
        verb: &Verb,
    ) -> Found {
        let hearsay = cue.start.saturating_sub(2)..cue.end;
        let relayed = hearsay.into_iter().any(|token| self.has(token, Class::Hearsay));
        Found {
            head,
            cue: vec![cue],
            source,
            content: complement.content,
            addressee: complement.addressee,
            act: verb.act.clone(),
            quoted: complement.quoted,
            before: false,
            relayed,
            through: Vec::new(),
            within: None,
        }
    }
}
