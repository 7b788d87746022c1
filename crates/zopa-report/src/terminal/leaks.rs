//! In what do the public answer and the private one differ? Level by level, what each says; then what only the private
//! one has.

use super::Style;
use super::banner::between;
use super::lay::Page;
use super::names::{Names, quoted};
use crate::banner::{Found, counted};
use crate::phrase::level;
use crate::words::{self, private as said, screen};
use zopa_finding::{Brief, Firmness, Leak, Leaks, Level, LimitTold, Presence, Sides, Verdict};

/// Every difference, under a banner. `private` is the private brief that was compared: it has a title for every name.
pub fn leaks(leaks: &Leaks, private: &Brief, style: Style) -> String {
    let names = Names::new(private);
    let mut page = Page::new(style);
    page.heading(said::LEAKS);
    page.aside(0, &names.reading());
    let before = page.finish();
    let mut page = Page::new(style);
    answers(&mut page, &names, leaks);
    tables(&mut page, &names, leaks);
    let told = page.finish();
    let none = format!("{}\n", said::NO_LEAKS);
    let view = format!("{before}{}", if told.trim().is_empty() { &none } else { &told });
    let found = Found { copies: leaks.found_copies, origins: leaks.found_origins };
    between(style, &counted(leaks.private, leaks.unconfirmed, found), &view)
}

fn answers<'a>(page: &mut Page, names: &Names<'a>, leaks: &'a Leaks) {
    if leaks.verdict.public != leaks.verdict.private {
        let told = |verdict: &'a Verdict| names.index.fits(verdict, "", &|setting| names.setting(setting));
        heading(page, said::VERDICT);
        page.paragraph(2, &sides(&leaks.verdict, told));
    }
    if leaks.readings.public != leaks.readings.private {
        heading(page, said::READINGS);
        page.paragraph(2, &sides(&leaks.readings, u64::to_string));
    }
    let presence = |presence: &'a Presence| names.presence(presence);
    list(page, said::CLASHES, &leaks.clashes, |limits| limits_told(names, limits), presence);
    list(page, said::KNOTS, &leaks.knots, |issues| names.index.issue_titles(issues), |n| words::clashes(*n as usize));
    list(page, said::ENOUGH, &leaks.enough, |parties| names.index.together(parties), presence);
    let offer = |(claim, limits): &'a (String, Vec<LimitTold>)| {
        screen::labelled(&words::quoted(names.index.title(claim)), &limits_told(names, limits))
    };
    list(page, said::SHUT_OUT, &leaks.shut_out, offer, presence);
    list(page, said::HINGES, &leaks.hinges, |(kind, name)| names.index.hinge_title(*kind, name), levels);
}

fn tables<'a>(page: &mut Page, names: &Names<'a>, leaks: &'a Leaks) {
    list(page, said::LIMITS, &leaks.limits, |limit| limit_told(names, limit), firmness);
    let claim = |claim: &'a String| names.index.title(claim).to_owned();
    list(page, said::ORIGINS, &leaks.origins, claim, |n| words::origins(*n as usize));
    if !leaks.absent.is_empty() {
        heading(page, said::ABSENT);
    }
    for row in &leaks.absent {
        let title = if row.title.is_empty() { String::new() } else { words::quoted(&row.title) };
        page.item(2, said::list_name(row.list), 12, &format!("{} {title}", row.name));
    }
    if !leaks.quotes.is_empty() {
        heading(page, said::QUOTES);
    }
    for quote in &leaks.quotes {
        page.item(2, "–", 2, &screen::remark(&quoted(&quote.words), &names.index.report(&quote.source)));
    }
}

fn heading(page: &mut Page, text: &str) {
    page.blank();
    page.heading(text);
}

/// Differences of one kind, each with what both say; nothing where there is none.
fn list<'a, W, T>(
    page: &mut Page,
    title: &str,
    leaks: &'a [Leak<W, T>],
    what: impl Fn(&'a W) -> String,
    told: impl Fn(&'a T) -> String,
) {
    if !leaks.is_empty() {
        heading(page, title);
    }
    for leak in leaks {
        page.item(2, "–", 2, &screen::remark(&what(&leak.what), &sides(&leak.told, &told)));
    }
}

fn sides<'a, T>(sides: &'a Sides<T>, told: impl Fn(&'a T) -> String) -> String {
    let side = |side: &'a Option<T>| side.as_ref().map_or_else(|| said::NOT_THERE.to_owned(), &told);
    said::sides(&side(&sides.public), &side(&sides.private))
}

fn limits_told<'a>(names: &Names<'a>, limits: &'a [LimitTold]) -> String {
    words::list(&limits.iter().map(|limit| limit_told(names, limit)).collect::<Vec<_>>())
}

fn limit_told<'a>(names: &Names<'a>, limit: &'a LimitTold) -> String {
    screen::labelled(names.index.title(&limit.holder), &limit.condition)
}

#[allow(clippy::ptr_arg, reason = "as the difference holds it")]
fn levels(levels: &Vec<Level>) -> String {
    if levels.is_empty() {
        return said::DECIDES_NOTHING.to_owned();
    }
    words::and(&levels.iter().map(|changed| level(*changed).to_owned()).collect::<Vec<_>>())
}

#[allow(clippy::ptr_arg, reason = "as the difference holds it")]
fn firmness(all: &Vec<Firmness>) -> String {
    let beside =
        all.iter().filter(|f| **f != Firmness::Stated).map(|f| words::firmness(f).to_owned()).collect::<Vec<_>>();
    if beside.is_empty() { said::STATED.to_owned() } else { words::and(&beside) }
}
