//! How is it known? Origins by reports, the way of one claim, words that changed, who is heard.

use serde::{Deserialize, Serialize};

/// How a report carries an origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TellingKind {
    /// The report itself heard it, or says it in its own voice.
    FirstHand,
    /// It retells another outlet, or names a speaker without saying to whom it was said.
    Retold,
    /// It copies another report of the case that has it.
    Copied,
}

/// An origin in one report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Telling {
    /// The report, by source name.
    pub source: String,
    /// How it carries the origin.
    pub kind: TellingKind,
    /// Claims, by name.
    pub claims: Vec<String>,
}

/// Where a chain of telling ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin {
    /// Name: the speaker's, with `@round` where one person spoke on several occasions.
    pub name: String,
    /// Title, with the office where there is one.
    pub title: String,
    /// Unnamed.
    pub anonymous: bool,
    /// A source's own voice.
    pub own_voice: bool,
    /// Parties it belongs to, where a report says so.
    pub of: Vec<String>,
    /// The outlet it told, for an unnamed group.
    pub told: Option<String>,
    /// Its tellings, in the order of the sources.
    pub tellings: Vec<Telling>,
    /// Claims that rest on it, by name.
    pub claims: Vec<String>,
}

/// One link of the way a claim has come, outermost last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", tag = "link")]
pub enum ChainLink {
    /// Whose position it is said to be.
    Relayed {
        /// Party, by name.
        party: String,
    },
    /// Who said it.
    Speaker {
        /// Speaker, by name.
        speaker: String,
    },
    /// The outlet known only through others.
    Unseen {
        /// Source, by name.
        source: String,
    },
    /// A report in hand, with the words it uses.
    Report {
        /// Source, by name.
        source: String,
        /// The report it copies, by name.
        copies: Option<String>,
        /// Quotes, by number.
        quotes: Vec<u32>,
    },
}

/// One wording of one utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Wording {
    /// The report, by source name.
    pub source: String,
    /// The words, by number in the list of quotes.
    pub quote: u32,
}

/// One utterance in several wordings, side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Drift {
    /// The claim.
    pub claim: String,
    /// The origin, by name; `None` where a copy turned it into a report's own voice.
    pub origin: Option<String>,
    /// The wordings, in the order of the sources.
    pub wordings: Vec<Wording>,
    /// Words that some wording has and another has not, in order of appearance.
    pub differing: Vec<String>,
    /// A copy says in its own voice what the copied report attributes.
    pub source_dropped: bool,
}

/// Words quoted directly, by party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Heard {
    /// The party, by name; `None` for speakers that no report places.
    pub party: Option<String>,
    /// Number of words inside quotation marks.
    pub words: u32,
    /// Speakers heard, by name.
    pub speakers: Vec<String>,
    /// The same words by who speaks them, in order of appearance; their sum is `words`.
    #[serde(default)]
    pub voices: Vec<Spoken>,
}

/// Words quoted directly from one speaker, or from several who speak together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spoken {
    /// Who, by name.
    pub by: Vec<String>,
    /// Number of words inside quotation marks.
    pub words: u32,
}
