//! What would have to change, and whose changes, together, would be enough? Knot by knot, parties in columns of
//! one width.

use super::Style;
use super::lay::{GAP, Page};
use super::names::Names;
use crate::words::{self, screen};
use zopa_finding::{Brief, Completeness, Enough, Knot, Opening, Party, ShutOut, ShutOutSet, Verdict};

/// Columns left of the first party: the number of the row.
const LEAD: usize = 5;
/// A party's column is never narrower; where the parties do not fit side by side they stand below each other.
const NARROWEST: usize = 13;

/// Every opening by knot, the parties in columns of one width, "as stated" where nothing changes; whose changes would
/// be enough; and the offers and acceptances with what shuts them out.
pub fn openings(brief: &Brief, style: Style) -> String {
    let names = Names::new(brief);
    let mut page = Page::new(style);
    page.heading(&names.headline());
    page.aside(0, &names.reading());
    page.blank();
    changes(&mut page, &names, style);
    page.blank();
    offers(&mut page, &names);
    page.finish()
}

fn changes(page: &mut Page, names: &Names<'_>, style: Style) {
    let answer = &names.brief().answer;
    page.heading(words::CHANGES);
    if let Verdict::RulesContradict { rules } = &answer.verdict {
        return page.paragraph(0, &words::rules_concerned(rules));
    }
    if answer.knots.is_empty() {
        page.paragraph(0, words::CHANGES_NONE);
        return;
    }
    page.paragraph(0, words::CHANGES_INTRO);
    page.aside(0, words::NOT_AN_INTEREST);
    for (at, knot) in answer.knots.iter().enumerate() {
        page.blank();
        page.heading(&screen::question(at + 1, &names.knot(knot)));
        table(page, names, knot, style);
        page.aside(0, &extent(knot));
        enough(page, names, screen::ENOUGH_HERE, &knot.enough);
    }
    if answer.knots.len() > 1 {
        page.blank();
        enough(page, names, screen::ENOUGH_ALL, &answer.enough);
    }
    page.aside(0, words::ENOUGH_MEANS);
}

fn extent(knot: &Knot) -> String {
    let complete = knot.complete == Completeness::Complete;
    let ways = words::ways(knot.openings.len(), complete);
    words::capital(&if complete { screen::remark(&ways, screen::PROVED) } else { ways })
}

/// Ways of one question that are listed; the others are counted.
const SHOWN: usize = 40;

/// A row for each opening, a column for each party and body of the knot, in file order.
fn table<'a>(page: &mut Page, names: &Names<'a>, knot: &'a Knot, style: Style) {
    let parties = names.brief().parties.iter().filter(|party| knot.holders.contains(&party.name)).collect::<Vec<_>>();
    let gaps = LEAD + parties.len().saturating_sub(1) * GAP;
    let column = style.width.saturating_sub(gaps) / parties.len().max(1);
    let side_by_side = column >= NARROWEST;
    if side_by_side {
        let heads = parties.iter().map(|party| party.title.clone()).collect::<Vec<_>>();
        page.row(LEAD, "", &heads, column);
    }
    for (at, opening) in knot.openings.iter().take(SHOWN).enumerate() {
        let lead = format!("{:>3}", at + 1);
        let cells = parties.iter().map(|party| cell(names, party, opening)).collect::<Vec<_>>();
        if side_by_side {
            page.row(LEAD, &lead, &cells, column);
        } else {
            below(page, &lead, &parties, &cells);
        }
        page.paragraph(LEAD, &screen::labelled(words::COULD_STAND, &stands(names, knot, opening)));
    }
    let more = knot.openings.len().saturating_sub(SHOWN);
    if more > 0 {
        page.paragraph(LEAD, &words::ways_beyond(more));
    }
}

fn below(page: &mut Page, lead: &str, parties: &[&Party], cells: &[String]) {
    for (at, (party, cell)) in parties.iter().zip(cells).enumerate() {
        let lead = if at == 0 { lead } else { "" };
        let limits = cell.lines().map(str::to_owned).collect::<Vec<_>>();
        page.item(0, lead, LEAD, &screen::labelled(&party.title, &words::list(&limits)));
    }
}

/// The limits of one party that would change, a line each.
fn cell<'a>(names: &Names<'a>, party: &Party, opening: &'a Opening) -> String {
    let limits = opening.limits.iter().filter_map(|name| names.index.limit(name));
    let own = limits.filter(|limit| limit.holder == party.name).map(|limit| names.marked(limit));
    let own = own.collect::<Vec<_>>();
    if own.is_empty() { words::AS_STATED.to_owned() } else { own.join("\n") }
}

fn stands<'a>(names: &Names<'a>, knot: &Knot, opening: &'a Opening) -> String {
    match &opening.world {
        Some(world) => names.world(world, &knot.issues),
        None => words::NO_ONE_WORLD.to_owned(),
    }
}

fn enough<'a>(page: &mut Page, names: &Names<'a>, heading: &str, ways: &'a [Enough]) {
    page.paragraph(0, &format!("{heading}:"));
    if ways.is_empty() {
        page.paragraph(3, words::ENOUGH_NONE);
    }
    for way in ways {
        page.paragraph(3, &screen::labelled(&names.index.together(&way.parties), &names.presence(&way.presence)));
    }
}

fn offers(page: &mut Page, names: &Names<'_>) {
    let all = &names.brief().answer.shut_out;
    page.heading(words::SHUT_OUT);
    if all.is_empty() {
        page.paragraph(0, screen::NO_OFFER);
    }
    for offer in all {
        one_offer(page, names, offer);
    }
}

fn one_offer<'a>(page: &mut Page, names: &Names<'a>, offer: &'a ShutOut) {
    let verb = if offer.offer { words::OFFER_OF } else { words::ACCEPTANCE_OF };
    let who = words::capital(&format!("{verb} {}", words::and(&names.index.names(&offer.holders))));
    let claims = offer.basis.0.iter().map(|claim| names.index.title(claim).to_owned()).collect::<Vec<_>>();
    let title = if claims.is_empty() { names.index.title(&offer.claim).to_owned() } else { words::list(&claims) };
    page.paragraph(0, &screen::labelled(&who, &title));
    let asked = format!("{} {}", words::READING_GIVEN, offer.asked);
    let held = format!("{} {}", words::HELD, names.presence(&offer.held));
    page.aside(3, &words::list(&[asked, held]));
    if offer.sets.is_empty() {
        page.paragraph(3, words::NOT_SHUT_OUT);
    }
    for set in &offer.sets {
        page.paragraph(3, &shut_out_by(names, set));
    }
    if offer.complete == Completeness::AtLeast {
        page.aside(3, words::NOT_ALL_SETS);
    }
}

fn shut_out_by<'a>(names: &Names<'a>, set: &'a ShutOutSet) -> String {
    let limits = set.limits.iter().filter_map(|name| names.index.limit(name));
    let told = limits.map(|limit| screen::labelled(names.index.title(&limit.holder), &names.marked(limit)));
    let told: Vec<String> = told.collect();
    let limits = if told.is_empty() { words::BY_RULES.to_owned() } else { words::list(&told) };
    screen::remark(&screen::labelled(words::SHUT_OUT_BY, &limits), &names.presence(&set.presence))
}
