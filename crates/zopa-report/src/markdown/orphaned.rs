//! Which claims rest on words that are no longer in their document, and what rests on them?

use super::doc::Doc;
use super::inline::{Inline, strong, text};
use crate::orphaned::rests;
use crate::words::orphaned as told;

/// Nothing where there is none.
pub(super) fn section(doc: &mut Doc<'_>) {
    let all = &doc.brief().orphaned;
    if all.is_empty() {
        return;
    }
    doc.heading(2, told::TITLE);
    doc.paragraph(text(told::INTRO));
    let mut items: Vec<(Inline, Vec<Inline>)> = Vec::new();
    for orphaned in all {
        let words = doc.words(&orphaned.quotes);
        let title = strong(doc.names.index.title(&orphaned.claim));
        let lines = rests(&doc.names.index, orphaned);
        items.push((title.then(':').and(words), lines.iter().map(|line| text(line)).collect()));
    }
    doc.tree(&items);
}
