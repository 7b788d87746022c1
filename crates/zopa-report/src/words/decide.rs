//! What is said of suggested claims that somebody accepts, rejects or merges, and of changes that are taken back?

use super::and;

/// The most names that a message lists.
const NAMES_MOST: usize = 20;

/// Names in backticks.
fn named(names: &[String]) -> String {
    and(&names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>())
}

/// What was accepted, and the persons, groups and sources that had to be with it.
pub fn accepted(names: &[String], also: &[String]) -> String {
    format!("accepted: {}{}", names.join(", "), with_them(also))
}
fn with_them(also: &[String]) -> String {
    if also.is_empty() { String::new() } else { format!("; with them: {}", also.join(", ")) }
}
/// What was rejected.
pub fn rejected(names: &[String]) -> String {
    format!("rejected: {}", names.join(", "))
}
/// What was merged, and the persons, groups and sources that had to be accepted with it.
pub fn merged(suggestion: &str, into: &str, also: &[String]) -> String {
    format!("merged: {suggestion} into {into}{}", with_them(also))
}
/// What was taken back, and where.
pub fn undone(what: &str, paths: &[String]) -> String {
    format!("taken back: {what}, in {}", paths.join(", "))
}
/// How it is taken back.
pub const TAKE_BACK: &str = "zopa undo takes it back";

/// What a change does, as it is kept for the one who takes it back.
pub fn accepting(names: &[String]) -> String {
    format!("accept {}", names.join(", "))
}
/// The same.
pub fn rejecting(names: &[String]) -> String {
    format!("reject {}", names.join(", "))
}
/// The same.
pub fn merging(suggestion: &str, into: &str) -> String {
    format!("merge {suggestion} into {into}")
}
/// The same.
pub fn rewriting(name: &str) -> String {
    format!("write {name} anew")
}

/// No claim has this name.
pub fn no_claim(name: &str) -> String {
    format!("the case has no claim `{name}`")
}
/// What can be accepted has another name.
pub fn nothing_waits(name: &str) -> String {
    format!("the case has nothing `{name}` that could be accepted")
}
/// The way out: what waits.
pub fn waiting(near: Option<&str>, names: &[&str]) -> String {
    let near = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    match names {
        [] => format!("{near}nothing is unconfirmed"),
        names => {
            let listed = names.iter().take(NAMES_MOST).copied().collect::<Vec<_>>().join(", ");
            let rest = names.len().saturating_sub(NAMES_MOST);
            let more = if rest > 0 { format!(", and {rest} more") } else { String::new() };
            format!("{near}unconfirmed: {listed}{more}")
        }
    }
}
/// It is accepted already.
pub fn confirmed(name: &str) -> String {
    format!("`{name}` is confirmed already")
}
/// It was rejected.
pub fn is_rejected(name: &str) -> String {
    format!("`{name}` is rejected")
}
/// The way out.
pub const TAKE_REJECTED_OUT: &str = "take its line `rejected` out if it is to count after all";
/// A supposition.
pub fn is_supposed(name: &str) -> String {
    format!("`{name}` is a supposition, and nobody has said it")
}
/// The way out.
pub const LEAVE_SUPPOSED: &str = "take it out of the file if it is of no use; it counts only where `--with` names it";
/// Nothing waits at all.
pub const NONE_WAITS: &str = "nothing in the case is unconfirmed";
/// The way out.
pub const NONE_TO_ACCEPT: &str = "there is nothing to accept";
/// A reason without words.
pub const NO_REASON: &str = "the reason has no words";
/// The way out.
pub const SAY_WHY: &str = "say why it is not taken: `--because \"the words are about another year\"`";
/// A claim into itself.
pub fn itself(name: &str) -> String {
    format!("`{name}` cannot be merged into itself")
}
/// The way out of what cannot be merged.
pub const NAME_TWO: &str = "name an unconfirmed claim, and then the claim that is to have its words";
/// Something private into something public.
pub fn merge_private(suggestion: &str, into: &str) -> String {
    format!("`{suggestion}` is private, and `{into}` is not")
}
/// The way out.
pub const MERGE_PRIVATE: &str = "accept it by itself, or mark the other one `private` too";
/// What the change would break.
pub fn breaks(message: &str) -> String {
    format!("nothing was changed, since after it {message}")
}
/// A file that has been written by somebody else since it was read.
pub fn not_editable(names: &[String]) -> String {
    format!("the lines of {} cannot be changed together", named(names))
}
/// The way out.
pub const ONE_BY_ONE: &str = "name them one after the other";
