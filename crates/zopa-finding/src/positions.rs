//! Who has said what, how firmly, in which round, what changed; steps, commitments, what to ask.

use crate::{Basis, HingeKind, Level};
use serde::{Deserialize, Serialize};

/// How firmly a limit stands, derived from claims and never typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "firmness")]
pub enum Firmness {
    /// Stated, and nothing else reported.
    Stated,
    /// A claim softens it, or its holder accepts what it forbids.
    ReportedSofter {
        /// The claims that say so.
        claims: Vec<String>,
    },
    /// A claim says that it is being tested.
    Tested {
        /// The claims that say so.
        claims: Vec<String>,
    },
    /// Its holder later offered or accepted what it forbids.
    DepartedFrom {
        /// The claims that say so.
        claims: Vec<String>,
    },
}

/// One thing one party has said on one issue: a cell's entry in the table of positions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// Party or body.
    pub party: String,
    /// Issue.
    pub issue: String,
    /// The claim.
    pub claim: String,
    /// The verb of its statement: requires, rejects, seeks, offers, accepts, prefers...
    pub verb: String,
    /// Its limits' firmness, joined.
    pub firmness: Vec<Firmness>,
    /// Its round.
    pub round: Option<String>,
    /// Denied by somebody, or an answer of a question.
    pub contested: bool,
    /// Last reported in a round before the latest one held, and not repeated since.
    pub not_repeated_since: Option<String>,
}

/// How two claims of one party over the same issues compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// The old limit implies the new.
    Softened,
    /// The new limit implies the old.
    Hardened,
    /// Both.
    Restated,
    /// Neither.
    Changed,
}

/// A change of one party's position between two rounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// Who.
    pub party: String,
    /// How.
    pub kind: ChangeKind,
    /// The older limit's claim.
    pub from: String,
    /// The newer limit's claim.
    pub to: String,
    /// The issues both speak of.
    pub issues: Vec<String>,
}

/// One round, with what was said in it, changed in it, and not repeated in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoundEntry {
    /// The round's name; `None` for claims without a round.
    pub round: Option<String>,
    /// Claims of the round.
    pub claims: Vec<String>,
    /// Changes against earlier rounds.
    pub changes: Vec<Change>,
    /// Claims of earlier rounds that carry a position and are not repeated in this one or later.
    pub not_repeated: Vec<String>,
    /// Offers that expire: `(claim, date as written)`; `?` where the date is unknown.
    pub expiries: Vec<(String, String)>,
    /// Leaders of delegations reported in this round, as `(party, leaders with rank, claim)`.
    pub leaders: Vec<(String, String, String)>,
}

/// When is a step taken?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "taken")]
pub enum StepTaken {
    /// In every world.
    Always,
    /// Where the condition, as written, holds.
    When {
        /// The condition, by the titles of issues and options.
        condition: String,
    },
    /// In any world or not.
    Optional,
}

/// A step or gate, with what it waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepEntry {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// By whom.
    pub by: Vec<String>,
    /// A gate: an optional step of a body.
    pub gate: bool,
    /// Claims that are about it.
    pub about: Vec<String>,
    /// When taken.
    pub taken: StepTaken,
    /// Hard to undo.
    pub irreversible: bool,
    /// What it waits for, as claims say.
    pub waits: Vec<Wait>,
    /// Quotes under it, by number.
    pub quotes: Vec<u32>,
}

/// One step waits for another, as a claim says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Wait {
    /// The step waited for.
    pub for_step: String,
    /// `true` for `only after` (not at all unless the other came first), `false` for `before`.
    pub only: bool,
    /// The claim that says so; `None` for a rule of the case.
    pub claim: Option<String>,
    /// Denied by somebody, or an answer of a question.
    pub contested: bool,
}

/// A commitment as reported: its anatomy with its holes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Commitment {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Its fields in a fixed order; one entry for each field there is, reported or not.
    pub fields: Vec<CommitmentField>,
    /// Quotes under the item itself, by number.
    pub quotes: Vec<u32>,
}

/// One field of a commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CommitmentField {
    /// `kind`, `by`, `to`, `when`, `below` (what lies below the trigger), `does`, `discretion`,
    /// `decided-by`, `within`, `force`, `from`, `lasts`, `posted-with`, `if-broken`, `honour`.
    pub field: String,
    /// Values in order, titles where the case has them; empty: not reported.
    pub values: Vec<String>,
    /// Quotes under the field, by number.
    pub quotes: Vec<u32>,
}

/// What can be asked of a party without asking for a change of position?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "inquiry")]
pub enum Inquiry {
    /// Which answer of a question is so?
    Which {
        /// The question.
        question: String,
    },
    /// Is a denied claim as reported?
    AsReported {
        /// The claim.
        claim: String,
    },
    /// Is a wish a requirement?
    Required {
        /// The claim.
        claim: String,
    },
    /// Does a statement, carried by one report or not repeated, still stand?
    StillStands {
        /// The claim.
        claim: String,
    },
    /// What is its position on an issue it is not reported on?
    Position {
        /// The issue.
        issue: String,
    },
}

/// What an answer to an inquiry would settle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Settles {
    /// The hinge concerned, if one is.
    pub hinge: Option<(HingeKind, String)>,
    /// The answers that turn on it.
    pub levels: Vec<Level>,
    /// Clashes concerned, by id.
    pub clashes: Vec<String>,
}

/// One neutral question to one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AskNext {
    /// The party.
    pub party: String,
    /// What to ask.
    pub inquiry: Inquiry,
    /// What its answer would settle.
    pub settles: Settles,
    /// The claims it is about.
    pub basis: Basis,
}
