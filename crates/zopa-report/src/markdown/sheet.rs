//! What is there for a call with one party?

use super::ask;
use super::doc::{Doc, labelled};
use super::head;
use super::inline::{Inline, joined, strong, text};
use crate::sheet::{self, Line};
use crate::words::{self, screen, sheet as said};
use zopa_finding::{Brief, OnIssue, Sheet};

/// The sheet of a brief; nothing where it has none.
pub fn sheet(brief: &Brief) -> String {
    let mut doc = Doc::new(brief);
    let Some(sheet) = &brief.sheet else {
        return String::new();
    };
    let heading = said::heading(doc.names.index.title(&sheet.party));
    head::title(&mut doc, &heading);
    doc.paragraph(labelled(words::markdown::CASE, text(&brief.case.title)));
    if !sheet.bodies.is_empty() {
        let bodies = words::list(&doc.names.index.names(&sheet.bodies));
        doc.paragraph(labelled(words::BODIES, text(&bodies)));
    }
    part(&mut doc, sheet, &sheet.own, [said::OWN, said::OWN_INTRO, said::OWN_NONE]);
    part(&mut doc, sheet, &sheet.told, [said::TOLD, said::TOLD_INTRO, said::TOLD_NONE]);
    unknown(&mut doc, sheet);
    doc.heading(2, said::ASK);
    doc.paragraph(text(if sheet.ask.is_empty() { words::ASK_NONE } else { said::ASK_INTRO }));
    ask::questions(&mut doc, &sheet.ask);
    if !sheet.ask.is_empty() {
        doc.paragraph(text(words::NOT_AN_INTEREST));
    }
    doc.finish(false)
}

fn part<'a>(doc: &mut Doc<'a>, sheet: &'a Sheet, part: &'a [OnIssue], [title, intro, none]: [&str; 3]) {
    doc.heading(2, title);
    doc.paragraph(text(if part.is_empty() { none } else { intro }));
    for (heading, lines) in sheet::lines(&doc.names, sheet, part) {
        doc.heading(3, &heading);
        let items: Vec<(Inline, Vec<Inline>)> = lines.iter().map(|line| item(doc, line)).collect();
        doc.tree(&items);
    }
}

fn item(doc: &mut Doc<'_>, line: &Line) -> (Inline, Vec<Inline>) {
    match line {
        Line::Again { title, above, .. } => (joined([text(title), text(above)], ','), Vec::new()),
        Line::Told { title, marks, tellings, .. } => {
            let marks = words::list(marks);
            let marks = if marks.is_empty() { Inline::default() } else { text(&screen::aside(&marks)) };
            let told = tellings.iter().map(|(who, quotes)| {
                let said = if quotes.is_empty() { text(words::NO_QUOTE) } else { doc.words(quotes) };
                text(&words::capital(who)).then(':').and(said)
            });
            (strong(title).and(marks), told.collect())
        }
    }
}

fn unknown<'a>(doc: &mut Doc<'a>, sheet: &'a Sheet) {
    let all = sheet::unknown(&doc.names, &sheet.unknown);
    doc.heading(2, said::UNKNOWN);
    doc.paragraph(text(if all.is_empty() { said::UNKNOWN_NONE } else { said::UNKNOWN_INTRO }));
    for (label, items) in all {
        doc.heading(3, label);
        let items: Vec<Inline> = items.iter().map(|item| text(item)).collect();
        doc.list(&items);
    }
}
