//! What changed since an earlier state? Party by party in file order, then the clashes and the offers.

use super::Style;
use super::lay::Page;
use crate::names::Names;
use crate::shifts::{self, DIFFERS, Differs};
use crate::words::{self, screen, since as said};
use zopa_finding::{Brief, ClashShift, PositionShift, Since};

/// The changes of a brief that was made with an earlier state to compare with; of another, that nothing differs.
pub fn since(brief: &Brief, style: Style) -> String {
    let names = Names::new(brief);
    let mut page = Page::new(style);
    let Some(since) = &brief.since else {
        page.paragraph(0, said::NO_DIFFERENCE);
        return page.finish();
    };
    page.paragraph(0, &brief.case.title);
    page.heading(&names.index.since_heading(since));
    page.aside(0, &names.index.since_compared(since));
    page.aside(0, &names.reading());
    page.blank();
    page.paragraph(0, &names.index.since_verdict(since));
    let enough = names.index.since_enough(since);
    enough.iter().for_each(|enough| page.paragraph(0, enough));
    if !enough.is_empty() {
        page.aside(0, words::NOT_AN_INTEREST);
    }
    if shifts::same(since) {
        page.paragraph(0, said::NO_DIFFERENCE);
    }
    positions(&mut page, &names, since);
    clashes(&mut page, &names, since);
    offers(&mut page, &names, since);
    claims(&mut page, &names, since);
    page.finish()
}

fn positions<'a>(page: &mut Page, names: &Names<'a>, since: &'a Since) {
    for (party, shifts) in names.index.shifts_by_party(since) {
        page.blank();
        page.heading(party.as_deref().unwrap_or(said::NOBODYS));
        for group in shifts.chunk_by(|a, b| shifts::repeats(a) && (a.shift, &a.round) == (b.shift, &b.round)) {
            match group {
                [first, ..] if shifts::repeats(first) => repeated(page, names, group),
                _ => group.iter().for_each(|shift| page.item(2, "–", 2, &names.index.shift_line(shift))),
            }
        }
    }
    let unchanged = names.index.unchanged(since);
    if !unchanged.is_empty() {
        page.blank();
        page.aside(0, &said::unchanged(&unchanged));
    }
}

/// Statements that were said again, or not, under one heading.
fn repeated<'a>(page: &mut Page, names: &Names<'a>, group: &[&'a PositionShift]) {
    let heading = group.first().map(|shift| names.index.shift(shift)).unwrap_or_default();
    page.item(2, "–", 2, &format!("{heading}:"));
    let told = group.iter().filter_map(|shift| shift.after.as_ref().or(shift.before.as_ref()));
    told.for_each(|told| page.item(4, "–", 2, &told.title));
}

fn clashes<'a>(page: &mut Page, names: &Names<'a>, since: &'a Since) {
    for differs in DIFFERS {
        let of_kind = since.clashes.iter().filter(|clash| Differs::of(clash) == differs).collect::<Vec<_>>();
        if of_kind.is_empty() {
            continue;
        }
        page.blank();
        page.heading(differs.heading());
        of_kind.into_iter().for_each(|shift| clash(page, names, shift));
    }
}

fn clash<'a>(page: &mut Page, names: &Names<'a>, shift: &'a ClashShift) {
    page.item(2, "–", 2, &names.index.clash_shift(shift));
    for held in &shift.limits {
        page.paragraph(6, &screen::labelled(names.index.title(&held.holder), &held.limit.title));
    }
}

fn offers<'a>(page: &mut Page, names: &Names<'a>, since: &'a Since) {
    if since.offers.is_empty() {
        return;
    }
    page.blank();
    page.heading(said::OFFERS);
    for shift in &since.offers {
        page.item(2, "–", 2, &names.index.offer_line(shift));
    }
}

fn claims<'a>(page: &mut Page, names: &Names<'a>, since: &'a Since) {
    let new = since.new_claims.iter().map(|name| names.index.name(name)).collect::<Vec<_>>();
    let gone = since.gone_claims.iter().map(|claim| claim.title.clone()).collect::<Vec<_>>();
    for (heading, titles) in [(said::new_claims(new.len()), new), (said::gone_claims(gone.len()), gone)] {
        if !titles.is_empty() {
            page.blank();
            page.heading(&heading);
            titles.iter().for_each(|title| page.item(2, "–", 2, title));
        }
    }
}
