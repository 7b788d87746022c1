//! How is a case file written by hand, beside its messages?

use super::frame::{Screen, framed, framed_as};
use super::{messages, problems};
use crate::answer::Refused;
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use zopa::report::desk as words;
use zopa::text::sha256;
use zopa::{Problem, SourceFile};

/// `file`, by its place; `line` and `column` to look at.
pub(crate) fn text(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let at = asked.number("file").unwrap_or_default();
    let Some(file) = held.read.files.get(at) else { return nothing(&held, at) };
    let here = asked.at("/text");
    let body = html! {
        main #main.text {
            (files(&held, at))
            (editor(&held, at, file, &file.text, asked))
        }
    };
    Ok(framed(&held, Screen::Text, &here, body))
}

/// Without a case file there is nothing to write in.
fn nothing(held: &Held, at: usize) -> Result<Response, Refused> {
    if at > 0 {
        return Err(Refused::Nothing);
    }
    let body = html! { main #main.alone { p { (words::NO_CASE_FILE) } p { a href="/bring" { (words::BRING) } } } };
    Ok(framed(held, Screen::Text, "/text", body))
}

fn files(held: &Held, at: usize) -> Markup {
    html! {
        nav.files aria-label=(words::CASE_FILES) { @for (number, file) in held.read.files.iter().enumerate() {
            a href={ "/text?file=" (number) } aria-current=[(number == at).then_some("page")] dir="auto" {
                (short(held, file))
            }
        } }
    }
}

/// The file as it lies in the dossier.
fn short<'a>(held: &'a Held, file: &'a SourceFile) -> String {
    held.dossier.inside(&file.path).unwrap_or_else(|| file.path.clone())
}

/// The text with what is said of it. `text` is what stands in the field: the file's, or another that somebody wrote.
fn editor(held: &Held, at: usize, file: &SourceFile, text: &str, asked: &Asked) -> Markup {
    html! {
        form.editor method="post" action="/text" data-check="/check" data-stay {
            input type="hidden" name="file" value=(at);
            input type="hidden" name="before" value=(sha256(file.text.as_bytes()));
            div.field {
                label for="text" { (words::the_file(&short(held, file))) }
                textarea #text name="text" dir="auto" spellcheck="false" autocomplete="off" data-complete
                    data-line=[asked.one("line")] data-column=[asked.one("column")] { "\n" (text) }
                p.acts { button.main data-key="ctrl+s" { (words::SAVE) } " " small { (words::SAVE_KEYS) } }
            }
            section.told aria-label=(words::MESSAGES) {
                h2 { (words::MESSAGES) }
                div data-messages aria-live="polite" { (messages(&held.read, at)) }
            }
        }
    }
}

/// Somebody else has changed the file since: what they wrote stands beside what is to be saved.
pub(crate) fn conflict(desk: &Desk, asked: &Asked, told: &[Problem]) -> Result<Response, Refused> {
    let held = desk.now()?;
    let at = asked.number("file").unwrap_or_default();
    let Some(file) = held.read.files.get(at) else { return Err(Refused::Problems(told.to_vec())) };
    let mine = asked.raw("text").unwrap_or_default().replace("\r\n", "\n");
    let body = html! {
        main #main.text {
            div.conflict { (problems::list(told)) }
            section.theirs { h2 { (words::THEIRS) } pre dir="auto" tabindex="0" { (file.text) } }
            (editor(&held, at, file, &mine, &Asked::default()))
        }
    };
    let here = Asked::of(&[("file", &at.to_string())]).at("/text");
    Ok(framed_as(StatusCode::CONFLICT, &held, Screen::Text, &here, body))
}
