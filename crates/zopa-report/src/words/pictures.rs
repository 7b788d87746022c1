//! What do only the pictures say, and the keys beside them?

// ---- steps and gates ----

pub const KEY_STEP: &str = "step";
pub const KEY_GATE: &str = "gate: the approval of a body";
pub const KEY_CONTESTED: &str = "contested";
/// Where there is no room for titles.
pub const NUMBERS: &str = "The numbers are those of the table.";

// ---- rounds ----

pub const ROUNDS_PICTURE: &str =
    "Rounds by track on a line of time, and until when offers stand; the list below holds the same";
pub const ROUNDS_LIST: &str = "The numbers are those of the list.";
pub const NO_TRACK: &str = "no track given";
pub const KEY_HELD: &str = "held";
pub const KEY_SCALE: &str = "to scale";
pub const KEY_ORDER: &str = "in order alone, no distance is meant";
pub const KEY_EXPIRES: &str = "an offer, until it expires";
pub const KEY_OPEN_END: &str = "until a day that is not reported";

// ---- who is heard ----

pub const NAMED: &str = "named";
/// A speaker with the number of words.
pub fn heard(who: &str, words: u32) -> String {
    format!("{who} {words}")
}

// ---- origins ----

/// Under each report: how many clashes are there only with it.
pub const CLASHES_WITHOUT: &str = "Clashes that go when it is set aside";
