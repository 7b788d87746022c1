//! What is said of changes between two states of a case?

use super::{and, capital, of};

// ---- which states ----

/// The heading: since a round, or from one to another.
pub fn since_round(round: &str) -> String {
    format!("Since {round}")
}
/// The heading where both ends are rounds.
pub fn from_to(from: &str, to: &str) -> String {
    format!("From {from} to {to}")
}
/// The heading where a brief was saved.
pub fn since_saved(as_of: Option<&str>) -> String {
    match as_of {
        Some(day) => format!("Since the brief saved as of {day}"),
        None => "Since the saved brief".to_owned(),
    }
}
/// What is compared, where the earlier state is a round.
pub fn compared_round(from: &str, to: Option<&str>) -> String {
    let later = to.map_or_else(|| "all that is said now".to_owned(), |to| format!("what was said up to {to}"));
    format!("What was said up to {from} is compared with {later}. What has no round counts in both.")
}
/// What is compared, where the earlier state was saved.
pub const COMPARED_SAVED: &str = "What the saved brief holds is compared with the case as it is now.";
/// The saved brief was made under other choices than this answer.
pub fn other_choices(chosen: &str) -> String {
    format!("The saved brief was made under other choices: {chosen}.")
}
/// Before what is so in a state.
pub fn as_of_round(round: &str) -> String {
    format!("As of {round}")
}
/// Before what is so in the saved brief.
pub const IN_SAVED: &str = "In the saved brief";
/// Before what is so now.
pub const NOW: &str = "Now";
/// Nothing differs.
pub const NO_DIFFERENCE: &str = "No position, no clash and no offer differs.";

// ---- positions ----

/// The heading over what each party says.
pub const POSITIONS: &str = "Positions";
/// The kinds of change.
pub const WITHDRAWN: &str = "withdrawn";
/// The kinds of change.
pub const SUPERSEDED: &str = "superseded";
/// The kinds of change.
pub const NEWLY_DENIED: &str = "newly denied";
/// Said again, and not since that round.
pub fn not_repeated(round: &str) -> String {
    format!("not repeated since {round}")
}
/// Where what was not repeated has no round.
pub const NOT_REPEATED: &str = "not repeated";
/// Before the claims that end or deny another.
pub const BY: &str = "by";
/// Before the claims that take its place.
pub const IN_ITS_PLACE: &str = "in its place";
/// The earlier statement is superseded too.
pub const EARLIER_SUPERSEDED: &str = "the earlier statement is superseded";
/// Why two statements are not compared.
pub fn not_compared(unknown: &[String]) -> String {
    match unknown {
        [] => "the saved condition cannot be read in this case".to_owned(),
        names => format!("not compared: this case has no {}", and(names)),
    }
}
/// Claims that carry no statement of any party.
pub const NOBODYS: &str = "No party in particular";
/// Parties of whom no change is reported.
pub fn unchanged(parties: &[String]) -> String {
    format!("No change of position is reported of {}.", and(parties))
}
/// How many were said again, or not.
pub fn statements(n: usize) -> String {
    of(n, "statement", "statements")
}

// ---- what became compatible, or ceased to be ----

/// Does anything fit, in one state or in both?
pub fn verdicts(before: (&str, &str), after: (&str, &str)) -> String {
    format!("{}: {}. {}: {}.", before.0, before.1, after.0, after.1)
}
/// Something fits, but not in every reading.
pub const FITS_IN_SOME: &str = "something fits in some readings and not in others";
/// Whose changes are enough in one state and not in the other.
pub fn enough(here: &str, elsewhere: &str, ways: &str) -> String {
    format!("{ENOUGH} {}, and not {}: {ways}.", small(here), small(elsewhere))
}
/// The same set is enough in every reading of one state, and in some of the other.
pub fn in_some(what: &str) -> String {
    format!("{what} ({})", super::SOME)
}
/// Whose changes are enough does not differ.
pub const ENOUGH_SAME: &str = "Whose changes, together, would be enough: no difference.";
const ENOUGH: &str = "Whose changes, together, would be enough";
/// Clashes of the earlier state alone.
pub const CLASHES_GONE: &str = "Clashes no longer there";
/// Clashes of the later state alone.
pub const CLASHES_NEW: &str = "New clashes";
/// In every reading before, and not after.
pub const CLASHES_NOW_SOME: &str = "Clashes in every reading before, now in some only";
/// The other way.
pub const CLASHES_NOW_EVERY: &str = "Clashes in some readings before, now in every one";
/// The heading over offers and acceptances.
pub const OFFERS: &str = "Offers and acceptances";
/// How an offer stands.
pub const NEWLY_MADE: &str = "newly made, and not shut out";
/// How an offer stands.
pub const NEWLY_MADE_SHUT: &str = "newly made, and shut out";
/// How an offer stands.
pub const NO_LONGER_SHUT: &str = "no longer shut out";
/// How an offer stands.
pub const NEWLY_SHUT: &str = "newly shut out";
/// Claims of the later state alone.
pub fn new_claims(n: usize) -> String {
    capital(&of(n, "new claim", "new claims"))
}
/// Claims that only the saved brief has.
pub fn gone_claims(n: usize) -> String {
    capital(&of(n, "claim no longer in the case", "claims no longer in the case"))
}

// ---- one line for the first screen ----

/// "two softened".
pub fn counted(n: usize, what: &str) -> String {
    format!("{} {what}", super::count(n))
}
/// "three clashes gone".
pub fn clashes_gone(n: usize) -> String {
    format!("{} gone", super::clashes(n))
}
/// "one new clash".
pub fn clashes_new(n: usize) -> String {
    of(n, "new clash", "new clashes")
}
/// Where the whole list is.
pub fn in_short(heading: &str, parts: &[String]) -> String {
    format!("{heading} (zopa diff has all): {}", super::list(parts))
}

// ---- what cannot be compared ----

/// A round that the case has not.
pub fn unknown_round(name: &str) -> String {
    format!("the case has no round `{name}`")
}
/// A round that is not earlier than another.
pub fn not_before(from: &str, to: &str) -> String {
    format!("round `{from}` is not before round `{to}`")
}
/// The way out.
pub fn the_other_way(from: &str, to: &str) -> String {
    format!("exchange the two: `--from {from} --to {to}`")
}
/// The way out where both are one.
pub const ONE_ROUND: &str = "name two rounds, or leave `--to` out to compare with the case as it is now";
/// A file that is no saved brief.
pub fn not_a_brief(path: &str) -> String {
    format!("`{path}` is not a saved brief")
}
/// Of another version of the format.
pub fn other_format(found: &str, known: &str) -> String {
    format!("the saved brief has the format `{found}`; this program reads `{known}`")
}
/// The way out of both.
pub const SAVE_AGAIN: &str = "save one from the earlier state of the case: `zopa brief DIR --format json -o FILE.json`";
/// Of another case.
pub fn other_case(saved: &str, case: &str) -> String {
    format!("the saved brief is of the case `{saved}`, and this is `{case}`")
}
/// The way out.
pub const SAVED_OF_THIS_CASE: &str = "give a brief saved from this case; one counts as of this case if its title is the same, or its folder and parties are";
/// Made for the desk.
pub const SAVED_PRIVATE: &str = "the saved brief counts private material, and the answer would not";
/// The way out.
pub const SAVED_PRIVATE_HELP: &str =
    "compare with it at the desk, with `--private`; or give a brief saved without `--private`";
/// Neither a round nor a file.
pub fn no_such_state(name: &str) -> String {
    format!("`{name}` is neither a round of the case nor a file that can be read")
}
/// The way out: the rounds there are, or a file.
pub fn rounds_or_file(rounds: &str) -> String {
    format!("{rounds}; or a brief saved with `zopa brief DIR --format json -o FILE.json`")
}

/// The same text with its first letter small, where it goes on in a sentence. Only words of this file come here.
fn small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().collect::<String>() + chars.as_str())
}
