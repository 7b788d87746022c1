//! How long is a length of time, counted from a moment?
//!
//! Hours are counted from the minute. Days, weeks, months and years are counted in whole days of the calendar that the moment
//! is told by: the day of the moment itself does not count, and the last day counts to its end. A month has 28 to 31 days
//! and a year 365 or 366, so that their ends are stretches.

use zopa_case::{Length, Moment, Stretch};

/// A length of time by its number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    /// At the least and at the most so many hours.
    least: i64,
    most: i64,
    /// Its unit is the hour.
    hours: bool,
}

impl Span {
    /// `None` for a unit that nobody can count.
    pub fn of(length: &Length) -> Option<Span> {
        let (least, most) = length.hours()?;
        let (least, most) = (i64::try_from(least).ok()?, i64::try_from(most).ok()?);
        Some(Span { least, most, hours: length.unit.starts_with("hour") })
    }

    /// When it ends if it begins somewhere in a stretch.
    pub fn end(self, begins: Stretch) -> Stretch {
        let after = |moment: Moment, count: i64| match self.hours {
            true => moment.plus(count.saturating_mul(60)),
            false => moment.end_of_day_after(count / 24),
        };
        Stretch { from: begins.from.map(|from| after(from, self.least)), to: begins.to.map(|to| after(to, self.most)) }
    }
}

/// Does its unit have no fixed number of days?
pub(crate) fn varies(length: &Length) -> bool {
    length.hours().is_some_and(|(least, most)| least != most)
}
