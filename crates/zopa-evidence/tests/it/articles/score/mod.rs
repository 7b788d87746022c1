//! How good are predictions, measured on the gold? What is predicted comes in as plain data, so that any engine can be
//! measured. Definitions: a span is the set of its letters and figures, white space, quotation marks and punctuation
//! left out; documents and families are pooled.

mod attributions;
mod figures;
mod links;
mod rest;
mod tellers;
pub mod tests;

pub use attributions::{Attributions, attributions};
pub use figures::Figures;
pub use links::{Groups, contradictions, drift, hard_negatives, origins, pairs};
pub use rest::{EFFECTS, Effects, effects, lineage, not_text};
pub use tellers::{Ends, ends};

use super::gold::{At, Family, Span};
use std::fmt;

/// What an engine found in the documents of one family. Documents by their place in the family, spans in bytes.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub says: Vec<FoundSaid>,
    pub pairs: Vec<Link>,
    pub drift: Vec<Link>,
    pub contradictions: Vec<Link>,
    /// The places of a side that is reported or denied, and how many origins stand behind it.
    pub origins: Vec<(Vec<(usize, Span)>, usize)>,
    /// Derived document, and the one it was made from.
    pub lineage: Vec<(usize, usize)>,
    pub effects: Vec<FoundEffect>,
    /// What is no running text, with its document.
    pub left_out: Vec<(usize, Span)>,
}

/// An attribution as found.
#[derive(Clone, Debug, Default)]
pub struct FoundSaid {
    pub document: usize,
    pub content: Vec<Span>,
    pub source: Vec<Span>,
    pub cue: Vec<Span>,
    /// Outermost first, the publisher left out; unnamed holders left out.
    pub chain: Vec<String>,
    /// In the words of the definition, if the engine says.
    pub act: Option<String>,
    /// With whom the telling ends, as the engine numbers and names them.
    pub end: Option<(usize, String)>,
}

/// Two places that belong together, each with its document. They count for the sentences they lie in.
#[derive(Clone, Debug)]
pub struct Link {
    pub a: (usize, Span),
    pub b: (usize, Span),
}

/// What a rewrite changed, as found: a place in the derived document, and the sort of change as the gold names it.
#[derive(Clone, Debug)]
pub struct FoundEffect {
    pub sort: String,
    pub a: (usize, Span),
}

/// Right ones among those predicted and among those there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub right: usize,
    pub found: usize,
    pub there: usize,
}

impl Count {
    /// Of those found, the share that is right.
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// Of those there are, the share that is found.
    pub fn recall(self) -> f64 {
        share(self.right, self.there)
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        share(2 * self.right, self.found + self.there)
    }

    /// Both counts together.
    pub fn and(self, other: Self) -> Self {
        Self { right: self.right + other.right, found: self.found + other.found, there: self.there + other.there }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        write!(
            f,
            "P {precision:.3} R {recall:.3} F1 {f1:.3} ({} of {} found, {} there)",
            self.right, self.found, self.there
        )
    }
}

/// A share; of nothing, none.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The places of letters and figures within the spans, in order.
fn signs<'a>(text: &str, spans: impl IntoIterator<Item = &'a Span>) -> Vec<usize> {
    let within = |span: &Span| {
        let start = span.start;
        text[span.clone()]
            .char_indices()
            .filter(|(_, sign)| sign.is_alphanumeric())
            .map(move |(at, _)| start + at)
            .collect()
    };
    let mut all: Vec<usize> = spans.into_iter().flat_map(|span| -> Vec<usize> { within(span) }).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// How many places two sorted lists share.
fn shared(a: &[usize], b: &[usize]) -> usize {
    a.iter().filter(|at| b.binary_search(at).is_ok()).count()
}

/// The sentence of the gold in which most of the place lies.
fn sentence_of(family: &Family, (document, span): &(usize, Span)) -> Option<At> {
    let sentences = &family.documents[*document].sentences;
    let overlap = |at: &usize| {
        let own = &sentences[*at].span;
        own.end.min(span.end).saturating_sub(own.start.max(span.start))
    };
    let best = (0..sentences.len()).max_by_key(|at| (overlap(at), usize::MAX - at))?;
    (overlap(&best) > 0).then_some((*document, best))
}

/// Two sentences, in one order.
fn ordered(a: At, b: At) -> (At, At) {
    if a <= b { (a, b) } else { (b, a) }
}
