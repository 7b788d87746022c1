//! Which answers rest on words that are no longer in their document?

use crate::HingeKind;
use serde::{Deserialize, Serialize};

/// A claim with words that are not in their document, with the answers that have it in their basis: the point too that is
/// open because it denies something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrphanedClaim {
    /// The claim, by name.
    pub claim: String,
    /// Those of its quotes that are not in their document, by number.
    pub quotes: Vec<u32>,
    /// Clashes that rest on it, by id.
    pub clashes: Vec<String>,
    /// Knots of which an opening rests on it, by id.
    pub openings: Vec<String>,
    /// Offers and acceptances that rest on it, or are shut out by what does: their claims, by name.
    pub shut_out: Vec<String>,
    /// What answers turn on, where it goes or comes with that.
    pub hinges: Vec<(HingeKind, String)>,
}
