//! What do the documents of a dossier say, before anybody has coded a claim?
//!
//! Documents are referred to by the name of their source. Lists are in the order of the documents and of their words; what
//! is to be read first says so in a list of its own.

use crate::between::{Descent, Dispute, FoundOrigin, Utterance};
use crate::{Act, Attribution, CaseHead, PrivateState};
use serde::{Deserialize, Serialize};

/// The version of this format, part of every saved answer of its kind.
pub const SOURCES_FORMAT: &str = "zopa-sources/1";

/// Everything that is found in the documents and between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sources {
    /// [`SOURCES_FORMAT`].
    pub format: String,
    /// The case.
    pub case: CaseHead,
    /// Is private material counted?
    #[serde(default, skip_serializing_if = "PrivateState::is_unsaid")]
    pub private: PrivateState,
    /// Sources set aside, by name.
    pub without: Vec<String>,
    /// The documents, in the order of the sources.
    pub documents: Vec<SourceDocument>,
    /// Which were made from which, and what that changed.
    pub descents: Vec<Descent>,
    /// What is denied, or told in two ways about one occasion.
    pub disputes: Vec<Dispute>,
    /// Denials that were not asked what they deny, because there were too many sentences to look at.
    #[serde(default, skip_serializing_if = "is_none")]
    pub unasked_denials: u32,
    /// Wordings of one utterance side by side.
    pub utterances: Vec<Utterance>,
    /// Where the telling ends.
    pub origins: Vec<FoundOrigin>,
    /// What is said, each once, most consequential first: by the act, then by how many documents carry it, then in the
    /// order of the documents.
    pub said: Vec<Said>,
    /// Who is heard.
    pub voices: Vec<Voice>,
}

fn is_none(count: &u32) -> bool {
    *count == 0
}

/// One document, as its text was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceDocument {
    /// The source, by name.
    pub source: String,
    /// Its number among the documents, from 1.
    pub number: u32,
    /// The outlet, if it was given.
    pub outlet: Option<String>,
    /// When it was published, if that was given.
    pub published: Option<String>,
    /// The sources that the case says it copies, by name: the one that it copies, the one that this copies, and so on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<String>,
    /// The file, inside the dossier.
    pub path: String,
    /// Its text; empty where there is none to be had.
    pub text: String,
    /// How many bytes stand before the text in the file and count in quoted offsets: a byte order mark.
    pub mark: usize,
    /// Why there is no text, if there is none.
    pub unread: Option<String>,
    /// Sentences of the article.
    pub sentences: u32,
    /// Who said what. Offsets are those of `text`.
    pub attributions: Vec<Attribution>,
    /// What stands around the article, or was left out of the text.
    pub left_out: Vec<AroundArticle>,
}

/// A stretch that is no part of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AroundArticle {
    /// What it is: `byline`, `caption`, `menu`, ...
    pub kind: String,
    /// Its words.
    pub words: String,
}

/// Something that is said, by one who is named or described, with the other documents that carry it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Said {
    /// The document in which it stands first-hand, by the name of its source.
    pub document: String,
    /// Its number among the attributions of that document, from 0.
    pub attribution: usize,
    /// What is done by it.
    pub act: Act,
    /// Documents made from that one that have its sentence too, by name.
    pub also: Vec<String>,
    /// It, or what it answers, is denied or told in another way: disputes, by number, from 0.
    pub disputes: Vec<usize>,
}

/// One who is heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Voice {
    /// The origin, by number, from 0.
    pub origin: usize,
    /// How many times something is attributed to it, what documents copy from each other once.
    pub times: u32,
    /// Words between quotation marks in these.
    pub quoted_words: u32,
}

impl Sources {
    /// A document by the name of its source.
    pub fn document(&self, source: &str) -> Option<&SourceDocument> {
        self.documents.iter().find(|document| document.source == source)
    }

    /// What the case says of two documents of which one was made from the other: which copies which, by name. Nothing
    /// where it leaves that open. A source copies one at most, and none that copies it.
    pub fn copying<'a>(&'a self, edge: &'a Descent) -> Option<(&'a str, &'a str)> {
        let copied = |name: &str| self.document(name).map_or(&[][..], |document| document.copies.as_slice());
        let derived = copied(&edge.derived);
        let first = derived.iter().find(|name| **name == edge.source).or(derived.first());
        let turned = copied(&edge.source).iter().find(|name| **name == edge.derived);
        let stated = first.map(|name| (edge.derived.as_str(), name.as_str()));
        stated.or(turned.map(|name| (edge.source.as_str(), name.as_str())))
    }

    /// What is said, as it was found in its document.
    pub fn attribution(&self, said: &Said) -> Option<&Attribution> {
        self.document(&said.document)?.attributions.get(said.attribution)
    }
}
