//! How do the documents' attributions come onto the desk as suggestions?

use crate::answer::{Refused, go};
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::response::Response;
use zopa::Request;
use zopa::finding::{Attribution, PrivateState};

/// Everything that the documents say and nobody has coded yet, private ones too, is written down as claims that wait.
pub(crate) fn suggest(desk: &Desk, _: &Asked) -> Result<Response, Refused> {
    let made: Result<bool, Refused> = desk.change(|held| {
        let suggested = zopa::suggest(&held.dossier.texts, &held.read, &found(held)?);
        held.dossier.suggest(&suggested)?;
        Ok(suggested.left.is_empty())
    })?;
    made.map(go_on)
}

/// To those who are not placed yet; where everybody is, to what waits.
pub(super) fn go_on(placed: bool) -> Response {
    go(if placed { "/review" } else { "/speakers" })
}

/// What the documents say, by source.
pub(crate) fn found(held: &Held) -> Result<Vec<(String, Vec<Attribution>)>, Refused> {
    let request = Request { private: PrivateState::Counted, ..Request::default() };
    let found = held.read.sources(&held.dossier.texts, &request, &mut |_, _| {})?;
    Ok(found.documents.into_iter().map(|document| (document.source, document.attributions)).collect())
}
