//! Which days does a date name? Dates as the case writes them: a year, a month or a day.
//!
//! Days are counted from 1 March of the year 0 of the Gregorian calendar, so that the day a leap year adds is the last of
//! its year.

/// The first and last day that a date can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub first: i64,
    pub last: i64,
}

/// The days of `2026`, `2026-03` or `2026-03-17`; nothing for `?`.
pub(super) fn days(date: &str) -> Option<Days> {
    let mut parts = date.split('-').map(str::parse::<i64>);
    let year = parts.next()?.ok()?;
    let month = parts.next().transpose().ok()?;
    let first = day(year, month.unwrap_or(1), 1);
    if let Some(written) = parts.next().transpose().ok()? {
        let first = first + written - 1;
        return Some(Days { first, last: first });
    }
    let after = month.map_or(day(year + 1, 1, 1), |month| day(year, month + 1, 1));
    Some(Days { first, last: after - 1 })
}

/// The number of a day; month 13 is the first of the next year.
fn day(year: i64, month: i64, day: i64) -> i64 {
    let from_march = year * 12 + month - 3;
    let (year, month) = (from_march.div_euclid(12), from_march.rem_euclid(12));
    // From March on, months are 31 30 31 30 31 days long, again and again: 153 days in five of them.
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
}

/// Days to mark on a scale with their names, at most as many as asked for: every so many months, or every so many days
/// where the scale is short.
pub(super) fn ticks(from: i64, to: i64, most: usize) -> Vec<(i64, String)> {
    let most = i64::try_from(most).unwrap_or(i64::MAX).max(1);
    let short = [1, 2, 7, 14].into_iter().find(|step| (to - from) / step < most);
    if let Some(step) = short {
        return (0..).map(|n| from + n * step).take_while(|day| *day <= to).map(|day| (day, named(day))).collect();
    }
    let months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24_000];
    let step = months.into_iter().find(|step| (to - from) / (step * 30) < most).unwrap_or(120_000);
    let first = month_of(from).div_euclid(step) * step;
    let at = |month: i64| (day(month.div_euclid(12), month.rem_euclid(12) + 1, 1), month);
    let inside = (0..).map(|n| at(first + n * step)).take_while(|(day, _)| *day <= to).filter(|(day, _)| *day >= from);
    let name = |month: i64| match month.rem_euclid(12) {
        _ if step % 12 == 0 => format!("{}", month.div_euclid(12)),
        rest => format!("{}-{:02}", month.div_euclid(12), rest + 1),
    };
    inside.map(|(day, month)| (day, name(month))).collect()
}

/// The month in which a day lies, counted from January of the year 0.
fn month_of(number: i64) -> i64 {
    // A guess by the mean length of a month is at most one off.
    let guess = number * 1600 / 48_699 + 2;
    let starts = |month: &i64| day(month.div_euclid(12), month.rem_euclid(12) + 1, 1) <= number;
    (guess - 2..=guess + 2).rev().find(starts).unwrap_or(guess)
}

/// A day as the case would write it.
fn named(number: i64) -> String {
    let month = month_of(number);
    let (year, rest) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    format!("{year}-{rest:02}-{:02}", number - day(year, rest, 1) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_each_other_through_leap_years() {
        let mut number = day(1999, 1, 1);
        for year in 1999..=2101_i64 {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            for (month, length) in (1..).zip([31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                for written in 1..=length {
                    assert_eq!(day(year, month, written), number);
                    assert_eq!(named(number), format!("{year}-{month:02}-{written:02}"));
                    assert_eq!(days(&named(number)), Some(Days { first: number, last: number }));
                    number += 1;
                }
            }
        }
    }

    #[test]
    fn a_month_and_a_year_are_spans() {
        assert_eq!(days("2024-02").map(|d| d.last - d.first), Some(28));
        assert_eq!(days("2023").map(|d| d.last - d.first), Some(364));
        assert_eq!(days("2024-12").unwrap().last + 1, days("2025").unwrap().first);
        assert_eq!(days("?"), None);
    }

    #[test]
    fn ticks_lie_on_the_scale_in_order_and_are_few() {
        let start = day(2026, 1, 17);
        for length in 1..4000 {
            let ticks = ticks(start, start + length, 9);
            assert!(ticks.len() <= 10, "{length} days: {ticks:?}");
            assert!(ticks.is_sorted_by(|a, b| a.0 < b.0));
            assert!(
                ticks
                    .iter()
                    .all(|(day, name)| (start..=start + length).contains(day) && days(name).unwrap().first == *day)
            );
        }
    }
}
