//! What do the lines of the list say, by when, and which of them are denied?

use super::kleene::{K, and};
use zopa_case::{Case, CommitmentId, Deed, EventId, Happened, Moment, Point, StepId, Stretch, Verb, Voice};

/// A line, with the stretch it counts with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub(super) number: u32,
    pub(super) row: &'a Happened,
    pub(super) time: Stretch,
}

/// The list, in file order.
pub(super) struct List<'a> {
    pub(super) case: &'a Case,
    pub(super) lines: Vec<Line<'a>>,
    /// No line tells a minute, and none is asked about: all is before the end of the list, which has no date.
    pub(super) dateless: bool,
    /// The last minute that any line tells.
    pub(super) end: Option<Moment>,
    /// The moment asked about.
    pub(super) now: Option<Moment>,
}

/// Is A not after B?
pub(super) fn not_after(a: Stretch, b: Stretch) -> K {
    let no_later = |a: Option<Moment>, b: Option<Moment>| a.zip(b).and_then(|(a, b)| a.not_after(b));
    if no_later(a.to, b.from) == Some(true) {
        return Some(true);
    }
    (no_later(a.from, b.to) == Some(false)).then_some(false)
}

impl<'a> List<'a> {
    pub(super) fn of(case: &'a Case, rows: &'a [Happened], as_of: Option<Moment>) -> List<'a> {
        let told = rows.iter().flat_map(|row| [row.time.from, row.time.to]).flatten();
        let last = told.max_by_key(|moment| moment.listed());
        let dateless = last.is_none() && as_of.is_none();
        let end = if dateless { Some(Moment::at(0, 0, None)) } else { last };
        let stretch = |time: Stretch| Stretch { to: time.to.or(end), ..time };
        let line = |(row, number): (&'a Happened, u32)| Line { number, row, time: stretch(row.time) };
        let lines = rows.iter().zip(1..).map(line).collect();
        List { case, lines, dateless, end, now: as_of.or(end) }
    }

    /// The lines without `not` of which this is so.
    pub(super) fn all(&self, so: impl Fn(&Happened) -> bool) -> Vec<Line<'a>> {
        self.lines.iter().filter(|line| !line.row.not && so(line.row)).copied().collect()
    }

    pub(super) fn acts(&self, verb: Verb, id: CommitmentId) -> Vec<Line<'a>> {
        self.all(|row| row.deed == Deed::Act(verb, id))
    }

    /// The lines about a step.
    pub(super) fn taken(&self, step: StepId) -> Vec<Line<'a>> {
        self.all(|row| row.deed == Deed::Step(step))
    }

    pub(super) fn about(&self, point: Point) -> Vec<Line<'a>> {
        self.all(|row| self.is_about(row, point))
    }

    /// A line about an event is one about every wider one.
    pub(super) fn is_about(&self, row: &Happened, point: Point) -> bool {
        match (row.deed, point) {
            (Deed::Event(event), Point::Event(wide)) => self.lies_within(event, wide),
            (Deed::Step(step), Point::Step(other)) => step == other,
            _ => false,
        }
    }

    /// Is it that event, or within it?
    pub(super) fn lies_within(&self, event: EventId, wide: EventId) -> bool {
        let mut at = Some(event);
        for _ in 0..=self.case.events.len() {
            if at == Some(wide) {
                return true;
            }
            at = at.and_then(|id| self.case.events.row(id)).and_then(|row| row.within);
        }
        false
    }

    /// The lines that deny this one.
    pub(super) fn denials(&self, line: &Line) -> Vec<u32> {
        let says = |denial: &Happened| match (denial.deed, line.row.deed) {
            (Deed::Event(wide), Deed::Event(event)) => self.lies_within(event, wide),
            (denied, deed) => denied == deed,
        };
        let denies = |other: &&Line| {
            other.row.not && says(other.row) && not_after(line.time, other.time) != Some(false) && !line.row.not
        };
        self.lines.iter().filter(denies).map(|other| other.number).collect()
    }

    /// Open where it is denied.
    pub(super) fn undenied(&self, line: &Line) -> K {
        self.denials(line).is_empty().then_some(true)
    }

    pub(super) fn happened(&self, line: &Line, by: Stretch) -> K {
        and([not_after(line.time, by), self.undenied(line)])
    }

    /// The one that ends first, begins first, stands above.
    pub(super) fn first<'b>(&self, lines: &[Line<'b>]) -> Option<Line<'b>> {
        lines.iter().min_by_key(|line| (order(line.time), line.number)).copied()
    }

    /// Is it the voice itself, or does it speak for it as a body or a person of it?
    pub(super) fn speaks_for(&self, speaker: Voice, whom: Voice) -> bool {
        speaker == whom || matches!(whom, Voice::Party(party) if self.case.parties_of(speaker).contains(&party))
    }

    /// Is the line an act of theirs?
    pub(super) fn is_of(&self, row: &Happened, whom: Voice) -> bool {
        row.by.iter().any(|speaker| self.speaks_for(*speaker, whom))
    }
}

/// Where there is no beginning it comes first, where there is no end last.
pub(super) fn order(time: Stretch) -> (i64, i64) {
    (time.to.map_or(i64::MAX, Moment::listed), time.from.map_or(i64::MIN, Moment::listed))
}
