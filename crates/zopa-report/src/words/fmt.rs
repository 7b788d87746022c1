//! What `zopa fmt` says.

/// What it does, for the one who takes it back.
pub const WHAT: &str = "format the case files";
/// The way out of a file that is no text.
pub const SAVE_AS_UTF8: &str = "save it as UTF-8 text; nothing was written";

/// A file was written.
pub fn written(path: &str) -> String {
    format!("formatted: {path}")
}

/// A file would be written.
pub fn uneven(path: &str) -> String {
    format!("not formatted: {path}")
}

/// How many of how many.
pub fn count(uneven: usize, all: usize, check: bool) -> String {
    let files = if all == 1 { "1 case file".to_owned() } else { format!("{all} case files") };
    match (uneven, check) {
        (0, _) => format!("{files}: no change"),
        (some, true) => format!("{files}: {some} would change"),
        (some, false) => format!("{files}: {some} changed"),
    }
}

/// Parts with mistakes stay as they are.
pub fn left(path: &str, lines: &[u32]) -> String {
    let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!(
        "`{path}`: left as it is, since it holds a mistake, what begins on {word} {}; `zopa check` names the mistakes",
        super::and(&lines)
    )
}

/// A file that is no text.
pub fn not_text(path: &str, byte: usize) -> String {
    format!("`{path}` is not UTF-8 text: byte {byte} does not belong to any")
}
