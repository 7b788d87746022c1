//! What is said of answers that rest on words which are no longer in their document?

use super::{count, list};

/// Their section.
pub const TITLE: &str = "Words that are no longer in their document";
/// What it holds.
pub const INTRO: &str = "The document has changed since it was quoted, and these words are not in it. The claims still \
     count; each with the answers that rest on it.";
/// Above everything: how many claims.
pub fn claims(n: usize) -> String {
    let (claims, rest) = if n == 1 { ("claim", "rests") } else { ("claims", "rest") };
    format!("{} {claims} {rest} on words that are no longer in their document", super::capital(&count(n)))
}
/// Clashes that rest on a claim.
pub fn clashes(titles: &[String]) -> String {
    format!("clashes that rest on it: {}", list(titles))
}
/// Questions between parties of which a way out rests on it.
pub fn openings(titles: &[String]) -> String {
    format!("changes that rest on it: {}", list(titles))
}
/// Offers.
pub fn shut_out(titles: &[String]) -> String {
    format!("what is shut out, resting on it: {}", list(titles))
}
/// Points, reports and origins.
pub fn hinges(titles: &[String]) -> String {
    format!("what the answer turns on, resting on it: {}", list(titles))
}
/// No answer has it in its basis.
pub const NOTHING: &str = "no answer rests on it";
