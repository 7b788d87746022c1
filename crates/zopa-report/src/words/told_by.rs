//! What is said of words that the case gives to an outlet's own voice, and the document to somebody?

/// On every form of an answer in which they count as somebody's.
pub const BANNER: &str = "Made with origins that were found: words count as those of whoever the report gives them to, where the case does not say whose they are.";

/// What somebody new and unnamed is called.
pub fn title(described: &str, outlet: &str) -> String {
    format!("{described}, {outlet}")
}

/// Claims with words of one who has a name in the case.
pub fn known(claims: &str, title: &str, name: &str) -> String {
    format!("{claims} by {title} (`said by {name}`)")
}
/// The same, of somebody unnamed whom the case does not have, with the line that would declare it.
pub fn unnamed(claims: &str, title: &str, name: &str, told: Option<&str>) -> String {
    let told = told.map(|source| format!(" told {source}")).unwrap_or_default();
    format!("{claims} by {title} (`said by {name}`, with `anonymous {name} \"{title}\"{told}`)")
}
/// The same, where no line may say so.
pub fn unwritten(claims: &str, title: &str) -> String {
    format!("{claims} by {title}")
}
/// The claims of one.
pub fn claims(names: &[&str], more: usize) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", names.join(", "))
}
/// All of them, in an answer in which the outlets say so.
pub fn own_voice(all: &str) -> String {
    format!(
        "Found in the documents, not in the case: words quoted as an outlet’s own are somebody’s: {all}. They count as the outlet’s"
    )
}
/// All of them, in an answer in which they are somebody's.
pub fn counts(all: &str) -> String {
    format!(
        "Found in the documents, not in the case: words quoted as an outlet’s own are somebody’s: {all}. They count as theirs"
    )
}
/// Two unnamed groups that are one.
pub fn same(name: &str, first: &str, may_be_written: bool) -> String {
    let line = if may_be_written { format!(" (write `said by {first}` for both)") } else { String::new() };
    format!("`{name}` and `{first}`{line}")
}
/// All of them, in an answer in which they are two.
pub fn count_as_two(all: &str) -> String {
    format!("Found in the documents, not in the case: one unnamed group under two names: {all}. Both count")
}
/// All of them, in an answer in which they are one.
pub fn count_as_one(all: &str) -> String {
    format!("Found in the documents, not in the case: one unnamed group under two names: {all}. They count as one")
}
/// How many more there are.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}
/// The way out.
pub const WAY_OUT: &str = "To count what was found, write the lines, or ask with `--found-origins`";
