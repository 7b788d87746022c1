//! How is written down what a claim means for the negotiation?

use super::edited;
use crate::answer::{self, Refused, go};
use crate::desk::Desk;
use crate::screens;
use crate::view::Asked;
use axum::http::StatusCode;
use axum::response::Response;
use zopa::Stating;
use zopa::report::stating as words;

/// `name`, and the fields of [`Stating`].
pub(crate) fn state(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let stating = stating(asked);
    edited(
        desk,
        |held| Ok(zopa::state(&held.dossier.texts, &held.read, &stating)?.edited),
        |edited| words::what(&edited.names.join(", ")),
    )?;
    Ok(go(&screens::review_at(desk, stating.claim, asked)?))
}

/// The same fields: how it would stand in the case. Nothing is changed.
pub(crate) fn stating_of(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let stating = stating(asked);
    let told = if stating.what.is_empty() {
        maud::html! {}
    } else {
        screens::stated(zopa::state(&held.dossier.texts, &held.read, &stating))
    };
    Ok(answer::page(StatusCode::OK, told))
}

fn stating(asked: &Asked) -> Stating<'_> {
    let field = |name| asked.one(name).unwrap_or_default();
    Stating {
        claim: field("name"),
        who: field("who"),
        verb: field("verb"),
        what: field("what"),
        joint: field("joint"),
        terms: field("terms"),
        options: field("options"),
        term_options: field("term-options"),
        by: field("by"),
        because: field("because"),
    }
}
