//! Which reports do the documents show to be made from another, where the case does not say so?

use serde::{Deserialize, Serialize};

/// A report that was found to be made from another. No line of the case says so, and none says what would exclude it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundCopy {
    /// The source of the report that was made, by name.
    pub derived: String,
    /// The source it was made from, by name.
    pub source: String,
    /// The source is set aside, and the report made from it still counts.
    pub still_counts: bool,
    /// May a line of the case say so? Not where a public source would name a private one.
    pub may_be_written: bool,
}

/// What was found, as far as it was looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundCopies {
    /// Do they count as copies, as if the case said so?
    pub counted: bool,
    /// In the order of the reports that were made.
    pub copies: Vec<FoundCopy>,
}

impl FoundCopies {
    /// Nothing was found, or nobody looked.
    pub fn is_none(&self) -> bool {
        !self.counted && self.copies.is_empty()
    }
}
