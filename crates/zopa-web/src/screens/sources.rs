//! How is what the reports say read on the desk? The page that `zopa sources` writes, in a frame of its own.

use super::brief::own_policy;
use super::frame::{Screen, framed};
use crate::answer::{self, Refused};
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use zopa::report::{self, desk as words};

/// `without`, `private`.
pub(crate) fn sources(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    if super::is_empty(&held) {
        return Ok(super::nothing_yet(&held, Screen::Sources, "/sources"));
    }
    let body = html! { main #main.brief {
        iframe #page src=(asked.at("/sources-page")) title=(words::SOURCES) data-page {}
    } };
    Ok(framed(&held, Screen::Sources, &asked.at("/sources"), body))
}

/// The page itself.
pub(crate) fn page(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let page = held.once(&asked.at("/sources-page"), || made(desk, &held, asked))?;
    Ok(own_policy(answer::text(StatusCode::OK, "text/html; charset=utf-8", page)))
}

fn made(desk: &Desk, held: &Held, asked: &Asked) -> Result<String, Refused> {
    let request = asked.request();
    let found = held.read.sources(&held.dossier.texts, &request, &mut |_, _| {})?;
    Ok(report::html_sources(&found, &desk.dir().display().to_string(), held.read.is_uncoded(&request)))
}
