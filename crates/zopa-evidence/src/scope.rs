//! How far does it go, what is told?
//!
//! A clause goes on to the end of its sentence, unless another cue, a new clause with a subject that speaks for itself, or
//! an *according to* ends it; a phrase ends with the first mark, subordinator or verb. A quote within is never cut: the scope
//! goes on to its closing mark, over the end of the sentence if it must.

use crate::classes::Class;
use crate::frames::Frame;
use crate::language::Verb;
use crate::reader::Reader;
use crate::tag::Tag;

/// A clause that describes whom a verb of saying is about has so many tokens at most.
const CLAUSE: usize = 12;

impl Reader<'_, '_> {
    /// The end of the clause that begins at `from`, in a sentence that ends at `end`.
    pub(crate) fn clause_end(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            if let Some(quote) = self.opens_quote(at) {
                at = quote.close + 1;
                if at >= end || self.is_quoted_stop(at) && self.ends_after_quote(at, end) {
                    return at;
                }
                continue;
            }
            if self.ends_clause_at(at, from, end) {
                return at;
            }
            at += 1;
        }
        at
    }

    /// The comma or stop before the closing mark that stands before `at`.
    fn is_quoted_stop(&self, at: usize) -> bool {
        at.checked_sub(2).is_some_and(|before| matches!(self.tag(before), Tag::Comma | Tag::Stop))
    }

    fn ends_after_quote(&self, at: usize, end: usize) -> bool {
        match self.tag(at) {
            Tag::Gerund => true,
            Tag::And => self.begins_new_cue(at + 1, end) || self.tag(at + 1) == Tag::Finite,
            Tag::Subordinator => true,
            Tag::Pronoun | Tag::Name | Tag::Noun | Tag::Article => self.begins_new_cue(at, end),
            _ => false,
        }
    }

    fn ends_clause_at(&self, at: usize, from: usize, end: usize) -> bool {
        match self.tag(at) {
            Tag::Stop => at + 1 >= end || self.token(at + 1).is_none_or(|token| token.spaced),
            Tag::Colon => self.spelled(at) == ";",
            Tag::Comma => self.ends_at_comma(at, from, end),
            Tag::And => {
                let finite = self.tag(at + 1) == Tag::Finite && self.cue_verb(at + 1).is_some();
                (finite || self.is_gerund_cue(at + 1)) && self.has_tense(from..at)
            }
            Tag::Dash => {
                self.begins_new_cue(at + 1, end) || self.has(at + 1, Class::Contrast) || self.is_gerund_cue(at + 1)
            }
            Tag::Bracket => self.is_credit(at, end),
            _ => false,
        }
    }

    /// *adding that*, *suggesting that*: a gerund that tells.
    fn is_gerund_cue(&self, at: usize) -> bool {
        let tells = |verb: &Verb| verb.frames.has(Frame::Quote) || verb.frames.has(Frame::That);
        self.tag(at) == Tag::Gerund && self.cue_verb(at).is_some_and(tells)
    }

    /// *people* who say: what they say is told by themselves.
    fn is_relative_cue(&self, at: usize) -> bool {
        let verb = self.skip_adverbs(at + 1, at + 4);
        let tells = |verb: &Verb| verb.frames.has(Frame::Quote) && verb.frames.has(Frame::That);
        self.tag(verb) == Tag::Finite && self.cue_verb(verb).is_some_and(tells)
    }

    /// A bracket that ends the sentence: the credit of a caption, a source.
    fn is_credit(&self, at: usize, end: usize) -> bool {
        self.spelled(at) == "(" && end.checked_sub(1).is_some_and(|last| self.spelled(last) == ")")
    }

    fn ends_at_comma(&self, at: usize, from: usize, end: usize) -> bool {
        let next = at + 1;
        // *…, a day after the agency reported that*
        let after = self.phrase_end(next, end);
        if after > next && self.tag(after - 1) == Tag::Time && self.has(after, Class::Occasion) {
            return true;
        }
        match self.tag(next) {
            Tag::Gerund => self.cue_verb(next).is_some() || self.is(next, self.known.according),
            Tag::And => self.ends_at_and(next, end),
            Tag::Subordinator => self.has(next, Class::Contrast),
            // *that the mediator, Aksel Rood, regarded it as*: the clause has had no verb yet.
            Tag::Finite => {
                let told = |verb: &Verb| verb.frames.has(Frame::Quote) || self.has_own_tense(from, at);
                self.cue_verb(next).is_some_and(told)
            }
            Tag::Preposition => self.has(next, Class::Contrast),
            _ => self.is(next, self.known.according) || self.begins_new_cue(next, end),
        }
    }

    /// Is there a verb with tense outside a clause between commas: *Aune Metals, which runs the pier, undertakes*?
    fn has_own_tense(&self, from: usize, end: usize) -> bool {
        let mut at = from;
        while at < end {
            if self.tag(at) == Tag::Which && at > from && self.tag(at - 1) == Tag::Comma {
                at = (at..end).find(|close| self.tag(*close) == Tag::Comma).unwrap_or(end);
            } else if self.tag(at).is_tensed() {
                return true;
            }
            at += 1;
        }
        false
    }

    /// *…, and the board said*, *…, but denied*.
    fn ends_at_and(&self, and: usize, end: usize) -> bool {
        (self.tag(and + 1) == Tag::Finite && self.cue_verb(and + 1).is_some())
            || (self.tag(and + 1) == Tag::Gerund && self.cue_verb(and + 1).is_some())
            || self.begins_new_cue(and + 1, end)
    }

    /// Does a subject stand at `at`, and then a verb that introduces speech?
    pub(crate) fn begins_new_cue(&self, at: usize, end: usize) -> bool {
        let phrase = at..self.long_phrase_end(at, end);
        if phrase.is_empty() {
            return false;
        }
        // *the mayor’s spokesman, Pieter Dahl, said*
        let whole = self.with_office_or_name(phrase.clone(), end);
        let aside = whole.end > phrase.end && self.tag(whole.end) == Tag::Comma;
        let after = if aside { whole.end + 1 } else { phrase.end };
        let verb = self.skip_auxiliaries(self.skip_reduced(after, end), end);
        let cue = self.cue_verb(verb);
        matches!(self.tag(verb), Tag::Finite | Tag::Base | Tag::Participle)
            && cue.is_some_and(|verb| verb.frames.has(Frame::Quote))
    }

    /// Behind *has never*, *would*: where the verb itself may stand.
    pub(crate) fn skip_auxiliaries(&self, from: usize, end: usize) -> usize {
        let helps = |at: &usize| self.tag(*at).is_auxiliary() || matches!(self.tag(*at), Tag::Adverb | Tag::Not);
        (from..end).find(|at| !helps(at)).unwrap_or(end)
    }

    /// *two officials* briefed on the talks *said*, *an officer* who serves there *said*: behind what describes them, if a verb
    /// follows.
    pub(crate) fn skip_reduced(&self, from: usize, end: usize) -> usize {
        if self.tag(from) == Tag::Which {
            return self.skip_relative(from, end);
        }
        let after = if self.describes(from) { self.long_phrase_end(from + 2, end) } else { from };
        if after > from && after < end && matches!(self.tag(after), Tag::Finite | Tag::Have | Tag::Be) {
            after
        } else {
            from
        }
    }

    /// *briefed on the talks*, *familiar with it*: what describes those before it.
    pub(crate) fn describes(&self, from: usize) -> bool {
        matches!(self.tag(from), Tag::Participle | Tag::Finite | Tag::Adjective)
            && matches!(self.tag(from + 1), Tag::Preposition | Tag::To)
            && self.cue_verb(from).is_none_or(|verb| !verb.frames.has(Frame::Quote))
    }

    /// Behind a clause with one verb, if another follows before a mark.
    fn skip_relative(&self, who: usize, end: usize) -> usize {
        let ends = |at: &usize| matches!(self.tag(*at), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Colon | Tag::Quote);
        let mut verbs =
            (who + 1..end.min(who + CLAUSE)).take_while(|at| !ends(at)).filter(|at| self.tag(*at).is_tensed());
        verbs.next().filter(|first| *first == who + 1).and_then(|_| verbs.next()).unwrap_or(who)
    }

    /// The end of the phrase that begins at `from`, with all that belongs to it.
    pub(crate) fn object_end(&self, from: usize, end: usize) -> usize {
        let mut at = from;
        while at < end {
            if let Some(quote) = self.opens_quote(at) {
                at = quote.close + 1;
                if self.is_quoted_stop(at) {
                    return at;
                }
                continue;
            }
            if self.ends_object_at(at, from, end) {
                return at;
            }
            at += 1;
        }
        at
    }

    fn ends_object_at(&self, at: usize, from: usize, end: usize) -> bool {
        match self.tag(at) {
            Tag::Stop | Tag::Colon | Tag::Dash | Tag::Bracket => true,
            Tag::Comma => !self.is_list_comma(at, end) && !self.is_in_claim(from, at, end) && !self.goes_on_quoted(at),
            Tag::And => {
                let next = self.tag(at + 1);
                matches!(next, Tag::Finite | Tag::Be | Tag::Have | Tag::Modal | Tag::Do)
                    || self.starts_clause(at + 1, end)
            }
            Tag::Which => at > from && self.is_relative_cue(at),
            Tag::Subordinator => {
                // *more closures before the spring*
                let timed = self.has(at, Class::Preposition)
                    && self.has(at, Class::Limits)
                    && self.tag(at + 1).begins_phrase()
                    && !self.starts_clause(at + 1, end);
                at > from && !self.is(at, self.known.as_) && !self.limits(at, end) && !timed
            }
            Tag::Preposition => at > from && self.has(at, Class::Subordinator) && !self.limits(at, end),
            _ => false,
        }
    }

    /// *eight seats, “but not nine”*: words that go on with what stands before them.
    fn goes_on_quoted(&self, comma: usize) -> bool {
        let joins = |at: usize| self.tag(at) == Tag::And && self.token(at).is_some_and(|token| !token.capital);
        self.opens_quote(comma + 1).is_some_and(|quote| joins(quote.open + 1))
    }

    /// *a claim by a diplomat*, carried by the paper, *that the road is open*: a comma within what is told of.
    fn is_in_claim(&self, from: usize, comma: usize, end: usize) -> bool {
        let claims = |at: usize| self.tag(at) == Tag::Noun && self.prose.language.noun(self.word(at)).is_some();
        let leads = |at: usize| self.tag(at) == Tag::That || self.tag(at) == Tag::To && self.tag(at + 1) == Tag::Base;
        let close = (comma + 1..end).find(|at| self.tag(*at) == Tag::Comma);
        let opens = close.is_some_and(|close| leads(close + 1) && !self.has_tense(comma..close));
        let closes = leads(comma + 1) && (from..comma).any(|at| self.tag(at) == Tag::Comma);
        (opens || closes) && (from..comma).any(claims)
    }

    /// *any withdrawal before the crew is ashore*: a time or a condition on what is told of.
    fn limits(&self, at: usize, end: usize) -> bool {
        let clause = at + 1 + usize::from(self.tag(at + 1) == Tag::That);
        self.has(at, Class::Limits) && self.starts_clause(clause, end)
    }

    /// A comma within an enumeration or before a name that explains: *the ports, the roads and the rail*.
    fn is_list_comma(&self, at: usize, end: usize) -> bool {
        if self.tag(at + 1) == Tag::And {
            return self.tag(at + 2).begins_phrase() && !self.starts_clause(at + 2, end);
        }
        let after = self.phrase_end(at + 1, end);
        after > at + 1
            && after < end
            && matches!(self.tag(after), Tag::Comma | Tag::And)
            && !self.starts_clause(at + 1, end)
            && {
                let and = if self.tag(after) == Tag::Comma { after + 1 } else { after };
                self.tag(and) == Tag::And
            }
    }

    /// The same, over what is told of the subject between commas: *the quays, which nobody has used, will need repairs*.
    pub(crate) fn starts_clause_with_aside(&self, at: usize, end: usize) -> bool {
        let comma = self.long_phrase_end(at, end);
        let aside = comma > at && self.tag(comma) == Tag::Comma && self.tag(comma + 1) == Tag::Which;
        let close = || (comma + 1..end).find(|at| self.tag(*at) == Tag::Comma);
        self.starts_clause(at, end)
            || aside && close().is_some_and(|close| close + 1 < end && self.tag(close + 1).is_tensed())
    }

    /// Does a subject with its verb stand at `at`?
    pub(crate) fn starts_clause(&self, at: usize, end: usize) -> bool {
        let after = self.long_phrase_end(at, end);
        if after == at {
            return false;
        }
        let mut verb = after;
        while verb < end && matches!(self.tag(verb), Tag::Adverb | Tag::Not | Tag::Quote) {
            verb += 1;
        }
        // *Dunmarra signed within the hour*, and not *a pact signed within the hour*
        let named = self.phrase_end(at, end);
        let names = named > at && (at..named).all(|at| self.tag(at) == Tag::Name) && self.tag(named) == Tag::Finite;
        verb < end && self.tag(verb).is_tensed() || names
    }
}
