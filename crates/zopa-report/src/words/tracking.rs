//! What is said of a list of events that cannot be read?

/// A date that nobody can read, on the command line.
pub fn no_date(written: &str) -> String {
    format!("`{written}` is no time of the calendar")
}
/// What a date looks like.
pub const DATE_FORMS: &str = "write `2026-02-01`, `2026-02`, or `2026-02-01T09:00+02:00`";
/// A list that is not there.
pub fn no_list(path: &str) -> String {
    format!("there is no file `{path}`")
}
/// What a list of events is.
pub const LIST_FORM: &str =
    "a list of events is a text with one event a line, such as `2026-02-01T09:00+02:00 NAME by NAME reported by NAME`";
