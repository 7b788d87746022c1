//! What is owed after a list of events, on a plain screen?

use super::Style;
use super::banner;
use super::lay::Page;
use crate::track::Told;
use crate::words::track as say;
use zopa_finding::track::Track;

/// Columns of the number of a line, and of its date.
const NUMBER: usize = 7;

/// How the commitments stand, what is owed, what is not decided, how it came to that, and the list.
pub fn track(track: &Track, style: Style) -> String {
    let told = Told(track);
    let mut page = Page::new(style);
    page.heading(&told.heading());
    page.paragraph(0, &told.as_of());
    page.aside(0, say::LIST);
    for section in told.sections() {
        page.blank();
        page.heading(section.heading);
        section.none.iter().filter(|_| section.entries.is_empty()).for_each(|none| page.paragraph(2, none));
        for entry in section.entries {
            page.paragraph(2, &entry.head);
            entry.lines.iter().for_each(|line| page.paragraph(4, line));
        }
    }
    let list = told.list();
    if !list.is_empty() {
        page.blank();
        page.heading(say::EVENTS);
        for [number, date, what, reported] in list {
            let on = if reported.is_empty() { String::new() } else { say::reported(&reported) };
            page.item(2, &number, NUMBER, &say::listed(&date, &what, &on));
        }
    }
    banner::counting(style, track.private, track.unconfirmed, page.finish())
}
