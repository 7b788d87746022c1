//! Would it hold? The orders of steps that what was said leaves, and who is exposed meanwhile.
//!
//! Steps, gates, parties, claims and commitments are named as in the case file; lists are in file order unless a type says
//! otherwise. What the words mean stands in `docs/holding.md`.

use crate::{Basis, Completeness, Presence};
use serde::{Deserialize, Serialize};

/// Above this number orders are not counted further: it is written exactly in every program that reads JSON.
pub const MOST_ORDERS: u64 = 1_000_000_000_000_000;

/// For each fullest choice of steps: their orders, the windows, what would close them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holds {
    /// The choices of steps, the one with most steps first.
    pub plans: Vec<Plan>,
    /// Are these all?
    pub complete: Completeness,
}

/// Steps and gates that can all be taken together, with none that could be taken too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// The steps and gates taken.
    pub steps: Vec<String>,
    /// Those that cannot be taken beside them.
    pub left_out: Vec<String>,
    /// What comes before what, as said.
    pub precedences: Vec<Precedence>,
    /// Statements on order that the choice of steps leaves open: they are in no count.
    pub conditional: Vec<Conditional>,
    /// Steps that wait for one that is left out.
    pub blocked: Vec<Precedence>,
    /// How many orders are left, by reading.
    pub orders: Vec<Orders>,
    /// Steps that wait for each other, so that there is no order.
    pub circles: Vec<Circle>,
    /// Who has done something irreversible while what was promised for it may not be in force yet.
    pub windows: Vec<Window>,
    /// Where each gate stands.
    pub gates: Vec<GatePlace>,
}

/// One step before another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Precedence {
    /// The earlier.
    pub first: String,
    /// The later.
    pub then: String,
    /// Who or what says so, in some reading or other.
    pub said: OrderSaid,
    /// In which readings it is said.
    pub presence: Presence,
}

/// Who or what says something of order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderSaid {
    /// Claims.
    pub basis: Basis,
    /// Commitments whose own clauses say so: what is owed once something is done comes after it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<String>,
    /// Rules of the case and conditions added, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
}

/// A statement that asks for an order only where something else is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conditional {
    /// The condition, in the language of the case.
    pub text: String,
    /// Who or what says so.
    pub said: OrderSaid,
    /// In which readings it is said.
    pub presence: Presence,
}

/// How many orders are left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Orders {
    /// In which readings.
    pub presence: Presence,
    /// How many; 0 where steps wait for each other.
    pub count: u64,
    /// Exactly, or at least so many.
    pub complete: Completeness,
    /// The first of them in file order; empty where there is none.
    pub first: Vec<String>,
}

/// Steps, each of which comes before the next as said, and the last before the first. No shorter one goes through its first
/// step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Circle {
    /// The steps, from the first in the file on, each before the next.
    pub steps: Vec<String>,
    /// In which readings all of that is said.
    pub presence: Presence,
    /// If all these steps were done at one moment, and *after* were read as *not before* among them: would an order be left,
    /// as far as these steps go?
    pub at_one_moment: bool,
    /// Who or what says so.
    pub said: OrderSaid,
}

/// Somebody does something that is hard to undo, for something promised: from that step on, until all is done that puts
/// what was promised in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Window {
    /// From the names of its steps; stable while they are.
    pub id: String,
    /// The step that is hard to undo.
    pub step: String,
    /// Who takes it.
    pub exposed: Vec<String>,
    /// The other steps, all of which put what was promised in force. Empty: no step of the plan does.
    pub until: Vec<String>,
    /// For what it is done, in some reading or other.
    pub promises: Vec<Promise>,
    /// How it stands, by reading.
    pub states: Vec<WindowState>,
    /// What would close it. Said by nobody: zopa’s own suggestions.
    pub closings: Vec<Closing>,
}

/// What is promised for a step, and by which words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Promise {
    /// The claim with the offer or acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// Or the commitment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<String>,
    /// As written.
    pub text: String,
    /// The claims it rests on: the offer, what puts it in force.
    pub basis: Basis,
}

/// How a window stands in some readings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WindowState {
    /// In which readings.
    pub presence: Presence,
    /// Open in which orders?
    pub level: WindowLevel,
}

/// In which orders is a window open?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "open")]
pub enum WindowLevel {
    /// In every order that is left: what was said puts a step of `until` after the step.
    Always {
        /// Who or what says so, along a shortest way.
        said: OrderSaid,
    },
    /// In some.
    Some {
        /// In so many, in the reading that has fewest.
        fewest: u64,
        /// In so many, in the reading that has most.
        most: u64,
        /// Exactly, or at least.
        complete: Completeness,
    },
    /// In none: what was said closes it.
    Never,
    /// No step of the plan puts what was promised in force.
    Unending,
    /// There is no order.
    NoOrder,
}

/// Something that would close a window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closing {
    /// What.
    pub means: Means,
    /// In which readings it would.
    pub presence: Presence,
    /// Every window, by id, that it would close.
    pub closes: Vec<String>,
    /// Every window, by id, that it would leave open in every order and that is not now.
    pub opens: Vec<String>,
}

/// By what means could a window be closed?
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "by")]
pub enum Means {
    /// One more commitment on order; several where no single one is enough.
    Order {
        /// The earlier step and the later.
        pairs: Vec<(String, String)>,
    },
    /// Two steps at one moment: neither is done before the other.
    AtOneMoment {
        /// The step, and the one that puts what was promised in force.
        steps: (String, String),
    },
    /// The same two steps cut into parts, turn by turn: no more than one part is outstanding at a time.
    Parts {
        /// The step, and the one that puts what was promised in force.
        steps: (String, String),
    },
    /// What the step hands over is held by a third until all of `until` is done.
    Escrow {
        /// The step.
        step: String,
        /// Parties of the case that are on neither side.
        with: Vec<String>,
    },
}

/// What stands before a gate and what after it, in every order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GatePlace {
    /// The gate.
    pub gate: String,
    /// Steps that come before it, in the readings told.
    pub before: Vec<PlacedStep>,
    /// Steps that come after it.
    pub after: Vec<PlacedStep>,
    /// Windows, by id, that do not close before it.
    pub closes: Vec<String>,
}

/// A step that stands on one side of a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlacedStep {
    /// The step.
    pub step: String,
    /// In which readings.
    pub presence: Presence,
}
