//! How is the last change taken back? To the byte.

use crate::answer::{Refused, go};
use crate::desk::Desk;
use crate::view::Asked;
use axum::response::Response;

/// `back`: where to go on.
pub(crate) fn undo(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    desk.change(|held| zopa_dossier::undo(held.dossier.root()))??;
    // An address of the desk, and of nowhere else.
    let back = asked.one("back").filter(|back| back.starts_with('/') && !back.starts_with("//"));
    Ok(go(back.unwrap_or("/")))
}
