//! Which day does a date name, and how many of what does a number count?

use crate::ast::{Date, Day, Duration};
use crate::cursor::{Cursor, Read};
use crate::words::Kind;

/// `( yyyy [ "-" mm [ "-" dd ] ] | "?" ) [ "outside" ]`
pub(crate) fn date(cursor: &mut Cursor) -> Read<Date> {
    let from = cursor.place();
    let day = match cursor.peek() {
        Some(token) if token.kind == Kind::Sign('?') => None,
        Some(token) if token.kind == Kind::Number => Some(day(cursor)?),
        _ => return Err(cursor.missing("bad-date", "a date", HELP.to_owned())),
    };
    cursor.skip();
    let outside = cursor.take("outside");
    Ok(Date { day, outside, span: cursor.since(from) })
}

const HELP: &str = "write `2026-01-31`, `2026-01`, `2026`, or `?` if it is not reported";

fn day(cursor: &Cursor) -> Read<Day> {
    let found = cursor.peek().map_or("", |token| cursor.slice(token));
    calendar(found).ok_or_else(|| {
        let message = format!("`{found}` is no date of the calendar");
        cursor.error("bad-date", cursor.next_span(), message, HELP)
    })
}

fn calendar(written: &str) -> Option<Day> {
    let mut parts = written.split('-');
    let year: u16 = digits(parts.next()?, 4)?;
    let month = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |part| part.map(Some))?;
    let day = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |part| part.map(Some))?;
    let month: Option<u8> = month.map(u8::try_from).transpose().ok()?;
    let day: Option<u8> = day.map(u8::try_from).transpose().ok()?;
    let right = month.is_none_or(|m| (1..=12).contains(&m))
        && day.is_none_or(|d| d >= 1 && d <= last_day(year, month.unwrap_or(1)));
    (right && year > 0 && parts.next().is_none()).then_some(Day { year, month, day })
}

fn digits(part: &str, how_many: usize) -> Option<u16> {
    let right = part.len() == how_many && part.bytes().all(|byte| byte.is_ascii_digit());
    if right { part.parse().ok() } else { None }
}

fn last_day(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// `NUMBER unit`, such as `72 hours`.
pub(crate) fn duration(cursor: &mut Cursor) -> Read<Duration> {
    let number = number(cursor)?.to_owned();
    let Some(unit) = cursor.word() else {
        let help = format!("hours, days, months, years; {}", cursor.form_help());
        return Err(cursor.missing("missing-word", "the unit", help));
    };
    cursor.skip();
    Ok(Duration { number, unit: unit.to_owned() })
}

/// A whole number in digits 0 to 9.
pub(crate) fn number<'a>(cursor: &mut Cursor<'a>) -> Read<&'a str> {
    match cursor.peek() {
        Some(token) if token.kind == Kind::Number => {
            let found = cursor.slice(token);
            if !found.bytes().all(|byte| byte.is_ascii_digit()) {
                let message = format!("`{found}` is no whole number");
                return Err(cursor.error("bad-number", cursor.next_span(), message, "write it in digits: `72`"));
            }
            cursor.skip();
            Ok(found)
        }
        _ => Err(cursor.missing("bad-number", "a number", cursor.form_help())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        let day = |year, month, day| Some(Day { year, month, day });
        assert_eq!(calendar("2026"), day(2026, None, None));
        assert_eq!(calendar("2026-02"), day(2026, Some(2), None));
        assert_eq!(calendar("2024-02-29"), day(2024, Some(2), Some(29)));
        for wrong in ["2026-02-29", "1900-02-29", "2026-13", "2026-00", "2026-1-5", "26-01-05", "2026-01-05-1", "2026-"]
        {
            assert_eq!(calendar(wrong), None, "{wrong}");
        }
    }
}
