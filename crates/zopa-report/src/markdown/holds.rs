//! In what order can the steps be taken, who is exposed meanwhile, and what would close that?

use super::doc::Doc;
use super::head;
use super::inline::{Inline, text};
use crate::holding::{Line, sections};
use crate::phrase::isolate;
use crate::words::{holding as words, quoted};
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
            let mut lines: Vec<Inline> = entry.lines.iter().map(|line| told(doc, line)).collect();
            if !entry.closings.is_empty() {
                lines.push(text(words::WOULD_CLOSE));
                lines.extend(entry.closings.iter().map(|line| told(doc, line)));
            }
            doc.list(&lines);
        }
    }
}

fn told(doc: &mut Doc<'_>, line: &Line) -> Inline {
    let said = line.whole(|name| quoted(&isolate(doc.names.index.title(name))));
    text(&said).and(doc.quotes_of(&line.claims))
}
