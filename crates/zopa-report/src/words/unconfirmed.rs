//! What is said of claims that nobody has accepted, and of those that somebody rejected?

use super::screen::figure;

/// On every form of a brief that counts unconfirmed claims.
pub const BANNER: &str = "Made with unconfirmed claims: suggested, and not yet accepted by a reader.";
/// On each of them.
pub const UNCONFIRMED: &str = "unconfirmed";

/// How many claims of a case are in no answer; nothing where there are none.
pub fn in_no_answer(unconfirmed: usize, rejected: usize) -> Option<String> {
    let (waiting, kept) = (figure(unconfirmed, "claim", "claims"), figure(rejected, "claim", "claims"));
    match (unconfirmed, rejected) {
        (0, 0) => None,
        (_, 0) => Some(format!("{waiting} unconfirmed, in no answer unless asked for")),
        (0, _) => Some(format!("{kept} rejected, in no answer")),
        _ => Some(format!("{waiting} unconfirmed, in no answer unless asked for; {kept} rejected, in none")),
    }
}
