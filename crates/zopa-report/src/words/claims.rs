//! What is said of claims that go out to other programs and come back?

/// Where a row of a table stands.
pub fn row(number: usize) -> String {
    format!("row {number}")
}
/// Where an annotation stands.
pub fn annotation(number: usize) -> String {
    format!("annotation {number}")
}

/// What of a row is not placed.
pub fn left(place: &str, name: &str, what: &str) -> String {
    let name = if name.is_empty() { String::new() } else { format!(" (`{name}`)") };
    format!("{place}{name}: not placed: {what}")
}
/// A row whose change breaks the case.
pub fn breaks(place: &str, name: &str, message: &str) -> String {
    left(place, name, message)
}
/// Cells that belong together.
pub const UNEVEN: &str = "the cells from `said by` to `quote` have not as many lines as each other";
/// A row or annotation that is no claim.
pub const NOT_A_CLAIM: &str = "a claim has a name, which begins with a letter, and a title";
/// An annotation whose words are nowhere.
pub const NO_PASSAGE: &str = "its words stand in no document of the case, or at several places";
/// A column that is none of claims.
pub fn unknown_column(head: &str) -> String {
    format!("column `{head}`: not placed: a table of claims has no such column")
}
/// A row that is none.
pub fn bad_row(number: usize) -> String {
    left(&row(number), "", "its cells cannot be told apart")
}
/// A row without a name.
pub fn no_name(number: usize) -> String {
    left(&row(number), "", "it has no name")
}
/// A name that an earlier row has.
pub fn twice(number: usize, name: &str) -> String {
    left(&row(number), name, "an earlier row has this name")
}

/// A text that is no table of claims.
pub const NO_TABLE: &str = "this is no table of claims: no column is called `name`";
/// The way out.
pub const TABLE_HEADS: &str = "write one with `zopa claims DIR --format csv`, and keep its first row";
/// A text that is no JSON.
pub const NOT_JSON: &str = "this is not JSON";
/// JSON without annotations.
pub const NO_ANNOTATION: &str = "there is no annotation in it";
/// The way out of both.
pub const ANNOTATIONS: &str = "give Web Annotations, such as `zopa claims DIR --format annotations` writes";

/// How many claims there are of each kind.
pub fn counted(confirmed: usize, unconfirmed: usize, rejected: usize) -> String {
    format!("{confirmed} confirmed, {unconfirmed} unconfirmed, {rejected} rejected")
}
/// One claim of a list.
pub fn listed(name: &str, status: &str, title: &str) -> String {
    let status = if status == "confirmed" { String::new() } else { format!(" ({status})") };
    format!("{name}{status}: {title}")
}
/// The reason for which one was rejected.
pub fn because(reason: &str) -> String {
    format!("  {reason}")
}
/// What came back.
pub fn came_back(changed: &[String], new: &[String]) -> String {
    let list = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    format!("changed: {}\nnew, unconfirmed: {}", list(changed), list(new))
}
/// What a change does, as it is kept for the one who takes it back.
pub fn taking(file: &str) -> String {
    format!("take claims from {file}")
}
/// A file that is not there.
pub fn no_file(path: &str) -> String {
    format!("there is no file `{path}`")
}
/// The way out.
pub const NAME_A_FILE: &str = "name a file written by `zopa claims DIR --format csv` or `--format annotations`";
