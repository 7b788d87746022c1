//! What is owed after a list of events, as a text with headings and a table?

use super::banner;
use super::doc::Lines;
use super::inline::{Inline, text};
use crate::track::Told;
use crate::words::track as say;
use zopa_finding::track::Track;

/// How the commitments stand, what is owed, what is not decided, how it came to that, and the list.
pub fn track(track: &Track) -> String {
    let told = Told(track);
    let mut doc = Lines::default();
    doc.heading(1, &told.heading());
    doc.paragraph(text(&told.as_of()));
    doc.paragraph(text(say::LIST));
    for section in told.sections() {
        doc.heading(2, section.heading);
        section.none.iter().filter(|_| section.entries.is_empty()).for_each(|none| doc.paragraph(text(none)));
        let items: Vec<(Inline, Vec<Inline>)> = section
            .entries
            .iter()
            .map(|entry| (text(&entry.head), entry.lines.iter().map(|line| text(line)).collect()))
            .collect();
        doc.tree(&items);
    }
    let rows: Vec<Vec<Inline>> = told.list().iter().map(|row| row.iter().map(|cell| text(cell)).collect()).collect();
    if !rows.is_empty() {
        doc.heading(2, say::EVENTS);
        doc.table(&say::COLUMNS, &rows);
    }
    banner::counting(track.private, track.unconfirmed, doc.text())
}
