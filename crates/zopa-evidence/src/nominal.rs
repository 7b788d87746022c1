//! *The board's denial that …*, *fears that …*, *their call for …*: who holds it, and what?

use std::ops::Range;

use crate::classes::Class;
use crate::cue::Found;
use crate::frames::Frame;
use crate::names;
use crate::reader::Reader;
use crate::tag::Tag;

impl Reader<'_, '_> {
    /// The attribution of a noun of saying.
    pub(crate) fn noun_cue(&self, at: usize, begin: usize, end: usize) -> Option<Found> {
        let noun = self.prose.language.noun(self.word(at))?;
        let holder = self.possessor(at, begin);
        let (among, next) = self.holder_behind(at + 1, end);
        // *His account of the call, passed on by an aide, was that …*
        let next = if self.has(at, Class::Account) { self.behind_account(at + 1, end).unwrap_or(next) } else { next };
        // *The fear is that …*, *among the farmers the fear is that …*
        let is_that = self.tag(at + 1) == Tag::Be && self.tag(at + 2) == Tag::That;
        let told_so = !is_that && self.tag(next) == Tag::That && next > at + 2 && self.tag_before(next) == Tag::Be;
        let (among, next) =
            if is_that { (among.or_else(|| self.holder_before(at, begin)), at + 2) } else { (among, next) };
        let next = if among.is_some() || is_that || told_so { next } else { self.skip_raised(at + 1, end) };
        // *The claim, made by an adviser and carried by the agency, that …*
        let aside = self.that_behind_aside(next, end);
        let (maker, carrier) = aside.map_or((None, None), |that| self.made_and_carried(next, that));
        let next = aside.unwrap_or(next);
        let source = holder.or(among).or(maker);
        let (source, carrier) = if source.is_none() { (carrier, None) } else { (source, carrier) };
        let that = self.tag(next) == Tag::That && noun.frames.has(Frame::That);
        let leads = noun.prepositions.contains(&self.word(next))
            && matches!(self.tag(next), Tag::Preposition | Tag::To | Tag::Gerund | Tag::Subordinator);
        let infinitive =
            self.tag(next) == Tag::To && self.tag(next + 1) == Tag::Base && (noun.frames.has(Frame::To) || leads);
        let content = if that {
            next + 1..self.before_main_verb(at, next + 1, begin, self.clause_end(next + 1, end))
        } else if infinitive && source.is_some() {
            next..self.object_end(next, end)
        } else if leads && (source.is_some() || self.tag(next + 1) == Tag::Subordinator) {
            next + 1..self.noun_object_end(next + 1, end)
        } else {
            return None;
        };
        let relative = that && source.is_none() && !self.starts_clause_with_aside(next + 1, end);
        if content.is_empty() || relative {
            return None;
        }
        Some(Found {
            head: at,
            cue: vec![at..at + 1],
            source,
            content: vec![content],
            act: noun.act.clone(),
            through: carrier.into_iter().collect(),
            ..Found::default()
        })
    }

    /// *made by an adviser and carried by the agency*: whose it is, and the outlet that told it.
    fn made_and_carried(&self, from: usize, end: usize) -> (Option<Range<usize>>, Option<Range<usize>>) {
        let by = (from + 1..end).filter(|at| self.is(*at, self.known.by) && self.tag(at - 1).is_verb());
        let (outlets, others): (Vec<_>, Vec<_>) = by
            .map(|by| by + 1..self.phrase_end(by + 1, end))
            .filter(|whom| !whom.is_empty())
            .partition(|whom| names::outlet_in(self, whom).is_some());
        (others.into_iter().next(), outlets.into_iter().next())
    }

    /// *The agency’s claim that the road is open was rejected*: the clause of a noun that is itself the subject ends before the verb
    /// of which it is.
    pub(crate) fn before_main_verb(&self, noun: usize, from: usize, begin: usize, end: usize) -> usize {
        if self.has_tense(begin..noun) {
            return end;
        }
        let tensed = |at: &usize| self.tag(*at).is_tensed();
        let Some(own) = (from..end).find(tensed) else { return end };
        // *The insistence that they sign first was described as …*: the clause has no tense.
        let judged = self.tag(own) == Tag::Be && self.cue_verb(own + 1).is_some_and(|verb| verb.frames.has(Frame::As));
        if judged && self.tag(own + 1) == Tag::Participle && own > from + 2 {
            return own;
        }
        // Its own verb with its auxiliaries: *would open*, and not the *was* behind them.
        let helps = |at: &usize| self.tag(*at).is_auxiliary() || matches!(self.tag(*at), Tag::Adverb | Tag::Not);
        let main = (own..end).find(|at| !helps(at)).unwrap_or(end);
        let behind = main + usize::from(self.tag(main).is_verb());
        let joins = |at: &usize| {
            matches!(self.tag(*at), Tag::That | Tag::Which | Tag::And | Tag::Comma | Tag::Subordinator | Tag::Quote)
                || self.tag(*at) == Tag::Preposition && self.has(*at, Class::Subordinator)
        };
        let free = (behind..end).take_while(|at| !joins(at));
        free.clone().find(tensed).unwrap_or(end)
    }

    /// *She was adamant that …*, *they are sceptical of …*
    pub(crate) fn adjective_cue(&self, at: usize, begin: usize, end: usize) -> Option<Found> {
        let adjective = self.prose.language.noun(self.word(at))?;
        let made = self.made_so(at, begin);
        let group = made.map_or_else(|| self.group_start(at, begin), |made| self.group_start(made, begin));
        if made.is_none() && !(group..at).any(|token| self.tag(token) == Tag::Be) {
            return None;
        }
        // *made clear behind closed doors that*
        let scene = self.skip_scene(at + 1, end);
        let next = if made.is_some() && self.tag(scene) == Tag::That { scene } else { at + 1 };
        let content = if self.tag(next) == Tag::That && adjective.frames.has(Frame::That) {
            next + 1..self.clause_end(next + 1, end)
        } else if adjective.frames.has(Frame::That) && self.starts_clause(next, end) {
            next..self.clause_end(next, end)
        } else if self.tag(next) == Tag::Preposition && adjective.prepositions.contains(&self.word(next)) {
            next + 1..self.object_end(next + 1, end)
        } else {
            return None;
        };
        let source = self.subject(group, begin).filter(|subject| self.may_speak(subject))?;
        Some(Found {
            head: at,
            cue: vec![group..at + 1],
            source: Some(source),
            content: vec![content],
            act: adjective.act.clone(),
            ..Found::default()
        })
    }

    /// *No ship, she made clear, would sail*: behind what was made clear, or in the middle of it.
    pub(crate) fn made_so_behind(&self, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let adjective = self.prose.language.noun(self.word(at))?;
        let is =
            at.checked_sub(1).filter(|is| *is > begin && self.tag(*is) == Tag::Be && adjective.frames.has(Frame::That));
        let group = self.group_start(self.made_so(at, begin).or(is)?, begin);
        let source = self.subject(group, begin).filter(|subject| self.may_speak(subject))?;
        let stopped = self.skip_scene(at + 1, end);
        let content = self.content_before(source.start, begin, floor, stopped, end)?;
        let (cue, act) = (vec![group..at + 1], adjective.act.clone());
        let mut found = Found { head: at, cue, source: Some(source), content, act, before: true, ..Found::default() };
        self.add_after(&mut found, stopped, end);
        Some(found)
    }

    /// *made (it) clear*: the verb.
    fn made_so(&self, adjective: usize, begin: usize) -> Option<usize> {
        let before = adjective.checked_sub(1).filter(|before| *before >= begin)?;
        let it = self.has(before, Class::Thing) && before > begin;
        let verb = if it { before - 1 } else { before };
        (self.tag(verb).is_verb() && self.has(verb, Class::Makes)).then_some(verb)
    }

    /// Behind *of the call*, and an aside, where *is that* or *was that* follows: the *that*.
    fn behind_account(&self, at: usize, end: usize) -> Option<usize> {
        let of = if self.is(at, self.known.of) { self.long_phrase_end(at + 1, end) } else { at };
        let aside = self.tag(of) == Tag::Comma;
        let close = if aside { (of + 1..end).find(|at| self.tag(*at) == Tag::Comma)? + 1 } else { of };
        (self.tag(close) == Tag::Be && self.tag(close + 1) == Tag::That).then_some(close + 1)
    }

    /// *doubts raised over*, *fears are growing that*.
    fn skip_raised(&self, from: usize, end: usize) -> usize {
        let passes = |at: usize| matches!(self.tag(at), Tag::Participle | Tag::Finite) && self.cue_verb(at).is_none();
        // *fears are growing that*, *fears in the town that*
        let growing = self.skip_auxiliaries(from, end);
        if growing > from
            && matches!(self.tag(growing), Tag::Gerund | Tag::Participle)
            && self.tag(growing + 1) == Tag::That
        {
            return growing + 1;
        }
        let place = self.skip_scene(from, end);
        if self.tag(from) == Tag::Preposition && self.tag(place) == Tag::That {
            return place;
        }
        if from < end && passes(from) && matches!(self.tag(from + 1), Tag::Preposition | Tag::That) {
            from + 1
        } else {
            from
        }
    }

    fn noun_object_end(&self, from: usize, end: usize) -> usize {
        if self.tag(from) == Tag::Subordinator {
            return self.clause_end(from, end);
        }
        (from..self.object_end(from, end))
            .find(|at| self.tag(*at).is_tensed())
            .unwrap_or_else(|| self.object_end(from, end))
    }

    /// *their* call, *the board’s* flat denial.
    pub(crate) fn possessor(&self, noun: usize, begin: usize) -> Option<Range<usize>> {
        let mut at = noun.checked_sub(1)?;
        while at >= begin && matches!(self.tag(at), Tag::Adjective | Tag::Number) {
            at = at.checked_sub(1)?;
        }
        if at < begin || self.tag(at) != Tag::Possessive {
            return None;
        }
        if self.token(at).is_some_and(|token| token.spaced) {
            return Some(at..at + 1);
        }
        self.phrase_ending(at.checked_sub(1).filter(|last| *last >= begin)?, begin)
    }

    /// *Among the farmers* the fear: at the beginning of the sentence.
    fn holder_before(&self, noun: usize, begin: usize) -> Option<Range<usize>> {
        let phrase = begin + 1..self.phrase_end(begin + 1, noun);
        let next_to = (phrase.end..noun).all(|at| matches!(self.tag(at), Tag::Article | Tag::Adjective | Tag::Comma));
        (self.has(begin, Class::Holding) && next_to && !phrase.is_empty()).then_some(phrase)
    }

    /// A promise by *Mara Lind, the mayor,* to; a claim by *the mayor, Mara Lind,* that.
    pub(crate) fn with_office_or_name(&self, holder: Range<usize>, end: usize) -> Range<usize> {
        let named = self.with_name_behind(holder.clone(), end);
        if named.end > holder.end {
            return named;
        }
        let office = holder.end + 1..self.long_phrase_end(holder.end + 1, end);
        let names = (self.tag(holder.end) == Tag::Comma && self.tag(office.end) == Tag::Comma)
            && office.clone().any(|at| self.has(at, Class::Title) || self.speaks(at));
        if names { holder.start..office.end } else { holder }
    }

    /// concerns *among the neighbours*, a call *by the board*: the holder, and where the content may begin.
    fn holder_behind(&self, at: usize, end: usize) -> (Option<Range<usize>>, usize) {
        let of = self.is(at, self.known.of);
        // *a report in the Examiner that*
        let printed = self.tag(at) == Tag::Preposition
            && names::outlet_in(self, &(at + 1..self.phrase_end(at + 1, end))).is_some();
        if !self.has(at, Class::Holding) && !of && !printed {
            return (None, at);
        }
        let after = self.phrase_end(at + 1, end);
        // *the insistence of the league that …*; *the offer of a lease* names nobody.
        let that = self.tag(after) == Tag::That || self.that_behind_aside(after, end).is_some();
        if of && !that {
            return (None, at);
        }
        let after = if self.tag(after) == Tag::And { self.phrase_end(after + 1, end) } else { after };
        if after == at + 1 {
            return (None, at);
        }
        let holder = self.with_office_or_name(at + 1..after, end);
        let next = holder.end + usize::from(holder.end > after && self.tag(holder.end) == Tag::Comma);
        (Some(holder), next)
    }
}
