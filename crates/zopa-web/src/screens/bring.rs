//! How do reports come in, and which are there already?

use super::frame::{Screen, framed};
use super::pieces::pieces;
use crate::answer::Refused;
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::response::Response;
use maud::{Markup, html};
use zopa::ReportHead;
use zopa::report::desk as words;

/// `new`, `known`: sources that came in just now, or that are there already.
pub(crate) fn bring(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let reports = held.read.reports();
    let body = html! {
        main #main.bring {
            h1 { (words::BRING_HEADING) }
            (arrived(asked))
            @if reports.is_empty() { p.note { (words::BEGIN) } } @else { (next(&held, asked)) }
            (form())
            @if !reports.is_empty() { (list(&held, &reports, asked)) }
        }
    };
    Ok(framed(&held, Screen::Bring, "/bring", body))
}

fn arrived(asked: &Asked) -> Markup {
    let (new, known) = (asked.all("new").count(), asked.all("known").count());
    html! { @if new + known > 0 { p.done role="status" { (words::arrived(new, known)) } } }
}

/// Files and pasted text, with what is known of them beside it.
fn form() -> Markup {
    html! {
        form.arrivals method="post" action="/bring" enctype="multipart/form-data" data-stay {
            div.drop data-drop {
                label for="file" { (words::DROP) }
                input #file type="file" name="file" multiple accept=".txt,.md,.html,.htm,.mhtml,.mht,.docx,.pdf";
                ul.chosen data-chosen {}
                label for="pasted" { (words::PASTE) }
                textarea #pasted name="pasted" rows="6" dir="auto" {}
            }
            div.labels {
                p.note { (words::LABELS) }
                label { (words::OUTLET) " " input name="outlet" autocomplete="off"; }
                label { (words::PUBLISHED) " " input name="published" type="date"; }
                label.tick { input type="checkbox" name="private" value="yes"; " " (words::KEEP_AT_DESK) }
                button.main { (words::BRING_IN) }
            }
        }
    }
}

/// What can be done with what is there: at the head, since whoever has just brought reports in goes on from here.
fn next(held: &Held, asked: &Asked) -> Markup {
    let waiting = held.read.in_no_answer().0;
    let came = asked.has("new");
    html! {
        div.next {
            a.button.main[came] href="/brief" { (words::READ_BRIEF) }
            form method="post" action="/suggest" { button { (words::SUGGEST) } }
            @if waiting > 0 { a.button href="/review" { (words::review_these(waiting)) } }
        }
    }
}

fn list(held: &Held, reports: &[ReportHead<'_>], asked: &Asked) -> Markup {
    html! {
        table.reports {
            caption { (words::reports(reports.len())) }
            thead { tr { @for head in words::REPORT_HEADS { th scope="col" { (head) } } } }
            tbody { @for report in reports { (row(held, report, asked)) } }
        }
    }
}

fn row(held: &Held, report: &ReportHead<'_>, asked: &Asked) -> Markup {
    let is_new = asked.all("new").any(|name| name == report.source);
    let file = report.path.rsplit('/').next().unwrap_or(report.path);
    let form = format!("label-{}", report.source);
    let is_known = asked.all("known").any(|name| name == report.source);
    html! {
        tr.new[is_new].known[is_known] {
            th scope="row" {
                a href=(Asked::of(&[("source", report.source)]).at("/document")) { bdi { (file) } }
            }
            td { input form=(form) name="outlet" value=[report.outlet] placeholder=(words::NOT_GIVEN) dir="auto" autocomplete="off"
                aria-label=(words::of_report(words::OUTLET, file)); }
            td { input form=(form) name="published" value=[report.published.as_deref()] placeholder=(words::NOT_GIVEN)
                title=(words::DATE_EXAMPLE) autocomplete="off" aria-label=(words::of_report(words::PUBLISHED, file)); }
            td.act {
                input form=(form) type="checkbox" name="private" value="yes" checked[report.private]
                    aria-label=(words::of_report(words::AT_DESK, file));
                form id=(form) method="post" action="/label" data-stay {
                    input type="hidden" name="source" value=(report.source);
                    button aria-label=(words::of_report(words::SAVE_LABELS, file)) { (words::SAVE_LABELS) }
                }
            }
            td { (left_out(held, report, asked)) }
        }
    }
}

/// What of it is no article.
fn left_out(held: &Held, report: &ReportHead<'_>, asked: &Asked) -> Markup {
    match held.dossier.texts.text(report.path, &[]) {
        None => html! { (words::NOT_IN_HAND) },
        Some(Err(unread)) => html! { (words::no_text(&unread.to_string())) },
        Some(Ok(text)) if text.left_out().is_empty() => html! { (words::NOTHING_LEFT_OUT) },
        Some(Ok(_)) => pieces(held, report.source, "bring", asked),
    }
}
