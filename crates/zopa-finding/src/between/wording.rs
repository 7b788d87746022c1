//! How is one utterance worded in several documents?

use super::Passage;
use serde::{Deserialize, Serialize};

/// What one wording is to another of the same utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WordingKind {
    /// The same words between quotation marks.
    Identical,
    /// A part of the words, none changed.
    Truncated,
    /// Other words between quotation marks.
    Drift,
    /// Told without the marks, with somebody named who said it.
    Paraphrase,
    /// Told in the document's own voice.
    SourceDropped,
}

/// Two wordings of one utterance side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WordingPair {
    /// The fuller one.
    pub fuller: Passage,
    /// The other.
    pub other: Passage,
    /// What the other is to it.
    pub kind: WordingKind,
}

/// One utterance, as several documents have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Utterance {
    /// Who said it, as the fullest wording's document names them, where it does.
    pub speaker: Option<String>,
    /// The fullest wording.
    pub fullest: Passage,
    /// Its wordings, two by two.
    pub pairs: Vec<WordingPair>,
}
