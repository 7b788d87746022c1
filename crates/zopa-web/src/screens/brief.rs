//! How is the brief read, and asked further, on the desk?
//!
//! The page is the one that `zopa brief` writes, byte for byte, in a frame of its own. What is asked of it stands in the
//! address.

use super::frame::{Screen, framed};
use super::messages::messages;
use crate::answer::{self, Refused};
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use maud::{Markup, html};
use zopa::finding::Brief;
use zopa::report::{self, cli, desk as words};
use zopa::{Problem, Read, Request};

/// What can be asked of a brief: the fields of its form that come one by one.
const PIECES: [&str; 5] = ["assume", "with", "without", "for", "since"];

/// `assume`, `with`, `without`, `for`, `since`, `private`, `unconfirmed`, `found-copies`, `found-origins`, as the flags of
/// `zopa brief` are called; and `set`, a switch of the page and its position.
pub(crate) fn brief(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    if super::is_empty(&held) {
        return Ok(super::nothing_yet(&held, Screen::Brief, "/brief"));
    }
    let told = match unsound(&held, &asked.request()) {
        true => errors(&held),
        false => match asked_of(&held, asked) {
            Ok(_) => {
                html! { iframe #page src=(asked.at("/page")) title=(words::BRIEF) data-page data-lead=(words::IN_ITS_DOCUMENT) {} }
            }
            Err(problems) => super::problems::list(&problems),
        },
    };
    let body = html! { main #main.brief { (ask(&held, asked)) (unsaid(&held, &asked.request())) (told) } };
    Ok(framed(&held, Screen::Brief, &asked.at("/brief"), body))
}

/// The page itself.
pub(crate) fn page(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    Ok(own_policy(answer::text(StatusCode::OK, "text/html; charset=utf-8", made(desk, &held, asked)?)))
}

/// The page as a file.
pub(crate) fn save(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let request = asked.request();
    let mut response = own_policy(answer::text(StatusCode::OK, "text/html; charset=utf-8", made(desk, &held, asked)?));
    let party = request.party.as_deref().map(|party| format!("-{party}")).unwrap_or_default();
    let private = request.private == zopa::finding::PrivateState::Counted;
    let name = cli::page_name(&format!("{}{party}", held.read.name), private, request.unconfirmed);
    let kept: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '-' }).collect();
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{kept}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// The page has a policy of its own, which lets it run its one script and nothing else.
pub(super) fn own_policy(mut response: Response) -> Response {
    let policy = HeaderValue::from_static("frame-ancestors 'self'");
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// Whoever has accepted claims and is told that nothing has been coded is led on.
fn unsaid(held: &Held, request: &Request) -> Markup {
    let count = if held.read.is_uncoded(request) { held.read.unsaid().len() } else { 0 };
    html! { @if count > 0 { p.note { (words::unsaid(count)) " " a href="/review" { (words::SAY_IT) } } } }
}

fn unsound(held: &Held, request: &Request) -> bool {
    held.read.errors_without(&request.left_out()) > 0
}

/// The page as `zopa brief` writes it.
fn made(desk: &Desk, held: &Held, asked: &Asked) -> Result<String, Vec<Problem>> {
    let request = asked.request();
    if asked.one("since").is_none()
        && let Some(found) = held.read.documents_alone(&held.dossier.texts, &request, &mut |_, _| {})?
    {
        return Ok(report::html_sources(&found, &desk.dir().display().to_string(), true));
    }
    let brief = told(&looked(held, &request), &request, asked.one("since"))?;
    Ok(report::html_sheet(&brief).unwrap_or_else(|| report::html(&brief)))
}

/// The brief without its switches: all that is needed to see whether it can be made, and what its quotes are.
fn asked_of(held: &Held, asked: &Asked) -> Result<Brief, Vec<Problem>> {
    let request = Request { switches: false, ..asked.request() };
    // Origins that were found have names, and their words other numbers.
    if request.found_origins {
        return told(&looked(held, &request), &request, asked.one("since"));
    }
    told(&held.read, &request, asked.one("since"))
}

/// The dossier with what was found in its documents.
fn looked(held: &Held, request: &Request) -> Read {
    let mut read = Read::clone(&held.read);
    read.look_for_copies(&held.dossier.texts, request);
    read.look_for_origins(&held.dossier.texts, request);
    read
}

/// A quote by its number in the brief: its source, and where it begins in that document.
pub(super) fn quoted(held: &Held, asked: &Asked, number: usize) -> Option<(String, Option<usize>)> {
    let quotes = asked_of(held, asked).ok()?.quotes;
    let quote = quotes.into_iter().find(|quote| quote.number as usize == number)?;
    Some((quote.source, quote.at.and_then(|at| usize::try_from(at).ok())))
}

fn told(read: &Read, request: &Request, since: Option<&str>) -> Result<Brief, Vec<Problem>> {
    let brief = read.brief(request)?;
    let Some(round) = since else { return Ok(brief) };
    Ok(brief.compared(read.since_round(request, round, None)?))
}

/// A case with errors is not answered from: they are shown, each leading to its line.
fn errors(held: &Held) -> Markup {
    html! {
        section.told {
            h1 { (words::errors(held.read.errors())) }
            @for (at, file) in held.read.files.iter().enumerate() {
                @if held.read.diagnostics.iter().any(|told| told.primary.span.file.0 as usize == at) {
                    h2 { a href={ "/text?file=" (at) } dir="auto" { (file.path) } }
                    div data-file=(at) { (messages(&held.read, at)) }
                }
            }
        }
    }
}

/// What can be asked.
fn ask(held: &Held, asked: &Asked) -> Markup {
    let case = &held.read.case;
    html! {
        form.ask method="get" action="/brief" data-ask {
            @for (name, value) in asked.pairs().filter(|(name, _)| PIECES.contains(name) || *name == "set") {
                input type="hidden" name=(name) value=(value);
            }
            // Without issues and without parties there is nothing that they could be asked about.
            @if !held.read.is_uncoded(&asked.request()) {
                label { (words::ADD_CONDITION) " " input name="with" data-complete="condition" autocomplete="off" placeholder=(words::CONDITION_EXAMPLE); }
            }
            label { (words::SET_ASIDE) " " select name="without" { option value="" {}
                @for source in case.sources.values() { option value=(source.name) { (held.read.called(source)) } }
            } }
            @if asked.one("for").is_none() && !case.parties.is_empty() { label { (words::FOR_CALL) " " select name="for" { option value="" {}
                @for party in case.parties.values() { option value=(party.name) { (party.title) } }
            } } }
            @if asked.one("since").is_none() && !case.rounds.is_empty() { label { (words::SINCE) " " select name="since" { option value="" {}
                @for round in case.rounds.values() { option value=(round.name) { (round.title) } }
            } } }
            label.tick { input type="checkbox" name="unconfirmed" value="yes" checked[asked.has("unconfirmed")]; " " (words::COUNT_WAITING) }
            label.tick { input type="checkbox" name="found-copies" value="yes" checked[asked.has("found-copies")]; " " (words::COUNT_COPIES) }
            label.tick { input type="checkbox" name="found-origins" value="yes" checked[asked.has("found-origins")]; " " (words::COUNT_ORIGINS) }
            label.tick { input type="checkbox" name="private" value="yes" checked[asked.has("private")]; " " (words::COUNT_PRIVATE) }
            button { (words::ASK) }
            a.button href=(asked.at("/save")) download { (words::SAVE_PAGE) }
            (pieces(asked))
        }
    }
}

/// What is asked now; each piece can be taken away.
fn pieces(asked: &Asked) -> Markup {
    let set: Vec<(&str, &str)> = asked.pairs().filter(|(name, _)| PIECES.contains(name)).collect();
    html! { @if !set.is_empty() { ul.pieces { @for (name, value) in set {
        li { (words::piece(name)) " " code dir="auto" { (value) } " "
            a href=(asked.without(name, value).at("/brief")) aria-label=(words::take_away(value)) { "×" } }
    } } } }
}
