//! What stands between documents?
//!
//! The way through the files: `lexicon` and `corpus` make weighted terms of sentences, `candidates` chooses the documents
//! worth comparing, `align` pairs their sentences, `lineage` says which document was made from which.

mod align;
mod article;
mod candidates;
mod corpus;
mod direction;
mod effects;
mod facts;
mod heard;
mod lexicon;
mod lineage;
mod quoted;

pub use article::article;

use crate::span::Span;
use zopa_finding::between::{Descent, Passage};

/// A document as it is compared with others.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The title and the sentences of the article, in order: no captions, no menus.
    pub sentences: Vec<Span>,
    /// The outlet that published it, where known.
    pub outlet: Option<&'a str>,
    /// The day it was published, as `YYYY-MM-DD`, where known.
    pub published: Option<&'a str>,
}

impl Report<'_> {
    /// A sentence by its number.
    fn sentence(&self, at: usize) -> Span {
        self.sentences.get(at).copied().unwrap_or_default()
    }

    fn passage(&self, span: Span) -> Passage {
        Passage {
            document: self.name.to_owned(),
            start: span.start,
            end: span.end,
            exact: span.of(self.text).to_owned(),
        }
    }
}

/// Which documents were made from which, in the order of the derived documents.
pub fn descents(reports: &[Report]) -> Vec<Descent> {
    let lists = effects::Lists::english();
    let corpus = corpus::Corpus::of(reports, &lists.lexicon);
    lineage::descents(reports, &corpus, &lists)
}
