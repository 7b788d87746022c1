//! How are the outlet, the date and the handling of a report written down?

use super::edited;
use crate::answer::{Refused, go};
use crate::desk::Desk;
use crate::view::Asked;
use axum::response::Response;
use zopa::Labelling;
use zopa::report::desk as words;

/// `source`, `outlet`, `published`, `private`. A field that is left empty says nothing.
pub(crate) fn label(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let source = asked.one("source").unwrap_or_default();
    let (outlet, published) = (asked.one("outlet"), asked.one("published"));
    let labelling = Labelling { source, outlet, published, private: Some(asked.has("private")) };
    edited(
        desk,
        |held| zopa::label(&held.dossier.texts, &held.read, &labelling),
        |edited| words::labelling(&edited.names.join(", ")),
    )?;
    Ok(go("/bring"))
}
