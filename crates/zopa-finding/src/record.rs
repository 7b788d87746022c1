//! What does an answer speak of? The parties, issues, sources, claims and quotes of the case, as told.

use serde::{Deserialize, Serialize};

/// A party, or a body of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Party {
    /// Its name in the case.
    pub name: String,
    /// Its title.
    pub title: String,
    /// For a body: the party it belongs to.
    pub of: Option<String>,
}

/// A question with a finite list of options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issue {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its options; empty where none is reported.
    pub options: Vec<IssueOption>,
}

/// One option of an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssueOption {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
}

/// A source: a report in hand, or an outlet known only through others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its name.
    pub name: String,
    /// The outlet.
    pub title: String,
    /// Its number among the sources with a document, from 1.
    pub number: Option<u32>,
    /// Known only through others.
    pub unseen: bool,
    /// The source whose text it rewrites.
    pub copies: Option<String>,
    /// Sources it retells.
    pub rests_on: Vec<String>,
    /// Publication date as written, `?` where it is not carried.
    pub published: Option<String>,
    /// Its document.
    pub document: Option<Document>,
    /// What was left out of its text.
    pub omits: Vec<Omission>,
}

/// A document as the case names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Path inside the dossier.
    pub path: String,
    /// Hash that the case records.
    pub sha256: Option<String>,
    /// Is it in hand?
    pub in_hand: bool,
}

/// Something left out of a document's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Omission {
    /// What it is, in our words: the reason.
    pub what: String,
    /// The words at which it stands, numbered in the list of quotes.
    pub quote: u32,
}

/// Who can say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SpeakerKind {
    /// An office-holder.
    Person,
    /// An unnamed source or group.
    Anonymous,
    /// A party or body as such.
    Party,
    /// A source in its own voice.
    Source,
}

/// Somebody who says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speaker {
    /// Name in the case.
    pub name: String,
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: SpeakerKind,
    /// Parties or bodies it belongs to, where a report says so.
    pub of: Vec<String>,
    /// Office, for a person.
    pub office: Option<String>,
    /// The outlet an anonymous group told.
    pub told: Option<String>,
}

/// A line of talks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Track {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Who takes part.
    pub with: Vec<String>,
    /// Quotes, by number.
    pub quotes: Vec<u32>,
}

/// A round of talks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Round {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Its track.
    pub track: Option<String>,
    /// Date as written; `?` where no document carries it.
    pub on: Option<String>,
    /// The round before it.
    pub after: Option<String>,
    /// That order is known only from outside the documents.
    pub after_outside: bool,
    /// Not yet held.
    pub expected: bool,
    /// Quotes, by number.
    pub quotes: Vec<u32>,
}

/// How does a quote stand against its document?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum QuoteState {
    /// Found in the document, byte for byte.
    Verified,
    /// The document is not in hand.
    NotInHand,
    /// The words are not in the document; the nearest passage, if any.
    Orphaned {
        /// The passage most like it.
        nearest: Option<String>,
    },
}

/// Words of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quote {
    /// Its number in the list of quotes, from 1, in file order.
    pub number: u32,
    /// The source quoted, by name.
    pub source: String,
    /// The words.
    pub words: String,
    /// Byte offset in the document, where the case records or finds it.
    pub at: Option<u64>,
    /// Its state.
    pub state: QuoteState,
}

/// One telling of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Saying {
    /// Who says it, by name; empty for a source's own voice.
    pub by: Vec<String>,
    /// Whose words it passes on.
    pub relaying: Option<String>,
    /// To whom.
    pub to: Vec<String>,
    /// In which round.
    pub round: Option<String>,
    /// Its origins, by name.
    pub origins: Vec<String>,
    /// Its words, by number.
    pub quotes: Vec<u32>,
}

/// The reading given to a claim: one statement line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// As written in the case.
    pub text: String,
    /// The verb: requires, rejects, seeks, offers, accepts, ...
    pub verb: String,
    /// Why the quote is read so.
    pub because: Option<String>,
}

/// One assertion of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// Its name.
    pub name: String,
    /// In our words.
    pub title: String,
    /// The analyst's own supposition.
    pub suppose: bool,
    /// Nobody has accepted it yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
    /// The readings given to it.
    pub statements: Vec<Statement>,
    /// Parties and bodies whose statements it carries.
    pub parties: Vec<String>,
    /// Issues and other things it is about.
    pub about: Vec<String>,
    /// Its round.
    pub round: Option<String>,
    /// Its tellings, without those set aside.
    pub sayings: Vec<Saying>,
    /// Questions that decide whether it is held.
    pub questions: Vec<String>,
    /// Claims that deny it.
    pub denied_by: Vec<String>,
    /// Limits it supports.
    pub limits: Vec<String>,
    /// Reports that carry it, by source name, in file order.
    pub reports: Vec<String>,
    /// Number of origins.
    pub origins: u32,
    /// Coded by.
    pub coded_by: Option<String>,
    /// Checked by.
    pub checked_by: Option<String>,
}

/// What kind of question?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// Written in the case.
    Stated,
    /// A denied claim: as reported, as denied.
    Denial,
    /// Are wishes counted?
    Wishes,
}

/// A matter of fact that the reports leave open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Its name.
    pub name: String,
    /// Its title; for a denial the denied claim's title, for wishes empty.
    pub title: String,
    /// Its kind.
    pub kind: QuestionKind,
    /// Its answers. A denial's are `as-reported` and `as-denied`, the wishes' `not-counted` and `counted`.
    pub answers: Vec<QuestionAnswer>,
    /// Does it change any limit, softening or rule? If not it is shown and never a switch.
    pub switch: bool,
    /// The answer chosen by the user, if any.
    pub chosen: Option<String>,
}

/// One answer of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionAnswer {
    /// Its name.
    pub name: String,
    /// Its title; may be empty for the fixed answers.
    pub title: String,
    /// Claims held under it; for `counted`, the claims whose wishes count.
    pub holds: Vec<String>,
}

/// What one party or body says it requires or rejects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Limit {
    /// From the claim that first carries it; stable while that is.
    pub name: String,
    /// Its holder, by name.
    pub holder: String,
    /// In our words: the title of the claim that first carries it.
    pub title: String,
    /// The condition, in the language of the case.
    pub condition: String,
    /// Issues it speaks of.
    pub issues: Vec<String>,
    /// Claims that support it.
    pub claims: Vec<String>,
    /// All its supports are wishes.
    pub wish: bool,
    /// Its firmness, derived from claims.
    pub firmness: Vec<crate::Firmness>,
    /// In no reading active: superseded, expired or softened, whatever is left open, or not held as chosen.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inactive: bool,
}

/// A rule of the case: nobody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rule {
    /// As written.
    pub text: String,
    /// Its reason, for a margin rule.
    pub because: Option<String>,
    /// The claim that reports it, for a reported rule.
    pub claim: Option<String>,
}
