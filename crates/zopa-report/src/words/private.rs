//! What is said of material that stays at the desk?

use zopa_finding::AbsentList;

/// On every form of a brief that counts private material.
pub const BANNER: &str = "Made with private material: not for sharing.";
/// On a brief that counts none, where it was asked to say so: nothing else, and no number.
pub const MENTION: &str = "There is private material on this case; nothing here counts it.";

// ---- in what the two answers differ ----

pub const LEAKS: &str = "In what the answer without private material and the answer with it differ";
pub const NO_LEAKS: &str = "In nothing.";
pub const VERDICT: &str = "Whether anything fits";
pub const READINGS: &str = "Readings";
pub const CLASHES: &str = "Clashes";
pub const KNOTS: &str = "Questions between the parties";
pub const ENOUGH: &str = "Whose changes, together, would be enough";
pub const SHUT_OUT: &str = "What shuts an offer or acceptance out";
pub const HINGES: &str = "What the answers turn on";
pub const LIMITS: &str = "Stated limits";
pub const ORIGINS: &str = "Origins of a claim";
pub const ABSENT: &str = "Only in the answer with private material";
pub const QUOTES: &str = "Words only in the answer with private material";

/// What each of the two says.
pub fn sides(public: &str, private: &str) -> String {
    format!("without: {public}; with: {private}")
}
/// One of them has it not.
pub const NOT_THERE: &str = "not there";
/// A limit of which nothing but its being stated is reported.
pub const STATED: &str = "stated";
/// An answer that does not turn on it.
pub const DECIDES_NOTHING: &str = "no answer";

/// What a thing of a list is called.
pub fn list_name(list: AbsentList) -> &'static str {
    match list {
        AbsentList::Claim => "claim",
        AbsentList::Source => "source",
        AbsentList::Question => "question",
        AbsentList::Party => "party",
        AbsentList::Speaker => "speaker",
        AbsentList::Issue => "issue",
        AbsentList::Option => "option",
        AbsentList::Round => "round",
        AbsentList::Track => "track",
        AbsentList::Rule => "rule",
        AbsentList::Step => "step",
        AbsentList::Commitment => "commitment",
    }
}
