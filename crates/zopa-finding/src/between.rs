//! What stands between documents? Which was made from which and what that did to the words, wordings of one utterance
//! side by side, denials and contradictions with their scope, and where the telling ends.
//!
//! Documents are referred to by name; every finding carries the passages it rests on.

mod descent;
mod dispute;
mod voices;
mod wording;

pub use descent::{Descent, DescentSign, RewriteEffect, Rewritten, SentencePair, SignFound};
pub use dispute::{Dispute, DisputeKind, DisputeSide};
pub use voices::{FoundOrigin, OriginKind};
pub use wording::{Utterance, WordingKind, WordingPair};

use serde::{Deserialize, Serialize};

/// Words of a document, and where they stand in its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// The document, by name.
    pub document: String,
    /// First byte in the document's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The words themselves: `text[start..end]`.
    pub exact: String,
}
