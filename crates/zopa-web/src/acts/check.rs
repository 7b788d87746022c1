//! What would be said of a text that is being written? The messages of `zopa check`, and nothing is changed.

use super::text::retyped;
use crate::answer::{self, Refused};
use crate::desk::Desk;
use crate::screens;
use crate::view::Asked;
use axum::http::StatusCode;
use axum::response::Response;
use zopa::Lines;

/// `file` and `text`; or `name`, `before` and `text` of a claim that waits.
pub(crate) fn check(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let texts = &held.dossier.texts;
    let messages = match asked.one("name") {
        Some(name) => {
            let (before, after) = (asked.raw("before").unwrap_or_default(), asked.raw("text").unwrap_or_default());
            let (text, told) = zopa::tried(texts, &held.read, &Lines { name, before, after })?;
            screens::messages_of(&text, &told)
        }
        None => {
            let retyped = retyped(asked);
            let read = retyped.tried(texts, &held.read);
            screens::messages(&read, retyped.file)
        }
    };
    Ok(answer::page(StatusCode::OK, messages))
}
