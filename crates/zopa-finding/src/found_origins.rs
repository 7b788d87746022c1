//! Whose words are those that the case gives to an outlet's own voice, by what the documents say?

use serde::{Deserialize, Serialize};

/// Somebody to whom documents give words that the case has in an outlet's own voice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundTeller {
    /// The name in the case, or the one that it would have there.
    pub name: String,
    /// What the case calls it, or how the document names or describes it.
    pub title: String,
    /// The case does not have it yet.
    pub new: bool,
    /// Not named. Nobody here guesses who it is.
    pub anonymous: bool,
    /// The source that somebody new and unnamed told, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<String>,
    /// The claims with such words, by name, in the order of the case.
    pub claims: Vec<String>,
    /// May lines of the case say so? Not where something public would name something private.
    pub may_be_written: bool,
}

/// Two unnamed groups of the case whose words have one origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundSame {
    /// The group that is declared later, by name.
    pub name: String,
    /// The first.
    pub first: String,
    /// May a line of the case say so?
    pub may_be_written: bool,
}

/// What was found, as far as it was looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundOrigins {
    /// Do they count, as if the case said so?
    pub counted: bool,
    /// Whose words are those in an outlet's own voice, in the order of the words.
    pub told: Vec<FoundTeller>,
    /// Unnamed groups that are one, in the order of the case.
    pub same: Vec<FoundSame>,
}

impl FoundOrigins {
    /// Nothing was found, or nobody looked.
    pub fn is_none(&self) -> bool {
        !self.counted && self.told.is_empty() && self.same.is_empty()
    }
}
