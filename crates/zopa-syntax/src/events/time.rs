//! Which stretch of time does a date of an event tell?

use super::moment::{Moment, Stretch, day_number, length};
use crate::cursor::{Cursor, Read};
use crate::words::Kind;

/// What a time looks like, for help.
pub(super) const HELP: &str = "a time is `2026-02-01T09:00+02:00`, a day `2026-02-01`, a month `2026-02`, a year `2026`, or `?` if no report tells it";

/// `TIME [ "to" TIME ]`: what has no offset takes that of the file, if it has one.
pub(super) fn stretch(cursor: &mut Cursor, offset: Option<i16>) -> Read<Stretch> {
    let start = cursor.place();
    let first = time(cursor, offset)?;
    if !cursor.take("to") {
        return Ok(first);
    }
    let last = time(cursor, offset)?;
    let whole = Stretch { from: first.from, to: last.to };
    let turned = whole.from.zip(whole.to).is_some_and(|(from, to)| from.not_after(to) == Some(false));
    if turned {
        let span = cursor.since(start);
        let message = format!("{} ends before it begins", cursor.shown(span));
        return Err(cursor.error("time-turned-around", span, message, "write the earlier time first"));
    }
    Ok(whole)
}

/// A date by itself.
pub(super) fn date(written: &str, offset: Option<i16>) -> Option<Stretch> {
    read(written, offset)
}

fn time(cursor: &mut Cursor, offset: Option<i16>) -> Read<Stretch> {
    if cursor.take_sign('?') {
        return Ok(Stretch::default());
    }
    if cursor.peek().is_none_or(|token| token.kind != Kind::Number) {
        let message = format!("{} stands where a date belongs", cursor.shown_next());
        let message = if cursor.peek().is_none() { "a date is missing".to_owned() } else { message };
        return Err(cursor.error("no-date", cursor.next_span(), message, HELP));
    }
    let Some((written, span)) = cursor.run() else { return Ok(Stretch::default()) };
    read(written, offset).ok_or_else(|| {
        let message = format!("{} is no time of the calendar", cursor.shown(span));
        cursor.error("bad-time", span, message, HELP)
    })
}

/// A year, month, day or minute, with an offset or without.
fn read(written: &str, default: Option<i16>) -> Option<Stretch> {
    let (day, hour) = match written.split_once('T') {
        Some((day, hour)) => (day, Some(hour)),
        None => (written, None),
    };
    match hour {
        Some(hour) => {
            let (hour, offset) = parted(hour)?;
            let (year, month, date) = whole_day(day)?;
            let (hours, minutes) = hour.split_once(':')?;
            let minute = number(hours, 2, 23)? * 60 + number(minutes, 2, 59)?;
            let day = day_number(year, month, date);
            Some(Stretch::moment(Moment::at(day, minute, offset.or(default))))
        }
        None => days(day, default),
    }
}

/// The days that a year, a month or a day has.
fn days(written: &str, default: Option<i16>) -> Option<Stretch> {
    // Only a whole day is long enough to have an offset: `2026-02-01+02:00`, `2026-02-01-05:00`.
    let (day, offset) = if written.len() > 10 { parted(written)? } else { (written, None) };
    let offset = offset.or(default);
    let mut parts = day.split('-');
    let year = number(parts.next()?, 4, 9999).filter(|year| *year > 0)?;
    let month = parts.next().map(|part| number(part, 2, 12).filter(|month| *month > 0));
    let date = parts.next().map(|part| number(part, 2, 31).filter(|day| *day > 0));
    if parts.next().is_some() {
        return None;
    }
    let (first, last) = match (month, date) {
        (None, _) => (day_number(year, 1, 1), day_number(year, 12, 31)),
        (Some(month), None) => {
            let month = month?;
            (day_number(year, month, 1), day_number(year, month, length(year, month)))
        }
        (Some(month), Some(date)) => {
            let (month, date) = (month?, date?);
            if date > length(year, month) {
                return None;
            }
            let day = day_number(year, month, date);
            (day, day)
        }
    };
    let (from, to) = (Moment::at(first, 0, offset), Moment::at(last, 24 * 60 - 1, offset));
    Some(Stretch { from: Some(from), to: Some(to) })
}

fn whole_day(day: &str) -> Option<(i64, i64, i64)> {
    let mut parts = day.split('-');
    let year = number(parts.next()?, 4, 9999).filter(|year| *year > 0)?;
    let month = number(parts.next()?, 2, 12).filter(|month| *month > 0)?;
    let date = number(parts.next()?, 2, length(year, month)).filter(|day| *day > 0)?;
    parts.next().is_none().then_some((year, month, date))
}

/// What stands before an offset, and the offset.
fn parted(written: &str) -> Option<(&str, Option<i16>)> {
    if let Some(before) = written.strip_suffix('Z') {
        return Some((before, Some(0)));
    }
    let signed = written.len().checked_sub(6).and_then(|at| written.split_at_checked(at));
    match signed {
        Some((before, sign)) if !before.is_empty() && sign.starts_with(['+', '-']) => {
            Some((before, Some(offset(sign)?)))
        }
        _ => Some((written, None)),
    }
}

/// `+02:00`, from -12:00 to +14:00.
pub(super) fn offset(written: &str) -> Option<i16> {
    let sign = match written.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = written.get(1..)?.split_once(':')?;
    let minutes = sign * (number(hours, 2, 14)? * 60 + number(minutes, 2, 59)?);
    (-12 * 60..=14 * 60).contains(&minutes).then(|| i16::try_from(minutes).ok())?
}

/// So many digits, and no larger number.
fn number(part: &str, digits: usize, most: i64) -> Option<i64> {
    let right = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| part.parse().ok())?.filter(|number| *number <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(written: &str, offset: Option<i16>) -> Option<String> {
        let read = read(written, offset)?;
        Some(format!("{} {}", read.from?.written(false), read.to?.written(true)))
    }

    #[test]
    fn a_time_is_a_stretch() {
        let is = |written: &str, told: &str| assert_eq!(shown(written, None).as_deref(), Some(told));
        is("2026", "2026-01-01 2026-12-31");
        is("2024-02", "2024-02-01 2024-02-29");
        is("2026-02-01", "2026-02-01 2026-02-01");
        is("2026-02-01+02:00", "2026-02-01+02:00 2026-02-01+02:00");
        is("2026-02-01-05:00", "2026-02-01-05:00 2026-02-01-05:00");
        is("2026-02-01T09:00", "2026-02-01T09:00 2026-02-01T09:00");
        is("2026-02-01T09:00Z", "2026-02-01T09:00+00:00 2026-02-01T09:00+00:00");
        is("2026-02-01T09:00-05:30", "2026-02-01T09:00-05:30 2026-02-01T09:00-05:30");
        assert_eq!(shown("2026-02-01", Some(60)).as_deref(), Some("2026-02-01+01:00 2026-02-01+01:00"));
        assert_eq!(
            shown("2026-02-01T09:00Z", Some(60)).as_deref(),
            Some("2026-02-01T09:00+00:00 2026-02-01T09:00+00:00")
        );
        let wrong =
            ["2026-02-29", "2026-13", "2026-2-1", "2026-02-01T24:00", "2026-02-01T9:00", "2026-02-01T09:00+15:00"];
        for wrong in
            wrong.into_iter().chain(["0000-01-01", "2026-02-01T", "2026-02-01T09:00:00", "2026T09:00", "26-02-01"])
        {
            assert_eq!(shown(wrong, None), None, "{wrong}");
        }
    }
}
