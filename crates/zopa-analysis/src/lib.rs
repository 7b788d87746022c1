//! Why is there no deal, what would change that, whose changes would be enough, which report decides?
//!
//! [`brief`] answers all of it. The way of an answer: every limit and contested rule of the case is an element of
//! one [`universe`]; one enumeration lists all clashes among them ([`lists`]); each reading is set algebra on that list
//! ([`local`]); the answers say what is so in every reading, what only in some, and in which ([`readings`]).
//! Every file below answers one question of the definition of consistency, or tells one table of the case.

mod answer;
mod ask;
mod brief;
mod carried;
mod change;
mod check;
mod clash;
mod contradiction;
mod cut;
mod engine;
mod evidence;
mod firmness;
mod first;
mod functions;
mod hinge;
mod knot;
mod leaks;
mod lists;
mod local;
mod matrix;
mod opening;
mod oracle;
mod orphaned;
mod readings;
mod record;
mod rounds;
mod set;
mod settings;
mod sheet;
mod shut_out;
mod since;
mod smallest;
mod steps;
mod table;
mod universe;
mod unknown;
mod view;

pub use brief::brief;
pub use check::check;
pub use evidence::origin_name;
pub use first::{Active, First, Screens};
pub use leaks::leaks;
pub use readings::{READINGS, Readings};
pub use rounds::written as date_written;
pub use settings::TOGETHER;
pub use sheet::sheet;
pub use since::{Reread, as_of, between, is_before, since_saved};
pub use view::reading_lists;

use zopa_case::{AnswerId, Aside, ClaimId, Formula, QuestionId};

/// What the user chose; the default leaves every question open and counts every source.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Questions with the answer assumed.
    pub assume: Vec<(QuestionId, AnswerId)>,
    /// Sources and origins set aside, with the names the user gave.
    pub without: Vec<(String, Aside)>,
    /// Conditions added as rules, as written.
    pub conditions: Vec<(String, Formula)>,
    /// Suppositions added.
    pub supposed: Vec<ClaimId>,
    /// Is the table of every setting of the switches asked for? It takes many times the work of the answer alone.
    pub switches: bool,
    /// After how many questions to the solver a list is cut; `None`: after as many as usual.
    pub calls: Option<u64>,
}

/// Why no answer is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The questions left open have more readings than are looked through.
    TooManyReadings {
        /// How many (saturating).
        count: u128,
        /// How many are looked through at most.
        most: u128,
    },
}

/// The complete lists of one reading, by limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingLists {
    /// The active limits.
    pub active: Vec<zopa_case::LimitId>,
    /// The active contested rules.
    pub rules: Vec<zopa_case::ReportedRuleId>,
    /// Does some world fit?
    pub consistent: bool,
    /// Do the active rules fail alone?
    pub rules_fail: bool,
    /// Clashes, by size, then file order.
    pub clashes: Vec<Vec<zopa_case::LimitId>>,
    /// Knots, as their limits, in file order.
    pub knots: Vec<Vec<zopa_case::LimitId>>,
    /// Openings by knot, in the order of `knots`; readings that have them alike share them.
    pub openings: Vec<std::rc::Rc<Vec<Vec<zopa_case::LimitId>>>>,
    /// Whose changes would be enough.
    pub enough: Vec<Vec<zopa_case::PartyId>>,
    /// For each offer and acceptance of the case what shuts it out; `None` where it is not held.
    pub shut: Vec<Option<Vec<Vec<zopa_case::LimitId>>>>,
    /// Were all lists complete?
    pub complete: bool,
}
