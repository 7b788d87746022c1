//! What is said beside the switches of the page?

/// The position of a contested point that is not decided.
pub const OPEN: &str = "Open";
/// Takes every switch back.
pub const LEAVE_ALL_OPEN: &str = "Leave all open";

/// Why a switch has no effect where the others are set so.
pub fn without_effect(chosen: &str) -> String {
    format!("Nothing turns on this {chosen}.")
}
/// Reports that alone carry something on which no answer turns.
pub const NO_TURN_SOURCES: &str = "Reports without which every answer stays";
/// Under them.
pub const NO_TURN_WHY: &str = "What it alone carries changes no answer.";
/// Above what is told for all that is open, where something is set.
pub const TOLD_OPEN: &str = "Told with every contested point open and every report counted.";
/// Where too many points are open to set all of them together.
pub const ONE_AT_A_TIME: &str =
    "There are too many open points to set them all together: one switch is set at a time, and takes the others back.";
/// Where a report is set aside with every point open.
pub const ASIDE_ALONE: &str = "A report is set aside with every contested point open.";
/// One report at a time.
pub const ONE_ASIDE: &str = "One report is set aside at a time.";
