//! What does the case mean?
//!
//! [`read`] takes the items of the case files and the documents in hand, and gives a [`Case`]: names
//! resolved, claims turned into limits, rules, softenings and questions as
//! the definition of consistency says, quotes checked against their documents.

mod as_of;
mod attributed;
mod circles;
pub mod codes;
mod commitment;
mod equal;
mod formula;
mod happened;
mod held;
mod hidden;
mod ids;
mod limits;
mod lookalike;
mod model;
mod origin;
mod powers;
mod quotes;
mod resolve;
mod space;
mod switches;

pub use attributed::SaidBy;
pub use commitment::{
    Anatomy, Clause, Deadline, Deciders, Discretion, Force, Lasting, Length, Point, Quorum, Response, Telling, Told,
    Trigger, Until,
};
pub use equal::{possible, same};
pub use formula::{Formula, Subject};
pub use happened::{Deed, Happened, Over, happened};
pub use held::{Aside, Held, Reading, Stand, Under};
pub use hidden::hidden;
pub use ids::{
    AnswerId, ClaimId, CommitmentId, EventId, IssueId, LimitId, OptionId, OriginId, PartyId, QuestionId, QuoteId,
    ReportedRuleId, RoundId, SourceId, SpeakerId, StepId, Table, TrackId,
};
pub use model::*;
pub use origin::{Origin, Voice};
pub use powers::{Power, PowerKind};
pub use quotes::{DocumentState, QuoteState};
pub use resolve::keeps;
pub use resolve::{Documents, read, read_condition};
pub use space::{Issue, IssueOption, Space, Step, Taken};
pub use zopa_syntax::Span;
pub use zopa_syntax::events::{Moment, Stretch, Verb};
pub use zopa_text::directly_quoted_words;
