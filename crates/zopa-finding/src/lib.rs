//! What is an answer?
//!
//! Plain data: a verdict, its witness, its basis. Names no type of any other room, so that a saved answer
//! can be read and printed again by a program that has never seen the case. Everything is referred to by
//! the names of the case file; lists are in file order unless a type says otherwise.

mod answer;
mod at;
mod attribution;
pub mod between;
mod brief;
mod check;
mod clauses;
mod coders;
mod copies;
mod diagram;
mod evidence;
mod found_origins;
mod holds;
mod orphaned;
mod positions;
mod private;
mod record;
mod sheet;
mod since;
mod sources;
mod switches;
pub mod track;

pub use answer::{
    Answer, Clash, Completeness, Effect, Enough, Hinge, HingeKind, Knot, Level, Opening, Presence, Setting, ShutOut,
    ShutOutSet, Verdict, WORLDS, World,
};
pub use at::{called as knot_called, name as name_knots};
pub use attribution::{Act, Attribution, AttributionKind, Holder, Place};
pub use brief::{Assumption, AssumptionKind, Brief, CaseHead, Chosen, FORMAT};
pub use check::Check;
pub use clauses::{ClauseRule, Hole, Named, Note};
pub use coders::{CODERS_FORMAT, Coded, CodedPair, CodedWords, Coders};
pub use copies::{FoundCopies, FoundCopy};
pub use diagram::{Cell, Columns, Diagram, Node, Reader};
pub use evidence::{ChainLink, Drift, Heard, Origin, Spoken, Telling, TellingKind, Wording};
pub use found_origins::{FoundOrigins, FoundSame, FoundTeller};
pub use holds::{
    Circle, Closing, Conditional, GatePlace, Holds, MOST_ORDERS, Means, OrderSaid, Orders, PlacedStep, Plan,
    Precedence, Promise, Window, WindowLevel, WindowState,
};
pub use orphaned::OrphanedClaim;
pub use positions::{
    AskNext, Change, ChangeKind, Commitment, CommitmentField, Firmness, Inquiry, Position, RoundEntry, Settles,
    StepEntry, StepTaken, Wait,
};
pub use private::{Absent, AbsentList, LEAKS_FORMAT, Leak, Leaks, LimitTold, PrivateState, Sides};
pub use record::{
    Claim, Document, Issue, IssueOption, Limit, Omission, Party, Question, QuestionAnswer, QuestionKind, Quote,
    QuoteState, Round, Rule, Saying, Source, Speaker, SpeakerKind, Statement, Track,
};
pub use sheet::{Denial, MissingFields, OnIssue, OpenQuestion, Sheet, Told, Unknown};
pub use since::{
    CaseState, ClashShift, GoneClaim, HeldLimit, OfferShift, OfferState, PositionShift, Shift, Since, Worded,
};
pub use sources::{AroundArticle, SOURCES_FORMAT, Said, SourceDocument, Sources, Voice};
pub use switches::{
    ClashColumn, ClashState, EnoughState, HingeColumn, KnotState, OpeningState, ShutColumn, Switch, Switches, Together,
};

/// The claims an answer rests on, by name, in file order.
///
/// No answer comes without one; a list may be empty only where the answer rests on rules of the case alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Basis(pub Vec<String>);
