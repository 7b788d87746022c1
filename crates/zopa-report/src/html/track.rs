//! What is owed after a list of events, as one page: who owes what to whom, what counts, how it came to that, and the list.
//!
//! A number in square brackets is a line of the list, and leads to it.

use super::open::say;
use super::{POLICY, banner, head, print};
use crate::banner::{Found, counted};
use crate::phrase::{CLOSE, OPEN, isolate};
use crate::track::{Section, Told, bound};
use crate::words::{self, track as told};
use maud::{DOCTYPE, Markup, html};
use zopa_finding::track::Track;

/// The page: no request, no script, the same bytes for the same track.
pub fn track(track: &Track) -> String {
    page(track).into_string()
}

fn page(track: &Track) -> Markup {
    let told = Told(track);
    let said = counted(track.private, track.unconfirmed, Found::default());
    let style = [print::titled(&track.case.title), banner::sheet(&said).to_owned()].concat();
    html! {
        (DOCTYPE)
        html lang=(words::LANGUAGE) {
            (head::head(&told::heading(&track.case.title), &style, POLICY))
            body {
                (banner::above(&said))
                a.skip href="#answer" { (words::SKIP) }
                header.mast {
                    div { b dir="auto" { (track.case.title) } }
                    nav aria-label=(words::SECTIONS) { (links(track)) }
                }
                main { (residual(&told)) (counts(track)) (past(&told)) (list(&told)) }
                footer { (words::FOOT) (banner::mention(track.private)) }
            }
        }
    }
}

/// Links to the sections that there are.
fn links(track: &Track) -> Markup {
    let told = Told(track);
    let [over, course] = told.past().map(|section| !section.entries.is_empty());
    let there = [true, true, over, course, !track.events.is_empty()];
    html! { @for ((id, title), there) in told::NAV.into_iter().zip(there) { @if there { a href={ "#" (id) } { (title) } " " } } }
}

/// Who owes what to whom.
fn residual(told: &Told<'_>) -> Markup {
    let [by, to, what, stands, why] = told::RESIDUAL;
    let rows: Vec<_> = told.residual().collect();
    html! {
        section.lead #answer {
            h1 { (say(&told.heading())) }
            p.stand { (told.as_of()) }
            p.note { (told::LIST) }
        }
        section #residual {
            h2 { (told::RESIDUAL_HEADING) }
            p.intro { (if rows.is_empty() { told::OWED_NONE } else { told::RESIDUAL_INTRO }) }
            @if !rows.is_empty() {
                table.wide.bound {
                    thead { tr { @for head in [what, by, to, stands, why] { th scope="col" { (head) } } } }
                    tbody {
                        @for row in &rows {
                            tr {
                                th scope="row" { (say(&isolate(&row.commitment.title))) }
                                td data-p=(by) { (who(&row.by)) }
                                td data-p=(to) { (who(&row.to)) }
                                td data-p=(stands) { (lines(&row.stands)) }
                                td data-p=(why) { (lines(&row.why)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How each commitment stands.
fn counts(track: &Track) -> Markup {
    let [what, by, to, stands] = told::STANDS_COLUMNS;
    html! {
        section #counts {
            h2 { (told::COUNTS) }
            table.wide.bound {
                thead { tr { @for head in [what, by, to, stands] { th scope="col" { (head) } } } }
                tbody {
                    @for one in bound(&track.standing, &[]) {
                        tr {
                            th scope="row" { (say(&isolate(&one.commitment.title))) }
                            td data-p=(by) { (who(&one.by)) }
                            td data-p=(to) { (who(&one.to)) }
                            td data-p=(stands) { (lines(&one.stands)) }
                        }
                    }
                }
            }
        }
    }
}

fn past(told: &Told<'_>) -> Markup {
    let ids = ["over", "course"];
    html! { @for (id, section) in ids.into_iter().zip(told.past()) { @if !section.entries.is_empty() { (entries(id, &section)) } } }
}

fn entries(id: &str, section: &Section) -> Markup {
    html! {
        section id=(id) {
            h2 { (section.heading) }
            dl.told { @for entry in &section.entries { dt { (say(&entry.head)) } @for line in &entry.lines { dd { (cited(line)) } } } }
        }
    }
}

/// The list, each line with a place to which its number leads.
fn list(told: &Told<'_>) -> Markup {
    let rows = told.list();
    html! {
        @if !rows.is_empty() {
            section #list {
                h2 { (told::EVENTS) }
                table.wide {
                    thead { tr { @for head in told::COLUMNS { th scope="col" { (head) } } } }
                    tbody {
                        @for (at, [number, when, what, reported]) in rows.iter().enumerate() {
                            tr id={ "line-" (at + 1) } {
                                th scope="row" { (number) }
                                td data-p=(told::COLUMNS[1]) { (when) }
                                td data-p=(told::COLUMNS[2]) { (cited(what)) }
                                td data-p=(told::COLUMNS[3]) { (say(reported)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn who(names: &str) -> Markup {
    if names.is_empty() {
        html! { span.none { (told::NOBODY) } }
    } else {
        say(names)
    }
}

fn lines(lines: &[String]) -> Markup {
    html! { @for line in lines { div { (cited(line)) } } }
}

/// A sentence in which the number of a line of the list leads to it. What stands in brackets inside a name is the name's own.
fn cited(text: &str) -> Markup {
    let mut out: Vec<Markup> = Vec::new();
    let mut rest = text;
    while let Some((before, number, after)) = next_number(rest) {
        out.push(say(before));
        out.push(html! { a href={ "#line-" (number) } { "[" (number) "]" } });
        rest = after;
    }
    out.push(say(rest));
    html! { @for part in out { (part) } }
}

/// The first number in square brackets outside of any name, with what stands before and after.
fn next_number(text: &str) -> Option<(&str, &str, &str)> {
    let mut inside = false;
    for (at, c) in text.char_indices() {
        match c {
            OPEN => inside = true,
            CLOSE => inside = false,
            '[' if !inside => {
                let (number, after) = text.get(at + 1..)?.split_once(']')?;
                if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
                    return Some((text.get(..at)?, number, after));
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_leads_to_its_line_and_one_in_a_name_does_not() {
        let text = format!("Set off: [12] {}, 2026; [3]", isolate("Act [4] & more"));
        let page = cited(&text).into_string();
        assert_eq!(
            page,
            "Set off: <a href=\"#line-12\">[12]</a> Act [4] &amp; more, 2026; <a href=\"#line-3\">[3]</a>"
        );
        assert_eq!(cited("[x] [").into_string(), "[x] [");
    }
}
