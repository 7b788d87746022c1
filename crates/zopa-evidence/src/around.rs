//! What stands before a cue, and goes on behind it? *“…,” she said, “…”*; *the talks, he said, would go on*.

use std::ops::Range;

use crate::classes::Class;
use crate::cue::Found;
use crate::reader::Reader;
use crate::tag::Tag;

impl Reader<'_, '_> {
    /// Does the subject that begins at `start` stand right behind a quote?
    pub(crate) fn is_behind_quote(&self, start: usize, begin: usize) -> bool {
        let close = start.checked_sub(1).filter(|close| *close >= begin);
        close.is_some_and(|close| self.closes_quote(close).is_some() && self.is_utterance(close))
    }

    /// The closing mark stands behind a comma or stop: what it closes is speech and no word set apart.
    pub(crate) fn is_utterance(&self, close: usize) -> bool {
        let last = (0..close).rev().find(|at| self.tag(*at) != Tag::Quote);
        last.is_some_and(|last| matches!(self.tag(last), Tag::Comma | Tag::Stop | Tag::Dash))
    }

    /// *“…,” Mara Lind, who leads the board, said*: all between the quote and the verb, where its subject was not found.
    pub(crate) fn source_behind_quote(&self, group: usize, begin: usize) -> Option<Range<usize>> {
        let close = (begin..group).rev().find(|at| self.tag(*at) == Tag::Quote)?;
        let first = close + 1;
        let speech = self.closes_quote(close).is_some() && self.is_utterance(close);
        (speech && first < group && self.tag(first).begins_phrase()).then_some(first..group)
    }

    /// *“…,” she said, “…”*: a quote that stands before the subject.
    pub(crate) fn add_quote_before(&self, found: &mut Found, subject: usize, begin: usize) {
        let Some(close) = subject.checked_sub(1).filter(|close| *close >= begin) else { return };
        if let Some(quote) = self.closes_quote(close) {
            found.content.insert(0, quote.open..quote.close + 1);
        }
    }

    /// *The plan, he said, “is dead”*: a quote without a capital, behind a speaker behind a comma, ends what begins before.
    pub(crate) fn ends_in_quote(&self, found: &Found) -> bool {
        let [only] = found.content.as_slice() else { return false };
        let comma = found.source.as_ref().and_then(|source| source.start.checked_sub(1));
        let behind = comma.is_some_and(|comma| self.tag(comma) == Tag::Comma && self.quote_at(comma).is_none());
        let small = self.token(only.start + 1).is_some_and(|token| !token.capital);
        found.quoted && behind && small && self.opens_quote(only.start).is_some()
    }

    /// *If the road closes*, *should it close*.
    fn begins_condition(&self, at: usize) -> bool {
        self.tag(at) == Tag::Modal || self.has(at, Class::Depends)
    }

    /// What stands before a cue whose subject (or verb, where they are inverted) begins at `start`.
    pub(crate) fn content_before(
        &self,
        start: usize,
        begin: usize,
        floor: usize,
        stopped: usize,
        end: usize,
    ) -> Option<Vec<Range<usize>>> {
        let mark = start.checked_sub(1).filter(|mark| *mark >= floor.min(begin))?;
        // *The road is open, or so the radio claimed*
        let so = mark.checked_sub(2).filter(|comma| *comma > begin && self.tag(*comma) == Tag::Comma);
        let mark = so.filter(|_| self.tag(mark - 1) == Tag::And && self.is(mark, self.known.so)).unwrap_or(mark);
        if let Some(quote) = self.closes_quote(mark) {
            return Some(self.quote_with_its_clause(quote.open, quote.close, begin, floor));
        }
        let ends = stopped >= end
            || self.spelled(stopped) == ";"
            || self.tag(stopped) == Tag::Colon && self.opens_quote(stopped + 1).is_some()
            || matches!(
                self.tag(stopped),
                Tag::Comma | Tag::Stop | Tag::Dash | Tag::Quote | Tag::And | Tag::Subordinator | Tag::Gerund
            );
        if self.tag(mark) != Tag::Comma || !ends || self.quote_at(mark).is_some() {
            return None;
        }
        let from = floor.max(begin);
        let quote_before = mark.checked_sub(1).and_then(|at| self.closes_quote(at));
        if let Some(quote) = quote_before.filter(|quote| quote.open <= from) {
            return Some(vec![quote.open..quote.close + 1]);
        }
        // *Bread, he told the paper, was short*; *Nor, she noted, had they signed*
        let goes_on = mark == from + 1 && self.tag(stopped) == Tag::Comma && self.tag(stopped + 1).is_tensed();
        (mark > from + 1 || goes_on).then(|| vec![from..mark])
    }

    /// A quote before the cue; if it is the end of a clause in the teller's words, with the clause.
    pub(crate) fn quote_with_its_clause(
        &self,
        open: usize,
        close: usize,
        begin: usize,
        floor: usize,
    ) -> Vec<Range<usize>> {
        let from = floor.max(begin);
        let before = open.checked_sub(1).filter(|before| *before >= from);
        let Some(before) = before else { return vec![open..close + 1] };
        match self.tag(before) {
            Tag::Quote | Tag::Stop | Tag::Colon => vec![open..close + 1],
            Tag::Comma | Tag::Dash if self.token(open + 1).is_some_and(|token| token.capital) => vec![open..close + 1],
            _ => vec![from..close + 1],
        }
    }

    /// *“…,” she said on the pier, Long Bay, “…”*: a quote behind a comma further on, with no other cue between.
    pub(crate) fn add_later_quote(&self, found: &mut Found, stopped: usize, end: usize) -> bool {
        let speech = found.content.first().is_some_and(|first| self.opens_quote(first.start).is_some());
        let Some(open) = (stopped..end).find(|at| self.tag(*at) == Tag::Quote).filter(|_| speech) else { return false };
        let Some(quote) = self.opens_quote(open) else { return false };
        let comma = open.checked_sub(1).is_some_and(|comma| self.tag(comma) == Tag::Comma);
        let speaks = |at: usize| self.tag(at) == Tag::Finite && self.cue_verb(at).is_some();
        if !comma || (stopped..open).any(speaks) {
            return false;
        }
        found.content.push(open..quote.close + 1);
        true
    }

    /// What goes on behind a cue that stands in the middle.
    pub(crate) fn add_after(&self, found: &mut Found, stopped: usize, end: usize) {
        let mark = matches!(self.tag(stopped), Tag::Comma | Tag::Colon | Tag::Dash);
        let next = if mark { stopped + 1 } else { stopped };
        if let Some(quote) = self.opens_quote(next).filter(|_| next < end) {
            found.content.push(next..quote.close + 1);
            return;
        }
        if self.add_later_quote(found, stopped, end) {
            return;
        }
        let Some(first) = found.content.first().cloned() else { return };
        let quoted = self.opens_quote(first.start).is_some();
        // *The road could open, he said, if …*; *should the road close, the draft says, …*
        let clause = next + 1 + usize::from(self.tag(next + 1) == Tag::That);
        let condition = self.has(next, Class::Depends) && self.starts_clause(clause, end);
        let begun = self.begins_condition(first.start) && self.starts_clause(next, end);
        // *It depended, he said, on what the council wrote*
        let bare = first.end.checked_sub(1).is_some_and(|last| self.tag(last).is_verb());
        let prepared = bare && self.tag(next) == Tag::Preposition && !self.has(next + 1, Class::Time);
        // *What mattered, he said, was that …*
        let asked = self.tag(first.start) == Tag::Which && self.tag(next).is_tensed();
        // *Of her having led it, he added, there could be no question*
        let of = self.tag(first.start) == Tag::Preposition && !first.clone().any(|at| self.tag(at).is_auxiliary());
        let of = of && self.has_tense(next..end);
        let plain = of
            || asked
            || !self.has_tense(first.clone()) && !matches!(self.tag(next), Tag::Gerund | Tag::And | Tag::Subordinator);
        let unfinished = mark && !quoted && (plain || condition || begun || prepared);
        if unfinished && stopped + 1 < end {
            let clause = next..self.clause_end(next, end);
            if !clause.is_empty() {
                found.content.push(clause);
            }
        }
    }
}
