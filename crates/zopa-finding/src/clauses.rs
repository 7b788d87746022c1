//! What does a commitment leave open? A note for each hole, by the rule that finds it.
//!
//! A note judges nothing: it names a part that no report gives, or two parts that do not go together, with what it rests
//! on. What it says in words is the report's affair.

use crate::Basis;
use serde::{Deserialize, Serialize};

/// What a rule looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ClauseRule {
    /// No debtor is named.
    NoDebtor,
    /// No creditor is named.
    NoCreditor,
    /// A debtor of whom no report passes on a word about it.
    DebtorNeverSaid,
    /// A debtor is one of those whose act sets it off.
    DebtorSetsItOff,
    /// Nothing is named that sets it off.
    NoTrigger,
    /// What sets it off is an event by nobody known.
    ActorUnknown,
    /// What sets it off lies within a wider event, the rest of which sets nothing off.
    BelowTrigger,
    /// What sets it off is a condition that nothing meets.
    TriggerCannotBe,
    /// One happening sets off two commitments with different terms.
    TriggersOverlap,
    /// Nobody is named who says that it has been set off.
    NoDecider,
    /// One who decides is one whose act sets it off.
    DeciderIsActor,
    /// Nothing is decided without one whose act sets it off.
    UnanimityWithActor,
    /// Several decide, and nothing says how many it takes.
    DecisionRuleMissing,
    /// All who decide are of one side.
    DecidedByOneSide,
    /// Nothing is named that follows.
    NoResponse,
    /// Whether it is owed or may follow is not told.
    NoDiscretion,
    /// It may follow, and need not.
    DiscretionMay,
    /// What follows is what a debtor has ruled out.
    ResponseRuledOut,
    /// No deadline is told.
    NoDeadline,
    /// The time counts from a step that comes before what sets it off.
    DeadlineBeforeTrigger,
    /// It lasts shorter than its deadline is long.
    LastsShorterThanDeadline,
    /// From when it counts is not told.
    NoStart,
    /// It counts from a step that nothing leads to.
    StartsNever,
    /// How long it lasts is not told.
    NoEnd,
    /// It ends, and when is not told.
    EndWithoutDate,
    /// It has no end.
    NeverEnds,
    /// How firmly it binds is not told.
    NoForce,
    /// It binds politically, and nothing makes a treaty of it.
    PoliticalOnly,
    /// It binds as a treaty, and nobody is named who signs or ratifies it.
    RatificationMissing,
    /// It waits for a gate that is not named.
    GateUnknown,
    /// Who ratifies it is told two ways.
    RatificationTwoWays,
    /// Nothing is named that follows a breach.
    NoRemedy,
    /// What follows a breach has parts that are not told.
    RemedyOpen,
    /// What follows a breach leads back to where it began.
    RemedyCircle,
    /// What follows a breach is owed by those alone who broke it.
    RemedyByBreacher,
    /// Something is posted, and nobody is named who holds it.
    PostedWithNobody,
    /// Something is posted, and a debtor holds it.
    PostedWithDebtor,
    /// Something is posted, and nothing is named that ends it.
    EscrowCanFreeze,
    /// A power is reported, and nobody who has it.
    PowerWithoutHolder,
    /// The debtors alone may end or suspend it.
    EndsAtWill,
    /// A part of it is told two ways.
    ToldTwice,
    /// Two commitments of one debtor cannot both be kept.
    DutiesConflict,
    /// Commitments that wait for each other.
    CircularTriggers,
    /// A commitment and what was said of order wait for each other.
    OrderCannotBe,
}

impl ClauseRule {
    /// All of them, in the order in which a commitment is read.
    pub const ALL: [ClauseRule; 44] = [
        ClauseRule::NoDebtor,
        ClauseRule::NoCreditor,
        ClauseRule::DebtorNeverSaid,
        ClauseRule::DebtorSetsItOff,
        ClauseRule::NoTrigger,
        ClauseRule::ActorUnknown,
        ClauseRule::BelowTrigger,
        ClauseRule::TriggerCannotBe,
        ClauseRule::TriggersOverlap,
        ClauseRule::NoDecider,
        ClauseRule::DeciderIsActor,
        ClauseRule::UnanimityWithActor,
        ClauseRule::DecisionRuleMissing,
        ClauseRule::DecidedByOneSide,
        ClauseRule::NoResponse,
        ClauseRule::NoDiscretion,
        ClauseRule::DiscretionMay,
        ClauseRule::ResponseRuledOut,
        ClauseRule::NoDeadline,
        ClauseRule::DeadlineBeforeTrigger,
        ClauseRule::LastsShorterThanDeadline,
        ClauseRule::NoStart,
        ClauseRule::StartsNever,
        ClauseRule::NoEnd,
        ClauseRule::EndWithoutDate,
        ClauseRule::NeverEnds,
        ClauseRule::NoForce,
        ClauseRule::PoliticalOnly,
        ClauseRule::RatificationMissing,
        ClauseRule::GateUnknown,
        ClauseRule::RatificationTwoWays,
        ClauseRule::NoRemedy,
        ClauseRule::RemedyOpen,
        ClauseRule::RemedyCircle,
        ClauseRule::RemedyByBreacher,
        ClauseRule::PostedWithNobody,
        ClauseRule::PostedWithDebtor,
        ClauseRule::EscrowCanFreeze,
        ClauseRule::PowerWithoutHolder,
        ClauseRule::EndsAtWill,
        ClauseRule::ToldTwice,
        ClauseRule::DutiesConflict,
        ClauseRule::CircularTriggers,
        ClauseRule::OrderCannotBe,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            ClauseRule::NoDebtor => "no-debtor",
            ClauseRule::NoCreditor => "no-creditor",
            ClauseRule::DebtorNeverSaid => "debtor-never-said",
            ClauseRule::DebtorSetsItOff => "debtor-sets-it-off",
            ClauseRule::NoTrigger => "no-trigger",
            ClauseRule::ActorUnknown => "actor-unknown",
            ClauseRule::BelowTrigger => "below-trigger",
            ClauseRule::TriggerCannotBe => "trigger-cannot-be",
            ClauseRule::TriggersOverlap => "triggers-overlap",
            ClauseRule::NoDecider => "no-decider",
            ClauseRule::DeciderIsActor => "decider-is-actor",
            ClauseRule::UnanimityWithActor => "unanimity-with-actor",
            ClauseRule::DecisionRuleMissing => "decision-rule-missing",
            ClauseRule::DecidedByOneSide => "decided-by-one-side",
            ClauseRule::NoResponse => "no-response",
            ClauseRule::NoDiscretion => "no-discretion",
            ClauseRule::DiscretionMay => "discretion-may",
            ClauseRule::ResponseRuledOut => "response-ruled-out",
            ClauseRule::NoDeadline => "no-deadline",
            ClauseRule::DeadlineBeforeTrigger => "deadline-before-trigger",
            ClauseRule::LastsShorterThanDeadline => "lasts-shorter-than-deadline",
            ClauseRule::NoStart => "no-start",
            ClauseRule::StartsNever => "starts-never",
            ClauseRule::NoEnd => "no-end",
            ClauseRule::EndWithoutDate => "end-without-date",
            ClauseRule::NeverEnds => "never-ends",
            ClauseRule::NoForce => "no-force",
            ClauseRule::PoliticalOnly => "political-only",
            ClauseRule::RatificationMissing => "ratification-missing",
            ClauseRule::GateUnknown => "gate-unknown",
            ClauseRule::RatificationTwoWays => "ratification-two-ways",
            ClauseRule::NoRemedy => "no-remedy",
            ClauseRule::RemedyOpen => "remedy-open",
            ClauseRule::RemedyCircle => "remedy-circle",
            ClauseRule::RemedyByBreacher => "remedy-by-breacher",
            ClauseRule::PostedWithNobody => "posted-with-nobody",
            ClauseRule::PostedWithDebtor => "posted-with-debtor",
            ClauseRule::EscrowCanFreeze => "escrow-can-freeze",
            ClauseRule::PowerWithoutHolder => "power-without-holder",
            ClauseRule::EndsAtWill => "ends-at-will",
            ClauseRule::ToldTwice => "told-twice",
            ClauseRule::DutiesConflict => "duties-conflict",
            ClauseRule::CircularTriggers => "circular-triggers",
            ClauseRule::OrderCannotBe => "order-cannot-be",
        }
    }
}

/// A part that is not there: in which way?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Hole {
    /// The case has no line on it.
    Unsaid,
    /// `?`: no report tells it.
    Unknown,
}

/// A thing of the case by its name and its title.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Named {
    /// Its name in the case.
    pub name: String,
    /// Its title.
    pub title: String,
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// The rule.
    pub rule: ClauseRule,
    /// The commitments that it is about, the one that it stands under first.
    pub commitments: Vec<Named>,
    /// The part of that one, as [`crate::CommitmentField::field`] names it; `None` for the whole.
    pub part: Option<String>,
    /// Is a part not there?
    pub hole: Option<Hole>,
    /// Parties, bodies and others whom it concerns, as reported.
    pub who: Vec<Named>,
    /// Events and steps that it names.
    pub things: Vec<Named>,
    /// Values as written, and fixed words of the language.
    pub values: Vec<String>,
    /// The claims that it rests on; empty where it rests on the lines of commitments alone.
    pub basis: Basis,
    /// The words under those lines, by number.
    pub quotes: Vec<u32>,
}
