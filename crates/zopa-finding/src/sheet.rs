//! What is there for a call with one party? Its own words, what others say of it, what is unknown, what to ask.

use crate::{AskNext, Saying};
use serde::{Deserialize, Serialize};

/// The sheet for a call with one party, or with one body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sheet {
    /// The party or body, by name.
    pub party: String,
    /// Its bodies, by name, in file order: what they said is its own too.
    pub bodies: Vec<String>,
    /// What it, its bodies and the persons in their offices said, by issue.
    pub own: Vec<OnIssue>,
    /// What all others say that it said, or say of that: other parties, reports in their own voice, and unnamed sources,
    /// those too that a report places with it.
    pub told: Vec<OnIssue>,
    /// What no report says.
    pub unknown: Unknown,
    /// Every neutral question to it whose answer settles something, most consequential first.
    pub ask: Vec<AskNext>,
}

/// What was said on one issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OnIssue {
    /// The issue, by name; `None` for claims that are about none.
    pub issue: Option<String>,
    /// Claims, those of no round first, then by round, then in file order. A claim about several issues stands under each.
    pub claims: Vec<Told>,
}

/// One claim as far as these tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Told {
    /// The claim, by name.
    pub claim: String,
    /// The tellings meant, those of no round first, then by round; the claim may have others.
    pub tellings: Vec<Saying>,
    /// Who denies it; empty where nobody does.
    pub denied_by: Vec<Denial>,
}

/// A claim that denies another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Denial {
    /// The denying claim, by name.
    pub claim: String,
    /// Who says it, by name; empty for a report's own voice.
    pub by: Vec<String>,
}

/// What no report says of a party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unknown {
    /// Issues on which no position of it or of its bodies is reported, by name.
    pub issues: Vec<String>,
    /// Questions left open about its statements.
    pub questions: Vec<OpenQuestion>,
    /// Its statements not repeated since: `(claim, round)`.
    pub not_repeated: Vec<(String, String)>,
    /// Rounds without a date, of those in which something on this sheet was said or in which it takes part, by name.
    pub rounds: Vec<String>,
    /// Its offers that end on a date that is not reported, by claim.
    pub expiries: Vec<String>,
    /// Reports without a date, of those that carry something on this sheet, by source name.
    pub reports: Vec<String>,
    /// Fields that no report gives, of commitments by it or to it.
    pub fields: Vec<MissingFields>,
}

/// A question left open, and what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenQuestion {
    /// The question, by name.
    pub question: String,
    /// Claims with a statement of the party that some answer holds, by name.
    pub claims: Vec<String>,
}

/// What is not reported of a commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MissingFields {
    /// The commitment, by name.
    pub commitment: String,
    /// Its fields without a value, as [`crate::CommitmentField::field`] names them.
    pub fields: Vec<String>,
}
