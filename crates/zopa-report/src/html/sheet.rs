//! What stands on the page for a call with one party?
//!
//! A page of its own in the style of the brief, for the screen beside a telephone or on paper: without a script, and
//! every line with the numbers of its quotes, which are all listed at the end.

use super::open::{quotes, said, say};
use super::{POLICY, banner, head, style};
use crate::asked::{answers, question, settles};
use crate::names::Names;
use crate::sheet::{self, Line};
use crate::words::{self, sheet as told};
use maud::{DOCTYPE, Markup, html};
use zopa_finding::{AskNext, Brief, OnIssue, Quote, QuoteState, Sheet};

/// The sheet of a brief as one page; nothing where the brief has none.
pub fn sheet(brief: &Brief) -> Option<String> {
    let sheet = brief.sheet.as_ref()?;
    Some(page(&Names::new(brief), sheet).into_string())
}

fn page(names: &Names<'_>, sheet: &Sheet) -> Markup {
    let case = &names.brief().case;
    let title = told::page_title(names.index.title(&sheet.party), &case.title);
    html! {
        (DOCTYPE)
        html lang=(words::LANGUAGE) {
            (head::head(&title, &style(&names.index), POLICY))
            body {
                (banner::head(names.brief()))
                a.skip href="#answer" { (words::SKIP) }
                header.mast {
                    div { b dir="auto" { (case.title) } " " span { (names.made_from()) } }
                    nav aria-label=(words::SECTIONS) { @for (id, title) in told::NAV { a href={ "#" (id) } { (title) } " " } }
                }
                div.bar { div { (words::READING) " " b { (say(&names.choices())) } } }
                main {
                    (lead(names, sheet))
                    div.first {
                        (part(names, sheet, &sheet.own, "own", [told::OWN, told::OWN_INTRO, told::OWN_NONE]))
                        (part(names, sheet, &sheet.told, "told", [told::TOLD, told::TOLD_INTRO, told::TOLD_NONE]))
                    }
                    (unknown(names, sheet))
                    (ask(names, sheet))
                    (list(names, sheet))
                }
                footer { (words::FOOT) (banner::mention(names.brief().private)) }
            }
        }
    }
}

fn lead(names: &Names<'_>, sheet: &Sheet) -> Markup {
    html! {
        section.lead #answer {
            h1 { (say(&told::heading(&names.index.name(&sheet.party)))) }
            p.stand { (told::INTRO) }
            (banner::found(&names.index))
            @if !sheet.bodies.is_empty() {
                p.note { (words::BODIES) ": " (say(&words::list(&names.index.names(&sheet.bodies)))) }
            }
        }
    }
}

fn part(names: &Names<'_>, sheet: &Sheet, part: &[OnIssue], id: &str, [title, intro, none]: [&str; 3]) -> Markup {
    html! {
        section id=(id) {
            h2 { (title) }
            p.intro { (if part.is_empty() { none } else { intro }) }
            @for (heading, lines) in sheet::lines(names, sheet, part) {
                h3.sub { (say(&heading)) }
                ul.list { @for line in &lines { (entry(names, line, id)) } }
            }
        }
    }
}

/// A line with its address, which later lines about the same claim lead to.
fn entry(names: &Names<'_>, line: &Line, part: &str) -> Markup {
    match line {
        Line::Again { claim, title, above } => html! {
            li { a href={ "#" (part) "-" (claim) } { (say(title)) } " " small { (say(above)) } }
        },
        Line::Told { claim, title, marks, tellings } => html! {
            li id={ (part) "-" (claim) } {
                b { (say(title)) }
                @if !marks.is_empty() { span.tags { (say(&words::list(marks))) } }
                @for (who, numbers) in tellings {
                    p.rd { (say(who)) }
                    @if numbers.is_empty() { p.rd { (words::NO_QUOTE) } }
                    (quotes(&names.index, numbers))
                }
            }
        },
    }
}

fn unknown(names: &Names<'_>, sheet: &Sheet) -> Markup {
    let all = sheet::unknown(names, &sheet.unknown);
    html! {
        section #unknown {
            h2 { (told::UNKNOWN) }
            p.intro { (if all.is_empty() { told::UNKNOWN_NONE } else { told::UNKNOWN_INTRO }) }
            @if !all.is_empty() {
                div.cols { @for (label, items) in &all { div {
                    h3 { (label) }
                    ul { @for item in items { li { small { (say(item)) } } } }
                } } }
            }
        }
    }
}

fn ask(names: &Names<'_>, sheet: &Sheet) -> Markup {
    html! {
        section #ask {
            h2 { (told::ASK) }
            p.intro { (if sheet.ask.is_empty() { words::ASK_NONE } else { told::ASK_INTRO }) }
            @for ask in &sheet.ask { (one(names, ask)) }
            @if !sheet.ask.is_empty() { p.note { (words::NOT_AN_INTEREST) } }
        }
    }
}

fn one(names: &Names<'_>, ask: &AskNext) -> Markup {
    let answers = answers(names, ask);
    html! {
        div.hinge {
            p { b { (say(&question(&names.index, &ask.inquiry))) } }
            p { small { @for sentence in settles(names, ask) { (say(&sentence)) " " } } }
            @if !answers.is_empty() {
                dl class={ "eff n" (answers.len()) } { @for (answer, lines) in &answers { div {
                    @if !answer.is_empty() { dt { (say(answer)) } }
                    dd { @for line in lines { span { (say(line)) } } }
                } } }
            }
        }
    }
}

/// The quotes of all lines, by the numbers they have in the brief, each with its report.
fn list(names: &Names<'_>, sheet: &Sheet) -> Markup {
    let numbers = sheet::quotes(sheet);
    let cited: Vec<&Quote> = numbers.iter().filter_map(|number| names.index.quote(*number)).collect();
    html! {
        section #quotes {
            h2 { (told::QUOTES) }
            @if cited.is_empty() { p.intro { (told::QUOTES_NONE) } }
            ol.allq { @for quote in cited {
                li id={ "quote-" (quote.number) } value=(quote.number) {
                    (said(&quote.words))
                    small { (say(&names.index.source_title(&quote.source))) ", " (state(quote)) }
                }
            } }
        }
    }
}

fn state(quote: &Quote) -> &'static str {
    match quote.state {
        QuoteState::Verified => words::VERIFIED,
        QuoteState::NotInHand => words::NOT_IN_HAND,
        QuoteState::Orphaned { .. } => words::ORPHANED,
    }
}
