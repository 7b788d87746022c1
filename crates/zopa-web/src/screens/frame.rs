//! What stands around every screen?

use crate::answer;
use crate::desk::Held;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{DOCTYPE, Markup, html};
use zopa::report::desk as words;
use zopa::report::speakers::SPEAKERS;

/// The pages of the desk, in the order of the work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Screen {
    Bring,
    Speakers,
    Review,
    Brief,
    Sources,
    Beside,
    Text,
    /// None of them.
    Other,
}

const SCREENS: [(Screen, &str, &str); 7] = [
    (Screen::Bring, "/bring", words::BRING),
    (Screen::Speakers, "/speakers", SPEAKERS),
    (Screen::Review, "/review", words::REVIEW),
    (Screen::Brief, "/brief", words::BRIEF),
    (Screen::Sources, "/sources", words::SOURCES),
    (Screen::Beside, "/beside", words::BESIDE),
    (Screen::Text, "/text", words::TEXT),
];

/// A screen in its frame. `here` is its address, to which undoing leads back.
pub(super) fn framed(held: &Held, screen: Screen, here: &str, body: Markup) -> Response {
    framed_as(StatusCode::OK, held, screen, here, body)
}

/// The same, with another status.
pub(super) fn framed_as(status: StatusCode, held: &Held, screen: Screen, here: &str, body: Markup) -> Response {
    let waiting = held.read.in_no_answer().0;
    let inner = html! {
        a.skip href="#main" { (words::SKIP) }
        header.top {
            b dir="auto" { (title(held)) }
            nav aria-label=(words::SECTIONS) {
                @for (one, address, name) in SCREENS {
                    a href=(address) aria-current=[(one == screen).then_some("page")] {
                        (name) @if one == Screen::Review && waiting > 0 { " " span.count { (waiting) } }
                    }
                }
            }
            (undo(held, here))
        }
        div #changed hidden role="status" {
            p.gone hidden { (words::GONE) }
            p.other { (words::CHANGED_ELSEWHERE) " " a href=(here) { (words::LOAD_AGAIN) } }
        }
        div #problems role="alert" {}
        (body)
    };
    answer::page(status, whole(title(held), Some(held.stamp()), &inner))
}

fn title(held: &Held) -> &str {
    let title = held.read.case.title.as_str();
    if title.is_empty() { &held.read.name } else { title }
}

/// The last change, to be taken back.
fn undo(held: &Held, here: &str) -> Markup {
    let last = zopa_dossier::undoable(held.dossier.root());
    html! {
        form.undo method="post" action="/undo" {
            input type="hidden" name="back" value=(here);
            button data-key="u" disabled[last.is_none()] title=[last.as_deref().map(words::undo_what)] { (words::UNDO) }
        }
    }
}

/// A whole page.
fn whole(title: &str, stamp: Option<&str>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (title) " · " (words::DESK) }
                link rel="stylesheet" href="/desk.css";
                link rel="icon" href="data:,";
                @if stamp.is_some() { script src="/desk.js" defer {} }
            }
            body data-stamp=[stamp] data-unsaved=[stamp.map(|_| words::UNSAVED)] data-choices=[stamp.map(|_| words::CHOICES)] { (body) }
        }
    }
}

/// For somebody who did not come in.
pub(crate) fn outside() -> Markup {
    whole(words::DESK, None, &html! { main.alone { h1 { (words::NOT_ENTERED) } p { (words::HOW_TO_ENTER) } } })
}

/// The dossier cannot be opened any more.
pub(super) fn message(told: &Markup) -> Markup {
    whole(words::DESK, None, &html! { main.alone { (told) } })
}

/// The program has failed.
pub(crate) fn broken() -> Markup {
    whole(words::DESK, None, &html! { main.alone { h1 { (words::BROKEN) } p { (words::NOTHING_LOST) } } })
}
