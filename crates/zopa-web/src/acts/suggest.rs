//! How do the documents' attributions come onto the desk as suggestions?

use crate::answer::{Refused, go};
use crate::desk::Desk;
use crate::view::Asked;
use axum::response::Response;
use zopa::Request;
use zopa::finding::{Attribution, PrivateState};

/// Everything that the documents say and nobody has coded yet, private ones too, is written down as claims that wait.
pub(crate) fn suggest(desk: &Desk, _: &Asked) -> Result<Response, Refused> {
    let made: Result<(), Refused> = desk.change(|held| {
        let request = Request { private: PrivateState::Counted, ..Request::default() };
        let found = held.read.sources(&held.dossier.texts, &request, &mut |_, _| {})?;
        let all: Vec<(String, Vec<Attribution>)> =
            found.documents.into_iter().map(|document| (document.source, document.attributions)).collect();
        let suggested = zopa::suggest(&held.dossier.texts, &held.read, &all);
        Ok(held.dossier.suggest(&suggested)?)
    })?;
    made.map(|()| go("/review"))
}
