//! What stands behind a verb of saying: to whom, and what?

use std::ops::Range;

use crate::classes::Class;
use crate::cue::Found;
use crate::frames::{Frame, Frames};
use crate::language::Verb;
use crate::names;
use crate::reader::Reader;
use crate::tag::Tag;

/// What was found behind a cue.
#[derive(Clone, Debug, Default)]
pub(crate) struct Complement {
    /// The end of the cue: behind the verb and its particle or preposition.
    pub cue_end: usize,
    /// The content; empty if none stands behind the cue.
    pub content: Vec<Range<usize>>,
    pub addressee: Option<Range<usize>>,
    /// The content is a quote behind the cue.
    pub quoted: bool,
    /// Where the reading stopped.
    pub stopped: usize,
}

/// The longest aside between a word of saying and its *that*, in tokens.
const ASIDE: usize = 16;

impl Reader<'_, '_> {
    /// What stands behind the verb at `at`, in a sentence that ends at `end`.
    pub(crate) fn complement(&self, at: usize, verb: &Verb, end: usize) -> Complement {
        let mut found = Complement { cue_end: at + 1, stopped: at + 1, ..Complement::default() };
        let mut next = at + 1;
        let mut frames = verb.frames;
        let particle = self.word(next);
        let special: Vec<Frame> =
            verb.particles.iter().filter(|(word, _)| *word == particle).map(|(_, frame)| *frame).collect();
        if !special.is_empty() && next < end {
            frames = Frames::default();
            special.iter().for_each(|frame| frames.add(*frame));
            next += 1;
            found.cue_end = next;
        }
        // *commits itself to*
        let oneself = frames.has(Frame::Oneself) && self.tag(next) == Tag::Object;
        next = self.skip_adverbs(next + usize::from(oneself), end);
        if let Some(raised) = self.raised(next, frames, end) {
            found.content = vec![raised.start..self.clause_end(raised.end, end)];
            return found;
        }
        if let Some(addressee) = self.addressee(next, verb, frames, end) {
            next = self.skip_adverbs(addressee.end, end);
            found.addressee = Some(addressee);
        }
        // *What they dispute is that …*
        if self.tag(next) == Tag::Be && self.tag(next + 1) == Tag::That && frames.has(Frame::That) && next + 2 < end {
            found.content = vec![next + 2..self.clause_end(next + 2, end)];
            return found;
        }
        if let Some(content) = self.content_at(next, verb, frames, found.addressee.is_some(), end, &mut found) {
            found.content = content;
            return found;
        }
        let behind = self.skip_cited(self.skip_scene(next, end), end);
        // *said of the paper’s report that the road is open*: the paper tells so.
        let of_another = behind > next && self.tag(behind) == Tag::That && self.is_outlets_noun(behind - 1, next);
        if behind > next
            && !of_another
            && let Some(content) = self.content_at(behind, verb, frames, true, end, &mut found)
        {
            found.content = content;
            return found;
        }
        found.stopped = behind;
        found
    }

    /// Behind *commits itself*, *asked instead*.
    fn behind_itself(&self, from: usize, frames: Frames, end: usize) -> usize {
        let oneself = frames.has(Frame::Oneself) && self.tag(from) == Tag::Object;
        self.skip_adverbs(from + usize::from(oneself), end)
    }

    pub(crate) fn skip_adverbs(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        loop {
            // *insisted, however, that*
            let aside = self.tag(at) == Tag::Comma && self.tag(at + 1) == Tag::Adverb && self.tag(at + 2) == Tag::Comma;
            at += match self.tag(at) {
                Tag::Adverb if at < end => 1,
                Tag::Comma if aside && at + 3 < end && !matches!(self.tag(at + 3), Tag::Quote | Tag::Stop) => 3,
                _ => return at,
            };
        }
    }

    /// *told* the newspaper *that …*, *urged* the board *to …*.
    fn addressee(&self, from: usize, verb: &Verb, frames: Frames, end: usize) -> Option<Range<usize>> {
        if !frames.has(Frame::Person) && !frames.has(Frame::Persuade) {
            return None;
        }
        if let Some(asked) = self.asked_for(from, verb, end) {
            return Some(asked);
        }
        let whole = self.long_phrase_end(from, end);
        // *told the envoys, and three more lack a signature*: the comma ends who was told.
        let comma = (from..whole).find(|at| self.tag(*at) == Tag::Comma);
        // *promised a list by Friday*: a thing that nobody is told, and nothing further.
        let is_thing = |after: usize| {
            let ends = matches!(self.tag(after), Tag::Comma | Tag::Stop | Tag::Quote | Tag::Preposition | Tag::Time);
            frames.has(Frame::Np) && ends && {
                let head = from..self.phrase_end(from, end);
                !head.clone().any(|at| self.is_somebody(at))
            }
        };
        let leads = |after: &usize| *after > from && !is_thing(*after) && self.leads_on(*after, frames, end);
        [Some(whole), comma].into_iter().flatten().find(leads).map(|after| from..after)
    }

    /// *asked* both sides *for a letter*, *told* her *of a promise*: nothing further follows that would be the content.
    fn asked_for(&self, from: usize, verb: &Verb, end: usize) -> Option<Range<usize>> {
        let told = from..self.phrase_end(from, end);
        if told.is_empty() || !verb.prepositions.contains(&self.word(told.end)) {
            return None;
        }
        // *the envoys of the member states*; *asked for comment*; *pressed her for an hour*.
        let owned = self.is(told.end, self.known.of) && self.has(told.end + 1, Class::Definite);
        let mut asked = told.end + 1..self.phrase_end(told.end + 1, end);
        let whole = self.long_phrase_end(told.end + 1, end);
        let answer = asked.any(|at| self.has(at, Class::Answer));
        let hour = whole.checked_sub(1).is_some_and(|last| self.tag(last) == Tag::Time);
        let behind = self.skip_scene(self.long_phrase_end(from, end), end);
        let clause = matches!(self.tag(behind), Tag::That | Tag::Which | Tag::Colon | Tag::Quote)
            || self.tag(behind) == Tag::To && self.tag(behind + 1) == Tag::Base
            || self.tag(behind) == Tag::Comma && self.opens_quote(behind + 1).is_some()
            || self.is_whether(behind);
        let who = told.clone().any(|at| self.is_somebody(at));
        (who && !clause && !owned && !answer && !hour).then_some(told)
    }

    /// *the paper’s report*, *the agency’s claim*, ending with `noun`.
    fn is_outlets_noun(&self, noun: usize, begin: usize) -> bool {
        let tells = self.tag(noun) == Tag::Noun && self.prose.language.noun(self.word(noun)).is_some();
        let outlet = |owner: Range<usize>| {
            names::outlet_in(self, &owner).is_some() || owner.clone().any(|at| self.has(at, Class::Publisher))
        };
        tells && self.possessor(noun, begin).is_some_and(outlet)
    }

    /// A name, a pronoun, or a noun for those who can be told something.
    fn is_somebody(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Name | Tag::Object | Tag::Pronoun)
            || self.speaks(at)
            || self.classes(at).any(&[Class::Title, Class::Body])
    }

    /// *wants* the crews *to leave*: nobody is told; the crews belong to what is wanted.
    fn raised(&self, from: usize, frames: Frames, end: usize) -> Option<Range<usize>> {
        let after = self.long_phrase_end(from, end);
        let to = self.tag(after) == Tag::To && self.tag(after + 1) == Tag::Base;
        (frames.has(Frame::Raising) && after > from && to).then_some(from..after)
    }

    /// Does content stand behind who was told, or an end?
    fn leads_on(&self, after: usize, frames: Frames, end: usize) -> bool {
        let follows = self.skip_scene(after, end);
        match self.tag(follows) {
            Tag::That | Tag::Which | Tag::Colon => true,
            Tag::To => self.tag(follows + 1) == Tag::Base,
            Tag::Subordinator => self.is_whether(follows),
            Tag::Comma | Tag::Stop | Tag::Quote | Tag::Preposition => frames.has(Frame::Person),
            // *promised dairies ten years*
            Tag::Number if frames.has(Frame::Np) && frames.has(Frame::Person) => true,
            Tag::Pronoun | Tag::Article | Tag::Name | Tag::Noun | Tag::Possessive => {
                frames.has(Frame::Person) && self.starts_clause(follows, end)
            }
            _ => false,
        }
    }

    pub(crate) fn is_whether(&self, at: usize) -> bool {
        self.has(at, Class::Whether) || self.tag(at) == Tag::Which
    }

    /// Behind days, places and occasions: *on Monday*, *in a statement*, *to reporters in the capital*.
    pub(crate) fn skip_scene(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            let next = match self.tag(at) {
                Tag::Time => self.phrase_end(at, end),
                Tag::Article | Tag::Adjective if self.is_time_phrase(at, end) => self.phrase_end(at, end),
                Tag::Preposition => self.long_phrase_end(at + 1, end),
                Tag::To if self.tag(at + 1) != Tag::Base => self.long_phrase_end(at + 1, end),
                Tag::Adverb => at + 1,
                Tag::Gerund if self.tag(at + 1) == Tag::Preposition || self.tag(at + 1) == Tag::Article => {
                    self.long_phrase_end(at + 1, end)
                }
                Tag::Participle | Tag::Finite if at > from && self.tag(at + 1) == Tag::Preposition => {
                    self.long_phrase_end(at + 2, end)
                }
                _ => at,
            };
            if next <= at + usize::from(self.tag(at) == Tag::Preposition) {
                break;
            }
            at = next;
        }
        at
    }

    /// *reported, quoting two officials, that*, *told it, by the paper’s account, that*: behind an aside, if *that* follows.
    pub(crate) fn skip_cited(&self, from: usize, end: usize) -> usize {
        let told = |that: &usize| {
            !self.has_tense(from + 1..that.saturating_sub(1)) || self.is_tag(from + 1, that.saturating_sub(1))
        };
        self.that_behind_aside(from, end).filter(told).unwrap_or(from)
    }

    /// *, made by an adviser and carried by the paper,* that: where *that* stands, behind an aside that begins at `from`.
    pub(crate) fn that_behind_aside(&self, from: usize, end: usize) -> Option<usize> {
        let opens = self.tag(from) == Tag::Comma;
        let mut aside = (from + 1..end.min(from + ASIDE)).filter(|_| opens);
        let that = aside.find(|at| self.tag(*at) == Tag::Comma)? + 1;
        (self.tag(that) == Tag::That).then_some(that)
    }

    /// *she says*, *the Bay News writes*, *says the weekly*: somebody tells, and no more.
    pub(crate) fn is_tag(&self, from: usize, end: usize) -> bool {
        let tells = |at: usize| {
            let says = |verb: &Verb| verb.frames.has(Frame::Quote) || verb.frames.has(Frame::Addressed);
            matches!(self.tag(at), Tag::Finite) && self.cue_verb(at).is_some_and(says)
        };
        let behind = self.long_phrase_end(from, end);
        tells(from) && self.long_phrase_end(from + 1, end) == end
            || behind > from && {
                let verb = self.skip_auxiliaries(self.skip_reduced(behind, end), end);
                let told = self.long_phrase_end(verb + 1, end).max(verb + 1);
                tells(verb) && (self.skip_scene(verb + 1, end) >= end || self.skip_scene(told, end) >= end)
            }
    }

    /// *It never wrote, a spokesman insisted, that …*: who tells it, where that stands between the verb and its *that*.
    pub(crate) fn interposed(&self, one: &Found, begin: usize) -> Option<Found> {
        let (from, that) = (one.cue.last()?.end, one.content.first()?.start.checked_sub(1)?);
        let open = (from..that).find(|at| self.tag(*at) == Tag::Comma)?;
        let close = (open + 1..that).rev().find(|at| self.tag(*at) == Tag::Comma)?;
        if self.tag(that) != Tag::That || close + 1 != that || !self.is_tag(open + 1, close) {
            return None;
        }
        let head = (open + 1..close).find(|at| self.tag(*at) == Tag::Finite && self.cue_verb(*at).is_some())?;
        let source = if head == open + 1 {
            self.inverted_subject(head, close)?
        } else {
            open + 1..self.long_phrase_end(open + 1, head)
        };
        let told = head + 1..self.long_phrase_end(head + 1, close);
        let addressed = self.cue_verb(head).is_some_and(|verb| verb.frames.has(Frame::Addressed));
        let rest = one.content.first()?.end;
        Some(Found {
            head,
            cue: vec![head..head + 1],
            source: Some(source),
            addressee: Some(told).filter(|told| addressed && !told.is_empty()),
            content: vec![begin..open, that..rest],
            before: true,
            ..Found::default()
        })
    }

    pub(crate) fn is_time_phrase(&self, at: usize, end: usize) -> bool {
        let after = self.phrase_end(at, end);
        // *ten years of protection*
        let of = self.is(after, self.known.of);
        !of && after.checked_sub(1).is_some_and(|last| last > at && self.tag(last) == Tag::Time)
    }

    fn content_at(
        &self,
        at: usize,
        verb: &Verb,
        frames: Frames,
        behind: bool,
        end: usize,
        found: &mut Complement,
    ) -> Option<Vec<Range<usize>>> {
        if at >= end {
            return None;
        }
        // *dismissed as “theatre” the report that …*
        if frames.has(Frame::As)
            && self.is(at, self.known.as_)
            && let Some(quote) = self.opens_quote(at + 1)
            && self.tag(quote.close + 1).begins_phrase()
        {
            return Some(vec![at..self.clause_end(quote.close + 1, end)]);
        }
        if let Some(quoted) = self.quoted_content(at, frames, end) {
            found.quoted = true;
            return Some(quoted);
        }
        let one = |range: Range<usize>| (!range.is_empty()).then(|| vec![range]);
        match self.tag(at) {
            Tag::That if frames.has(Frame::That) || frames.has(Frame::ThatOnly) => {
                // *that, according to the mayor, the pier …*
                let aside = usize::from(self.tag(at + 1) == Tag::Comma) + 1;
                one(at + 1..self.clause_end(at + aside, end))
            }
            Tag::That if frames.has(Frame::Np) => one(at..self.object_end(at, end)),
            Tag::That if frames.has(Frame::Be) && self.opens_quote(at + 1).is_some() => {
                one(at..self.object_end(at, end))
            }
            Tag::Which | Tag::Subordinator
                if self.is_whether(at) && (frames.has(Frame::Wh) || frames.has(Frame::That)) =>
            {
                one(at..self.clause_end(at, end))
            }
            Tag::To
                if self.tag(at + 1) == Tag::Base
                    && (frames.has(Frame::To) || (frames.has(Frame::Persuade) && behind)) =>
            {
                one(at..self.clause_end(at, end))
            }
            Tag::Preposition | Tag::To
                if verb.prepositions.contains(&self.word(at))
                    && (self.behind_itself(found.cue_end, frames, end) >= at
                        || found.addressee.as_ref().is_some_and(|told| told.end == at)) =>
            {
                if found.addressee.is_none() {
                    found.cue_end = at + 1;
                }
                one(at + 1..self.object_end(at + 1, end))
            }
            Tag::Preposition
                if frames.has(Frame::Np)
                    && found.cue_end > 0
                    && !verb.particles.is_empty()
                    && verb.frames != frames =>
            {
                one(at + 1..self.object_end(at + 1, end))
            }
            tag if tag.is_tensed() && frames.has(Frame::That) && frames.has(Frame::Quote) => {
                one(at..self.clause_end(at, end))
            }
            // *demands about 9,000 volumes*
            Tag::Preposition
                if frames.has(Frame::Np)
                    && !behind
                    && self.has(at, Class::Roughly)
                    && self.tag(at + 1) == Tag::Number =>
            {
                one(at..self.object_end(at + 1, end))
            }
            Tag::Gerund if frames.has(Frame::Ing) => one(at..self.object_end(at, end)),
            tag if tag.begins_phrase()
                || self.opens_quote(at).is_some()
                || tag == Tag::Adverb
                || tag == Tag::Subordinator =>
            {
                self.phrase_content(at, frames, behind, end)
            }
            _ => None,
        }
    }

    /// A quote right behind the cue, or behind a comma or colon.
    fn quoted_content(&self, at: usize, frames: Frames, end: usize) -> Option<Vec<Range<usize>>> {
        let marked = matches!(self.tag(at), Tag::Comma | Tag::Colon);
        let open = if marked { at + 1 } else { at };
        let quote = self.opens_quote(open)?;
        if self.tag(at) == Tag::Colon && open >= end {
            return Some(vec![open..quote.close + 1]);
        }
        if !marked && !frames.has(Frame::Quote) {
            return None;
        }
        let after = quote.close + 1;
        if after < end
            && !self.is_sentence_in_quotes(open, quote.close)
            && !marked
            && !matches!(self.tag(after), Tag::Stop | Tag::Comma | Tag::And | Tag::Subordinator)
        {
            return Some(vec![open..self.clause_end(open, end)]);
        }
        Some(vec![open..after])
    }

    /// The quote ends with a mark of its own: it is a whole utterance.
    fn is_sentence_in_quotes(&self, _open: usize, close: usize) -> bool {
        close.checked_sub(1).is_some_and(|last| matches!(self.tag(last), Tag::Stop | Tag::Comma))
    }

    fn phrase_content(&self, at: usize, frames: Frames, behind: bool, end: usize) -> Option<Vec<Range<usize>>> {
        let object = self.object_end(at, end);
        if frames.has(Frame::As) && !behind {
            let as_at = (at..object.min(at + 16)).find(|token| self.is(*token, self.known.as_));
            if as_at.is_some_and(|as_at| as_at > at) {
                return Some(vec![at..object]);
            }
        }
        if frames.has(Frame::Quoted) && !behind && (at..object).any(|token| self.opens_quote(token).is_some()) {
            return Some(vec![at..object]);
        }
        if frames.has(Frame::At) && !behind {
            let priced = |token: &usize| {
                let about = usize::from(matches!(self.tag(token + 1), Tag::Preposition | Tag::Adverb));
                // *at $820 million*
                let sign = usize::from(self.tag(token + 1 + about) == Tag::Other);
                self.is(*token, self.known.at) && self.tag(token + 1 + about + sign) == Tag::Number
            };
            return (at + 1..object).any(|token| priced(&token)).then(|| vec![at..object]);
        }
        if frames.has(Frame::That) && self.is_clause(at, frames, end) {
            return Some(vec![at..self.clause_end(at, end)]);
        }
        let takes = frames.has(Frame::Np) || frames.has(Frame::Be);
        if takes
            && (!behind || self.tag(at) == Tag::Number && frames.has(Frame::Person))
            && object > at
            && (self.tag(at).begins_phrase() || self.opens_quote(at).is_some())
            && !self.is_time_phrase(at, end)
            && self.tag(at) != Tag::Time
        {
            return Some(vec![at..object]);
        }
        None
    }

    /// Is it a clause without *that*? Where no object can stand, any verb with tense will do.
    fn is_clause(&self, at: usize, frames: Frames, end: usize) -> bool {
        let takes_object = frames.has(Frame::Np) || frames.has(Frame::Be) || frames.has(Frame::To);
        self.starts_clause(self.skip_lead(at, end), end)
            || (!takes_object
                && (self.has_tense(at + 1..self.clause_end(at, end)) || self.clause_end(at, end) > at + 3))
    }

    /// A clause may begin with a prepositional phrase, an adverb or a condition: *if the pier is shut, the ferry …*
    fn skip_lead(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end && matches!(self.tag(at), Tag::Adverb | Tag::Preposition | Tag::Subordinator) {
            at = match self.tag(at) {
                Tag::Preposition => self.long_phrase_end(at + 1, end).max(at + 1),
                _ => at + 1,
            };
            if self.tag(at) == Tag::Comma {
                at += 1;
            }
        }
        at
    }

    /// What may stand behind the verb at `at`: with *out* in *pointed out*, what may stand behind that.
    pub(crate) fn frames_with_particle(&self, at: usize, verb: &Verb) -> Frames {
        let particle = self.word(at + 1);
        let mut frames = verb.frames;
        verb.particles.iter().filter(|(word, _)| *word == particle).for_each(|(_, frame)| frames.add(*frame));
        frames
    }

    /// *It added that*, *it described the report as “fiction”*: an agency, a ministry. *It shows that*: a thing.
    pub(crate) fn it_says(&self, subject: &Range<usize>, verb: &Verb, complement: &Complement) -> bool {
        let it = subject.len() == 1 && self.tag(subject.start) == Tag::Pronoun && self.has(subject.start, Class::Thing);
        let quotes = |part: &Range<usize>| part.clone().any(|at| self.opens_quote(at).is_some());
        let judges = verb.frames.has(Frame::As) && complement.content.iter().any(quotes);
        it && !verb.frames.has(Frame::Says) && (verb.frames.has(Frame::Quote) || judges)
    }

    /// May the subject speak? A thing of paper reports; *it* and *this* hardly do.
    pub(crate) fn may_speak(&self, subject: &Range<usize>) -> bool {
        let Some(last) = subject.end.checked_sub(1) else { return false };
        // *This denial underscores the rift*: what was said speaks for nobody.
        let said = self.has(subject.start, Class::Here) && self.has(last, Class::NounCue);
        let said = said && !self.classes(last).any(&[Class::Paper, Class::Body, Class::Speaker]);
        !(subject.len() == 1 && self.has(last, Class::Thing)) && self.tag(subject.start) != Tag::That && !said
    }
}
