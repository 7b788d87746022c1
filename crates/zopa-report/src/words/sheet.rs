//! What does the sheet for a call with one party say, beside the words of the page?

/// The heading of the sheet.
pub fn heading(party: &str) -> String {
    format!("For a call: {party}")
}
/// The title of its page.
pub fn page_title(party: &str, case: &str) -> String {
    format!("{party}, for a call: {case}")
}
/// Under the heading.
pub const INTRO: &str = "What is reported of one party, what is not, and what its answers would settle, with the \
     words. No advice, no forecast.";
/// Its parts, as their ids and titles.
pub const NAV: [(&str, &str); 5] =
    [("own", "Own words"), ("told", "Told by others"), ("unknown", "Unknown"), ("ask", "To ask"), ("quotes", "Quotes")];

/// What it said.
pub const OWN: &str = "In its own words";
/// What that is.
pub const OWN_INTRO: &str = "Said by the party, by its bodies, and by the persons in their offices.";
/// There is nothing.
pub const OWN_NONE: &str = "No report gives words of its own.";
/// What others say.
pub const TOLD: &str = "What others say that it said, and of it";
/// Who they are.
pub const TOLD_INTRO: &str = "Told by other parties, by reports in their own voice, and by unnamed sources, those too \
     that a report places with it.";
/// There is nothing.
pub const TOLD_NONE: &str = "No report has others tell of it.";
/// Claims about no issue.
pub const NO_ISSUE: &str = "On no issue of the case";
/// A claim whose words stand further up, under another issue.
pub fn above(issue: &str) -> String {
    format!("above, under {issue}")
}
/// Who denies a claim.
pub fn denied_by(who: &[String]) -> String {
    format!("denied by {}", super::and(who))
}
/// A denial in no speaker's name.
pub const DENIED_IN_OWN_VOICE: &str = "denied in a report’s own voice";

/// What no report says.
pub const UNKNOWN: &str = "What is unknown";
/// What that means.
pub const UNKNOWN_INTRO: &str = "Nothing is read into a silence: not reported is not a no.";
/// There is nothing of the kind.
pub const UNKNOWN_NONE: &str = "The case leaves nothing of this kind open.";
/// Issues.
pub const NO_POSITION: &str = "No position of its own is reported on";
/// Questions.
pub const OPEN: &str = "Open points about its statements";
/// What an open point concerns.
pub fn concerns(claims: &[String]) -> String {
    format!("concerns {}", super::list(claims))
}
/// Statements.
pub const NOT_REPEATED: &str = "Its statements not repeated since";
/// Rounds.
pub const ROUNDS: &str = "Rounds without a date";
/// Offers.
pub const EXPIRIES: &str = "Reported to end, on a date not reported";
/// Reports.
pub const REPORTS: &str = "Reports without a date that carry these words";
/// Commitments.
pub const FIELDS: &str = "Commitments by it or to it: what no report gives";

/// What to ask.
pub const ASK: &str = "Which of its answers would settle what";
/// How it is asked.
pub const ASK_INTRO: &str = "Neutral questions, those first on whose answers most turns. Under each answer stands what \
     differs between them; none asks for a change of position.";
/// Before the answers of which an answer decides.
pub fn decides(what: &str) -> String {
    format!("Decides {what}.")
}
/// The clashes that rest on what is asked about.
pub fn clashes_concerned(clashes: &str) -> String {
    format!("Clashes concerned: {clashes}.")
}
/// Where neither an answer nor a clash turns on it.
pub const SETTLES_POSITION: &str = "Gives a position that no report gives.";
/// A statement that does not stand any more.
pub const ANSWER_NOT_STANDING: &str = "It does not stand";

/// The list at the end.
pub const QUOTES: &str = "The quotes on this sheet";
/// Where no line has words.
pub const QUOTES_NONE: &str = "No line of this sheet rests on a quote.";
