//! What does a person decide about a suggestion? Then the next one is on the desk.

use super::edited;
use crate::answer::{Refused, go};
use crate::desk::Desk;
use crate::screens;
use crate::view::Asked;
use axum::response::Response;
use zopa::report::decide as words;
use zopa::{Lines, Read};

/// `name`
pub(crate) fn accept(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let (name, next) = at(desk, asked)?;
    edited(
        desk,
        |held| zopa::accept(&held.dossier.texts, &held.read, &[name]),
        |edited| words::accepting(&edited.names),
    )?;
    Ok(go(&next))
}

/// `name`, `because`
pub(crate) fn reject(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let (name, next) = at(desk, asked)?;
    let because = asked.one("because").unwrap_or_default();
    edited(
        desk,
        |held| zopa::reject(&held.dossier.texts, &held.read, &[name], because),
        |edited| words::rejecting(&edited.names),
    )?;
    Ok(go(&next))
}

/// `name`, `into`
pub(crate) fn merge(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let (name, next) = at(desk, asked)?;
    let into = asked.one("into").unwrap_or_default();
    edited(desk, |held| zopa::merge(&held.dossier.texts, &held.read, &name, into), |_| words::merging(&name, into))?;
    Ok(go(&next))
}

/// `name`, `before`, `text`, and `accept` if it is to be accepted too. Where the claim has been changed by somebody else
/// since, both texts are shown.
pub(crate) fn rewrite(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let (name, next) = at(desk, asked)?;
    let (before, after) = (asked.raw("before").unwrap_or_default(), asked.raw("text").unwrap_or_default());
    let lines = Lines { name: &name, before, after };
    let accept = asked.has("accept");
    let made = edited(
        desk,
        |held| zopa::rewrite(&held.dossier.texts, &held.read, &lines, accept),
        |edited| if accept { words::accepting(&edited.names) } else { words::rewriting(&name) },
    );
    match made {
        Err(Refused::Problems(problems)) if is_conflict(&problems) => screens::review_conflict(desk, asked, &problems),
        Err(refused) => Err(refused),
        Ok(_) if accept => Ok(go(&next)),
        Ok(_) => Ok(go(&screens::review_at(desk, &name, asked)?)),
    }
}

/// Has what was shown been changed since?
pub(super) fn is_conflict(problems: &[zopa::Problem]) -> bool {
    problems.iter().any(|problem| problem.code == "changed-since")
}

/// The suggestion that is decided on, and the address of the one that comes after it.
fn at(desk: &Desk, asked: &Asked) -> Result<(String, String), Refused> {
    let name = asked.one("name").unwrap_or_default().to_owned();
    let held = desk.now()?;
    let next = next(&held.read, &name, asked.one("source"));
    let mut fields: Vec<(&str, &str)> = next.iter().map(|next| ("at", next.as_str())).collect();
    fields.extend(asked.one("source").map(|source| ("source", source)));
    Ok((name, Asked::of(&fields).at("/review")))
}

/// The one that comes after it; after the last, the first.
fn next(read: &Read, name: &str, source: Option<&str>) -> Option<String> {
    let all = screens::waiting(read, source);
    let here = all.iter().position(|waiting| waiting.name == name);
    let after = here.and_then(|here| all.get(here + 1)).or(all.first()).filter(|next| next.name != name);
    after.map(|next| next.name.to_owned())
}
