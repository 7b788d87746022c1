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

/// So far behind a verb of quoting its *as saying* stands at most, in tokens.
const AS_NEAR: usize = 14;

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

    /// *was asked whether*, *were told that*, *was described by the mayor as*.
    fn passive(&self, at: usize, group: usize, verb: &Verb, begin: usize, end: usize) -> Option<Found> {
        if let Some(told) = self.told_of(at, group, begin, end) {
            return Some(told);
        }
        if let Some(found) = self.passive_by(at, group, verb, begin, end) {
            return Some(found);
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
        let leads =
            matches!(self.tag(complement.content.first()?.start), Tag::That | Tag::To | Tag::Which | Tag::Subordinator)
                || complement.content.first().is_some_and(|part| self.tag(part.start - 1) == Tag::That);
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

    /// *was told by the mayor that*, *was described by her as*, *was rejected by the board*: who says it stands behind *by*.
    fn passive_by(&self, at: usize, group: usize, verb: &Verb, begin: usize, end: usize) -> Option<Found> {
        // *was dismissed as “theatre” by his office*
        let as_first = verb.frames.has(Frame::As) && self.is(at + 1, self.known.as_);
        let as_end = if as_first { (at + 2..end).find(|by| self.is(*by, self.known.by))? } else { at + 1 };
        if !self.is(as_end, self.known.by) {
            return None;
        }
        let after = self.long_phrase_end(as_end + 1, end);
        let doer = as_end + 1..after;
        let subject = self.claim_before(group, begin).or_else(|| self.subject(group, begin));
        let subject = subject.or_else(|| self.earlier_subject(group, begin, 4))?;
        if !doer.clone().any(|token| self.may_be_doer(token)) {
            return None;
        }
        let cue = group..at + 1;
        let clause = self.skip_cited(self.skip_scene(after, end), end);
        let addressed = verb.frames.has(Frame::Person) || verb.frames.has(Frame::Persuade);
        let that = self.tag(clause) == Tag::That && (verb.frames.has(Frame::That) || addressed);
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

    fn may_be_doer(&self, token: usize) -> bool {
        self.tag(token) == Tag::Name || self.classes(token).any(&[Class::Speaker, Class::Body, Class::Title])
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
        let (to, have, inner) = (at + 1, at + 2, at + 3);
        if self.tag(to) != Tag::To || self.tag(have) != Tag::Have || inner >= end {
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

    fn gerund(&self, at: usize, verb: &Verb, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let group = self.group_start(at, begin);
        if (group..at).any(|token| self.tag(token) == Tag::Be) {
            return self.active(at, group, verb, begin, end, floor);
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
            let mut found = self.found(at, at..complement.cue_end, source, complement, verb);
            found.through = self.quoter(quoting, found.source.as_ref(), begin).into_iter().collect();
            found.relayed = found.through.is_empty();
            found.before = stands_before;
            return Some(found);
        }
        let before = at.checked_sub(1).filter(|before| *before >= begin);
        let source = match before.map(|before| self.tag(before)) {
            Some(Tag::Noun | Tag::Name) => self.long_phrase_ending(before?, begin),
            _ => self
                .earlier_subject(at, begin, 4)
                .or_else(|| before.is_none().then(|| self.later_subject(at, end)).flatten()),
        };
        Some(self.found(at, at..complement.cue_end, source, complement, verb))
    }

    /// *He had heard from a lawyer that …*: the lawyer says it, and he passes it on.
    fn heard_from(&self, at: usize, group: usize, verb: &Verb, begin: usize, end: usize) -> Option<Found> {
        let from = self.skip_adverbs(at + 1, end);
        if !verb.frames.has(Frame::Heard) || !self.is(from, self.known.from) {
            return None;
        }
        let after = self.long_phrase_end(from + 1, end);
        let that = self.skip_cited(self.skip_scene(after, end), end);
        if after == from + 1 || self.tag(that) != Tag::That {
            return None;
        }
        let content = vec![that + 1..self.clause_end(that + 1, end)];
        let complement = Complement { cue_end: from + 1, content, ..Complement::default() };
        let through = match self.quoting(group, begin) {
            Some((quoting, who)) => self.quoter(quoting, who.as_ref(), begin).into_iter().chain(who).collect(),
            None => self.subject(group, begin).into_iter().collect(),
        };
        Some(Found { through, ..self.found(at, group..from + 1, Some(from + 1..after), complement, verb) })
    }

    /// Who quotes, where it is another than who is quoted.
    fn quoter(&self, quoting: usize, quoted: Option<&Range<usize>>, begin: usize) -> Option<Range<usize>> {
        self.subject(self.group_start(quoting, begin), begin).filter(|quoter| Some(quoter) != quoted)
    }

    /// *quoted her as saying*: the verb of saying behind *as*, for a verb of quoting at `at`.
    fn quoted_as_saying(&self, at: usize, end: usize) -> Option<usize> {
        if !self.known.quotes_somebody(self.word(at)) {
            return None;
        }
        let as_at = (at + 1..end.min(at + AS_NEAR)).find(|token| self.is(*token, self.known.as_))?;
        // *as saying*, *as having said*
        let having = usize::from(self.tag(as_at + 2) == Tag::Participle);
        let says =
            matches!(self.tag(as_at + 1), Tag::Gerund | Tag::Have) && self.cue_verb(as_at + 1 + having).is_some();
        says.then_some(as_at + 1 + having)
    }

    /// For *saying* in *quoted her as saying*, *she is quoted as saying*: the verb of quoting, and who says it.
    fn quoting(&self, saying: usize, begin: usize) -> Option<(usize, Option<Range<usize>>)> {
        let as_at = saying.checked_sub(1).filter(|at| *at > begin && self.is(*at, self.known.as_))?;
        let quotes = |at: &usize| self.tag(*at).is_verb() && self.known.quotes_somebody(self.word(*at));
        let quoting = (begin.max(saying.saturating_sub(AS_NEAR))..as_at).rev().find(quotes)?;
        let group = self.group_start(quoting, begin);
        let passive = (group..quoting).any(|at| self.tag(at) == Tag::Be);
        let source = if passive { self.subject(group, begin) } else { Some(quoting + 1..as_at) };
        // *Vask, whom the paper quoted as saying*
        let whom = || {
            (begin..quoting).rev().find(|at| self.tag(*at) == Tag::Which).and_then(|whom| self.antecedent(whom, begin))
        };
        Some((quoting, source.filter(|source| !source.is_empty()).or_else(whom)))
    }

    /// *Saying that …, the mayor left*: the subject behind the comma.
    fn later_subject(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let comma = (at..end).find(|token| self.tag(*token) == Tag::Comma)?;
        let after = self.long_phrase_end(comma + 1, end);
        (after > comma + 1).then_some(comma + 1..after)
    }

    /// A verb with tense and a subject of its own.
    fn active(&self, at: usize, group: usize, verb: &Verb, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let speaks = verb.frames.has(Frame::Quote) || verb.frames.has(Frame::That);
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
        let behind_quote = speaks && subject.as_ref().is_some_and(|subject| self.is_behind_quote(subject.start, begin));
        let leads = complement.quoted
            || complement.content.first().is_some_and(|part| self.tag(part.start.saturating_sub(1)) == Tag::That);
        if !complement.content.is_empty() && (!behind_quote || leads) {
            let subject = subject.filter(|subject| self.may_speak(subject))?;
            let cue = group..complement.cue_end;
            let after = complement.content.last().map_or(at, |part| part.end);
            let mut found = self.found(at, cue, Some(subject.clone()), complement, verb);
            if found.quoted {
                self.add_quote_before(&mut found, subject.start, begin);
            }
            let _ = after;
            return Some(found);
        }
        if !speaks {
            return None;
        }
        let stopped = if behind_quote { self.skip_scene(at + 1, end) } else { complement.stopped };
        let far = || self.source_behind_quote(group, begin);
        let subject = subject
            .filter(|subject| behind_quote || self.tag(subject.start.saturating_sub(1)) == Tag::Comma)
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
        let subject = self.inverted_subject(at, end)?;
        if self.tag(subject.end).is_tensed() && !quoted {
            return None;
        }
        let stopped = self.skip_scene(self.behind_clause(subject.end, end), end);
        if !quoted && !matches!(self.tag(stopped), Tag::Comma | Tag::Stop) && stopped < end {
            return None;
        }
        let content = self.content_before(at, begin, floor, stopped, end)?;
        let mut found = self.found(at, at..at + 1, Some(subject), Complement::default(), verb);
        found.content = content;
        found.before = true;
        self.add_after(&mut found, stopped, end);
        // *Ada Orme, the mayor, rejected the report*: a name with its office says nothing, and the report did not reject it.
        let says = |part: &Range<usize>| part.clone().any(|token| self.tag(token).is_tensed());
        (quoted || found.content.iter().any(says)).then_some(found)
    }

    /// *says a letter that the mayor let us read*: behind what is told of the one who says it.
    fn behind_clause(&self, from: usize, end: usize) -> usize {
        let clause = matches!(self.tag(from), Tag::That | Tag::Which);
        let mark = (from..end).find(|at| matches!(self.tag(*at), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Quote));
        if clause { mark.unwrap_or(end) } else { from }
    }

    fn found(
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
