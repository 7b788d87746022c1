//! How long is a length of time, counted from a moment?
//!
//! Hours are counted from the minute. Days, weeks, months and years are counted in whole days of the calendar that the moment
//! is told by: the day of the moment itself does not count, and the last day counts to its end. A month has 28 to 31 days
//! and a year 365 or 366, so that their ends are stretches.

use zopa_case::{Length, Moment, Stretch};

/// When a length of time ends that begins somewhere in a stretch; `None` for a unit that nobody can count.
pub(crate) fn end(length: &Length, begins: Stretch) -> Option<Stretch> {
    let (least, most) = length.hours()?;
    let (least, most) = (i64::try_from(least).ok()?, i64::try_from(most).ok()?);
    let hours = length.unit.starts_with("hour");
    let after = |moment: Moment, count: i64| match hours {
        true => moment.plus(count.saturating_mul(60)),
        false => moment.end_of_day_after(count / 24),
    };
    Some(Stretch { from: begins.from.map(|from| after(from, least)), to: begins.to.map(|to| after(to, most)) })
}

/// Does its unit have no fixed number of days?
pub(crate) fn varies(length: &Length) -> bool {
    length.hours().is_some_and(|(least, most)| least != most)
}
