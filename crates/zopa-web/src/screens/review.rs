//! How is a suggestion read beside its sentence, and decided on?

use super::document::Shown;
use super::frame::{Screen, framed, framed_as};
use super::messages::messages_of;
use super::problems;
use crate::answer::Refused;
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use zopa::report::desk as words;
use zopa::{Lines, Problem, Read, Waiting};

/// `at`, a claim, or the first that waits; `source`, to see those of one report alone.
pub(crate) fn review(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let (source, at) = (asked.one("source"), asked.one("at"));
    let all = waiting(&held.read, source);
    let decided = at.and_then(|name| held.read.written(name)).filter(|claim| !waits(&held, claim));
    let body = match (position(&all, at), decided) {
        (_, Some(decided)) => decided_on(&held, &decided, asked, None),
        (Some(here), None) => one(&held, &all, here, source, None),
        (None, None) => html! { main #main.alone { (none(&held)) } },
    };
    Ok(framed(&held, Screen::Review, &asked.at("/review"), body))
}

/// Does it wait for a person still?
fn waits(held: &Held, claim: &Waiting<'_>) -> bool {
    held.read.case.claims.values().any(|known| known.name == claim.name && known.unconfirmed)
}

/// The claims that wait, or those of them that one report carries.
pub(crate) fn waiting<'a>(read: &'a Read, source: Option<&str>) -> Vec<Waiting<'a>> {
    let mut all = read.waiting();
    all.retain(|waiting| source.is_none_or(|source| waiting.quote.is_some_and(|(named, ..)| named == source)));
    all
}

/// Where it stands among them; the first, where it has been decided on by now.
fn position(all: &[Waiting<'_>], name: Option<&str>) -> Option<usize> {
    let found = all.iter().position(|waiting| Some(waiting.name) == name);
    found.or((!all.is_empty()).then_some(0))
}

/// The address of a claim that was written anew: its name may be another now; where it waits still, its place is the same.
pub(crate) fn review_at(desk: &Desk, name: &str, asked: &Asked) -> Result<String, Refused> {
    let held = desk.now()?;
    let all = waiting(&held.read, asked.one("source"));
    let place = asked.number("place").unwrap_or_default();
    let here = held.read.written(name).map(|claim| claim.name).or_else(|| all.get(place).map(|waiting| waiting.name));
    let mut fields: Vec<(&str, &str)> = here.iter().map(|here| ("at", *here)).collect();
    fields.extend(asked.one("source").map(|source| ("source", source)));
    Ok(Asked::of(&fields).at("/review"))
}

fn none(held: &Held) -> Markup {
    let unsaid = held.read.unsaid();
    html! {
        h1 { (words::NONE_WAITS) }
        @if held.read.reports().is_empty() { p { a href="/bring" { (words::BRING) } } } @else {
            p { a.button.main href="/brief" { (words::READ_BRIEF) } }
            form method="post" action="/suggest" { button { (words::SUGGEST) } }
        }
        @if !unsaid.is_empty() {
            h2 { (words::SAY_IT) }
            p.note { (words::unsaid(unsaid.len())) }
            ul { @for claim in &unsaid { li { a href=(at(claim.name, None)) dir="auto" { (claim.title) } } } }
        }
    }
}

/// The address of a claim.
fn at(name: &str, source: Option<&str>) -> String {
    let mut fields = vec![("at", name)];
    fields.extend(source.map(|source| ("source", source)));
    Asked::of(&fields).at("/review")
}

/// One claim with its document. `mine` is what somebody wrote for it, where that was not saved.
fn one(held: &Held, all: &[Waiting<'_>], here: usize, source: Option<&str>, mine: Option<&str>) -> Markup {
    let Some(waiting) = all.get(here) else { return html! {} };
    html! {
        main #main.review data-review {
            (source_of(held, waiting))
            section.claim aria-label=(words::THE_CLAIM) {
                (steps(all, here, source))
                h1 dir="auto" { (waiting.title) }
                @if let Some((_, _, quoted)) = waiting.quote { blockquote dir="auto" { (quoted) } }
                (decide(held, waiting, here, source))
                (super::state::form(held, waiting, &hidden(waiting.name, here, source)))
                (lines(held, waiting, here, source, mine))
            }
        }
    }
}

/// The document that a claim rests on, with its words marked.
fn source_of(held: &Held, waiting: &Waiting<'_>) -> Markup {
    let shown = waiting.quote.and_then(|(source, ..)| Shown::of(held, source));
    html! { section.source aria-label=(words::ITS_DOCUMENT) { @match &shown {
        Some(shown) => {
            h2 { bdi { (shown.outlet) } " " small { (words::published(shown.published.as_deref())) } }
            (shown.text(held, Some(waiting.name), None))
        }
        None => p.note { (words::NOT_IN_HAND) },
    } } }
}

/// Where one is, and the way to the others.
fn steps(all: &[Waiting<'_>], here: usize, source: Option<&str>) -> Markup {
    let at = |place: Option<usize>| Some(at(all.get(place?)?.name, source));
    html! {
        p.steps {
            span role="status" { (words::place_among(here + 1, all.len())) }
            @if let Some(to) = at(here.checked_sub(1)) { a href=(to) data-key="k" rel="prev" { (words::PREVIOUS) } }
            @if let Some(to) = at(Some(here + 1)) { a href=(to) data-key="j" rel="next" { (words::NEXT) } }
        }
    }
}

/// Which claim a form is about, and where one goes on.
fn hidden(name: &str, here: usize, source: Option<&str>) -> Markup {
    html! {
        input type="hidden" name="name" value=(name);
        input type="hidden" name="place" value=(here);
        @if let Some(source) = source { input type="hidden" name="source" value=(source); }
    }
}

/// What can be decided. Each is a form of its own, so that all of it works without a script.
fn decide(held: &Held, waiting: &Waiting<'_>, here: usize, source: Option<&str>) -> Markup {
    let hidden = |name: &str| hidden(name, here, source);
    html! {
        div.decide {
            form method="post" action="/accept" { (hidden(waiting.name)) button.main data-key="a" { (words::ACCEPT) } }
            form method="post" action="/reject" {
                (hidden(waiting.name))
                label { (words::REASON) " " input name="because" required data-focus="r" autocomplete="off"; }
                button { (words::REJECT) }
            }
            form method="post" action="/merge" {
                (hidden(waiting.name))
                label { (words::SAME_AS) " " input name="into" required list="claims" data-focus="m" autocomplete="off"; }
                button { (words::MERGE) }
                datalist #claims { @for claim in held.read.case.claims.values().filter(|claim| !claim.unconfirmed && !claim.suppose) {
                    option value=(claim.name) { (claim.title) }
                } }
            }
        }
    }
}

/// The lines of the claim in the language of the case, to be written anew.
fn lines(held: &Held, waiting: &Waiting<'_>, here: usize, source: Option<&str>, mine: Option<&str>) -> Markup {
    let text = mine.unwrap_or(waiting.text);
    let waits = waits(held, waiting);
    html! {
        form.lines method="post" action="/rewrite" data-check="/check" data-stay {
            input type="hidden" name="name" value=(waiting.name);
            input type="hidden" name="place" value=(here);
            input type="hidden" name="before" value=(waiting.text);
            @if let Some(source) = source { input type="hidden" name="source" value=(source); }
            label for="lines" { (words::ITS_LINES) }
            textarea #lines name="text" rows=(text.lines().count() + 2) dir="auto" spellcheck="false" autocomplete="off"
                data-complete data-focus="e" { "\n" (text) }
            div data-messages aria-live="polite" { (told(held, waiting, text)) }
            p.acts {
                button { (words::SAVE) } " "
                @if waits { button name="accept" value="yes" data-key="ctrl+enter" { (words::SAVE_AND_ACCEPT) } }
            }
        }
    }
}

fn told(held: &Held, waiting: &Waiting<'_>, text: &str) -> Markup {
    let lines = Lines { name: waiting.name, before: waiting.text, after: text };
    match zopa::tried(&held.dossier.texts, &held.read, &lines) {
        Ok((text, told)) => messages_of(&text, &told),
        Err(problems) => problems::list(&problems),
    }
}

/// The claim has been changed or decided on by somebody else since: its lines as they are now stand beside those that were
/// written.
pub(crate) fn conflict(desk: &Desk, asked: &Asked, told: &[Problem]) -> Result<Response, Refused> {
    let held = desk.now()?;
    let all = waiting(&held.read, asked.one("source"));
    let name = asked.one("name").unwrap_or_default();
    let mine = asked.raw("text").unwrap_or_default().replace("\r\n", "\n");
    let place = all.iter().position(|waiting| waiting.name == name);
    let body = html! { (theirs(&held, name, told)) @match (place, held.read.written(name)) {
        (Some(here), _) => (one(&held, &all, here, asked.one("source"), Some(&mine))),
        (None, Some(decided)) => (decided_on(&held, &decided, asked, Some(&mine))),
        (None, None) => main #main.alone { h1 { (words::YOURS) } pre dir="auto" tabindex="0" { (mine) } }
    } };
    let here = Asked::of(&[("at", name)]).at("/review");
    Ok(framed_as(StatusCode::CONFLICT, &held, Screen::Review, &here, body))
}

fn theirs(held: &Held, name: &str, told: &[Problem]) -> Markup {
    html! { div.conflict {
        (problems::list(told))
        @if let Some(now) = held.read.written(name) { h2 { (words::THEIRS) } pre dir="auto" tabindex="0" { (now.text) } }
    } }
}

/// A claim that waits no longer. It may be said still what it means, and its lines may be written anew; `mine` are those that
/// somebody wrote for it meanwhile.
fn decided_on(held: &Held, decided: &Waiting<'_>, asked: &Asked, mine: Option<&str>) -> Markup {
    let (place, source) = (asked.number("place").unwrap_or_default(), asked.one("source"));
    let counts = held.read.case.claims.values().any(|claim| claim.name == decided.name);
    html! { main #main.review {
        (source_of(held, decided))
        section.claim aria-label=(words::THE_CLAIM) {
            p.steps {
                span role="status" { (if counts { words::IS_ACCEPTED } else { words::IS_REJECTED }) }
                a href="/review" data-key="j" rel="next" { (words::NEXT) }
            }
            h1 dir="auto" { (decided.title) }
            @if counts { (super::state::form(held, decided, &hidden(decided.name, place, source))) }
            (lines(held, decided, place, source, mine))
        }
    } }
}
