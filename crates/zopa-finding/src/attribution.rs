//! Who said what, via whom, and where does it stand? What was found in the text of one document.

use serde::{Deserialize, Serialize};

/// A span of a text: its bytes `start..end` are `exact`, always.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The byte at which the words begin.
    pub start: usize,
    /// The byte after their end.
    pub end: usize,
    /// The words themselves.
    pub exact: String,
}

/// How the words are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AttributionKind {
    /// All in quotation marks.
    Direct,
    /// Partly in quotation marks.
    Mixed,
    /// In the teller's words.
    Indirect,
}

/// What is done by saying it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Asks that something be done.
    Demand,
    /// Says that something will be done or given.
    Offer,
    /// The same, on a condition.
    ConditionalOffer,
    /// Will not have it.
    Rejection,
    /// Will not have it, unless a condition is met.
    ConditionalRejection,
    /// Says that it is not so.
    Denial,
    /// Will have it.
    Acceptance,
    /// Says what harm will be done.
    Threat,
    /// Says what harm may come.
    Warning,
    /// Lays something at somebody's door.
    Accusation,
    /// Finds fault.
    Criticism,
    /// Is not sure.
    Doubt,
    /// Asks.
    Question,
    /// Holds an opinion.
    Assessment,
    /// Foretells what will be.
    Forecast,
    /// Says what is or was.
    Report,
}

/// One who holds or passes on what was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holder {
    /// The fullest form in which the document names them, in its own words.
    pub name: String,
    /// The office, in the document's own words, where it gives one.
    pub office: Option<String>,
    /// Not named. Nobody here guesses who it is.
    pub anonymous: bool,
    /// A publisher, or something published (*the report*).
    pub outlet: bool,
    /// Not named in the sentence itself.
    pub implicit: bool,
    /// The words that stand for them in the sentence.
    pub mention: Option<Place>,
}

/// Somebody is told to have said, thought or wanted something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// The sentence in which the cue stands, counted from 0; where there is none, that of the content.
    pub sentence: usize,
    /// The words that name who said it; `None` where the text does not tell.
    pub source: Option<Place>,
    /// The words that tell that something was said.
    pub cue: Vec<Place>,
    /// What was said, in one part or several.
    pub content: Vec<Place>,
    /// How it is told.
    pub kind: AttributionKind,
    /// What is done by it.
    pub act: Act,
    /// To whom it was said.
    pub addressee: Option<Place>,
    /// Who told whom, outermost first; the publisher of the document itself is left out. The last is the speaker. Empty
    /// where the text names nobody.
    pub chain: Vec<Holder>,
    /// Somebody passes on what the speaker is to have said (*are said to have told*, *reportedly*).
    pub relayed: bool,
    /// The attribution within whose content this one stands, by number.
    pub within: Option<usize>,
}

impl Attribution {
    /// Who said it, as the document names them.
    pub fn speaker(&self) -> Option<&Holder> {
        self.chain.last()
    }
}
