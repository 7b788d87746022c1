//! Who is exposed meanwhile, and what stands before which gate? Under the picture of the steps.

use super::open::{claim_links, say};
use crate::holding::{Entry, Line, Section, sections};
use crate::names::Names;
use crate::words::holding as words;
use crate::{index::Index, svg};
use maud::{Markup, html};

/// Each part with a heading of its own; nothing where the case has no step.
pub(super) fn parts(index: &Index<'_>) -> Markup {
    let names = Names::new(index.brief);
    let plans = index.brief.holds.iter().flat_map(|holds| &holds.plans);
    let pictures: Vec<Markup> = plans.map(|plan| svg::exposure::windows(index, plan)).collect();
    let sections = if index.brief.holds.is_some() { sections(&names) } else { Vec::new() };
    html! {
        @for section in &sections {
            h3.sub { (say(&section.heading)) }
            @for intro in &section.intro { p.intro { (intro) } }
            @if section.is_of_windows() {
                @if let Some(picture) = pictures.get(section.plan) { (picture) }
                (table(index, section))
            } @else {
                dl.told { @for entry in &section.entries { (listed(index, entry)) } }
            }
        }
    }
}

/// What claims alone say of order stands in the table of steps above.
fn listed(index: &Index<'_>, entry: &Entry) -> Markup {
    let above = |line: &&Line| entry.head == words::SAID_OF_ORDER && !line.claims.is_empty() && line.others.is_empty();
    let lines: Vec<&Line> = entry.lines.iter().chain(&entry.closings).filter(|line| !above(line)).collect();
    html! {
        @if !lines.is_empty() || entry.lines.is_empty() {
            dt { (say(&entry.head)) }
            @for line in lines { dd { (told(index, line)) } }
        }
    }
}

/// A row for each window.
fn table(index: &Index<'_>, section: &Section) -> Markup {
    let lines = |lines: &[Line]| html! { @for line in lines { div { (told(index, line)) } } };
    html! {
        table.wide.exposed {
            caption.vh { (section.heading) }
            thead { tr { @for head in [words::WINDOW, words::STANDS, words::WOULD_CLOSE] { th scope="col" { (head) } } } }
            tbody {
                @for entry in &section.entries {
                    tr {
                        th scope="row" { (say(&entry.head)) }
                        td data-p=(words::STANDS) { (lines(&entry.lines)) }
                        td data-p=(words::WOULD_CLOSE) { (lines(&entry.closings)) }
                    }
                }
            }
        }
    }
}

fn told(index: &Index<'_>, line: &Line) -> Markup {
    html! {
        (say(&line.text))
        @if !line.claims.is_empty() || !line.others.is_empty() {
            " (" (claim_links(index, &line.claims))
            @if !line.claims.is_empty() && !line.others.is_empty() { "; " }
            (say(&line.others.join("; "))) ")"
        }
        @if let Some(presence) = &line.presence { ": " (say(presence)) }
    }
}
