//! What do the documents say, as a text with headings and tables?

use super::banner;
use super::doc::Lines;
use super::inline::{Inline, strong, text};
use crate::names::quoted;
use crate::sources::{Cited, Entry, Line, Telling};
use crate::words::{self, sources as said};
use zopa_finding::Sources;

/// What the documents say; `dir` is the dossier as the user named it, `alone` says that the case has no claim yet.
pub fn sources(found: &Sources, dir: &str, alone: bool) -> String {
    let telling = Telling::new(found);
    let mut doc = Lines::default();
    doc.heading(1, &telling.heading());
    doc.paragraph(text(telling.title()));
    if alone {
        doc.paragraph(text(said::NO_CLAIM));
    }
    doc.paragraph(text(said::BY_RULES));
    if !found.without.is_empty() {
        doc.paragraph(text(&said::set_aside(&found.without)));
    }
    entries(&mut doc, &telling, said::LINEAGE, &telling.lineage());
    entries(&mut doc, &telling, said::DISPUTED, &telling.disputes());
    changes(&mut doc, &telling);
    entries(&mut doc, &telling, said::SAID, &telling.said());
    entries(&mut doc, &telling, said::WORDINGS, &telling.wordings());
    origins(&mut doc, &telling);
    documents(&mut doc, &telling);
    doc.heading(2, said::NEXT.1);
    doc.list(&said::next(dir, telling.attributions()).map(|line| text(&line)));
    banner::of_private(found.private, doc.text())
}

fn section(doc: &mut Lines, (_, title, intro): said::Section, none: bool) {
    doc.heading(2, title);
    doc.paragraph(text(if none { said::NONE } else { intro }));
}

fn entries(doc: &mut Lines, telling: &Telling<'_>, which: said::Section, entries: &[Entry<'_>]) {
    section(doc, which, entries.is_empty());
    let item = |entry: &Entry<'_>| {
        let marks = entry.marks.join("; ");
        let head = strong(&entry.head);
        let head = if marks.is_empty() { head } else { head.then(':').and(text(&marks)) };
        (head, entry.lines.iter().map(|one| line(telling, one)).collect())
    };
    let items: Vec<(Inline, Vec<Inline>)> = entries.iter().map(item).collect();
    doc.tree(&items);
}

fn line(telling: &Telling<'_>, line: &Line<'_>) -> Inline {
    match line {
        Line::Said(told) => text(told),
        Line::Cited(label, cited) if label.is_empty() => cited_in(telling, cited),
        Line::Cited(label, cited) => text(&words::capital(label)).then(':').and(cited_in(telling, cited)),
    }
}

fn cited_in(telling: &Telling<'_>, cited: &Cited<'_>) -> Inline {
    text(&said::remarks(&quoted(cited.words), &[telling.report(cited.document)]))
}

fn changes(doc: &mut Lines, telling: &Telling<'_>) {
    section(doc, said::CHANGED, telling.found.descents.is_empty());
    for edge in &telling.found.descents {
        let (changes, counts) = telling.changes(edge);
        let derived = telling.report_named(&edge.derived);
        doc.heading(3, &said::made_from(&derived, &telling.report_named(&edge.source)));
        let side =
            |cited: &Option<Cited<'_>>| text(&cited.as_ref().map_or(said::ABSENT.to_owned(), |c| quoted(c.words)));
        let row =
            |change: &crate::sources::Changed<'_>| vec![text(change.effect), side(&change.before), side(&change.after)];
        doc.table(&said::CHANGE_HEADS, &changes.iter().map(row).collect::<Vec<_>>());
        doc.paragraph(text(&counts));
    }
}

fn origins(doc: &mut Lines, telling: &Telling<'_>) {
    let origins = telling.origins();
    section(doc, said::ORIGINS, origins.is_empty());
    let rows = origins.iter().map(|(origin, times, quoted)| {
        let called = said::remarks(&telling.origin(origin), &[said::origin(origin.kind).to_owned()]);
        vec![text(&called), text(&telling.carried_by(origin)), text(&times.to_string()), text(&quoted.to_string())]
    });
    doc.table(&said::ORIGIN_HEADS, &rows.collect::<Vec<_>>());
}

fn documents(doc: &mut Lines, telling: &Telling<'_>) {
    section(doc, said::DOCUMENTS, false);
    let items = telling.found.documents.iter().map(|document| {
        let holds = match &document.unread {
            Some(why) => said::unread(why),
            None => said::holds(document.sentences, document.attributions.len(), document.left_out.len()),
        };
        let head = said::remarks(&telling.report(document), &[said::published(document.published.as_deref())]);
        (text(&head), vec![text(&holds)])
    });
    doc.tree(&items.collect::<Vec<_>>());
}
