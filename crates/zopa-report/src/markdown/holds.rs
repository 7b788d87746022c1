//! In what order can the steps be taken, who is exposed meanwhile, and what would close that?

use super::doc::Doc;
use super::head;
use super::inline::{Inline, text};
use crate::holding::sections;
use zopa_finding::Brief;

/// The orders, the windows with what would close them, the gates; quotes beside what rests on claims.
pub fn holds(brief: &Brief) -> String {
    let mut doc = Doc::new(brief);
    head::title(&mut doc, &brief.case.title);
    section(&mut doc);
    doc.finish(false)
}

/// The same as a part of more.
pub(super) fn section(doc: &mut Doc<'_>) {
    for section in sections(&doc.names) {
        doc.heading(2, &section.heading);
        section.intro.iter().for_each(|intro| doc.paragraph(text(intro)));
        for entry in &section.entries {
            doc.heading(3, &entry.head);
            let lines: Vec<Inline> =
                entry.lines.iter().map(|line| text(&line.text).and(doc.quotes_of(&line.claims))).collect();
            doc.list(&lines);
        }
    }
}
