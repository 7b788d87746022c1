//! What do only the Markdown texts say, beside the words of the page and of the screen?

/// The head of a column: the words behind a row, by number.
pub const QUOTES: &str = "Quotes";
/// The heading over the quotes of a text.
pub const QUOTES_LIST: &str = "Quotes, by their numbers";
/// Where the numbers lead.
pub const QUOTES_INTRO: &str =
    "The numbers are those of the page and of the table of positions; a text has the quotes that it names.";
/// The head of a column: stated limits.
pub const LIMIT: &str = "Stated limit";
/// The head of a column: what a party said.
pub const POSITION: &str = "Position";
/// The head of a column: a way, by number.
pub const WAY: &str = "Way";
/// The head of a column: what would change.
pub const WOULD_CHANGE: &str = "What would change";
/// The head of a column: an answer of a contested point.
pub const ANSWER: &str = "Answer";
/// The head of a column: what differs under an answer.
pub const DIFFERS: &str = "What differs under it";
/// The head of a column: parties together.
pub const TOGETHER: &str = "Together";
/// The head of a column: in which readings.
pub const READINGS: &str = "In which readings";
/// The head of a column: who holds the limits of a clash.
pub const BETWEEN: &str = "Between";
/// The head of a column: a field of a commitment.
pub const FIELD: &str = "Field";
/// The head of a column: what is reported of it.
pub const REPORTED: &str = "As reported";
/// The head of a column: who says it.
pub const TOLD_BY: &str = "Told by";
/// The head of a column: one claim.
pub const CLAIM: &str = "Claim";
/// The head of a column: what is asked.
pub const QUESTION: &str = "Question";
/// A reason beside a reading.
pub fn reason(because: &str) -> String {
    format!("{}: {because}", super::REASON)
}
/// Before the title of the case.
pub const CASE: &str = "Case";
/// Before the options of an issue.
pub const OPTIONS: &str = "Options";
