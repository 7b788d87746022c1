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
use crate::desk::Desk;
use crate::view::Asked;
use axum::response::Response;

/// The first screen: what is to be read, or, where nothing is yet, what is to be brought in.
pub(crate) fn home(desk: &Desk, _: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let texts = &held.dossier.texts;
    let nothing = texts.case_files.is_empty() && texts.private_files.is_empty();
    Ok(go(if nothing { "/bring" } else { "/brief" }))
}
