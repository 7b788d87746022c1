//! What can a case file say? The items of the language, as written: names are not yet resolved.

use crate::span::Span;

/// A name as written, in NFC.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The name, in Unicode normal form C.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A text in quotation marks, or the prose after `>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words. Continued prose is joined by one space; nothing else is changed.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// A calendar date as far as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Year, such as 2026.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31.
    pub day: Option<u8>,
}

/// `DATE = ( yyyy [ "-" mm [ "-" dd ] ] | "?" ) [ "outside" ]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// `None` where the file says `?`.
    pub day: Option<Day>,
    /// Known from outside the documents.
    pub outside: bool,
    /// Where it stands.
    pub span: Span,
}

/// A condition over packages, steps and their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cond {
    /// What it says.
    pub kind: CondKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CondKind {
    /// `not c`
    Not(Box<Cond>),
    /// `a and b and c`
    And(Vec<Cond>),
    /// `a or b or c`
    Or(Vec<Cond>),
    /// `a implies b`
    Implies(Box<Cond>, Box<Cond>),
    /// `issue = option`
    Is(Name, Name),
    /// `issue in { a, b }`
    In(Name, Vec<Name>),
    /// `a before b`
    Before(Name, Name),
    /// `a only after b`
    OnlyAfter(Name, Name),
    /// A step, a gate or a definition by its name.
    Name(Name),
}

/// `quote NAME [ at NUMBER ] > PROSE`; `[...]` inside the prose: words left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The source quoted.
    pub source: Name,
    /// Byte offset of the words in the source's document.
    pub at: Option<usize>,
    /// The words.
    pub words: Words,
    /// The whole line.
    pub span: Span,
}

/// `said by names [ relaying NAME ] [ to names ]` with the lines below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// Who said it: persons, anonymous groups, parties, bodies or sources.
    pub by: Vec<Name>,
    /// Whose words it passes on.
    pub relaying: Option<Name>,
    /// To whom it was said.
    pub to: Vec<Name>,
    /// The round it was said in, where it differs from the claim's.
    pub round: Option<Name>,
    /// The words that carry it.
    pub quotes: Vec<Quote>,
    /// `private`: where it is marked so.
    pub private: Option<Span>,
    /// The line.
    pub span: Span,
}

/// One statement line of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it says.
    pub kind: StatementKind,
    /// The words of the line, on one row, in the spacing of the language: `a = b`, `a in {b, c}`; comments dropped.
    pub text: String,
    /// `because > ...`: the reason for reading the quote so.
    pub because: Option<Words>,
    /// Where it stands.
    pub span: Span,
}

/// What stands after an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Terms {
    /// Nothing.
    Free,
    /// `only if c`: the offer is refused otherwise.
    OnlyIf(Cond),
    /// `if c`: nothing is said about otherwise.
    If(Cond),
}

/// The verbs of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the words of the line above each")]
pub enum StatementKind {
    /// `P requires F [unless G]`
    Requires { who: Vec<Name>, cond: Cond, unless: Option<Cond> },
    /// `P rejects F [unless G]`
    Rejects { who: Vec<Name>, cond: Cond, unless: Option<Cond> },
    /// `P seeks F`
    Seeks { who: Vec<Name>, cond: Cond },
    /// `P offers F [only if G | if G]`
    Offers { who: Vec<Name>, cond: Cond, terms: Terms },
    /// `P accepts F [if G]`
    Accepts { who: Vec<Name>, cond: Cond, given: Option<Cond> },
    /// `P prefers F over G { over H }`
    Prefers { who: Vec<Name>, conds: Vec<Cond> },
    /// `P puts I over J`
    Puts { who: Vec<Name>, name: Name, over: Name },
    /// `P is role, role [only]`
    Is { who: Vec<Name>, roles: Vec<Name>, only: bool },
    /// `P led by N ["rank"], N ["rank"]`
    LedBy { who: Vec<Name>, leaders: Vec<(Name, Option<Words>)> },
    /// `P may DO THING`; `None` is `?`: nobody is reported who may.
    May { who: Option<Vec<Name>>, act: Name, object: Name },
    /// `rule F`
    Rule(Cond),
    /// `denies claims`
    Denies(Vec<Name>),
    /// `softens claims [to F]`
    Softens { claims: Vec<Name>, to: Option<Cond> },
    /// `tests claims`
    Tests(Vec<Name>),
    /// `supersedes claims`
    Supersedes(Vec<Name>),
    /// `claims expires DATE`
    Expires { claims: Vec<Name>, date: Date },
}

/// An item of the file: its head line with the lines below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it declares.
    pub kind: ItemKind,
    /// `quote` lines that stand directly under the item: the outlet's own voice.
    pub quotes: Vec<Quote>,
    /// `private`: where it is marked so.
    pub private: Option<Span>,
    /// `unconfirmed`: where it is marked so.
    pub unconfirmed: Option<Span>,
    /// The head line.
    pub span: Span,
}

/// The items of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the words of the line above each")]
pub enum ItemKind {
    /// `case "title"` with `as of DATE`.
    Case { title: Words, as_of: Option<Date> },
    /// `party NAME "title" [also ...]`
    Party { name: Name, title: Words, also: Vec<Words> },
    /// `body NAME "title" of PARTY`
    Body { name: Name, title: Words, of: Name },
    /// `person NAME "title" [also ...] of PARTY [as "office"]`; may also be of a body.
    Person { name: Name, title: Words, also: Vec<Words>, of: Name, office: Option<Words> },
    /// `anonymous NAME "title" [of parties] [told SOURCE]`
    Anonymous { name: Name, title: Words, of: Vec<Name>, told: Option<Name> },
    /// `source NAME "title" [unseen] [published DATE]` with its lines.
    Source(Source),
    /// `track NAME "title" with names`
    Track { name: Name, title: Words, with: Vec<Name> },
    /// `round NAME "title" ...`
    Round(Round),
    /// `issue NAME "title"` with its options.
    Issue { name: Name, title: Words, options: Vec<IssueOption>, open: bool },
    /// `define NAME ["title"] as F`
    Define { name: Name, title: Option<Words>, cond: Cond },
    /// A margin `rule F` with `because > ...`.
    Rule { cond: Cond, text: String, because: Option<Words> },
    /// `step NAME ["title"] by names ( always | when F | optional )` with `irreversible`.
    Step { name: Name, title: Option<Words>, by: Vec<Name>, taken: Taken, irreversible: bool },
    /// `gate NAME ["title"] by BODY`
    Gate { name: Name, title: Option<Words>, by: Name },
    /// `claim` or `suppose`.
    Claim(Claim),
    /// `question NAME "title"` with its answers.
    Question { name: Name, title: Words, answers: Vec<Answer> },
    /// `event NAME "title" [by names | ?] [within EVENT]`
    Event { name: Name, title: Words, by: Known<Vec<Name>>, within: Option<Name> },
    /// `commitment NAME "title"` with its fields.
    Commitment { name: Name, title: Words, fields: Vec<Field> },
}

/// A source of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: Name,
    /// The outlet.
    pub title: Words,
    /// Known only through others.
    pub unseen: bool,
    /// When it was published.
    pub published: Option<Date>,
    /// `document PATH [sha256 HEX]`
    pub document: Option<DocumentRef>,
    /// `rests on names`: whom it retells.
    pub rests_on: Vec<Name>,
    /// `copies NAME`: whose text it rewrites.
    pub copies: Option<Name>,
    /// `omit "what" > words`: what was left out of its text, and from where.
    pub omits: Vec<(Words, Words)>,
    /// `keep [NUMBER] > words`: what is put back into its text.
    pub keeps: Vec<Keep>,
}

/// `keep [NUMBER] > words`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// Which of the pieces that begin so, from 1.
    pub number: Option<usize>,
    /// The words that it begins with.
    pub words: Words,
    /// Where it stands.
    pub span: Span,
}

/// `document PATH [sha256 HEX]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRef {
    /// Path inside the dossier, `/` between its parts.
    pub path: String,
    /// Lower-case hexadecimal SHA-256 of the bytes.
    pub sha256: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// A round of talks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Words,
    /// `in TRACK`
    pub track: Option<Name>,
    /// `on DATE`
    pub on: Option<Date>,
    /// `to DATE`
    pub to: Option<Date>,
    /// `after ROUND`, and whether that order is known only from `outside` the documents.
    pub after: Option<(Name, bool)>,
    /// Not yet held.
    pub expected: bool,
}

/// One option of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueOption {
    /// Its name inside the issue.
    pub name: Name,
    /// Its title.
    pub title: Option<Words>,
    /// `quote` lines under it.
    pub quotes: Vec<Quote>,
    /// `private`: where it is marked so.
    pub private: Option<Span>,
}

/// When a step is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// In every world.
    Always,
    /// Where the condition holds.
    When(Cond),
    /// In any world or not.
    Optional,
}

/// A claim, or the analyst's own supposition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its name.
    pub name: Name,
    /// The assertion in our words.
    pub title: Words,
    /// `suppose`, not `claim`.
    pub suppose: bool,
    /// What it carries.
    pub statements: Vec<Statement>,
    /// Who said it.
    pub sayings: Vec<Saying>,
    /// `about names`
    pub about: Vec<Name>,
    /// `round NAME`
    pub round: Option<Name>,
    /// `coded by "..."`
    pub coded_by: Option<Words>,
    /// `checked by "..."`
    pub checked_by: Option<Words>,
    /// `rejected > ...`: kept with the reason, and read by nobody.
    pub rejected: Option<Words>,
}

/// One answer of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its name inside the question.
    pub name: Name,
    /// Its title.
    pub title: Option<Words>,
    /// The claims held under it.
    pub holds: Vec<Name>,
    /// `private`: where it is marked so.
    pub private: Option<Span>,
}

/// Something reported, or `?`, or not said at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// Not mentioned.
    Unsaid,
    /// `?`
    Unknown,
    /// As reported.
    Is(T),
}

/// A length of time as written: a number and its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duration {
    /// How many.
    pub number: String,
    /// `hours`, `days`, `months`, `years`, ... as written.
    pub unit: String,
}

/// One field line of a commitment, with the quotes below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it says.
    pub kind: FieldKind,
    /// The words of the line, on one row, in the spacing of the language.
    pub text: String,
    /// The words it rests on.
    pub quotes: Vec<Quote>,
    /// Where it stands.
    pub span: Span,
}

/// The fields of a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the words of the line above each")]
pub enum FieldKind {
    /// `kind NAME | ?`
    Kind(Option<Name>),
    /// `by names | ? to names | ?`
    By { by: Option<Vec<Name>>, to: Option<Vec<Name>> },
    /// `when EVENT | F | ?`
    When(Option<Cond>),
    /// `does [not] STEP ["text"]`, `does "text"` or `does ?`
    Does(Option<Done>),
    /// `discretion must | may | ?`: `None` is `?`, `Some(true)` is must.
    Discretion(Option<bool>),
    /// `decided by [all of | any of] names | ?`: `None` is `?`.
    DecidedBy(Option<Deciders>),
    /// `within ( NUMBER unit | ? ) [after NAME] ["of what"]`
    Within { time: Option<Duration>, after: Option<Name>, of: Option<Words> },
    /// `force political | treaty | ?` and `until GATE | ? then treaty`
    Force { treaty: Option<bool>, until: Option<Option<Name>> },
    /// `from STEP | ?`
    From(Option<Name>),
    /// `lasts ...`
    Lasts(Lasts),
    /// `posted with names | ?`
    PostedWith(Option<Vec<Name>>),
    /// `if broken names | ?`
    IfBroken(Option<Vec<Name>>),
    /// `honour INTERVAL`, as written
    Honour(String),
}

/// What a commitment has its debtors do: a step, or words alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// `not`: the step is not to be taken.
    pub not: bool,
    /// The step.
    pub step: Option<Name>,
    /// What is done, in words.
    pub words: Option<Words>,
}

/// Who says that the trigger has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciders {
    /// How many of them it takes.
    pub quorum: Quorum,
    /// Who.
    pub names: Vec<Name>,
}

/// How many of several it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// `A, B`: no report says.
    Unsaid,
    /// `any of A, B`
    Any,
    /// `all of A, B`
    All,
}

/// How long a commitment lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// `?`
    Unknown,
    /// `limited ?`: it ends, when is not reported.
    Limited,
    /// `forever`
    Forever,
    /// A length of time.
    For(Duration),
}
