//! How have two coders read the same documents?
//!
//! Claims are set beside each other by the words they rest on, not by their names, which are each coder's own. Neither is
//! the right one.

use crate::CaseHead;
use serde::{Deserialize, Serialize};

/// The version of this format, part of every saved answer of its kind.
pub const CODERS_FORMAT: &str = "zopa-coders/1";

/// Two cases over the same documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coders {
    /// [`CODERS_FORMAT`].
    pub format: String,
    /// The case at hand.
    pub one: CaseHead,
    /// The case beside it.
    pub other: CaseHead,
    /// Claims that rest on the same words, in the order of the case at hand.
    pub pairs: Vec<CodedPair>,
    /// Claims of the case at hand whose words the other does not use.
    pub only_one: Vec<Coded>,
    /// Claims of the other case whose words this one does not use.
    pub only_other: Vec<Coded>,
}

/// A claim of each that rest on the same words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodedPair {
    /// That of the case at hand.
    pub one: Coded,
    /// That of the other.
    pub other: Coded,
    /// Do they carry the same statements?
    pub same_reading: bool,
    /// Do they have it from the same speakers?
    pub same_speakers: bool,
}

/// A claim as one coder has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coded {
    /// Its name in that case.
    pub claim: String,
    /// What it says, in that coder's words.
    pub title: String,
    /// The statements it carries, as written.
    pub statements: Vec<String>,
    /// Why the words are read so, where that is given.
    pub because: Vec<String>,
    /// Who said it, by title.
    pub speakers: Vec<String>,
    /// The words, each with its report.
    pub words: Vec<CodedWords>,
}

/// Words of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodedWords {
    /// The source, by name in that case.
    pub source: String,
    /// The words as quoted.
    pub words: String,
}
