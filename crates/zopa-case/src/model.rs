//! What is in a case? Its tables, resolved, in file order.

use crate::origin::{Origin, Voice};
use crate::*;
use std::sync::Arc;
use zopa_syntax::Span;
pub use zopa_syntax::ast::{Date, Day};

/// A party, or a body of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Other spellings.
    pub also: Vec<String>,
    /// For a body: the party it belongs to.
    pub of: Option<PartyId>,
    /// Where it is declared.
    pub span: Span,
}

/// A person in office, or an unnamed group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Other spellings.
    pub also: Vec<String>,
    /// Unnamed.
    pub anonymous: bool,
    /// Parties and bodies, where a report says so.
    pub of: Vec<PartyId>,
    /// Office.
    pub office: Option<String>,
    /// The outlet an unnamed group told.
    pub told: Option<SourceId>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Name.
    pub name: String,
    /// Outlet.
    pub title: String,
    /// Known only through others.
    pub unseen: bool,
    /// Publication date.
    pub published: Option<Date>,
    /// Document path and recorded hash.
    pub document: Option<(String, Option<String>)>,
    /// State of the document.
    pub state: DocumentState,
    /// Sources it retells.
    pub rests_on: Vec<SourceId>,
    /// The source it rewrites.
    pub copies: Option<SourceId>,
    /// What was left out: reason and words.
    pub omits: Vec<(String, QuoteId)>,
    /// What is put back into the text of its document.
    pub keeps: Vec<zopa_text::Keep>,
}

/// A line of talks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Who takes part.
    pub with: Vec<PartyId>,
    /// Words it rests on.
    pub quotes: Vec<QuoteId>,
}

/// A round of talks. The order of rounds is `after`, then file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Track.
    pub track: Option<TrackId>,
    /// First day.
    pub on: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The round before it, and whether that order is known only from outside the documents.
    pub after: Option<(RoundId, bool)>,
    /// Not yet held.
    pub expected: bool,
    /// Words it rests on.
    pub quotes: Vec<QuoteId>,
}

/// Words of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The source.
    pub source: SourceId,
    /// Recorded byte offset.
    pub at: Option<usize>,
    /// The words as written in the case.
    pub words: String,
    /// State against the document.
    pub state: QuoteState,
    /// Where it stands in the case.
    pub span: Span,
}

/// One telling of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// Who says it.
    pub by: Vec<Voice>,
    /// Whose words it passes on; never an origin.
    pub relaying: Option<Voice>,
    /// To whom.
    pub to: Vec<Voice>,
    /// In which round: its own, else the claim's.
    pub round: Option<RoundId>,
    /// One origin for each name in `by`.
    pub origins: Vec<OriginId>,
    /// Its words.
    pub quotes: Vec<QuoteId>,
}

/// What follows an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Terms {
    /// Nothing.
    Free,
    /// `only if`
    OnlyIf(Formula),
    /// `if`
    If(Formula),
}

/// What a statement says, resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the words of the line above each")]
pub enum Act {
    /// `requires F [unless G]`: the limit `F or G`.
    Requires { who: Vec<PartyId>, limit: Formula },
    /// `rejects F [unless G]`: the limit `not F, or G`.
    Rejects { who: Vec<PartyId>, limit: Formula },
    /// `seeks F`
    Seeks { who: Vec<PartyId>, wish: Formula },
    /// `offers F [only if G | if G]`
    Offers { who: Vec<PartyId>, offer: Formula, terms: Terms },
    /// `accepts F [if G]`
    Accepts { who: Vec<PartyId>, accepted: Formula, given: Option<Formula> },
    /// `prefers F over G ...`, best first.
    Prefers { who: Vec<PartyId>, order: Vec<Formula> },
    /// `puts X over Y`, as named.
    Puts { who: Vec<PartyId>, name: String, over: String },
    /// `is role, role [only]`
    Is { who: Vec<Voice>, roles: Vec<String>, only: bool },
    /// `led by N ["rank"], ...`
    LedBy { who: Vec<PartyId>, leaders: Vec<(SpeakerId, Option<String>)> },
    /// `may ACT THING`; by nobody where no report says who may.
    May { who: Vec<Voice>, act: String, object: String },
    /// `rule F`
    Rule(Formula),
    /// `denies C`
    Denies(Vec<ClaimId>),
    /// `softens C [to F]`
    Softens { claims: Vec<ClaimId>, to: Option<Formula> },
    /// `tests C`
    Tests(Vec<ClaimId>),
    /// `supersedes C`
    Supersedes(Vec<ClaimId>),
    /// `C expires DATE`
    Expires { claims: Vec<ClaimId>, date: Date },
}

/// One statement line with the reading given to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it says.
    pub act: Act,
    /// As written.
    pub text: String,
    /// Why the quote is read so.
    pub because: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// What a claim can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// An issue.
    Issue(IssueId),
    /// Anything else, by name: a step, a party, a track, a commitment...
    Other(String),
}

/// One assertion in our words, with any number of sayings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Name.
    pub name: String,
    /// Title: the assertion in our words.
    pub title: String,
    /// The analyst's own supposition: in no reading unless named.
    pub suppose: bool,
    /// Nobody has accepted it yet.
    pub unconfirmed: bool,
    /// What it carries.
    pub statements: Vec<Statement>,
    /// Its tellings.
    pub sayings: Vec<Saying>,
    /// Words outside a saying: the outlet's own voice.
    pub quotes: Vec<QuoteId>,
    /// The origin of each of `quotes`.
    pub quote_origins: Vec<OriginId>,
    /// What it is about, as written.
    pub about: Vec<Topic>,
    /// Its round.
    pub round: Option<RoundId>,
    /// Coded by.
    pub coded_by: Option<String>,
    /// Checked by.
    pub checked_by: Option<String>,
    /// Where it is declared.
    pub span: Span,
}

/// A matter of fact that the documents leave open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Name. A denial's is the denied claim's, the wishes' is `wishes`.
    pub name: String,
    /// Title.
    pub title: String,
    /// Its kind.
    pub kind: QuestionKind,
    /// Its answers.
    pub answers: Table<AnswerId, Answer>,
    /// Does it change any limit, softening or rule? Only such a question is a switch.
    pub switch: bool,
}

/// What kind of question?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Written in the case.
    Stated,
    /// One claim denied by these: answers `as-reported`, `as-denied`.
    Denial(Vec<ClaimId>),
    /// Are wishes counted? Answers `not-counted`, `counted`.
    Wishes,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Name inside the question.
    pub name: String,
    /// Title; the name where none is given.
    pub title: String,
    /// Claims held under it.
    pub holds: Vec<ClaimId>,
    /// Wishes are limits under it.
    pub wishes: bool,
}

/// Why is something active? Active while `claim` and all of `with` are held, and none of `without`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Support {
    /// The claim that carries it.
    pub claim: ClaimId,
    /// Claims that made it read so: softenings, expiries. Shared by all supports of a limit that has many forms.
    pub with: Arc<[ClaimId]>,
    /// Softenings and expiries that would make it read otherwise.
    pub without: Arc<[ClaimId]>,
    /// A wish: active only while wishes are counted.
    pub wish: bool,
}

/// What one party or body says it requires or rejects: rather no agreement than a package outside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// From the claim that first carries it.
    pub name: String,
    /// Whose.
    pub holder: PartyId,
    /// What worlds must meet. For a body: only where each of its gates is taken.
    pub formula: Formula,
    /// Why it is active; one for each claim (and softening) that carries it.
    pub supports: Vec<Support>,
    /// As written, for reading.
    pub text: String,
}

/// A rule of the case: nobody's, never relaxed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The condition.
    pub formula: Formula,
    /// As written.
    pub text: String,
    /// Its reason.
    pub because: Option<String>,
}

/// A contested rule: on or off with the claims that report it, never relaxed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedRule {
    /// The condition.
    pub formula: Formula,
    /// As written.
    pub text: String,
    /// The claims that report it.
    pub supports: Vec<Support>,
}

/// Something offered or accepted: asked what shuts it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The claim that first carries it.
    pub claim: ClaimId,
    /// Who.
    pub holders: Vec<PartyId>,
    /// An offer, or a reported acceptance.
    pub offer: bool,
    /// What is offered or accepted, with its condition.
    pub formula: Formula,
    /// As written.
    pub text: String,
    /// Why it stands.
    pub supports: Vec<Support>,
}

/// Something that may happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// By whom; `None`: not reported.
    pub by: Option<Vec<PartyId>>,
    /// The wider event it lies within.
    pub within: Option<EventId>,
    /// Words it rests on.
    pub quotes: Vec<QuoteId>,
}

/// One field of a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentField {
    /// Field, by its word: `kind`, `by`, `to`, `when`, `below`, `does`, `discretion`, `decided-by`, `within`,
    /// `force`, `from`, `lasts`, `posted-with`, `if-broken`, `honour`.
    pub field: &'static str,
    /// Its values, by title where there is one; empty for `?`.
    pub values: Vec<String>,
    /// Words it rests on.
    pub quotes: Vec<QuoteId>,
}

/// A commitment as reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Its fields as written.
    pub fields: Vec<CommitmentField>,
    /// What they mean.
    pub anatomy: Anatomy,
    /// Words under the item itself.
    pub quotes: Vec<QuoteId>,
}

/// A case, resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Title.
    pub title: String,
    /// The date it counts as of.
    pub as_of: Option<Date>,
    /// Parties and bodies.
    pub parties: Table<PartyId, Party>,
    /// Persons and unnamed groups.
    pub speakers: Table<SpeakerId, Speaker>,
    /// Sources.
    pub sources: Table<SourceId, Source>,
    /// Tracks.
    pub tracks: Table<TrackId, Track>,
    /// Rounds.
    pub rounds: Table<RoundId, Round>,
    /// Issues, steps and gates.
    pub space: Space,
    /// Claims and suppositions.
    pub claims: Table<ClaimId, Claim>,
    /// Questions, stated and implied.
    pub questions: Table<QuestionId, Question>,
    /// Rules of the case.
    pub rules: Vec<Rule>,
    /// Rules that claims report.
    pub reported_rules: Table<ReportedRuleId, ReportedRule>,
    /// Limits, in every form they can take.
    pub limits: Table<LimitId, Limit>,
    /// Offers and acceptances.
    pub asks: Vec<Ask>,
    /// Events.
    pub events: Table<EventId, Event>,
    /// Commitments.
    pub commitments: Table<CommitmentId, Commitment>,
    /// Quotes.
    pub quotes: Table<QuoteId, Quote>,
    /// Quotes under options, steps and gates: whose, by name, and which.
    pub item_quotes: Vec<(String, QuoteId)>,
    /// Origins.
    pub origins: Table<OriginId, Origin>,
}
