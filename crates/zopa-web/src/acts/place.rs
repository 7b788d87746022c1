//! How is said who those are that speak in the documents? What they say is suggested with it.

use super::suggest::{found, go_on};
use crate::answer::Refused;
use crate::desk::Desk;
use crate::view::Asked;
use axum::response::Response;
use zopa::report::speakers as words;
use zopa::{PLACES, Placing, place_speakers};

/// `who-N`, `is-N`, `of-N` for each name.
pub(crate) fn place(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let fields: Vec<[String; 3]> =
        (0..).map_while(|at| asked.one(&format!("who-{at}")).map(|who| of(asked, at, who))).collect();
    let placings = fields.iter().map(|[who, is, of]| {
        let is = PLACES.iter().find(|(_, word)| word == is).map(|(is, _)| *is);
        Placing { who, is, of }
    });
    let placings: Vec<Placing<'_>> = placings.collect();
    let made: Result<bool, Refused> = desk.change(|held| {
        let placed = place_speakers(&held.dossier.texts, &held.read, &found(held)?, &placings)?;
        let what = words::placing(&placed.edited.names);
        held.dossier.edit_and_suggest(&what, &placed.edited, &placed.suggested)?;
        Ok(placed.suggested.left.is_empty())
    })?;
    made.map(go_on)
}

fn of(asked: &Asked, at: usize, who: &str) -> [String; 3] {
    let field = |name: &str| asked.one(&format!("{name}-{at}")).unwrap_or_default().to_owned();
    [who.to_owned(), field("is"), field("of")]
}
