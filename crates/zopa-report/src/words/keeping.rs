//! What is said of pieces that were left out of a document and can be put back?

/// No piece begins so.
pub fn no_piece(words: &str) -> (String, String) {
    let message = format!("nothing that was left out begins with “{words}”");
    (message, "the document has changed since the page was loaded: load it again".to_owned())
}
/// It has been put back.
pub fn kept_already(words: &str) -> (String, String) {
    let message = format!("“{words}” stands in the text already");
    (message, "somebody has put it back since the page was loaded: load it again".to_owned())
}
/// It has not been put back, or not any more.
pub fn not_kept(words: &str) -> (String, String) {
    let message = format!("“{words}” is not in the text");
    (message, "somebody has left it out again since the page was loaded: load it again".to_owned())
}

/// The change that puts a piece back, for those who take it back.
pub fn keeping(source: &str) -> String {
    format!("bring a piece of {source} back")
}
/// The change that leaves it out again.
pub fn leaving(source: &str) -> String {
    format!("leave a piece of {source} out again")
}

/// The button that puts a piece back.
pub const BRING_BACK: &str = "Bring back";
/// The button that leaves it out again.
pub const LEAVE_OUT: &str = "Leave out again";
/// The same for somebody who hears the button alone.
pub fn bring_back(first: &str) -> String {
    format!("{BRING_BACK}: {first}")
}
/// The same for somebody who hears the button alone.
pub fn leave_out(first: &str) -> String {
    format!("{LEAVE_OUT}: {first}")
}
/// How many pieces stand in the text again.
pub fn kept(count: usize) -> String {
    format!("{count} brought back")
}
/// It was left out, and stands in the text now.
pub const KEPT: &str = "in the text now";
/// It stands in the text without being read as the article's own words.
pub const IN_TEXT: &str = "in the text, not read as the article";

// ---- on the terminal ----

/// A report of which nothing was left out.
pub fn nothing(source: &str) -> String {
    format!("`{source}`: nothing was left out")
}
/// A report that is not here, or has no text.
pub fn no_text(source: &str) -> String {
    format!("`{source}`: there is no text to leave something out of")
}
/// What was left out of a report, and how it comes back.
pub fn head(source: &str, count: usize) -> String {
    let pieces = if count == 1 { "1 piece is".to_owned() } else { format!("{count} pieces are") };
    format!("`{source}`: {pieces} no part of the article. To put one back, write its line under `source {source}`:")
}
/// A piece.
pub fn piece(kind: &str, words: &str, in_text: bool, is_kept: bool) -> String {
    let state = match (is_kept, in_text) {
        (true, _) => " (brought back)",
        (false, true) => " (in the text, not read as the article)",
        (false, false) => "",
    };
    format!("{kind}{state}: {words}")
}
