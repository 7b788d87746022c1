//! What may stand next where somebody writes? Nothing is changed.

use crate::answer::{self, Refused};
use crate::desk::Desk;
use crate::view::Asked;
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use zopa::Writing;

/// `before`, what stands before the place; `writing`, what is written there.
pub(crate) fn complete(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let writing = match asked.one("writing") {
        Some("condition") => Writing::Condition,
        Some("party") => Writing::Party,
        Some("speaker") => Writing::Speaker,
        _ => Writing::Lines,
    };
    let before = asked.raw("before").unwrap_or_default().replace("\r\n", "\n");
    // Places in the page are counted as its script counts them.
    let back = |from: usize| before.get(from..).map_or(0, |written| written.encode_utf16().count());
    let list = html! { @for (at, choice) in zopa::complete(&held.read, &before, writing).iter().enumerate() {
        li id={ "choice-" (at) } role="option" aria-selected="false" data-text=(choice.text) data-back=(back(choice.from)) {
            span dir="auto" { (choice.text) } " " small dir="auto" { (choice.says) }
        }
    } };
    Ok(answer::page(StatusCode::OK, list))
}
