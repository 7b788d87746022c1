//! What does a line open? Readings and quotes, links to entries, text with names of any script.

use crate::{
    index::Index,
    marks::{Marks, marks},
    phrase::{CLOSE, OPEN, isolate},
    words,
};
use maud::{Markup, PreEscaped, Render, html};
use zopa_finding::{Claim, Quote, Statement};

/// A sentence of `words`, with the names in it kept apart from its direction. A name in which nothing is written from right
/// to left cannot change the direction of anything, and stands as it is.
pub(super) fn say(text: &str) -> Markup {
    let mut out = String::with_capacity(text.len() + 16);
    let mut apart = false;
    for (at, c) in text.char_indices() {
        match c {
            OPEN => {
                apart = text.get(at..).unwrap_or_default().chars().take_while(|c| *c != CLOSE).skip(1).any(turns);
                if apart {
                    out.push_str("<bdi>");
                }
            }
            CLOSE => {
                if std::mem::take(&mut apart) {
                    out.push_str("</bdi>");
                }
            }
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    PreEscaped(out)
}

/// A name or words of the case by themselves.
pub(super) fn data(text: &str) -> Markup {
    say(&isolate(text))
}

/// May it turn the direction of a line: a letter of a script written from right to left, or a mark that commands one?
fn turns(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// A link to an element of this page.
pub(super) fn link(id: &str, text: &str) -> Markup {
    html! { a href={ "#" (id) } { (say(text)) } }
}

/// A claim by its title, linked to its entry.
pub(super) fn claim_link(index: &Index<'_>, name: &str) -> Markup {
    let Some(claim) = index.claim(name) else {
        return name.render();
    };
    html! { a href={ "#claim-" (name) } { (claim.title) } }
}

/// Several claims, linked, one after the other.
pub(super) fn claim_links(index: &Index<'_>, names: &[String]) -> Markup {
    html! { @for (n, name) in names.iter().enumerate() { @if n > 0 { "; " } (claim_link(index, name)) } }
}

/// A clash by its title, linked to its entry.
pub(super) fn clash_link(index: &Index<'_>, id: &str) -> Markup {
    match index.clash(id) {
        Some(clash) => link(&format!("clash-{id}"), &index.clash_title(clash)),
        None => id.render(),
    }
}

/// Clashes in a line: those over the same issues together, each group leading to its first; `named` groups, the rest
/// counted.
pub(super) fn clash_list(index: &Index<'_>, ids: &[String], named: usize) -> Markup {
    let groups = index.clash_groups(ids);
    let rest: usize = groups.iter().skip(named).map(|(_, n)| n).sum();
    html! {
        @for (n, (clash, count)) in groups.iter().take(named).enumerate() {
            @if n > 0 { "; " }
            (link(&format!("clash-{}", clash.id), &words::times(&index.issues_or_limits(clash), *count)))
        }
        @if rest > 0 { " " (words::and_more(rest)) }
    }
}

/// A report by its number, linked to its entry.
pub(super) fn report_mark(index: &Index<'_>, source: &str) -> Markup {
    let Some(found) = index.source(source) else {
        return source.render();
    };
    match found.number {
        Some(number) => html! { a.rp href={ "#source-" (source) } title=(words::report(number)) { (number) } },
        None => html! { a.rp href={ "#source-" (source) } { (say(&index.name(&found.name))) } },
    }
}

/// Marks of all reports that carry a claim.
pub(super) fn report_marks(index: &Index<'_>, sources: &[String]) -> Markup {
    html! { @for source in sources { " " (report_mark(index, source)) } }
}

/// The words of one quote and the report they are from, linked to the numbered list.
pub(super) fn quote(index: &Index<'_>, quote: &Quote) -> Markup {
    html! { (said(&quote.words)) " " (quote_mark(index, quote)) }
}

/// The report of a quote, as a link to the quote.
fn quote_mark(index: &Index<'_>, quote: &Quote) -> Markup {
    let number = index.source(&quote.source).and_then(|s| s.number);
    html! {
        a href={ "#quote-" (quote.number) } data-q=(quote.number) {
            @match number { Some(n) => (n), None => (say(&index.report(&quote.source))) }
        }
    }
}

/// Quotes by number, as a list.
pub(super) fn quotes(index: &Index<'_>, numbers: &[u32]) -> Markup {
    html! {
        @if !numbers.is_empty() {
            ul.q { @for found in numbers.iter().filter_map(|n| index.quote(*n)) { li { (quote(index, found)) } } }
        }
    }
}

/// Quotes by number, in one line of words.
pub(super) fn quotes_inline(index: &Index<'_>, numbers: &[u32]) -> Markup {
    html! { @for found in numbers.iter().filter_map(|n| index.quote(*n)) { " " (quote(index, found)) } }
}

/// Words of a document, never changed: the page puts quotation marks around them unless they have their own. Words
/// with marks at both ends stand as they are; words with marks inside stand on a tinted ground.
pub(super) fn said(words: &str) -> Markup {
    said_as(words, html! { (words) })
}

/// The same, with the words laid out already.
pub(super) fn said_as(words: &str, shown: Markup) -> Markup {
    match marks(words) {
        Marks::None => html! { q { (shown) } },
        Marks::Around => html! { q.o { (shown) } },
        Marks::Inside => html! { q.i { (shown) } },
    }
}

/// One statement with its reason.
pub(super) fn reading(statement: &Statement) -> Markup {
    html! {
        p.rd {
            (words::READING_GIVEN) " " code { (statement.text) }
            @if let Some(because) = &statement.because { "; " (words::REASON) ": " bdi { (because) } }
        }
    }
}

/// All that a claim opens: its readings and its words.
pub(super) fn claim_body(index: &Index<'_>, claim: &Claim) -> Markup {
    let numbers: Vec<u32> = claim.sayings.iter().flat_map(|s| s.quotes.iter().copied()).collect();
    html! {
        @for statement in &claim.statements { (reading(statement)) }
        @if numbers.is_empty() { p.rd { (words::NO_QUOTE) } }
        (quotes(index, &numbers))
        a.more href={ "#claim-" (claim.name) } { (words::WHOLE_ENTRY) }
    }
}
