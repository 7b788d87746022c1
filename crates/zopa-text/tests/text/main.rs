//! Does finding do what it says, on any document?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod again;
mod any_document;
mod broken;
mod find_cases;
mod keep;
mod nearest;
mod office;
mod pages;
mod search;
mod yardstick;

use zopa_text::{Anchor, Found, Text};

fn text(source: &str) -> Text {
    Text::from_bytes(source.as_bytes()).unwrap()
}

/// Every anchor of an answer that is not orphaned.
fn anchors(found: Found) -> Vec<Anchor> {
    match found {
        Found::Verified { anchor, .. } | Found::Moved { anchor, .. } => vec![anchor],
        Found::Several(anchors) => anchors,
        Found::Orphaned { .. } => vec![],
    }
}

fn starts(found: Found) -> Vec<usize> {
    anchors(found).iter().map(|anchor| anchor.start).collect()
}
