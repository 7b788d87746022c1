//! Why does nothing fit? Knot by knot, each clash with the limits in it, who holds them, and the words they rest on.

use super::Style;
use super::lay::{Page, measure};
use super::names::Names;
use crate::words::{self, screen};
use zopa_finding::{Brief, Clash, Completeness, Knot, Limit, Presence, Verdict};

/// The widest that the column of holders may be.
const HOLDERS: usize = 26;

/// Columns for the number of a clash.
const NUMBERS: usize = 5;

/// The verdict, then every clash by knot: its limits by party, the reports and first words under each, in which
/// readings it is one. Limits that nothing meets, and rules that contradict each other, are told apart from them.
pub fn why(brief: &Brief, style: Style) -> String {
    let names = Names::new(brief);
    let mut page = Page::new(style);
    page.heading(&names.headline());
    page.aside(0, &names.reading());
    verdict(&mut page, &names);
    impossible(&mut page, &names);
    let knots = told_knots(&names);
    if knots.is_empty() && matches!(brief.answer.verdict, Verdict::RulesContradict { .. }) {
        return page.finish();
    }
    if knots.is_empty() {
        page.blank();
        page.paragraph(0, if brief.answer.impossible.is_empty() { words::WHY_NONE } else { words::REST_STANDS });
        return page.finish();
    }
    let every = brief.answer.verdict == Verdict::NothingFits;
    page.blank();
    page.heading(if every { words::WHY_NOTHING } else { words::WHY_CLASH });
    let mut number = 0;
    for (at, knot, clashes) in &knots {
        page.blank();
        head(&mut page, &names, *at, knot, clashes.len());
        for clash in clashes {
            number += 1;
            one(&mut page, &names, number, clash);
        }
    }
    page.blank();
    page.aside(0, &extent(brief, number));
    page.finish()
}

/// What belongs to the verdict beside its sentence: where something fits and what, or which rules fail.
fn verdict(page: &mut Page, names: &Names<'_>) {
    let answer = &names.brief().answer;
    match &answer.verdict {
        Verdict::Depends { fits } => page.paragraph(0, &screen::something_fits(&names.presence(fits))),
        Verdict::RulesContradict { rules } => {
            page.paragraph(0, screen::NOBODYS);
            rules.iter().for_each(|rule| page.item(2, "–", 2, rule));
        }
        Verdict::Fits | Verdict::NothingFits => {}
    }
    if let Some(world) = &answer.witness {
        page.paragraph(0, &screen::labelled(words::WITNESS, &names.world(world, &[])));
    }
}

fn impossible(page: &mut Page, names: &Names<'_>) {
    let limits = names.brief().answer.impossible.iter().filter_map(|name| names.index.limit(name)).collect::<Vec<_>>();
    if limits.is_empty() {
        return;
    }
    page.blank();
    page.heading(words::IMPOSSIBLE);
    for held in limits {
        limit(page, names, held);
        page.item(NUMBERS, "", column(names), screen::NOT_OF_PARTIES);
    }
}

/// The knots that have a clash between parties, by their numbers among all, with those clashes.
fn told_knots<'a>(names: &Names<'a>) -> Vec<(usize, &'a Knot, Vec<&'a Clash>)> {
    let knots = names.brief().answer.knots.iter().zip(1..).map(|(knot, number)| {
        let clashes = knot.clashes.iter().filter_map(|id| names.index.clash(id));
        (number, knot, clashes.filter(|clash| !names.index.is_impossible(clash)).collect::<Vec<_>>())
    });
    knots.filter(|(_, _, clashes)| !clashes.is_empty()).collect()
}

fn head<'a>(page: &mut Page, names: &Names<'a>, number: usize, knot: &'a Knot, clashes: usize) {
    page.heading(&screen::question(number, &names.knot(knot)));
    if clashes > 1 && knot.joined != Presence::Never {
        page.aside(NUMBERS, &screen::labelled(words::KEY_KNOT, &names.presence(&knot.joined)));
    }
}

fn one<'a>(page: &mut Page, names: &Names<'a>, number: usize, clash: &'a Clash) {
    let said = screen::labelled(&names.index.clash_title(clash), &names.presence(&clash.presence));
    page.item(0, &screen::item_number(number), NUMBERS, &said);
    for name in &clash.limits {
        match names.index.limit(name) {
            Some(held) => limit(page, names, held),
            None => page.paragraph(NUMBERS, name),
        }
    }
    if !clash.rests_on.is_empty() {
        let reports = clash.rests_on.iter().map(|source| names.index.report(source));
        page.aside(NUMBERS, &words::goes_without(&reports.collect::<Vec<_>>()));
    }
}

/// A limit: its holder, what it is in words, how it stands and in which reports, its first words.
fn limit<'a>(page: &mut Page, names: &Names<'a>, limit: &'a Limit) {
    let column = column(names);
    let said = screen::remark(&limit.title, &names.standing(limit));
    page.item(NUMBERS, names.index.title(&limit.holder), column, &said);
    page.item(NUMBERS, "", column, &names.first_quote(limit));
}

/// One width for the holders of all limits: that of the widest title of all parties.
fn column(names: &Names<'_>) -> usize {
    let widest = names.brief().parties.iter().map(|party| measure(&party.title)).max().unwrap_or(0);
    widest.min(HOLDERS) + 2
}

fn extent(brief: &Brief, clashes: usize) -> String {
    match brief.answer.complete {
        Completeness::Complete => screen::ALL_CLASHES.to_owned(),
        Completeness::AtLeast => words::at_least(clashes),
    }
}
