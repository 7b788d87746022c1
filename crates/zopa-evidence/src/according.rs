//! *According to* whom?

use crate::classes::Class;
use crate::cue::Found;
use crate::frames::Frame;
use crate::reader::Reader;
use crate::tag::Tag;

impl Reader<'_, '_> {
    /// *According to the paper, …* and *…, according to the paper*.
    pub(crate) fn according(&self, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let Some(first) = self.whose_view(at) else { return self.in_ones_view(at, begin, end, floor) };
        if let Some(told) = self.according_to_what(at, first, begin, end, floor) {
            return Some(told);
        }
        let named = self.with_name_behind(first..self.long_phrase_end(first, end), end);
        let after = self.with_asides(named.end, end);
        if after == first {
            return None;
        }
        let opens = at == begin
            || matches!(self.tag_before(at), Tag::Colon | Tag::Stop | Tag::And | Tag::That | Tag::Dash)
            || (at == begin + 1)
            || self.tag_before(at) == Tag::Comma && self.tag(at.saturating_sub(2)) == Tag::That;
        let content =
            if opens { self.behind_source(after, end)? } else { self.before_cue(at, begin, floor, after, end)? };
        Some(Found {
            head: at,
            cue: vec![at..first],
            source: Some(first..if self.is(at, self.known.under) { self.phrase_end(first, end) } else { after }),
            before: !opens,
            content,
            ..Found::default()
        })
    }

    /// *According to what the ministry told the paper*: the ministry says it, and the paper passes it on.
    fn according_to_what(&self, at: usize, first: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let source = first + 1..self.long_phrase_end(first + 1, end);
        let verb = self.skip_auxiliaries(source.end, end);
        let tells = self.cue_verb(verb).is_some_and(|verb| verb.frames.has(Frame::Quote));
        if self.tag(first) != Tag::Which || source.is_empty() || !tells {
            return None;
        }
        let after = self.long_phrase_end(verb + 1, end).max(verb + 1);
        let addressee = Some(verb + 1..after).filter(|told| !told.is_empty());
        let content = self.before_cue(at, begin, floor, after, end).filter(|_| at > begin)?;
        Some(Found {
            head: at,
            cue: vec![at..first + 1, source.end..verb + 1],
            source: Some(source),
            addressee,
            before: true,
            content,
            ..Found::default()
        })
    }

    /// *In the adviser’s reading*, *in her view*: whose it is, and where the words end that say so.
    fn in_ones_view(&self, at: usize, begin: usize, end: usize, floor: usize) -> Option<Found> {
        let clitic = (at + 1..end.min(at + 7)).find(|owner| self.tag(*owner) == Tag::Possessive)?;
        let (owned, view) = (self.token(clitic).is_some_and(|token| token.spaced), clitic + 1);
        let source = if owned { clitic..clitic + 1 } else { at + 1..clitic };
        let led = self.tag(at) == Tag::Preposition && (owned == (clitic == at + 1)) && self.has(view, Class::View);
        let whole = led && (source.start..source.end).all(|at| self.tag(at).is_nominal());
        let opens = at == begin;
        let mark = matches!(self.tag(view + 1), Tag::Comma | Tag::Stop);
        if !whole || !mark || !opens && self.tag_before(at) != Tag::Comma {
            return None;
        }
        let content =
            if opens { self.behind_source(view + 1, end)? } else { self.before_cue(at, begin, floor, view + 1, end)? };
        let cue = if owned { vec![at..at + 1, view..view + 1] } else { vec![at..at + 1, clitic..view + 1] };
        Some(Found { head: at, cue, source: Some(source), before: !opens, content, ..Found::default() })
    }

    /// Where the words begin that say whose account it is: behind *according to*, *in the view of*.
    fn whose_view(&self, at: usize) -> Option<usize> {
        if self.is(at, self.known.according) {
            return (self.tag(at + 1) == Tag::To).then_some(at + 2);
        }
        if self.is(at, self.known.per) {
            let after = self.long_phrase_end(at + 1, at + 12);
            let who = (at + 1..after).any(|at| {
                self.tag(at) == Tag::Name || self.speaks(at) || self.classes(at).any(&[Class::Paper, Class::Body])
            });
            return who.then_some(at + 1);
        }
        if self.is(at, self.known.under) {
            return self.is_seen_paper(at + 1).then_some(at + 1);
        }
        let view =
            self.tag(at) == Tag::Preposition && self.tag(at + 1) == Tag::Article && self.has(at + 2, Class::View);
        (view && self.is(at + 3, self.known.of)).then_some(at + 4)
    }

    /// *a draft seen by the paper*.
    fn is_seen_paper(&self, at: usize) -> bool {
        let after = self.phrase_end(at, at + 6);
        let paper = after > at && self.has(after - 1, Class::Paper);
        paper
            && matches!(self.tag(after), Tag::Participle | Tag::Finite)
            && matches!(self.tag(after + 1), Tag::Preposition | Tag::To)
    }

    /// *the mayor, Mara Lind,* and *a report published on Monday*.
    fn with_asides(&self, after: usize, end: usize) -> usize {
        let mut at = after;
        // *a diplomat who has followed the talks*
        if self.tag(at) == Tag::Which && self.tag(at + 1).is_tensed() {
            let ends =
                |at: &usize| matches!(self.tag(*at), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Colon | Tag::Quote);
            return (at..end).find(ends).unwrap_or(end);
        }
        if matches!(self.tag(at), Tag::Finite | Tag::Participle) {
            let scene = self.skip_scene(at + 1, end);
            if scene > at + 1 || matches!(self.tag(at + 1), Tag::Comma | Tag::Stop) {
                at = scene.max(at + 1);
            }
        }
        at
    }

    fn behind_source(&self, after: usize, end: usize) -> Option<Vec<std::ops::Range<usize>>> {
        let comma = (after..end).find(|at| self.tag(*at) == Tag::Comma && !self.is_aside_comma(*at, end))?;
        let from = comma + 1;
        if let Some(quote) = self.opens_quote(from).filter(|quote| quote.close + 1 >= end) {
            return Some(vec![from..quote.close + 1]);
        }
        let to = self.clause_end(from, end);
        (to > from).then(|| vec![from..to])
    }

    /// The comma before an office, a paper's place, a relative clause.
    fn is_aside_comma(&self, comma: usize, end: usize) -> bool {
        if self.tag(comma + 1) == Tag::Which {
            return true;
        }
        // *the diplomats, quoted by the paper, …*
        if matches!(self.tag(comma + 1), Tag::Participle | Tag::Finite) && self.is(comma + 2, self.known.by) {
            return true;
        }
        let after = self.long_phrase_end(comma + 1, end);
        // *under the draft, the council, which runs the pier, will pay*: the subject, and no aside.
        let subject = self.tag(after + 1) == Tag::Which;
        after > comma + 1 && self.tag(after) == Tag::Comma && !subject && self.tag(comma + 1) != Tag::Pronoun
    }

    /// What stands before, within the clause; and what goes on behind a second comma.
    fn before_cue(
        &self,
        at: usize,
        begin: usize,
        floor: usize,
        after: usize,
        end: usize,
    ) -> Option<Vec<std::ops::Range<usize>>> {
        let mark = at.checked_sub(1)?;
        let last = if self.tag(mark) == Tag::Comma || self.tag(mark) == Tag::Dash { mark } else { at };
        if let Some(quote) = last.checked_sub(1).and_then(|close| self.closes_quote(close)) {
            let from = floor.max(begin).min(quote.open);
            return Some(vec![from..quote.close + 1]);
        }
        let floor = if floor + 1 >= last { begin } else { floor };
        let from = self.clause_begin(floor.max(begin), last);
        let mut content = vec![from..last];
        if last <= from {
            return None;
        }
        let goes_on = !self.has_tense(from..last)
            || self.tag_before(last).is_auxiliary()
            || self.tag(after + 1) == Tag::That
            || self.tag(after + 1).is_tensed();
        if goes_on && self.tag(after) == Tag::Comma {
            content.push(after + 1..self.clause_end(after + 1, end));
        }
        Some(content)
    }

    /// A coordinator at the beginning is the teller's.
    fn clause_begin(&self, from: usize, last: usize) -> usize {
        let mut at = from;
        while at < last && matches!(self.tag(at), Tag::Comma | Tag::And | Tag::Colon) {
            at += 1;
        }
        at
    }
}
