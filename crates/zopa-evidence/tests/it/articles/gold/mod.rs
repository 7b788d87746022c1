//! What does a reader find in the articles of one family? The gold, as data. `tests/evidence/README.md` says what each
//! block means; offsets are worked out here, by finding the words.

mod excerpt;
mod quotes;
mod read;
mod sentences;

pub use quotes::quoted;
pub use read::{families, folder};

use std::collections::BTreeMap;
use std::ops::Range;

/// A stretch of a text, in bytes.
pub type Span = Range<usize>;

/// Documents of one negotiation, with everything between them.
#[derive(Debug, Default)]
pub struct Family {
    /// The name of its folder.
    pub name: String,
    pub documents: Vec<Document>,
    pub entities: BTreeMap<String, Entity>,
    pub pairs: Vec<Pair>,
    pub drift: Vec<Drift>,
    pub contradictions: Vec<Contradiction>,
    pub lineage: Vec<Lineage>,
}

/// Somebody or something that speaks.
#[derive(Debug)]
pub struct Entity {
    pub sort: String,
    pub label: String,
    pub aliases: Vec<String>,
}

/// One article.
#[derive(Debug, Default)]
pub struct Document {
    pub file: String,
    pub outlet: String,
    pub genre: String,
    /// It quotes between single marks.
    pub single: bool,
    pub text: String,
    pub sentences: Vec<Sentence>,
    pub says: Vec<Said>,
}

/// One sentence of running text, or one line of something else.
#[derive(Debug)]
pub struct Sentence {
    /// `title`, `heading`, `byline`, `caption`, `boilerplate` or `body`.
    pub sort: String,
    pub span: Span,
}

/// An attribution.
#[derive(Debug, Default)]
pub struct Said {
    pub act: String,
    pub content: Vec<Span>,
    pub source: Option<Span>,
    pub cue: Vec<Span>,
    /// Who has it from whom, outermost first, the publisher left out.
    pub chain: Vec<Hop>,
}

/// One holder of a chain.
#[derive(Debug)]
pub struct Hop {
    /// `None` for somebody whom the text does not name at all.
    pub holder: Option<String>,
    /// Not named in the sentence itself.
    pub implicit: bool,
}

/// A sentence by the numbers of its document and of itself.
pub type At = (usize, usize);

/// Two sentences that look alike, and why.
#[derive(Debug)]
pub struct Pair {
    pub label: String,
    /// The later one: where one is made from the other, the derived one.
    pub a: At,
    pub b: At,
    pub changes: Vec<Change>,
}

/// What a rewrite did to a sentence.
#[derive(Debug)]
pub struct Change {
    pub sort: String,
    pub words: String,
}

/// Wordings of one utterance.
#[derive(Debug)]
pub struct Drift {
    pub name: String,
    pub speaker: String,
    pub wordings: Vec<Wording>,
}

/// One of them, and what it is to the first.
#[derive(Debug)]
pub struct Wording {
    pub at: At,
    pub span: Span,
    pub verdict: String,
}

/// What is told two ways.
#[derive(Debug)]
pub struct Contradiction {
    pub name: String,
    /// `denial`, `number`, `ratify`, `role`, `firmness`, or `apparent-only`.
    pub sort: String,
    /// Of a denial: `whole` or `part`.
    pub scope: String,
    pub topic: String,
    pub sides: Vec<Side>,
}

/// One way of telling it.
#[derive(Debug)]
pub struct Side {
    pub position: String,
    /// How many independent origins stand behind it.
    pub origins: Option<usize>,
    pub places: Vec<At>,
}

/// What a document was made from.
#[derive(Debug)]
pub struct Lineage {
    pub document: usize,
    pub from: Option<usize>,
    pub note: String,
}

impl Family {
    /// The words of a sentence.
    pub fn words(&self, (document, sentence): At) -> &str {
        let document = &self.documents[document];
        &document.text[document.sentences[sentence].span.clone()]
    }

    /// The names somebody goes by, in small letters.
    pub fn names(&self, holder: &str) -> Vec<String> {
        let known = self.entities.get(holder);
        let known = known.into_iter().flat_map(|entity| [&entity.label].into_iter().chain(&entity.aliases));
        known.map(String::as_str).chain([holder]).map(str::to_lowercase).collect()
    }
}

impl Contradiction {
    /// A round or a date apart: it only looks like one.
    pub fn apparent(&self) -> bool {
        self.sort == "apparent-only"
    }
}
