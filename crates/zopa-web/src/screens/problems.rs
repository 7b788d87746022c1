//! How is it told that something cannot be done?

use super::frame::{Screen, framed_as, message};
use crate::answer::{self, Refused};
use crate::desk::Desk;
use crate::routes::TOO_LARGE;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use zopa::Problem;
use zopa::report::desk as words;

/// A page with what is wrong and the way out; a page that is there already takes it over without being left.
pub(crate) fn refused(desk: &Desk, refused: &Refused) -> Response {
    let held = match desk.now() {
        Ok(held) => held,
        Err(error) => return alone(&[error.problem()]),
    };
    let (status, body) = match refused {
        Refused::Problems(problems) => (status(problems), list(problems)),
        Refused::Nothing => (StatusCode::NOT_FOUND, html! { p { (words::NO_SUCH_PAGE) } }),
    };
    framed_as(status, &held, Screen::Other, "/", html! { main #main.alone { (body) } })
}

fn status(problems: &[Problem]) -> StatusCode {
    let any = |codes: &[&str]| problems.iter().any(|problem| codes.contains(&problem.code));
    match (any(&["changed-since", "busy"]), any(&[TOO_LARGE])) {
        (true, _) => StatusCode::CONFLICT,
        (_, true) => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Problems with their ways out.
pub(super) fn list(problems: &[Problem]) -> Markup {
    html! {
        ul.problems { @for problem in problems {
            li { (ticked(&problem.message)) " " small { (ticked(&problem.help)) } }
        } }
    }
}

/// Words in backticks as what was typed.
pub(super) fn ticked(text: &str) -> Markup {
    html! { @for (at, part) in text.split('`').enumerate() {
        @if at % 2 == 1 { code dir="auto" { (part) } } @else { (part) }
    } }
}

/// The dossier itself cannot be read.
fn alone(told: &[Problem]) -> Response {
    answer::page(StatusCode::INTERNAL_SERVER_ERROR, message(&list(told)))
}
