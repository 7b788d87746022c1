//! Where on the line of time does a round stand? By its date where dates are known, by its order where they are not.
//!
//! Distances are drawn to scale only between dates. Rounds without a date stand before or after the dated ones, evenly
//! and apart from the scale; where one stands between dated ones, all stand evenly, and nothing is to scale.

use super::{
    calendar::{Days, days, ticks},
    places::LABELS,
};
use crate::index::Index;
use zopa_finding::Round;

/// The width that rounds share, and the least of a scale.
const SHARED: usize = 1000;
const SCALE: usize = 420;
/// A round with its title needs this much, one with its number alone this much.
pub(super) const TITLE: usize = 108;
pub(super) const NUMBER: usize = 28;
/// Left of the first mark of a part, and of the first date.
const BEFORE: usize = 14;
const MARGIN: usize = 40;

/// The rounds, earlier ones first: after the round they are said to be after, and after those that were over before
/// they began; else as the brief lists them.
pub(crate) fn in_order<'a>(index: &Index<'a>) -> Vec<&'a Round> {
    let told = index.brief.timeline.iter().filter_map(|entry| index.round(entry.round.as_deref()?));
    let mut left: Vec<&'a Round> = told.collect();
    let silent = |round: &&'a Round| !left.iter().any(|other| other.name == round.name);
    let silent: Vec<&'a Round> = index.brief.rounds.iter().filter(silent).collect();
    left.extend(silent);
    let mut ordered: Vec<&'a Round> = Vec::new();
    while !left.is_empty() {
        let over = left.iter().filter_map(|round| span(round)).map(|days| days.last).min();
        let follows = |round: &Round| left.iter().any(|other| round.after.as_ref() == Some(&other.name));
        let late = |round: &Round| span(round).zip(over).is_some_and(|(days, over)| days.first > over);
        let ready = left.iter().position(|round| !follows(round) && !late(round));
        // In a circle none is ready: as the brief lists them then.
        let next = ready.or_else(|| left.iter().position(|round| !follows(round))).unwrap_or(0);
        ordered.push(left.remove(next));
    }
    ordered
}

/// The days of a round, where its date is known.
pub(super) fn span(round: &Round) -> Option<Days> {
    round.on.as_deref().and_then(days)
}

/// The line of time.
pub(super) struct Scale {
    /// Where each round stands, in their order, and up to where its days last.
    pub marks: Vec<(usize, usize)>,
    /// The part that is to scale.
    pub dated: Option<Dated>,
    /// Where rounds without a date begin: before the scale, and after it.
    pub undated: Vec<usize>,
    /// Is there room for titles?
    pub titles: Option<usize>,
    pub width: usize,
    /// Where what ends at no date of the scale ends.
    pub end: usize,
}

/// A part of the line that is to scale.
pub(super) struct Dated {
    left: usize,
    right: usize,
    days: Days,
}

impl Dated {
    /// Where a day stands.
    pub fn x(&self, day: i64) -> usize {
        let length = (self.days.last - self.days.first).max(1);
        let day = day.clamp(self.days.first, self.days.last) - self.days.first;
        let room = i64::try_from(self.right - self.left).unwrap_or_default();
        self.left + usize::try_from(day * room / length).unwrap_or_default()
    }

    /// Days to mark, with their names.
    pub fn ticks(&self) -> Vec<(usize, String)> {
        let all = ticks(self.days.first, self.days.last, (self.right - self.left) / 90);
        all.into_iter().map(|(day, name)| (self.x(day), name)).collect()
    }
}

/// Rounds before the dated ones, dated, and after them; the days from the first to the last date.
struct Parts {
    before: usize,
    after: usize,
    days: Days,
}

/// The parts, if the rounds have them: no round without a date between dated ones, and two days at least.
fn parts(rounds: &[&Round], ends: &[Days]) -> Option<Parts> {
    let spans: Vec<Option<Days>> = rounds.iter().map(|round| span(round)).collect();
    let before = spans.iter().position(Option::is_some)?;
    let after = spans.iter().rev().position(Option::is_some)?;
    let within: Vec<&Option<Days>> = spans.iter().skip(before).take(spans.len() - before - after).collect();
    let dated: Vec<Days> = within.iter().filter_map(|days| **days).collect();
    let whole = dated.len() == within.len() && dated.is_sorted_by_key(|days| days.first);
    let all = || dated.iter().chain(ends);
    let days = Days { first: all().map(|d| d.first).min()?, last: all().map(|d| d.last).max()? };
    (whole && days.first < days.last).then_some(Parts { before, after, days })
}

/// The line for these rounds, in their order; `ends` are the known dates on which something expires, `open` says that
/// something ends at no known date.
pub(super) fn scale(rounds: &[&Round], ends: &[Days], open: bool) -> Scale {
    match parts(rounds, ends) {
        Some(parts) => by_date(rounds, &parts, open),
        None => by_order(rounds.len(), open || !ends.is_empty()),
    }
}

fn by_order(count: usize, ends: bool) -> Scale {
    let tail = if ends { 100 } else { 0 };
    let slot = ((SHARED - tail) / count.max(1)).max(NUMBER + 2);
    let marks = (0..count).map(|n| LABELS + BEFORE + n * slot).map(|x| (x, x)).collect();
    let width = LABELS + count * slot + tail;
    let titles = (slot >= TITLE).then_some(slot - 16);
    Scale { marks, dated: None, undated: Vec::new(), titles, width, end: width.saturating_sub(MARGIN) }
}

fn by_date(rounds: &[&Round], parts: &Parts, open: bool) -> Scale {
    let slot = if parts.before + parts.after > 3 { NUMBER + 2 } else { TITLE + 12 };
    let part = |count: usize, least: bool| (count * slot).max(if least { TITLE } else { 0 });
    let (before, after) = (part(parts.before, parts.before > 0), part(parts.after, parts.after > 0 || open));
    let left = LABELS + before;
    let right = left + SHARED.saturating_sub(before + after).max(SCALE);
    let dated = Dated { left: left + MARGIN, right: right - TITLE, days: parts.days };
    let place = |(n, round): (usize, &&Round)| match span(round) {
        Some(days) => (dated.x(days.first), dated.x(days.last)),
        None if n < parts.before => (LABELS + BEFORE + n * slot, LABELS + BEFORE + n * slot),
        None => {
            let x = right + BEFORE + BEFORE / 2 + (n + parts.after).saturating_sub(rounds.len()) * slot;
            (x, x)
        }
    };
    let marks: Vec<(usize, usize)> = rounds.iter().enumerate().map(place).collect();
    let before = (parts.before > 0).then_some(LABELS);
    let undated = before.into_iter().chain((after > 0).then_some(right)).collect();
    let titles = (slot > TITLE).then_some(TITLE - 10);
    let width = right + after;
    Scale { marks, dated: Some(dated), undated, titles, width, end: width - MARGIN }
}
