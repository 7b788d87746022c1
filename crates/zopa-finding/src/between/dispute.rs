//! What is told in two ways, and what is denied?

use super::Passage;
use serde::{Deserialize, Serialize};

/// In what two tellings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DisputeKind {
    /// One side says that it is not so.
    Denial,
    /// How many.
    Number,
    /// Who leads.
    Leader,
    /// The rank of one person.
    Rank,
    /// Who has to agree.
    Ratification,
    /// On which day.
    Day,
    /// Refused altogether, or unless something is done; agreed, or no more than offered.
    Firmness,
    /// The words of one speaker between quotation marks.
    Wording,
}

/// One of the tellings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DisputeSide {
    /// The sentences that tell it so, by document and place.
    pub told: Vec<Passage>,
    /// How many origins stand behind it, where that is known.
    pub origins: Option<u32>,
}

/// Something told in two ways about one occasion: no round or date lies between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dispute {
    /// In what they differ.
    pub kind: DisputeKind,
    /// The tellings; of a denial, what is denied and then the denial.
    pub sides: Vec<DisputeSide>,
    /// Of a denial: it names a report as a whole, and not which part of it is denied.
    pub whole_report: bool,
}
