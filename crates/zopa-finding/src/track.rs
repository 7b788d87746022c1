//! What is owed after what happened? A list of events against the commitments of a case.
//!
//! Nothing here is a forecast: what is not in the list counts as not having happened, and where a report is missing the
//! answer has branches, one for each way it can be.

use crate::{CaseHead, Named, PrivateState};
use serde::{Deserialize, Serialize};

/// The format of a saved track.
pub const TRACK_FORMAT: &str = "zopa-track/1";

/// When: not before one moment, not after another; the same twice where it is told to the day or the minute.
///
/// A day stands for its first minute in `from` and for its last in `to`; where something is due or ends, for its last in both.
/// Without an offset it is told by the clocks of a
/// place that nobody names.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct When {
    /// `2026-02-01`, `2026-02-01T09:00+02:00`; `None` where no report tells it.
    pub from: Option<String>,
    /// The same.
    pub to: Option<String>,
}

/// What a line of the list says that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DeedKind {
    /// An event happened, a step was taken, a gate passed.
    Happened,
    /// A gate refused it.
    Refused,
    /// An option of an issue was agreed.
    Agreed,
    /// Somebody decided that it has happened.
    Decided,
    /// Somebody decided that it has not.
    DecidedNot,
    /// Somebody decided that what sets a commitment off has happened.
    DecidedOn,
    /// Somebody decided that it has not.
    DecidedNotOn,
    /// What a commitment brings about was done.
    Performed,
    /// A commitment was broken, as reported.
    Breach,
    /// It was ratified.
    Ratified,
    /// It counts from then on.
    Began,
    /// It counts no more.
    Ended,
    /// It was suspended.
    Suspended,
    /// It goes on after that.
    Resumed,
    /// It was ended by somebody.
    Terminated,
    /// What is owed was let go.
    Waived,
    /// It was vetoed.
    Vetoed,
}

/// A line of the list, about one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TrackedEvent {
    /// Its number: the answer refers to it. By file order, from 1.
    pub number: u32,
    /// Its row in the file, from 1.
    pub line: u32,
    /// When.
    pub when: When,
    /// It is reported not to have happened by then.
    pub not: bool,
    /// What.
    pub deed: DeedKind,
    /// To what.
    pub thing: Named,
    /// The option that was agreed.
    pub option: Option<Named>,
    /// Whose act, where the line says so.
    pub by: Vec<Named>,
    /// On whose report.
    pub reported_by: Vec<Named>,
    /// Other lines of the list deny it; by number.
    pub denied_by: Vec<u32>,
}

/// How a commitment stands, or something that is owed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The commitment does not count yet.
    NotInForce,
    /// It counts, politically.
    Political,
    /// It counts, as a treaty.
    Treaty,
    /// It is suspended.
    Suspended,
    /// What set it off happened while the commitment was suspended: it is not owed.
    SuspendedThen,
    /// Its time is over.
    Expired,
    /// It was ended.
    Terminated,
    /// Nothing is owed yet: what sets it off has not happened, or nobody has decided that it has.
    Conditional,
    /// It may follow, and need not.
    MayFollow,
    /// It is owed.
    Due,
    /// It was done in time, or no time was set.
    Fulfilled,
    /// It was done after its time.
    FulfilledLate,
    /// Its time has passed, and no line of the list says that it was done.
    Late,
    /// A report says that it was broken.
    Breached,
    /// It is owed no more: waived, or vetoed.
    Excused,
}

/// What a branch asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// Had it not happened by then?
    NotHappened,
    /// Does something set it off that has not happened?
    NotSetOff,
    /// Did the commitment not count yet?
    NotCounted,
    /// Was it ended by then?
    Ended,
    /// Was its time over by then?
    Over,
    /// Was it suspended then?
    Suspended,
    /// Is it not decided that it has happened?
    NotDecided,
    /// May it follow, and need not?
    May,
    /// Was it done in time?
    DoneInTime,
    /// Was it done, too late?
    DoneLate,
    /// Was it waived or vetoed by somebody who may?
    Excused,
    /// Was it broken?
    Broken,
    /// Has its time run out?
    PastDeadline,
    /// Does it bind as a treaty?
    Treaty,
}

/// Why an answer is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WhyOpen {
    /// The case has no line on that part of the clause.
    Unsaid,
    /// No report tells that part of the clause.
    Unknown,
    /// That part of the clause is told in more than one way.
    TwoWays,
    /// No report tells when an event was.
    Undated,
    /// Dates leave open which of two came first, or whether it was by then.
    Order,
    /// A breach is reported, and no line of the list tells what set it off that was broken.
    Unlisted,
    /// An event is reported and denied.
    Denied,
    /// No report says that whoever did it may.
    NoPower,
    /// The list does not say whose act it was.
    ActorUnsaid,
    /// Several decide, and no report says how many of them it takes.
    Quorum,
    /// How many days a month or a year has is open.
    Length,
    /// A remedy follows something of which it is not known whether it was broken.
    Broken,
    /// No report says whether it is ratified, or by whom.
    Ratification,
}

/// A way in which it can be, if it is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Branch {
    /// If this is so,
    pub test: Test,
    /// then this is how it stands; if not, the next branch, or what holds otherwise.
    pub state: State,
    /// Why it is not known.
    pub why: WhyOpen,
    /// The part of the clause that leaves it open, as [`crate::CommitmentField::field`] names it.
    pub part: Option<String>,
    /// The lines of the list that leave it open, by number.
    pub events: Vec<u32>,
    /// Whom it concerns.
    pub who: Vec<Named>,
}

/// How something stands: what is asked in turn, and how it stands if none of it is so. Nothing is asked where it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// What is not known, in the order in which it is asked.
    pub open: Vec<Branch>,
    /// How it stands if no branch is so.
    pub state: State,
    /// The lines of the list that it rests on, by number.
    pub events: Vec<u32>,
    /// The claims that it rests on.
    pub claims: Vec<String>,
}

/// A part of a clause as told, that an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClausePart {
    /// The part, as [`crate::CommitmentField::field`] names it.
    pub part: String,
    /// What it says: as written, or by title.
    pub values: Vec<String>,
    /// Its words, by number.
    pub quotes: Vec<u32>,
}

/// How a commitment stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// The commitment.
    pub commitment: Named,
    /// Who owes it.
    pub by: Vec<Named>,
    /// To whom.
    pub to: Vec<Named>,
    /// How it stands.
    pub finding: Finding,
    /// Since when it counts.
    pub since: Option<When>,
    /// Until when.
    pub until: Option<When>,
    /// It has no end.
    pub forever: bool,
    /// What sets it off, by title or as written.
    pub set_off_by: Vec<String>,
    /// The gates and bodies whose act would make a treaty of it, and have not.
    pub treaty_after: Vec<Named>,
}

/// What set something off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// An event, or a condition that came to be met.
    Trigger,
    /// The breach of another commitment.
    Breach,
    /// Nothing that is told: it counts, and no report says that it takes more.
    Standing,
    /// A report of its breach alone.
    Report,
}

/// Something that a commitment brings about, on one occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Duty {
    /// The commitment.
    pub commitment: Named,
    /// Who still owes it; where it is over, who owed it.
    pub by: Vec<Named>,
    /// To whom.
    pub to: Vec<Named>,
    /// What: the step by title, and words.
    pub does: Vec<String>,
    /// The step is not to be taken.
    pub not: bool,
    /// What set it off.
    pub cause: Cause,
    /// The lines of the list that set it off, by number.
    pub set_off: Vec<u32>,
    /// For a remedy: the commitment that was broken.
    pub broken: Option<Named>,
    /// When it was set off.
    pub when: When,
    /// The lines of the list with decisions that it was, by number.
    pub decided: Vec<u32>,
    /// By when; `None` where no deadline is told, or its clock has not begun.
    pub due: Option<When>,
    /// How it stands.
    pub finding: Finding,
    /// The parts of the clause that this rests on.
    pub clause: Vec<ClausePart>,
}

/// What is binding on whom as the case is: nothing is reported to have happened since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Binding {
    /// How each commitment stands, in file order.
    pub standing: Vec<Standing>,
    /// What is owed, or may be, without anything that sets it off.
    pub duties: Vec<Duty>,
}

/// How something stood from a moment on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Turn {
    /// From when: the first minute at which this is so.
    pub at: When,
    /// The commitment.
    pub commitment: Named,
    /// The lines of the list that set it off; none for the commitment itself.
    pub set_off: Vec<u32>,
    /// It is the commitment itself that stands so, and not something owed by it.
    pub standing: bool,
    /// How it stood.
    pub finding: Finding,
    /// By when it was owed, where it is.
    pub due: Option<When>,
}

/// What is owed after what happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Track {
    /// [`TRACK_FORMAT`].
    pub format: String,
    /// The case.
    pub case: CaseHead,
    /// Does it count private material?
    #[serde(default, skip_serializing_if = "PrivateState::is_unsaid")]
    pub private: PrivateState,
    /// Does it count what nobody has accepted yet?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
    /// As of when; `None` where neither a date was asked for nor any event has one.
    pub as_of: Option<String>,
    /// The lines of the list, in file order.
    pub events: Vec<TrackedEvent>,
    /// The commitments, in file order.
    pub standing: Vec<Standing>,
    /// What is or was owed, by commitment in file order and then by time.
    pub duties: Vec<Duty>,
    /// How it came to that, by time.
    pub course: Vec<Turn>,
}
