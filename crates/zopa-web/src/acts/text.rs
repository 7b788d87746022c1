//! How is a case file written by hand?

use super::decide::is_conflict;
use super::edited;
use crate::answer::{Refused, go};
use crate::desk::Desk;
use crate::screens;
use crate::view::Asked;
use axum::response::Response;
use zopa::Retyped;
use zopa::report::desk as words;

/// `file`, `before`, `text`. Where somebody else has changed the file since, both texts are shown and nothing is written.
pub(crate) fn text(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let retyped = retyped(asked);
    let made = edited(
        desk,
        |held| retyped.edited(&held.read).map_err(|problem| vec![problem]),
        |edited| words::writing(&edited.names),
    );
    match made {
        Err(Refused::Problems(problems)) if is_conflict(&problems) => screens::text_conflict(desk, asked, &problems),
        Err(refused) => Err(refused),
        Ok(_) => Ok(go(&Asked::of(&[("file", &retyped.file.to_string())]).at("/text"))),
    }
}

/// What was written, in which file.
pub(super) fn retyped(asked: &Asked) -> Retyped<'_> {
    let file = asked.number("file").unwrap_or_default();
    Retyped { file, before: asked.one("before").unwrap_or_default(), text: asked.raw("text").unwrap_or_default() }
}
