//! What changed since an earlier state? Party by party in file order, then the clashes, the offers and the claims.

use super::doc::Doc;
use super::inline::{Inline, text};
use crate::shifts::{self, DIFFERS, Differs};
use crate::words::{self, screen, since as said};
use zopa_finding::{Brief, ClashShift, PositionShift, Since};

/// The changes by themselves, with the quotes of what is told.
pub fn since(brief: &Brief) -> String {
    let mut doc = Doc::new(brief);
    doc.heading(1, &brief.case.title);
    doc.paragraph(text(&doc.names.reading()).then('.'));
    if brief.since.is_none() {
        doc.paragraph(text(said::NO_DIFFERENCE));
    }
    section(&mut doc);
    doc.finish(false)
}

/// The section; nothing where no earlier state is compared.
pub(super) fn section(doc: &mut Doc<'_>) {
    let Some(since) = &doc.brief().since else {
        return;
    };
    doc.heading(2, &doc.names.index.since_heading(since));
    doc.paragraph(text(&doc.names.index.since_compared(since)));
    answer(doc, since);
    positions(doc, since);
    clashes(doc, since);
    offers(doc, since);
    claims(doc, since);
}

/// Whether anything fits, and whose changes would be enough, before and after.
fn answer<'a>(doc: &mut Doc<'a>, since: &'a Since) {
    doc.paragraph(text(&doc.names.index.since_verdict(since)));
    let enough = doc.names.index.since_enough(since);
    enough.iter().for_each(|enough| doc.paragraph(text(enough)));
    if !enough.is_empty() {
        doc.paragraph(text(words::NOT_AN_INTEREST));
    }
    if shifts::same(since) {
        doc.paragraph(text(said::NO_DIFFERENCE));
    }
}

fn positions<'a>(doc: &mut Doc<'a>, since: &'a Since) {
    for (party, shifts) in doc.names.index.shifts_by_party(since) {
        doc.heading(3, party.as_deref().unwrap_or(said::NOBODYS));
        let mut items: Vec<(Inline, Vec<Inline>)> = Vec::new();
        for group in shifts.chunk_by(|a, b| shifts::repeats(a) && (a.shift, &a.round) == (b.shift, &b.round)) {
            match group {
                [first, ..] if shifts::repeats(first) => items.push(repeated(doc, first, group)),
                _ => items.extend(group.iter().map(|shift| (position(doc, shift), Vec::new()))),
            }
        }
        doc.tree(&items);
    }
    let unchanged = doc.names.index.unchanged(since);
    if !unchanged.is_empty() {
        doc.paragraph(text(&said::unchanged(&unchanged)));
    }
}

fn position<'a>(doc: &mut Doc<'a>, shift: &'a PositionShift) -> Inline {
    let line = text(&doc.names.index.shift_line(shift));
    line.and(doc.quotes_of(&shift.basis.0))
}

/// Statements that were said again, or not, under one heading.
fn repeated<'a>(doc: &mut Doc<'a>, first: &'a PositionShift, group: &[&'a PositionShift]) -> (Inline, Vec<Inline>) {
    let told = group.iter().filter_map(|shift| shift.after.as_ref().or(shift.before.as_ref()));
    let lines = told.map(|told| text(&told.title).and(doc.quotes_of(&told.claims)));
    let lines = lines.collect();
    (text(&doc.names.index.shift(first)).then(':'), lines)
}

fn clashes<'a>(doc: &mut Doc<'a>, since: &'a Since) {
    for differs in DIFFERS {
        let of_kind = since.clashes.iter().filter(|clash| Differs::of(clash) == differs);
        let items: Vec<(Inline, Vec<Inline>)> = of_kind.map(|shift| clash(doc, shift)).collect();
        if !items.is_empty() {
            doc.heading(3, differs.heading());
            doc.tree(&items);
        }
    }
}

fn clash<'a>(doc: &mut Doc<'a>, shift: &'a ClashShift) -> (Inline, Vec<Inline>) {
    let held = shift.limits.iter().map(|held| {
        let line = screen::labelled(doc.names.index.title(&held.holder), &held.limit.title);
        text(&line).and(doc.quotes_of(&held.limit.claims))
    });
    let held = held.collect();
    (text(&doc.names.index.clash_shift(shift)), held)
}

fn offers<'a>(doc: &mut Doc<'a>, since: &'a Since) {
    let offers = since.offers.iter().map(|shift| {
        let line = text(&doc.names.index.offer_line(shift));
        line.and(doc.quotes_of(&shift.claim.claims))
    });
    let offers: Vec<Inline> = offers.collect();
    if !offers.is_empty() {
        doc.heading(3, said::OFFERS);
        doc.list(&offers);
    }
}

/// Claims that came, with their quotes; claims that only the saved brief has.
fn claims<'a>(doc: &mut Doc<'a>, since: &'a Since) {
    let new = since.new_claims.iter().map(|name| {
        let title = text(&doc.names.index.name(name));
        title.and(doc.quotes_of([name]))
    });
    let new: Vec<Inline> = new.collect();
    let gone: Vec<Inline> = since.gone_claims.iter().map(|claim| text(&claim.title)).collect();
    for (heading, titles) in [(said::new_claims(new.len()), new), (said::gone_claims(gone.len()), gone)] {
        if !titles.is_empty() {
            doc.heading(3, &heading);
            doc.list(&titles);
        }
    }
}
