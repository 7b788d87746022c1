//! Why does nothing fit? Knot by knot, a table for each clash: who holds which limit, on which words.

use super::doc::Doc;
use super::head;
use super::inline::{Inline, text};
use crate::words::{self, markdown, screen};
use zopa_finding::{Brief, Clash, Completeness, Knot, Presence, Verdict};

/// The verdict, then every clash by knot, with its limits by party and the words they rest on.
pub fn why(brief: &Brief) -> String {
    let mut doc = Doc::new(brief);
    head::title(&mut doc, &brief.case.title);
    head::verdict(&mut doc);
    section(&mut doc);
    doc.finish(false)
}

/// The clashes.
pub(super) fn section(doc: &mut Doc<'_>) {
    let answer = &doc.brief().answer;
    let nothing = answer.verdict == Verdict::NothingFits;
    doc.heading(2, if nothing { words::WHY_NOTHING } else { words::WHY_CLASH });
    if doc.names.index.between_limits().next().is_none() {
        let none = if answer.impossible.is_empty() { words::WHY_NONE } else { words::REST_STANDS };
        return doc.paragraph(text(none));
    }
    let mut number = 0;
    for (at, knot) in (1..).zip(&answer.knots) {
        let clashes = between(doc, knot);
        if !clashes.is_empty() {
            head(doc, at, knot, clashes.len());
        }
        for clash in clashes {
            number += 1;
            one(doc, number, clash);
        }
    }
    doc.paragraph(match answer.complete {
        Completeness::Complete => text(screen::ALL_CLASHES),
        Completeness::AtLeast => text(&words::at_least(number)),
    });
}

fn between<'a>(doc: &Doc<'a>, knot: &'a Knot) -> Vec<&'a Clash> {
    let clashes = knot.clashes.iter().filter_map(|id| doc.names.index.clash(id));
    clashes.filter(|clash| !doc.names.index.is_impossible(clash)).collect()
}

fn head<'a>(doc: &mut Doc<'a>, number: usize, knot: &'a Knot, clashes: usize) {
    doc.heading(3, &screen::question(number, &doc.names.knot(knot)));
    if clashes > 1 && knot.joined != Presence::Never {
        doc.paragraph(text(&screen::labelled(words::ONE_QUESTION, &doc.names.presence(&knot.joined))).then('.'));
    }
}

fn one<'a>(doc: &mut Doc<'a>, number: usize, clash: &'a Clash) {
    doc.heading(4, &screen::item(number, &doc.names.index.clash_title(clash)));
    let reports: Vec<String> = clash.rests_on.iter().map(|source| doc.names.index.report(source)).collect();
    let mut said = vec![doc.names.presence(&clash.presence)];
    said.extend((!reports.is_empty()).then(|| words::goes_without(&reports)));
    doc.paragraph(text(&words::capital(&words::list(&said))).then('.'));
    let rows: Vec<Vec<Inline>> = clash.limits.iter().map(|name| row(doc, name)).collect();
    doc.table(&[words::PARTY, markdown::LIMIT, markdown::QUOTES], &rows);
}

fn row<'a>(doc: &mut Doc<'a>, name: &'a str) -> Vec<Inline> {
    let Some(limit) = doc.names.index.limit(name) else {
        return vec![Inline::default(), text(name), Inline::default()];
    };
    let said = screen::remark(&limit.title, &doc.names.standing(limit));
    let holder = text(doc.names.index.title(&limit.holder));
    vec![holder, text(&said), doc.quotes_of(&limit.claims)]
}
