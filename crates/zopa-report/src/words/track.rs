//! What is said of what is owed after a list of events? What is not known is said with both ways.
//!
//! Names stand after a colon or in brackets, so that no word has to agree with them.

use super::clauses::part;
use zopa_finding::track::{Cause, DeedKind, State, Test, WhyOpen};

pub fn heading(title: &str) -> String {
    format!("What is owed: {title}")
}
/// As of when, and by how many lines.
pub fn as_of(date: Option<&str>, events: usize) -> String {
    let events = match events {
        0 => "no events".to_owned(),
        1 => "one event".to_owned(),
        n => format!("{n} events"),
    };
    match date {
        Some(date) => format!("As of {date}, by a list of {events}."),
        None => format!("By a list of {events}, without a date."),
    }
}
pub const BY_CASE: &str = "By the case alone: no event is reported to have followed.";
pub const LIST: &str = "What the list does not have counts as not having happened; what it has, as reported in it.";

pub const COUNTS: &str = "What counts, and how firmly it binds";
pub const OWED: &str = "What is owed";
pub const OWED_NONE: &str = "Nothing, as far as it is known.";
pub const OPEN: &str = "What is not decided";
pub const OVER: &str = "What is over, or was never owed";
pub const COURSE: &str = "How it came to that";
pub const EVENTS: &str = "The list";
pub const COLUMNS: [&str; 4] = ["No.", "When", "What", "Reported by"];

pub const BINDING: &str = "What is binding on whom today";
pub const BINDING_INTRO: &str = "By the case alone: as if nothing had happened since. What is owed after a list of events \
    is told by `zopa track`.";
pub const BINDING_COLUMNS: [&str; 5] = ["Commitment", "Owed by", "To", "How it stands", "What is owed by it"];
pub const NOBODY: &str = "not reported";
pub const NOT_SET_OFF: &str = "Nothing yet";
/// The columns of what is owed: who, to whom, what for, how it stands, and why.
pub const RESIDUAL: [&str; 5] = ["Owed by", "To", "Commitment", "How it stands", "Why"];
pub const RESIDUAL_HEADING: &str = "Who owes what to whom";
pub const RESIDUAL_INTRO: &str = "What has been set off and is not over, with both ways where it is not decided.";
pub const STANDS_COLUMNS: [&str; 4] = ["Commitment", "Owed by", "To", "How it stands"];
pub const NAV: [(&str, &str); 5] = [
    ("answer", "What is owed"),
    ("counts", "What counts"),
    ("over", "What is over"),
    ("course", "How"),
    ("list", "The list"),
];

/// A commitment by its title and its name.
pub fn commitment(title: &str, name: &str) -> String {
    super::clauses::commitment(title, name)
}

/// How something stands, alone.
pub fn state(state: State) -> &'static str {
    match state {
        State::NotInForce => "does not count yet",
        State::Political => "binds politically",
        State::Treaty => "binds as a treaty",
        State::Suspended => "suspended",
        State::SuspendedThen => "not owed: it was suspended then",
        State::Expired => "its time is over",
        State::Terminated => "ended",
        State::Conditional => "nothing is owed yet",
        State::MayFollow => "nothing is owed: it may follow",
        State::Due => "due",
        State::Fulfilled => "done",
        State::FulfilledLate => "done after its time",
        State::Late => "late",
        State::Breached => "broken, as reported",
        State::Excused => "excused",
    }
}
/// How something stands that a commitment may have brought about.
pub fn duty(state_of: State) -> &'static str {
    match state_of {
        State::NotInForce => "not owed: it did not count yet",
        State::Expired => "not owed: its time was over",
        State::Terminated => "not owed: it had been ended",
        state_of => state(state_of),
    }
}
pub fn due_by(date: &str) -> String {
    format!("due by {date}")
}
pub fn late_since(date: &str) -> String {
    format!("late: due by {date}, and no line of the list says that it was done")
}
pub const LATE: &str = "late: no line of the list says that it was done";
pub const WAITS: &str = "nothing is owed yet: no decision that it has happened";
/// What is due, and when.
pub fn what(state: &str, does: &str) -> String {
    if does.is_empty() { state.to_owned() } else { format!("{state}: {does}") }
}
pub fn not_taken(step: &str) -> String {
    format!("{step} is not to be done")
}
pub fn pieces(items: &[String]) -> String {
    items.join(", ")
}
pub fn parts(items: &[String]) -> String {
    items.join("; ")
}

/// A stretch of time by its two ends.
pub fn when(from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (None, None) => "no date reported".to_owned(),
        (Some(from), Some(to)) if from == to => from.to_owned(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from} on"),
        (None, Some(to)) => format!("{to} or before"),
    }
}

pub fn owed(by: &str, to: &str) -> String {
    match (by.is_empty(), to.is_empty()) {
        (false, false) => format!("Owed by: {by}; to: {to}"),
        (false, true) => format!("Owed by: {by}; to whom is not reported"),
        (true, false) => format!("Owed by whom is not reported; to: {to}"),
        (true, true) => "Owed by whom and to whom is not reported".to_owned(),
    }
}
pub fn set_off(cause: Cause, things: &str, date: &str) -> String {
    match cause {
        Cause::Trigger => format!("Set off: {things}"),
        Cause::Breach => format!("Follows what was broken: {things}, {date}"),
        Cause::Standing if things.is_empty() => "Set off by nothing that is told".to_owned(),
        Cause::Standing => format!("Set off by nothing that is told; counts from: {things}"),
        Cause::Report => format!("Known from a report of its breach alone: {things}"),
    }
}
pub fn rests(things: &str) -> String {
    format!("By: {things}")
}
pub fn clause(parts: &str) -> String {
    format!("Clause: {parts}")
}
pub fn clause_part(field: &str, values: &str) -> String {
    let field = field.replace('-', " ");
    if values.is_empty() { format!("{field} ?") } else { format!("{field} {values}") }
}
/// Words of a clause that stand before what they are about.
pub const LEADING: [&str; 4] = ["all of", "any of", "not", "limited"];
pub fn led(first: &str, rest: &str) -> String {
    format!("{first} {rest}")
}
/// A line of the list in another: its number, what, when, by whom reported.
pub fn cited(number: u32, what: &str, date: &str, reported: &str) -> String {
    let on = if reported.is_empty() { String::new() } else { format!(", reported by {reported}") };
    format!("[{number}] {what}, {date}{on}")
}
pub fn numbers(numbers: &[u32]) -> String {
    numbers.iter().map(|number| format!("[{number}]")).collect::<Vec<_>>().join(", ")
}
pub fn by_claims(claims: &str) -> String {
    format!("The power is reported in: {claims}")
}

/// How long a commitment counts.
pub fn term(since: Option<&str>, until: Option<&str>, forever: bool) -> String {
    let since = since.map(|date| format!("since {date}"));
    let until = until.map(|date| format!("until {date}"));
    let without = forever.then(|| "without an end".to_owned());
    since.into_iter().chain(until).chain(without).collect::<Vec<_>>().join(", ")
}
pub fn treaty_after(who: &str) -> String {
    format!("For a treaty, not reported yet: {who}")
}
pub fn waits_for(what: &str) -> String {
    format!("Set off by: {what}")
}

/// A branch: if this is so, for want of that, then this.
pub fn branch(test: Test, why: &str, then: &str) -> String {
    format!("If {} ({why}): {then}", tested(test))
}
pub fn otherwise(then: &str) -> String {
    format!("Otherwise: {then}")
}
fn tested(test: Test) -> &'static str {
    match test {
        Test::NotHappened => "it had not happened by then",
        Test::NotSetOff => "it takes more than that to set it off",
        Test::NotCounted => "it did not count yet",
        Test::Ended => "it had been ended",
        Test::Over => "its time was over",
        Test::Suspended => "it was suspended",
        Test::NotDecided => "it is not decided that it has happened",
        Test::May => "it may follow and need not",
        Test::DoneInTime => "it was done in time",
        Test::DoneLate => "it was done after its time",
        Test::Excused => "it was waived or vetoed by somebody who may",
        Test::Broken => "it was broken",
        Test::PastDeadline => "its time has run out",
        Test::Treaty => "it binds as a treaty",
    }
}
/// Why it is not known.
pub fn why(kind: WhyOpen, field: &str, events: &str, who: &str) -> String {
    match kind {
        WhyOpen::Unsaid => format!("the case has no line on {}", part(field)),
        WhyOpen::Unknown => format!("no report says {}", part(field)),
        WhyOpen::TwoWays if who.is_empty() => format!("told in more than one way: {}", part(field)),
        WhyOpen::TwoWays => format!("who ratifies it is told in more than one way: {who}"),
        WhyOpen::Undated => format!("no report tells when: {events}"),
        WhyOpen::Order => format!("the dates leave it open: {events}"),
        WhyOpen::Unlisted => format!("no line of the list says {}", part(field)),
        WhyOpen::Denied => format!("reported and denied: {events}"),
        WhyOpen::NoPower => format!("no report gives that power: {who}, {events}"),
        WhyOpen::ActorUnsaid => format!("whose act it was is not told: {events}"),
        WhyOpen::Quorum => format!("how many of them it takes is not told: {who}"),
        WhyOpen::Length => "how many days that is depends on the months and years counted".to_owned(),
        WhyOpen::Broken => "whether that was broken is not known".to_owned(),
        WhyOpen::Ratification => "no report says who ratifies it, or that anybody has".to_owned(),
    }
}

/// What a line of the list says, of a thing.
pub fn deed(kind: DeedKind, thing: &str, option: &str, by: &str, not: bool) -> String {
    let said = match kind {
        DeedKind::Happened => thing.to_owned(),
        DeedKind::Refused => format!("did not pass: {thing}"),
        DeedKind::Agreed => format!("agreed: {thing}: {option}"),
        DeedKind::Decided => format!("decided that it has happened: {thing}"),
        DeedKind::DecidedNot => format!("decided that it has not happened: {thing}"),
        DeedKind::DecidedOn => format!("decided that what sets it off has happened: {thing}"),
        DeedKind::DecidedNotOn => format!("decided that what sets it off has not happened: {thing}"),
        DeedKind::Performed => format!("performed: {thing}"),
        DeedKind::Breach => format!("breach, as reported: {thing}"),
        DeedKind::Ratified => format!("ratified: {thing}"),
        DeedKind::Began => format!("counts from then on: {thing}"),
        DeedKind::Ended => format!("counts no more: {thing}"),
        DeedKind::Suspended => format!("suspended: {thing}"),
        DeedKind::Resumed => format!("resumed: {thing}"),
        DeedKind::Terminated => format!("ended: {thing}"),
        DeedKind::Waived => format!("waived: {thing}"),
        DeedKind::Vetoed => format!("vetoed: {thing}"),
    };
    let by = if by.is_empty() { String::new() } else { format!(" (by {by})") };
    let not = if not { "not by then: " } else { "" };
    format!("{not}{said}{by}")
}
/// A row of the list.
pub fn listed(date: &str, what: &str, reported: &str) -> String {
    format!("{date}: {what}{reported}")
}
pub fn reported(who: &str) -> String {
    format!("; reported by {who}")
}
pub fn denied(events: &str) -> String {
    format!("denied in {events}")
}
pub fn turn(commitment: &str, occasion: &str, state: &str) -> String {
    let occasion = if occasion.is_empty() { String::new() } else { format!(", on {occasion}") };
    format!("{commitment}{occasion}: {state}")
}
pub const NOT_DECIDED: &str = "not decided";
pub fn not_decided(states: &str) -> String {
    format!("{NOT_DECIDED}: {states}")
}
pub fn either(states: &[String]) -> String {
    states.join(" / ")
}
