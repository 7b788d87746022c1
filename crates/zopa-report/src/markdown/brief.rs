//! All of it, as one text.

use super::doc::Doc;
use super::inline::{Inline, text};
use super::{ask, claims, commitments, head, hinges, known, openings, order, orphaned, positions, rounds, since, why};
use crate::words::{self, markdown};
use zopa_finding::{Brief, Clash};

/// Every section of the page, with every quote of the case at the end.
pub fn brief(brief: &Brief) -> String {
    let mut doc = Doc::new(brief);
    head::title(&mut doc, &brief.case.title);
    head::verdict(&mut doc);
    head::standfirst(&mut doc);
    since::section(&mut doc);
    clashes(&mut doc);
    hinges::section(&mut doc);
    positions::section(&mut doc);
    why::section(&mut doc);
    openings::section(&mut doc);
    openings::offers(&mut doc);
    ask::section(&mut doc);
    order::section(&mut doc);
    commitments::section(&mut doc);
    rounds::section(&mut doc);
    known::section(&mut doc);
    hinges::changing_nothing(&mut doc);
    claims::section(&mut doc);
    orphaned::section(&mut doc);
    known::assumed(&mut doc);
    doc.finish(true)
}

/// The clashes in one table, and whose changes would be enough for all of them.
fn clashes<'a>(doc: &mut Doc<'a>) {
    doc.heading(2, words::WHERE_IT_CLASHES);
    let row = |clash: &'a Clash| {
        let names = &doc.names;
        let between = words::and(&names.index.names(&clash.holders));
        vec![text(&names.index.clash_title(clash)), text(&between), text(&names.presence(&clash.presence))]
    };
    let rows: Vec<Vec<Inline>> = doc.names.index.between_limits().map(row).collect();
    if rows.is_empty() {
        let none = if doc.brief().answer.impossible.is_empty() { words::WHY_NONE } else { words::REST_STANDS };
        return doc.paragraph(text(none));
    }
    doc.table(&[words::CLASH, markdown::BETWEEN, markdown::READINGS], &rows);
    doc.heading(3, words::ENOUGH);
    openings::enough(doc, &doc.brief().answer.enough);
}
