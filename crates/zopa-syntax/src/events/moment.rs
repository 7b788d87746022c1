//! When? Moments to the minute on one calendar, and the stretches of time that a date tells of.
//!
//! A moment either has an offset from UTC, and is then one moment for everybody; or it has none, and is told by the clocks
//! of one place that nobody names. Moments of the same sort are in order. Of two of different sorts it is known which comes
//! first only where it is so wherever that place may be: its clocks are at most 14 hours before UTC, and 12 behind it.
//! Nothing here knows a clock or a zone: an offset counts as written, so 72 hours are 72 hours whatever clocks do.

/// Clocks that show the latest hour, in minutes from UTC.
const EAST: i64 = 14 * 60;
/// Clocks that show the earliest.
const WEST: i64 = 12 * 60;
/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// A minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Minutes since the first day of the year 1: of UTC, or of the clocks of that place.
    minute: i64,
    /// Minutes that the clocks it is told by are before UTC; `None` where no offset is told.
    offset: Option<i16>,
}

/// What a date tells: not before one moment and not after another, where either is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Not before this.
    pub from: Option<Moment>,
    /// Not after this.
    pub to: Option<Moment>,
}

impl Moment {
    /// A minute of a day as clocks with this offset show it.
    pub fn at(day: i64, minute_of_day: i64, offset: Option<i16>) -> Moment {
        Moment { minute: day * DAY + minute_of_day - offset.map_or(0, i64::from), offset }
    }

    /// A number that puts moments in an order in which they can be listed: an unknown place counts as if it were at UTC.
    pub fn listed(self) -> i64 {
        self.minute
    }

    /// Is an offset told of the clocks?
    pub fn is_placed(self) -> bool {
        self.offset.is_some()
    }

    /// Is this no later than that? `None` where it depends on the place that is not named.
    pub fn not_after(self, that: Moment) -> Option<bool> {
        let (least, most) = match (self.offset, that.offset) {
            (None, Some(_)) => (-EAST, WEST),
            (Some(_), None) => (-WEST, EAST),
            _ => (0, 0),
        };
        match (self.minute + most <= that.minute, self.minute + least > that.minute) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// So many minutes later.
    pub fn plus(self, minutes: i64) -> Moment {
        Moment { minute: self.minute.saturating_add(minutes), ..self }
    }

    /// The last minute of the day that lies so many days after that of this moment, by the clocks it is told by.
    pub fn end_of_day_after(self, days: i64) -> Moment {
        let day = self.shown().div_euclid(DAY).saturating_add(days);
        Moment::at(day.min(i64::MAX / DAY / 2), DAY - 1, self.offset)
    }

    /// As the clocks show it.
    fn shown(self) -> i64 {
        self.minute.saturating_add(self.offset.map_or(0, i64::from))
    }

    /// As in a file, to the minute.
    pub fn exact(self) -> String {
        self.written(self.shown().rem_euclid(DAY) == 0)
    }

    /// As in a file: the day alone where it is the first minute of one (`end` false), or the last (`end` true).
    pub fn written(self, end: bool) -> String {
        let (day, minute) = (self.shown().div_euclid(DAY), self.shown().rem_euclid(DAY));
        let (year, month, date) = civil(day);
        let mut out: Vec<u8> = Vec::with_capacity(22);
        push_year(&mut out, year);
        let ([m, n], [d, e]) = (two(month), two(date));
        out.extend_from_slice(&[b'-', m, n, b'-', d, e]);
        if minute != if end { DAY - 1 } else { 0 } {
            push_clock(&mut out, b'T', minute);
        }
        if let Some(offset) = self.offset {
            push_clock(&mut out, if offset < 0 { b'-' } else { b'+' }, i64::from(offset.abs()));
        }
        String::from_utf8(out).unwrap_or_default()
    }
}

/// Two digits. A list of thousands of lines has many dates, and a formatter takes ten times as long.
fn two(number: i64) -> [u8; 2] {
    let number = u8::try_from(number).unwrap_or(0);
    [b'0' + number / 10, b'0' + number % 10]
}

fn push_year(out: &mut Vec<u8>, year: i64) {
    if (0..10_000).contains(&year) {
        out.extend_from_slice(&two(year / 100));
        out.extend_from_slice(&two(year % 100));
    } else {
        out.extend_from_slice(format!("{year:04}").as_bytes());
    }
}

/// Hours and minutes, after a mark.
fn push_clock(out: &mut Vec<u8>, mark: u8, minutes: i64) {
    let ([h, i], [m, n]) = (two(minutes / 60), two(minutes % 60));
    out.extend_from_slice(&[mark, h, i, b':', m, n]);
}

impl Stretch {
    /// One moment.
    pub fn moment(moment: Moment) -> Stretch {
        Stretch { from: Some(moment), to: Some(moment) }
    }

    /// Does no report say when?
    pub fn is_untold(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Does all of this lie no later than all of that (`Some(true)`), or all of it later (`Some(false)`)?
    pub fn not_after(self, that: Stretch) -> Option<bool> {
        let certain = |one: Option<Moment>, other: Option<Moment>| match (one, other) {
            (Some(one), Some(other)) => one.not_after(other),
            _ => None,
        };
        if certain(self.to, that.from) == Some(true) {
            return Some(true);
        }
        certain(self.from, that.to).filter(|not_after| !not_after)
    }

    /// The later of two, each somewhere in its stretch.
    pub fn later(self, that: Stretch) -> Stretch {
        Stretch { from: late(self.from, that.from), to: self.to.zip(that.to).and_then(|(a, b)| late(Some(a), Some(b))) }
    }

    /// The earlier of two, each somewhere in its stretch.
    pub fn earlier(self, that: Stretch) -> Stretch {
        let early = |a: Moment, b: Moment| if a.listed() <= b.listed() { a } else { b };
        let to = match (self.to, that.to) {
            (Some(a), Some(b)) => Some(early(a, b)),
            (one, other) => one.or(other),
        };
        Stretch { from: self.from.zip(that.from).map(|(a, b)| early(a, b)), to }
    }

    /// A place in an order in which things can be listed: what has no date comes last.
    pub fn listed(self) -> (i64, i64) {
        let to = self.to.map_or(i64::MAX, Moment::listed);
        (to, self.from.map_or(i64::MIN, Moment::listed))
    }
}

fn late(a: Option<Moment>, b: Option<Moment>) -> Option<Moment> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if a.listed() >= b.listed() { a } else { b }),
        (one, other) => one.or(other),
    }
}

/// The number of a day of the calendar, which has to be one, from the first day of the year 1.
pub(super) fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let before_year = |year: i64| 365 * (year - 1) + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
    before_year(year) + (1..month).map(|month| length(year, month)).sum::<i64>() + day - 1
}

/// How many days a month has.
pub(super) fn length(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The day of the calendar with this number: year, month, day.
fn civil(number: i64) -> (i64, i64, i64) {
    /// Four hundred years have always as many days.
    const DAYS: i64 = 146_097;
    // Counted from a first of March, so that the day that some years have more is their last.
    let number = number.saturating_add(306);
    let (before, day) = (number.div_euclid(DAYS) * 400, number.rem_euclid(DAYS));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Five months in a row from March or August have 153 days.
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (before + year + next, month, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_calendar_has_its_number_and_back() {
        let mut number = day_number(1896, 1, 1);
        for year in 1896..2110 {
            for month in 1..=12 {
                for day in 1..=length(year, month) {
                    assert_eq!(day_number(year, month, day), number);
                    assert_eq!(civil(number), (year, month, day));
                    number += 1;
                }
            }
        }
        assert_eq!(day_number(1, 1, 1), 0);
        assert_eq!(civil(day_number(9999, 12, 31)), (9999, 12, 31));
    }

    fn noon(offset: Option<i16>) -> Moment {
        Moment::at(day_number(2026, 3, 28), 12 * 60, offset)
    }

    #[test]
    fn hours_are_hours_whatever_clocks_do() {
        let start = noon(Some(60));
        let end = start.plus(72 * 60);
        let shown = Moment::at(day_number(2026, 3, 31), 13 * 60, Some(120));
        assert_eq!(end.not_after(shown), Some(true));
        assert_eq!(shown.not_after(end), Some(true));
        assert_eq!(end.written(true), "2026-03-31T12:00+01:00");
    }

    #[test]
    fn a_place_that_nobody_names_leaves_an_order_open() {
        let (here, there) = (noon(Some(0)), noon(None));
        assert_eq!(here.not_after(there), None);
        assert_eq!(there.not_after(here), None);
        // The clocks of that place show noon 14 hours before UTC does at the earliest, and 12 hours after at the latest.
        assert_eq!(there.not_after(here.plus(12 * 60)), Some(true));
        assert_eq!(there.not_after(here.plus(12 * 60 - 1)), None);
        assert_eq!(there.not_after(here.plus(-14 * 60 - 1)), Some(false));
        assert_eq!(there.not_after(here.plus(-14 * 60)), None);
    }

    #[test]
    fn a_day_ends_by_the_clocks_it_is_told_by() {
        assert_eq!(noon(Some(120)).end_of_day_after(3).written(true), "2026-03-31+02:00");
        assert_eq!(noon(None).end_of_day_after(0).written(true), "2026-03-28");
        assert_eq!(noon(None).end_of_day_after(0).written(false), "2026-03-28T23:59");
    }
}
