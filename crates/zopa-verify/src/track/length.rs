//! When does a length of time end, counted from a stretch?

use zopa_case::{Length, Moment, Stretch};

/// Hours from the minute; all else in days, to the end of the last.
pub(super) fn end(start: Stretch, length: &Length) -> Option<Stretch> {
    let (least, most) = length.hours()?;
    let in_hours = matches!(length.unit.as_str(), "hour" | "hours");
    let after = |moment: Moment, hours: u64| match in_hours {
        true => moment.plus(i64::try_from(hours).unwrap_or(i64::MAX).saturating_mul(60)),
        false => moment.end_of_day_after(i64::try_from(hours / 24).unwrap_or(i64::MAX)),
    };
    Some(Stretch {
        from: start.from.map(|moment| after(moment, least)),
        to: start.to.map(|moment| after(moment, most)),
    })
}
