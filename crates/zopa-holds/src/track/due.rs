//! By when is something owed, and has that time passed?

use super::files::{Files, hole};
use super::known::{Known, Why};
use super::occasions::{By, Occasion};
use super::span::{self, Span};
use super::term::point_row;
use crate::events::chain;
use zopa_case::{CommitmentId, Deed, Moment, Point, Stretch};
use zopa_finding::track::WhyOpen;

/// By when something is owed.
#[derive(Clone, Debug)]
pub(crate) struct Due {
    /// When its time ends; nothing where that is not told, or its clock has not begun.
    pub time: Option<Stretch>,
    /// Why it is not known.
    open: Option<Why>,
    /// The row that its clock begins with.
    row: Option<usize>,
    /// Has that happened? What set it off itself is asked for elsewhere.
    begun: Known,
}

/// What a clause says of the time within which something is owed.
pub(crate) struct Within {
    /// How long, where that can be counted; and after what, if not after what set it off. Nothing where it is not told.
    told: Option<(Option<Span>, Option<Point>)>,
    /// Why it is not known when that ends, where it is not.
    open: Option<Why>,
}

impl Within {
    pub fn of(files: &Files<'_>, id: CommitmentId) -> Within {
        let clause = &files.anatomy(id).deadline;
        let Some(deadline) = clause.only() else { return Within { told: None, open: hole(clause, "within") } };
        let fixed = deadline.time.hours().is_some() && !span::varies(&deadline.time);
        Within {
            told: Some((Span::of(&deadline.time), deadline.after)),
            open: (!fixed).then(|| Why::part(WhyOpen::Length, "within")),
        }
    }
}

impl Due {
    /// The clock begins with what set it off, unless the clause names something else.
    pub fn of(files: &Files<'_>, id: CommitmentId, occasion: &Occasion, set_off: Option<Stretch>) -> Due {
        let Within { told, open } = &files.owing(id).within;
        let Some((span, after)) = *told else {
            return Due { time: None, open: open.clone(), row: None, begun: Known::Yes };
        };
        let first = |point| point_row(files, point).map(|row| (row, files.ledger.undenied(row)));
        let (begins, row, begun) = match after {
            None => (set_off, occasion.rows.first().copied(), Known::Yes),
            Some(point) => match own(files, occasion, point).map(|row| (row, Known::Yes)).or_else(|| first(point)) {
                Some((row, begun)) => (Some(files.ledger.time(row)), Some(row), begun),
                None => (None, None, Known::No),
            },
        };
        let time = span.zip(begins).map(|(span, begins)| span.end(begins));
        Due { time, open: open.clone().filter(|_| begins.is_some()), row, begun }
    }

    /// There is no time by which it is done.
    pub fn never() -> Due {
        Due { time: None, open: None, row: None, begun: Known::Yes }
    }

    /// Is it not told by when?
    pub fn is_open(&self) -> bool {
        self.time.is_none() && self.open.is_some()
    }

    /// Has it passed by then?
    pub fn passed(&self, files: &Files<'_>, at: Moment) -> Known {
        let Some(time) = self.time else {
            return self.open.clone().map_or(Known::No, Known::Open);
        };
        let why = || match (&self.open, self.row.map(|row| files.ledger.time(row))) {
            (Some(why), Some(time)) if time.from.is_some() => why.clone(),
            (Some(why), None) => why.clone(),
            _ => files.ledger.order(self.row.into_iter().collect()),
        };
        Known::told(Stretch::moment(at).not_after(time), why).not().and(|| self.begun.clone())
    }
}

/// The row of the occasion itself, where the clock begins with what it is a case of.
fn own(files: &Files<'_>, occasion: &Occasion, point: Point) -> Option<usize> {
    let is = |at: &usize| match (files.ledger.row(*at).map(|row| row.deed), point) {
        (Some(Deed::Event(event)), Point::Event(named)) => chain(files.case, event).contains(&named),
        (Some(Deed::Step(step)), Point::Step(named)) => step == named,
        _ => false,
    };
    occasion.rows.iter().copied().filter(|_| occasion.by != By::Condition).find(is)
}
