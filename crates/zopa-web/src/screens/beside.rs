//! How does another coder's case stand beside this one?
//!
//! The other case is looked at and not kept: it comes with the form, and goes with the page.

use super::frame::{Screen, framed};
use crate::answer::Refused;
use crate::desk::Desk;
use crate::view::Asked;
use axum::response::Response;
use maud::{Markup, PreEscaped, html};
use zopa::Texts;
use zopa::report::{coders, desk as words};

/// Asks for the other case.
pub(crate) fn beside(desk: &Desk, _: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    if super::is_empty(&held) {
        return Ok(super::nothing_yet(&held, Screen::Beside, "/beside"));
    }
    let body = html! { main #main.beside { (form()) p.note { (words::BESIDE_NOTE) } } };
    Ok(framed(&held, Screen::Beside, "/beside", body))
}

/// Shows it: `name` and bytes of its case file; its documents are those of this dossier.
pub(crate) fn compared(desk: &Desk, name: &str, bytes: Vec<u8>) -> Result<Response, Refused> {
    let held = desk.now()?;
    let mine = &held.dossier.texts;
    let theirs = Texts {
        name: name.trim_end_matches(".zopa").to_owned(),
        case_files: vec![(name.to_owned(), bytes)],
        private_files: Vec::new(),
        documents: mine.documents.clone(),
        kept: mine.kept.clone(),
    };
    let other = zopa::read(&theirs);
    let page = coders::html(&zopa::beside((mine, &held.read), (&theirs, &other)));
    let body = html! { main #main.beside {
        (PreEscaped(page))
        @if other.errors() > 0 { p.note { (words::other_errors(other.errors())) } }
        (form())
    } };
    Ok(framed(&held, Screen::Beside, "/beside", body))
}

fn form() -> Markup {
    html! {
        form.other method="post" action="/beside" enctype="multipart/form-data" data-stay {
            label for="file" { (words::OTHER_CASE) }
            input #file type="file" name="file" accept=".zopa" required;
            button.main { (words::SET_BESIDE) }
        }
    }
}
