//! All of it: one case, one set of choices, every answer, with what the answers speak of.

use crate::track::Binding;
use crate::*;
use serde::{Deserialize, Serialize};

/// The version of this format, part of every saved brief.
pub const FORMAT: &str = "zopa-brief/1";

/// What the case is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CaseHead {
    /// A short name for files and links.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The date it counts as of, as written.
    pub as_of: Option<String>,
}

/// What the user chose; empty: every question open, every source counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chosen {
    /// `--assume`
    pub assume: Vec<Setting>,
    /// `--without`: sources and origins set aside.
    pub without: Vec<String>,
    /// `--with`: conditions and suppositions added, as written.
    pub with: Vec<String>,
}

/// What the brief takes as given and no quote carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AssumptionKind {
    /// A rule of the case.
    Rule,
    /// A supposition of the analyst.
    Supposition,
    /// A claim without a quote.
    Unquoted,
    /// A date or order known from outside the documents.
    Outside,
    /// A reading given to a quote, with its reason.
    Reading,
}

/// One assumption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assumption {
    /// Its kind.
    pub kind: AssumptionKind,
    /// The name of the claim, round or source concerned; empty for a rule.
    pub name: String,
    /// As written.
    pub text: String,
    /// The reason given.
    pub because: Option<String>,
}

/// Everything that a brief tells. Telling it computes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Brief {
    /// [`FORMAT`].
    pub format: String,
    /// The case.
    pub case: CaseHead,
    /// The user's choices.
    pub chosen: Chosen,
    /// Is private material counted, or spoken of? Left out of what is saved where it is neither.
    #[serde(default, skip_serializing_if = "PrivateState::is_unsaid")]
    pub private: PrivateState,
    /// Are claims counted that nobody has accepted? Left out of what is saved where none is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
    /// Reports that the documents show to be made from another, where the case does not say so. Left out of what is saved
    /// where there is none, or nobody looked.
    #[serde(default, skip_serializing_if = "FoundCopies::is_none")]
    pub found_copies: FoundCopies,
    /// Words of an outlet's own voice that the documents show to be somebody's, and unnamed groups that they show to be one,
    /// where the case does not say so. Left out of what is saved where there is none, or nobody looked.
    #[serde(default, skip_serializing_if = "FoundOrigins::is_none")]
    pub found_origins: FoundOrigins,
    /// Parties and bodies.
    pub parties: Vec<Party>,
    /// Persons and unnamed groups.
    pub speakers: Vec<Speaker>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Tracks.
    pub tracks: Vec<Track>,
    /// Rounds.
    pub rounds: Vec<Round>,
    /// Issues.
    pub issues: Vec<Issue>,
    /// Claims and suppositions.
    pub claims: Vec<Claim>,
    /// Every quote.
    pub quotes: Vec<Quote>,
    /// Questions, stated and implied.
    pub questions: Vec<Question>,
    /// Limits.
    pub limits: Vec<Limit>,
    /// Rules.
    pub rules: Vec<Rule>,
    /// The answers.
    pub answer: Answer,
    /// Who has said what.
    pub positions: Vec<Position>,
    /// Round by round.
    pub timeline: Vec<RoundEntry>,
    /// In what order.
    pub steps: Vec<StepEntry>,
    /// Commitments as reported.
    pub commitments: Vec<Commitment>,
    /// What they leave open, told two ways, or have come to a stop, by commitment; left out of what is saved where it is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// What is binding on whom, as the case is; absent where it has no commitment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binding: Option<Binding>,
    /// In which orders the steps can be taken and who is exposed meanwhile; absent where the case has no step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds: Option<Holds>,
    /// What to ask next.
    pub ask: Vec<AskNext>,
    /// The sheet for a call with one party, where one is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Sheet>,
    /// Who is heard.
    pub heard: Vec<Heard>,
    /// Origins by reports.
    pub origins: Vec<Origin>,
    /// The claim whose way is shown, with its links; empty where there is none.
    pub way: Option<(String, Vec<ChainLink>)>,
    /// Words that changed between tellings.
    pub drift: Vec<Drift>,
    /// Claims with words that are no longer in their document, with the answers that rest on them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orphaned: Vec<OrphanedClaim>,
    /// What the page assumes.
    pub assumptions: Vec<Assumption>,
    /// What changed since an earlier state, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Since>,
    /// Every answer at every setting of the points left open; `None` where it was not asked for, or nothing is left to set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switches: Option<Switches>,
}
