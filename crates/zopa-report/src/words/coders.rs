//! What is said of two cases over the same documents?

/// The heading.
pub fn heading(one: &str, other: &str) -> String {
    format!("{one} beside {other}")
}
/// What is so of both.
pub const INTRO: &str = "Claims stand beside each other where they rest on the same words. Where two readings differ, both are \
     shown; neither is preferred.";
/// How many of each.
pub fn counts(pairs: usize, differing: usize, only_one: usize, only_other: usize) -> String {
    format!(
        "{pairs} claims on the same words, {differing} of them read or placed in two ways; {only_one} in the first case alone, \
         {only_other} in the second alone"
    )
}
/// Read in two ways.
pub const DIFFERING: &str = "Read or placed in two ways";
/// Read alike.
pub const ALIKE: &str = "Read alike";
/// In one alone.
pub const ONLY_ONE: &str = "In the first case alone";
/// In the other alone.
pub const ONLY_OTHER: &str = "In the second case alone";
/// What differs.
pub fn differs(reading: bool, speakers: bool) -> &'static str {
    match (reading, speakers) {
        (true, true) => "other statements, other speakers",
        (true, false) => "other statements",
        (false, true) => "other speakers",
        (false, false) => "alike",
    }
}
/// No statement.
pub const IN_WORDS_ALONE: &str = "in words alone, no statement";
/// Nobody is named.
pub const OUTLET: &str = "the outlet’s own voice";
/// Said by.
pub const SAID_BY: &str = "said by";
/// The reason for a reading.
pub const BECAUSE: &str = "because";
