//! What would have to change, whose changes together would be enough, and what is shut out?

use super::doc::{Doc, items, labelled};
use super::head;
use super::inline::{Inline, joined, text};
use crate::words::{self, markdown, screen};
use zopa_finding::{Brief, Completeness, Enough, Knot, Opening, ShutOut, ShutOutSet, Verdict};

/// Ways of one question that are listed; the others are counted.
const SHOWN: usize = 40;

/// Every opening by knot, whose changes would be enough, and the offers and acceptances with what shuts them out.
pub fn openings(brief: &Brief) -> String {
    let mut doc = Doc::new(brief);
    head::title(&mut doc, &brief.case.title);
    head::verdict(&mut doc);
    section(&mut doc);
    offers(&mut doc);
    doc.finish(false)
}

/// The openings.
pub(super) fn section(doc: &mut Doc<'_>) {
    let answer = &doc.brief().answer;
    doc.heading(2, words::CHANGES);
    if let Verdict::RulesContradict { rules } = &answer.verdict {
        return doc.paragraph(text(&words::rules_concerned(rules)));
    }
    if answer.knots.is_empty() {
        return doc.paragraph(text(words::CHANGES_NONE));
    }
    doc.paragraph(text(words::CHANGES_INTRO));
    doc.paragraph(text(words::NOT_AN_INTEREST));
    for (at, one) in (1..).zip(&answer.knots) {
        knot(doc, at, one);
    }
    if answer.knots.len() > 1 {
        doc.heading(3, screen::ENOUGH_ALL);
        enough(doc, &answer.enough);
    }
    doc.paragraph(text(words::ENOUGH_MEANS));
}

fn knot<'a>(doc: &mut Doc<'a>, number: usize, knot: &'a Knot) {
    doc.heading(3, &screen::question(number, &doc.names.knot(knot)));
    let shown = (1..).zip(knot.openings.iter().take(SHOWN));
    let rows: Vec<Vec<Inline>> = shown.map(|(number, opening)| way(doc, knot, number, opening)).collect();
    doc.table(&[markdown::WAY, markdown::WOULD_CHANGE, words::COULD_STAND], &rows);
    let complete = knot.complete == Completeness::Complete;
    let ways = words::ways(knot.openings.len(), complete);
    let said = if complete { screen::remark(&ways, screen::PROVED) } else { ways };
    let more = knot.openings.len().saturating_sub(SHOWN);
    let more = if more > 0 { text(&words::ways_beyond(more)).then('.') } else { Inline::default() };
    doc.paragraph(text(&words::capital(&said)).then('.').and(more));
    doc.paragraph(text(screen::ENOUGH_HERE).then(':'));
    enough(doc, &knot.enough);
}

fn way<'a>(doc: &mut Doc<'a>, knot: &'a Knot, number: usize, opening: &'a Opening) -> Vec<Inline> {
    let stands = match &opening.world {
        Some(world) => doc.names.world(world, &knot.issues),
        None => words::NO_ONE_WORLD.to_owned(),
    };
    let parties = doc.brief().parties.iter().filter(|party| opening.holders.contains(&party.name));
    let names = &doc.names;
    let change = parties.map(|party| {
        let limits = opening.limits.iter().filter_map(|name| names.index.limit(name));
        let own: Vec<String> = limits.filter(|l| l.holder == party.name).map(|limit| names.marked(limit)).collect();
        labelled(&party.title, items(&own))
    });
    vec![text(&number.to_string()), joined(change, ';'), text(&stands)]
}

/// Whose changes are enough, and in which readings.
pub(super) fn enough<'a>(doc: &mut Doc<'a>, ways: &'a [Enough]) {
    if ways.is_empty() {
        return doc.paragraph(text(words::ENOUGH_NONE));
    }
    let row =
        |way: &'a Enough| vec![text(&doc.names.index.together(&way.parties)), text(&doc.names.presence(&way.presence))];
    let rows: Vec<Vec<Inline>> = ways.iter().map(row).collect();
    doc.table(&[markdown::TOGETHER, markdown::READINGS], &rows);
}

/// The offers and acceptances.
pub(super) fn offers(doc: &mut Doc<'_>) {
    let all = &doc.brief().answer.shut_out;
    doc.heading(2, words::SHUT_OUT);
    if all.is_empty() {
        return doc.paragraph(text(screen::NO_OFFER));
    }
    let rows: Vec<Vec<Inline>> = all.iter().map(|offer| vec![offered(doc, offer), shut_out(doc, offer)]).collect();
    doc.table(&[words::OFFER, words::SHUT_OUT_BY], &rows);
}

fn offered<'a>(doc: &mut Doc<'a>, offer: &'a ShutOut) -> Inline {
    let index = &doc.names.index;
    let verb = if offer.offer { words::OFFER_OF } else { words::ACCEPTANCE_OF };
    let who = words::capital(&format!("{verb} {}", words::and(&index.names(&offer.holders))));
    let claims = if offer.basis.0.is_empty() { std::slice::from_ref(&offer.claim) } else { &offer.basis.0 };
    let titles = words::list(&index.names(claims));
    let asked = format!("{} {}", words::READING_GIVEN, offer.asked);
    let held = format!("{} {}", words::HELD, doc.names.presence(&offer.held));
    let quotes = doc.quotes_of(claims);
    labelled(&who, text(&titles)).and(quotes).then(';').and(text(&words::list(&[asked, held])))
}

fn shut_out<'a>(doc: &Doc<'a>, offer: &'a ShutOut) -> Inline {
    if offer.sets.is_empty() {
        return text(words::NOT_SHUT_OUT);
    }
    let mut sets: Vec<Inline> = (1..).zip(&offer.sets).map(|(number, set)| by(doc, number, set, offer)).collect();
    sets.extend((offer.complete == Completeness::AtLeast).then(|| text(words::NOT_ALL_SETS)));
    joined(sets, '.')
}

/// One set of limits that does it; numbered where there are several.
fn by<'a>(doc: &Doc<'a>, number: usize, set: &'a ShutOutSet, offer: &ShutOut) -> Inline {
    let names = &doc.names;
    let limits = set.limits.iter().filter_map(|name| names.index.limit(name));
    let told = limits.map(|limit| screen::labelled(names.index.title(&limit.holder), &names.marked(limit)));
    let limits = words::list(&told.collect::<Vec<_>>());
    let said = screen::remark(&limits, &names.presence(&set.presence));
    if offer.sets.len() > 1 { text(&format!("({number}) {said}")) } else { text(&said) }
}
