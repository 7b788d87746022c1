//! Who is it that says so? The subject of a verb.

use std::ops::Range;

use crate::classes::Class;
use crate::reader::Reader;
use crate::tag::Tag;

/// How many clauses back a subject is looked for.
const BACK_MOST: usize = 4;
/// So far before its *that* a verb of saying stands at most, in tokens: *told the paper on Monday that*.
const TOLD_NEAR: usize = 8;

impl Reader<'_, '_> {
    /// Where the group of auxiliaries and adverbs begins that belongs to the verb at `verb`.
    pub(crate) fn group_start(&self, verb: usize, begin: usize) -> usize {
        let mut start = verb;
        let mut at = verb;
        while let Some(before) = at.checked_sub(1).filter(|before| *before >= begin) {
            match self.tag(before) {
                tag if tag.is_auxiliary() || tag == Tag::Not => start = before,
                Tag::Adverb => {}
                _ => break,
            }
            at = before;
        }
        start
    }

    /// The subject of the verb group that begins at `group`, in a sentence that begins at `begin`.
    pub(crate) fn subject(&self, group: usize, begin: usize) -> Option<Range<usize>> {
        self.subject_within(group, begin, BACK_MOST)
    }

    fn subject_within(&self, group: usize, begin: usize, more: usize) -> Option<Range<usize>> {
        let more = more.checked_sub(1)?;
        let last = self.before_adverbs(group, begin)?;
        // *Strand herself rejected*
        let own = last.checked_sub(1).filter(|before| *before >= begin && self.tag(*before).ends_phrase());
        let last = own.filter(|_| self.tag(last) == Tag::Object && self.is_reflexive(last)).unwrap_or(last);
        match self.tag(last) {
            Tag::Pronoun => Some(self.with_its_clause(last..last + 1, begin)),
            Tag::Which | Tag::That => self.antecedent(last, begin).or(Some(last..last + 1)),
            Tag::And => self.earlier_subject(last, begin, more),
            Tag::Comma | Tag::Dash | Tag::Bracket => self
                .subject_before_aside(last, begin)
                .or_else(|| (self.tag(last) == Tag::Comma).then(|| self.earlier_subject(last, begin, more)).flatten()),
            Tag::Quote => None,
            Tag::Finite => Some(self.with_its_clause(last..last + 1, begin)).filter(|whole| whole.start < last),
            _ => self.long_phrase_ending(last, begin).map(|phrase| self.with_its_clause(phrase, begin)),
        }
    }

    /// *herself*, *themselves*.
    fn is_reflexive(&self, at: usize) -> bool {
        let word = self.spelled(at);
        word.ends_with("self") || word.ends_with("selves")
    }

    /// *An official who was in the room*: it is the official, and not the room.
    fn with_its_clause(&self, phrase: Range<usize>, begin: usize) -> Range<usize> {
        let ends = |at: &usize| matches!(self.tag(*at), Tag::Comma | Tag::Stop | Tag::And | Tag::Quote | Tag::That);
        let mut before = (begin..phrase.start).rev().take_while(|at| !ends(at));
        let Some(who) = before.find(|at| self.tag(*at) == Tag::Which) else { return phrase };
        let told = (who + 1..phrase.end).filter(|at| self.tag(*at).is_tensed()).count() == 1;
        let verb = self.skip_adverbs(who + 1, phrase.end);
        let whose = self.antecedent(who, begin).filter(|_| told && self.tag(verb).is_tensed());
        whose.map_or(phrase.clone(), |whose| whose.start..phrase.end)
    }

    fn before_adverbs(&self, group: usize, begin: usize) -> Option<usize> {
        let mut at = group.checked_sub(1)?;
        while at >= begin && matches!(self.tag(at), Tag::Adverb | Tag::Not) {
            at = at.checked_sub(1)?;
        }
        (at >= begin).then_some(at)
    }

    /// What *who*, *which* or *that* stands for.
    pub(crate) fn antecedent(&self, relative: usize, begin: usize) -> Option<Range<usize>> {
        let mut last = relative.checked_sub(1).filter(|last| *last >= begin)?;
        if self.tag(last) == Tag::Comma {
            last = last.checked_sub(1).filter(|last| *last >= begin)?;
        }
        self.phrase_ending(last, begin).filter(|_| self.tag(last).ends_phrase())
    }

    /// *Mara Lind, the mayor, said*: what stands before the aside that ends with `close`, the aside included if it names
    /// an office.
    fn subject_before_aside(&self, close: usize, begin: usize) -> Option<Range<usize>> {
        let mark = self.tag(close);
        let mut at = close;
        let mut tries = 0;
        while let Some(before) = at.checked_sub(1).filter(|before| *before > begin) {
            at = before;
            if self.quote_at(at).is_some() || self.tag(at) == Tag::Stop {
                return None;
            }
            if self.tag(at) != mark {
                continue;
            }
            tries += 1;
            if let Some(subject) = self.subject_with_aside(at, close, begin) {
                return Some(self.named_before(&subject, close, begin).unwrap_or(subject));
            }
            if tries > 2 {
                return None;
            }
        }
        None
    }

    /// *Rainer Holt*, the farm minister of Gorland, the biggest producer, *said*: the name before an office that has an aside itself.
    fn named_before(&self, office: &Range<usize>, close: usize, begin: usize) -> Option<Range<usize>> {
        let comma = office.start.checked_sub(1).filter(|comma| *comma > begin && self.tag(*comma) == Tag::Comma)?;
        let titled = self.tag(office.start) == Tag::Article && office.clone().any(|at| self.has(at, Class::Title));
        // *…, the envoy, Ansa Reith, said*: the name is the envoy's own.
        let aside = office.clone().find(|at| self.tag(*at) == Tag::Comma)? + 1;
        let named = self.tag_before(comma) == Tag::Name && self.tag(aside) != Tag::Name;
        self.subject_with_aside(comma, close, begin).filter(|_| titled && named)
    }

    fn subject_with_aside(&self, open: usize, close: usize, begin: usize) -> Option<Range<usize>> {
        let last = open.checked_sub(1).filter(|last| *last >= begin)?;
        // *the Herald, which, citing a clerk, reported*
        if matches!(self.tag(last), Tag::Which | Tag::That) {
            return self.antecedent(last, begin);
        }
        let first = self.tag(open + 1);
        let is_clause = matches!(
            first,
            Tag::Which | Tag::Gerund | Tag::Participle | Tag::Subordinator | Tag::Preposition | Tag::Finite
        );
        // *Quarent, whose council agreed, said*
        let is_clause = is_clause || self.has(open + 1, Class::Which) || self.is_tag(open + 1, close);
        if !self.tag(last).ends_phrase()
            || matches!(self.tag(last), Tag::Time)
            || (!is_clause && self.has_tense(open..close))
        {
            return None;
        }
        let subject = self.long_phrase_ending(last, begin)?;
        if subject.start > begin
            && matches!(self.tag_before(subject.start), Tag::Preposition)
            && !self.has(subject.start, Class::Title)
            && subject.start - 1 == begin
        {
            return None;
        }
        let is_office = first.begins_phrase() && first != Tag::Number && !self.is_tag(open + 1, close);
        Some(subject.start..if is_office { close } else { subject.end })
    }

    /// The subject of the last verb with tense before `at`.
    pub(crate) fn earlier_subject(&self, at: usize, begin: usize, more: usize) -> Option<Range<usize>> {
        let mut at = at;
        while let Some(before) = at.checked_sub(1).filter(|before| *before >= begin) {
            at = before;
            if let Some(quote) = self.quote_at(at).filter(|quote| quote.open >= begin) {
                at = quote.open;
                continue;
            }
            if self.tag(at).is_tensed() {
                // *They confirmed that a day had been chosen, but denied …*: it is they who denied.
                if let Some(that) = self.told_behind(at, begin) {
                    at = that;
                    continue;
                }
                let group = self.group_start(at, begin);
                let subject = self.subject_within(group, begin, more);
                let inside = subject.as_ref().is_some_and(|subject| self.is_relative(subject));
                if subject.is_some() && !inside {
                    return subject;
                }
                if subject.is_none() {
                    let inverted = self.inverted_subject(at, self.prose.tokens.len());
                    // *about the leaked annex*: no verb.
                    if let Some(inverted) = inverted.filter(|_| self.cue_verb(at).is_some()) {
                        return Some(inverted);
                    }
                }
            }
        }
        None
    }

    /// The *that* behind a verb of saying in whose clause a verb with tense stands.
    fn told_behind(&self, verb: usize, begin: usize) -> Option<usize> {
        let ends = |at: &usize| matches!(self.tag(*at), Tag::Stop | Tag::Comma | Tag::Quote | Tag::Which);
        let mut before = (begin..verb).rev().take_while(|at| !ends(at));
        let that = before.find(|at| self.tag(*at) == Tag::That)?;
        let mut near = (begin.max(that.saturating_sub(TOLD_NEAR))..that).rev();
        near.find(|at| self.tag(*at).is_verb() && self.cue_verb(*at).is_some()).map(|_| that)
    }

    fn is_relative(&self, subject: &Range<usize>) -> bool {
        subject.len() == 1 && matches!(self.tag(subject.start), Tag::That)
    }

    /// *said Mara Lind, the mayor*: the subject behind its verb.
    pub(crate) fn inverted_subject(&self, verb: usize, end: usize) -> Option<Range<usize>> {
        let first = verb + 1;
        if !matches!(
            self.tag(first),
            Tag::Name | Tag::Article | Tag::Noun | Tag::Possessive | Tag::Pronoun | Tag::Adjective | Tag::Number
        ) {
            return None;
        }
        let after = self.long_phrase_end(first, end);
        if after == first {
            return None;
        }
        let aside = after + 1;
        if self.tag(after) == Tag::Comma
            && matches!(self.tag(aside), Tag::Article | Tag::Noun | Tag::Name | Tag::Possessive)
        {
            let close = self.long_phrase_end(aside, end);
            if close > aside && matches!(self.tag(close), Tag::Comma | Tag::Stop) {
                return Some(first..close);
            }
        }
        // *says a draft shown to the paper*
        if self.tag(after) == Tag::Participle && matches!(self.tag(after + 1), Tag::Preposition | Tag::To) {
            return Some(first..self.long_phrase_end(after + 2, end).max(after));
        }
        Some(first..after)
    }
}
