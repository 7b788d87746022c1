//! What does the screen say for a call with one party?

use super::Style;
use super::lay::Page;
use super::names::{Names, quoted};
use crate::asked::{answers, question, settles};
use crate::sheet::{self, Line};
use crate::words::{self, screen, sheet as said};
use zopa_finding::{AskNext, Brief, OnIssue, Sheet};

/// Columns left of an answer.
const ANSWER: usize = 3;

/// The sheet of a brief: its own words, what others say, what is unknown, which of its answers would settle what.
/// Nothing where the brief has none.
pub fn sheet(brief: &Brief, style: Style) -> String {
    let names = Names::new(brief);
    let mut page = Page::new(style);
    let Some(sheet) = &brief.sheet else {
        return String::new();
    };
    page.paragraph(0, &[brief.case.title.clone(), names.made_from()].join(" · "));
    page.aside(0, &names.reading());
    page.heading(&said::heading(names.index.title(&sheet.party)));
    if !sheet.bodies.is_empty() {
        page.paragraph(0, &screen::labelled(words::BODIES, &words::list(&names.index.names(&sheet.bodies))));
    }
    part(&mut page, &names, sheet, &sheet.own, [said::OWN, said::OWN_NONE]);
    part(&mut page, &names, sheet, &sheet.told, [said::TOLD, said::TOLD_NONE]);
    unknown(&mut page, &names, sheet);
    page.blank();
    page.heading(said::ASK);
    page.aside(0, if sheet.ask.is_empty() { words::ASK_NONE } else { said::ASK_INTRO });
    for (number, one) in (1..).zip(&sheet.ask) {
        ask(&mut page, &names, number, one);
    }
    if !sheet.ask.is_empty() {
        page.aside(0, words::NOT_AN_INTEREST);
    }
    page.finish()
}

fn part(page: &mut Page, names: &Names<'_>, sheet: &Sheet, part: &[OnIssue], [title, none]: [&str; 2]) {
    page.blank();
    page.heading(title);
    if part.is_empty() {
        page.paragraph(2, none);
    }
    for (heading, lines) in sheet::lines(names, sheet, part) {
        page.paragraph(0, &heading);
        lines.iter().for_each(|line| one(page, names, line));
    }
}

fn one(page: &mut Page, names: &Names<'_>, line: &Line) {
    match line {
        Line::Again { title, above, .. } => page.item(2, "–", 2, &screen::remark(title, above)),
        Line::Told { title, marks, tellings, .. } => {
            let marks = words::list(marks);
            page.item(2, "–", 2, &if marks.is_empty() { title.clone() } else { screen::remark(title, &marks) });
            for (who, numbers) in tellings {
                page.aside(4, who);
                numbers.iter().for_each(|number| quote(page, names, *number));
                if numbers.is_empty() {
                    page.aside(6, words::NO_QUOTE);
                }
            }
        }
    }
}

fn quote(page: &mut Page, names: &Names<'_>, number: u32) {
    if let Some(quote) = names.index.quote(number) {
        page.paragraph(6, &screen::remark(&quoted(&quote.words), &names.index.report(&quote.source)));
    }
}

fn unknown(page: &mut Page, names: &Names<'_>, sheet: &Sheet) {
    let all = sheet::unknown(names, &sheet.unknown);
    page.blank();
    page.heading(said::UNKNOWN);
    page.aside(0, if all.is_empty() { said::UNKNOWN_NONE } else { said::UNKNOWN_INTRO });
    for (label, items) in all {
        page.paragraph(0, label);
        items.iter().for_each(|item| page.item(2, "–", 2, item));
    }
}

fn ask(page: &mut Page, names: &Names<'_>, number: usize, ask: &AskNext) {
    page.paragraph(0, &screen::item(number, &question(&names.index, &ask.inquiry)));
    settles(names, ask).iter().for_each(|sentence| page.aside(ANSWER, sentence));
    for (answer, lines) in answers(names, ask) {
        let told = words::list(&lines);
        page.paragraph(ANSWER, &if answer.is_empty() { told } else { screen::under(&answer, &told) });
    }
}
