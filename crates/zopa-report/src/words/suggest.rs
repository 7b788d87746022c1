//! What is said of claims that the program suggests?

/// The first row of the file of claims that wait.
pub const HEAD: &str =
    "Claims that nobody has accepted yet, in no answer until somebody does: zopa accept, reject, merge.";

/// The title of a claim: who says what, as the report has it.
pub fn says(who: &str, what: &str) -> String {
    format!("{who}: {what}")
}
/// The title of a denial.
pub fn denies(who: &str, what: &str) -> String {
    format!("{who}, denying: {what}")
}
