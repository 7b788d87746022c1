//! How are the messages about a case file told beside it?

use super::problems::ticked;
use maud::{Markup, html};
use zopa::report::desk as words;
use zopa::{Diagnostic, Places, Read, Severity};

/// The most messages that are listed; the others are counted.
const MOST: usize = 200;

/// All messages about one file, errors first; and how many errors there are in others.
pub(crate) fn messages(read: &Read, file: usize) -> Markup {
    let here = |told: &&Diagnostic| told.primary.span.file.0 as usize == file;
    let told: Vec<Diagnostic> = read.diagnostics.iter().filter(here).cloned().collect();
    let text = read.files.get(file).map(|file| file.text.as_str()).unwrap_or_default();
    let elsewhere = read.errors() - told.iter().filter(|told| told.severity == Severity::Error).count();
    html! {
        (messages_of(text, &told))
        @if elsewhere > 0 { p.note { (words::errors_elsewhere(elsewhere)) } }
    }
}

/// Messages about a text, each leading to its line.
pub(crate) fn messages_of(text: &str, all: &[Diagnostic]) -> Markup {
    let places = Places::of(text);
    let mut sorted: Vec<&Diagnostic> = all.iter().collect();
    sorted.sort_by_key(|told| (told.severity != Severity::Error, told.primary.span.start));
    html! {
        @if all.is_empty() { p.fine { (words::NO_MESSAGE) } }
        ol.messages { @for told in sorted.iter().take(MOST) { (one(&places, told)) } }
        @if sorted.len() > MOST { p.note { (words::more(sorted.len() - MOST)) } }
    }
}

fn one(places: &Places<'_>, told: &Diagnostic) -> Markup {
    let place = places.place(told.primary.span.start);
    let (class, kind) = match told.severity {
        Severity::Error => ("error", words::ERROR),
        Severity::Warning => ("warning", words::WARNING),
    };
    html! {
        li class=(class) {
            button type="button" data-line=(place.line) data-column=(place.column) { (words::line(place.line)) }
            " " b { (kind) ": " } (ticked(&told.message))
            @if !told.primary.text.is_empty() { " (" (ticked(&told.primary.text)) ")" }
            small { (ticked(&told.help)) }
        }
    }
}
