//! How is a piece that was left out of a document brought back, and left out again?

use super::edited;
use crate::answer::{Refused, go};
use crate::desk::Desk;
use crate::view::Asked;
use axum::response::Response;
use zopa::report::keeping as words;
use zopa::text::Keep;

/// `source`, `words`, `number`; `out` if the piece is to be left out again; `piece`: which in the list, and
/// `back`: the screen it is listed on.
pub(crate) fn keep(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let source = asked.one("source").unwrap_or_default();
    let keep = Keep { words: asked.one("words").unwrap_or_default().to_owned(), number: asked.number("number") };
    if asked.has("out") {
        edited(
            desk,
            |held| zopa::leave_out(&held.dossier.texts, &held.read, source, &keep),
            |_| words::leaving(source),
        )?;
    } else {
        edited(desk, |held| zopa::keep(&held.dossier.texts, &held.read, source, &keep), |_| words::keeping(source))?;
    }
    let piece = asked.one("piece").unwrap_or_default();
    let fields = [("source", source), ("piece", piece)];
    Ok(go(&Asked::of(&fields).at(if asked.one("back") == Some("bring") { "/bring" } else { "/document" })))
}
