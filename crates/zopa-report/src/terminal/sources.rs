//! What does the screen say of documents? A reading list, most consequential first.

use super::Style;
use super::lay::Page;
use crate::names::quoted;
use crate::sources::{Cited, Entry, Line, Telling};
use crate::words::{screen, sources as said};
use zopa_finding::{SourceDocument, Sources};

/// How many entries of a long section the screen has.
const MOST: usize = 25;

/// Columns left of what belongs to an entry.
const UNDER: usize = 4;

pub(super) fn sources(found: &Sources, dir: &str, alone: bool, style: Style) -> String {
    let telling = Telling::new(found);
    let mut page = Page::new(style);
    page.paragraph(0, telling.title());
    if found.documents.is_empty() {
        page.paragraph(0, said::NOTHING);
        return page.finish();
    }
    page.heading(&telling.heading());
    if alone {
        page.paragraph(0, said::NO_CLAIM);
    }
    page.aside(0, said::BY_RULES);
    if !found.without.is_empty() {
        page.aside(0, &said::set_aside(&found.without));
    }
    entries(&mut page, &telling, said::LINEAGE, &telling.lineage());
    entries(&mut page, &telling, said::DISPUTED, &telling.disputes());
    changes(&mut page, &telling);
    entries(&mut page, &telling, said::SAID, &telling.said());
    entries(&mut page, &telling, said::WORDINGS, &telling.wordings());
    origins(&mut page, &telling);
    documents(&mut page, &telling);
    page.blank();
    page.heading(said::NEXT.1);
    said::next(dir, telling.attributions()).iter().for_each(|line| page.item(0, "–", 2, line));
    page.finish()
}

fn section(page: &mut Page, (_, title, intro): said::Section, none: bool) {
    page.blank();
    page.heading(title);
    page.aside(0, if none { said::NONE } else { intro });
}

fn entries(page: &mut Page, telling: &Telling<'_>, which: said::Section, entries: &[Entry<'_>]) {
    section(page, which, entries.is_empty());
    for (number, entry) in (1..).zip(entries.iter().take(MOST)) {
        page.item(0, &format!("{number}."), UNDER, &said::remarks(&entry.head, &entry.marks));
        entry.lines.iter().for_each(|one| line(page, telling, one));
    }
    if entries.len() > MOST {
        page.aside(0, &said::more(entries.len() - MOST));
    }
}

fn line(page: &mut Page, telling: &Telling<'_>, line: &Line<'_>) {
    match line {
        Line::Said(text) => page.aside(UNDER, text),
        Line::Cited(label, cited) if label.is_empty() => page.paragraph(UNDER, &words(telling, cited)),
        Line::Cited(label, cited) => page.paragraph(UNDER, &screen::labelled(label, &words(telling, cited))),
    }
}

/// The words, the report, and the offset at which they can be quoted.
fn words(telling: &Telling<'_>, cited: &Cited<'_>) -> String {
    let place = said::place(&cited.document.source, cited.start + cited.document.mark);
    screen::remark(&quoted(cited.words), &format!("{}, {place}", telling.report(cited.document)))
}

fn changes(page: &mut Page, telling: &Telling<'_>) {
    let edges = &telling.found.descents;
    section(page, said::CHANGED, edges.is_empty());
    for edge in edges {
        let (changes, counts) = telling.changes(edge);
        page.paragraph(0, &said::made_from(&telling.report_named(&edge.derived), &telling.report_named(&edge.source)));
        for change in changes.iter().take(MOST) {
            page.paragraph(2, change.effect);
            let side = |cited: &Option<Cited<'_>>| cited.as_ref().map_or(said::ABSENT.to_owned(), |c| quoted(c.words));
            page.item(UNDER, said::CHANGE_HEADS[1], 11, &side(&change.before));
            page.item(UNDER, said::CHANGE_HEADS[2], 11, &side(&change.after));
        }
        if changes.len() > MOST {
            page.aside(2, &said::more(changes.len() - MOST));
        }
        page.aside(2, &counts);
    }
}

fn origins(page: &mut Page, telling: &Telling<'_>) {
    let origins = telling.origins();
    section(page, said::ORIGINS, origins.is_empty());
    for (origin, times, quoted_words) in origins.iter().take(MOST) {
        let counts = said::counts(*times, *quoted_words);
        let marks = [said::origin(origin.kind).to_owned(), counts];
        page.item(0, "–", 2, &said::remarks(&telling.origin(origin), &marks));
        page.aside(UNDER, &telling.carried_by(origin));
    }
    if origins.len() > MOST {
        page.aside(0, &said::more(origins.len() - MOST));
    }
}

fn documents(page: &mut Page, telling: &Telling<'_>) {
    section(page, said::DOCUMENTS, false);
    for document in &telling.found.documents {
        page.paragraph(0, &screen::remark(&telling.report(document), &said::published(document.published.as_deref())));
        page.aside(UNDER, &holds(document));
    }
}

fn holds(document: &SourceDocument) -> String {
    match &document.unread {
        Some(why) => said::unread(why),
        None => said::holds(document.sentences, document.attributions.len(), document.left_out.len()),
    }
}
