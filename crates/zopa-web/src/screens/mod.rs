//! Which screens has the desk? One file for each; they lay out what the library says, and work nothing out.

mod beside;
mod brief;
mod bring;
mod document;
mod frame;
mod messages;
mod pieces;
mod problems;
mod review;
mod sources;
mod speakers;
mod state;
mod text;

pub(crate) use beside::{beside, compared};
pub(crate) use brief::{brief, page, save};
pub(crate) use bring::bring;
pub(crate) use document::document;
pub(crate) use frame::{broken, outside};
pub(crate) use messages::{messages, messages_of};
pub(crate) use problems::refused;
pub(crate) use review::{conflict as review_conflict, review, review_at, waiting};
pub(crate) use sources::{page as sources_page, sources};
pub(crate) use speakers::speakers;
pub(crate) use state::stated;
pub(crate) use text::{conflict as text_conflict, text};

use crate::answer::{Refused, go};
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::response::Response;
use frame::{Screen, framed};
use maud::html;
use zopa::report::desk as words;

/// The first screen: what is to be read, or, where nothing is yet, what is to be brought in.
pub(crate) fn home(desk: &Desk, _: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    Ok(go(if is_empty(&held) { "/bring" } else { "/brief" }))
}

/// Has nothing been brought in or written yet?
fn is_empty(held: &Held) -> bool {
    let texts = &held.dossier.texts;
    texts.case_files.is_empty() && texts.private_files.is_empty()
}

/// What a screen shows that is made from reports, before there is one.
fn nothing_yet(held: &Held, screen: Screen, here: &str) -> Response {
    let body = html! { main #main.alone {
        h1 { (words::NOTHING_YET) }
        p { (words::BEGIN) }
        p { a.button.main href="/bring" { (words::BRING) } }
    } };
    framed(held, screen, here, body)
}
