//! Where does the telling end, over all documents together?

use super::Passage;
use serde::{Deserialize, Serialize};

/// What sort of origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OriginKind {
    /// Somebody named, or an institution, on the occasion told.
    Speaker,
    /// Somebody not named, of one report. Nobody here guesses who it is.
    Unnamed,
    /// A report that says no more about its sources.
    Report,
    /// A document's own voice.
    OwnVoice,
}

/// Where chains of telling end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundOrigin {
    /// As the documents name or describe it.
    pub name: String,
    /// What sort.
    pub kind: OriginKind,
    /// The outlet whose report it is, for one that is not named, where told.
    pub report: Option<String>,
    /// Sentences that rest on it, in the order of the documents.
    pub told: Vec<Passage>,
    /// The documents that carry it, each once, in order. However many: it is one origin.
    pub documents: Vec<String>,
}
