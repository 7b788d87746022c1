//! What are the columns of the table of positions called?

/// The heads, in the order of the columns.
pub const HEADS: [&str; 12] = [
    "party",
    "issue",
    "claim",
    "verb",
    "statement",
    "firmness",
    "round",
    "contested",
    "not repeated since",
    "reports",
    "origins",
    "quotes",
];
/// Denied by somebody, or told in versions.
pub const YES: &str = "yes";
/// Neither.
pub const NO: &str = "no";
