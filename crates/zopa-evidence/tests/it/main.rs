//! The tests of this room.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod between;
mod disputes;
mod lineage;
mod properties;
mod relays;
mod sentences;
mod tellers;
mod told_twice;
mod traps;
mod yardstick;

// Measured on the articles of `tests/evidence`.
mod articles;

use zopa_evidence::between::{Report, article};
use zopa_evidence::{Language, Prose, attributions};

/// A document as the engine receives it when nothing but its text is in hand.
fn report<'a>(name: &'a str, text: &'a str) -> Report<'a> {
    Report {
        name,
        text,
        sentences: article(&Prose::new(text, Language::english())),
        attributions: attributions(text, Language::english()),
        outlet: None,
        published: None,
    }
}
