//! What stands on the page of the documents, before anybody has coded a claim?
//!
//! The same sections as on the screen; then every document with what was found marked in it, and each that was made from
//! another beside it. Every quoted line leads to its place, and every place can be linked to.

mod document;

use super::open::{data, said as quoted, say};
use super::{POLICY, banner, head, print};
use crate::banner::{Found, counted};
use crate::sources::{Changed, Cited, Entry, Line, Telling};
use crate::words::{self, sources as told};
use maud::{DOCTYPE, Markup, html};
use zopa_finding::Sources;

const STYLE: &str = include_str!("sources.css");

/// The page; `dir` is the dossier as the user named it, `alone` says that the case has no claim yet.
pub fn sources(found: &Sources, dir: &str, alone: bool) -> String {
    page(&Telling::new(found), dir, alone).into_string()
}

fn page(telling: &Telling<'_>, dir: &str, alone: bool) -> Markup {
    let said = counted(telling.found.private, false, Found::default());
    let style = [print::titled(telling.title()), STYLE.to_owned(), banner::sheet(&said).to_owned()].concat();
    html! {
        (DOCTYPE)
        html lang=(words::LANGUAGE) {
            (head::head(&told::page_title(telling.title()), &style, POLICY))
            body {
                (banner::above(&said))
                a.skip href="#answer" { (words::SKIP) }
                header.mast {
                    div { b dir="auto" { (telling.title()) } }
                    nav aria-label=(words::SECTIONS) {
                        @for (id, title, _) in told::NAV { a href={ "#" (id) } { (title) } " " }
                    }
                }
                div.bar { div {
                    @if telling.found.without.is_empty() { (told::BY_RULES) }
                    @else { (told::set_aside(&telling.found.without)) }
                } }
                main { (body(telling, dir, alone)) }
                footer { (words::FOOT) (banner::mention(telling.found.private)) }
            }
        }
    }
}

fn body(telling: &Telling<'_>, dir: &str, alone: bool) -> Markup {
    html! {
        section.lead #answer {
            h1 { (telling.heading()) }
            @if alone { p.stand { (told::NO_CLAIM) } }
            @if !telling.found.without.is_empty() { p.note { (told::BY_RULES) } }
        }
        div.first {
            (entries(told::LINEAGE, &telling.lineage()))
            (entries(told::DISPUTED, &telling.disputes()))
        }
        (changes(telling))
        (said(telling))
        (entries(told::WORDINGS, &telling.wordings()))
        (origins(telling))
        (document::section(telling))
        section #next {
            h2 { (told::NEXT.1) }
            ul { @for line in told::next(dir, telling.attributions()) { li { (line) } } }
        }
    }
}

fn heading((_, title, intro): told::Section, none: bool) -> Markup {
    html! { h2 { (title) } p.intro { (if none { told::NONE } else { intro }) } }
}

fn entries(which: told::Section, entries: &[Entry<'_>]) -> Markup {
    html! {
        section id=(which.0) {
            (heading(which, entries.is_empty()))
            ol.found { @for entry in entries { (one(entry)) } }
        }
    }
}

/// What is said, in two columns: there is much of it.
fn said(telling: &Telling<'_>) -> Markup {
    let all = telling.said();
    html! {
        section #said {
            (heading(told::SAID, all.is_empty()))
            ol.found.two-up { @for entry in &all { (one(entry)) } }
        }
    }
}

fn one(entry: &Entry<'_>) -> Markup {
    html! {
        li {
            b dir="auto" { (entry.head) }
            @if !entry.marks.is_empty() { span.tags { (entry.marks.join("; ")) } }
            @for line in &entry.lines { (line_of(line)) }
        }
    }
}

fn line_of(line: &Line<'_>) -> Markup {
    match line {
        Line::Said(text) => html! { p.rd { (say(text)) } },
        Line::Cited(label, cited) => html! {
            p.w { @if !label.is_empty() { small { (label) ": " } } (words_of(cited)) }
        },
    }
}

/// Words with the report they are from, as a link to the place.
fn words_of(cited: &Cited<'_>) -> Markup {
    html! {
        (quoted(cited.words)) " "
        a.rp href={ "#" (document::place(&cited.document.source, cited.start)) }
            title=(told::place(&cited.document.source, cited.start + cited.document.mark)) { (cited.document.number) }
    }
}

fn changes(telling: &Telling<'_>) -> Markup {
    html! {
        section #changed {
            (heading(told::CHANGED, telling.found.descents.is_empty()))
            @for edge in &telling.found.descents {
                @let (rows, counts) = telling.changes(edge);
                table.wide.fix {
                    caption.cap {
                        b { (told::made_from(&telling.report_named(&edge.derived), &telling.report_named(&edge.source))) }
                        ". " (counts) ". "
                        a href={ "#beside-" (edge.derived) } { (told::SIDE_BY_SIDE) }
                    }
                    thead { tr { @for head in told::CHANGE_HEADS { th scope="col" { (head) } } } }
                    tbody { @for row in &rows { (change(row)) } }
                }
            }
        }
    }
}

fn change(change: &Changed<'_>) -> Markup {
    let side = |cited: &Option<Cited<'_>>| match cited {
        Some(cited) => words_of(cited),
        None => html! { span.none { (told::ABSENT) } },
    };
    html! {
        tr {
            th scope="row" { (change.effect) }
            td data-p=(told::CHANGE_HEADS[1]) { (side(&change.before)) }
            td data-p=(told::CHANGE_HEADS[2]) { (side(&change.after)) }
        }
    }
}

fn origins(telling: &Telling<'_>) -> Markup {
    let origins = telling.origins();
    html! {
        section #origins {
            (heading(told::ORIGINS, origins.is_empty()))
            @if !origins.is_empty() { table.wide {
                thead { tr { @for head in told::ORIGIN_HEADS { th scope="col" { (head) } } } }
                tbody { @for (origin, times, quoted) in &origins { tr {
                    th scope="row" { (data(&telling.origin(origin))) " " small { (told::origin(origin.kind)) } }
                    td data-p=(told::ORIGIN_HEADS[1]) { (telling.carried_by(origin)) }
                    td data-p=(told::ORIGIN_HEADS[2]) { (times) }
                    td data-p=(told::ORIGIN_HEADS[3]) { (quoted) }
                } } }
            } }
        }
    }
}
