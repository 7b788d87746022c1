//! What is said of reports that were found to be made from another, where the case does not say so?

/// On every form of an answer in which they count as copies.
pub const BANNER: &str = "Made with copies that were found: reports whose text shows that they were made from another count as copies of it.";

/// One of them, in an answer in which both count.
pub fn both_count(derived: &str, source: &str) -> String {
    format!("Found in the documents, not in the case: {derived} was made from {source}. Both count")
}
/// The same, where the one it was made from is set aside.
pub fn still_counts(derived: &str, source: &str) -> String {
    format!(
        "Set aside: {source}. Found in the documents, not in the case: {derived} was made from it, and still counts"
    )
}
/// One of them, in an answer in which it counts as a copy.
pub fn counts_as_copy(derived: &str, source: &str) -> String {
    format!("Found in the documents, not in the case: {derived} was made from {source}. It counts as a copy")
}
/// The way out, with the names of the case.
pub fn way_out(derived: &str, source: &str, may_be_written: bool, counted: bool) -> String {
    let line = may_be_written.then(|| format!("write `copies {source}` under source `{derived}`"));
    let flag = (!counted).then(|| "ask with `--found-copies`".to_owned());
    let ways: Vec<String> = line.into_iter().chain(flag).collect();
    match (ways.is_empty(), counted) {
        (true, _) => String::new(),
        (false, true) => format!("To say so in the case, {}", ways.join(", or ")),
        (false, false) => format!("To count it as a copy, {}", ways.join(", or ")),
    }
}
/// How many more there are.
pub fn more(count: usize) -> String {
    format!("and {count} more: `zopa sources DIR` shows all")
}

/// A warning about the case.
pub fn not_in_case(derived: &str, source: &str) -> String {
    format!("`{derived}` was found to be made from `{source}`, and no line of the case says so: both count")
}
/// The way out of it.
pub fn say_so(derived: &str, source: &str) -> String {
    format!("write `copies {source}` under source `{derived}`; `zopa sources DIR` shows the two side by side")
}
