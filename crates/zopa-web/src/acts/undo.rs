//! How is the last change taken back? To the byte.

use crate::answer::{Refused, go};
use crate::desk::Desk;
use crate::view::Asked;
use axum::response::Response;

/// `back`: where to go on.
pub(crate) fn undo(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    desk.change(|held| zopa_dossier::undo(held.dossier.root()))??;
    Ok(go(asked.one("back").filter(|back| is_own(back)).unwrap_or("/")))
}

/// An address of the desk, and of nowhere else. Browsers read `\` as `/`, and pass over tabs.
fn is_own(address: &str) -> bool {
    let mut characters = address.chars();
    let path = characters.next() == Some('/') && !matches!(characters.next(), Some('/' | '\\'));
    path && !address.contains(char::is_control)
}
