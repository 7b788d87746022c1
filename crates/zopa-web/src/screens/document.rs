//! How does a document stand on the desk, with the words that claims rest on?

use super::brief::quoted;
use super::frame::{Screen, framed_as};
use super::pieces::pieces;
use crate::answer::Refused;
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, Render, html};
use std::collections::BTreeSet;
use zopa::Mark;
use zopa::report::desk as words;
use zopa::text::Text;

/// `source`; `at`, a byte of its document, or `claim`, to look at. Or `quote`, its number in the brief that the other fields
/// ask for.
pub(crate) fn document(desk: &Desk, asked: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    let (source, at) = match asked.number("quote") {
        Some(number) => quoted(&held, asked, number).ok_or(Refused::Nothing)?,
        None => (asked.one("source").ok_or(Refused::Nothing)?.to_owned(), asked.number("at")),
    };
    let (status, body) = match Shown::of(&held, &source) {
        None if held.read.report(&source).is_none() => return Err(Refused::Nothing),
        None => (StatusCode::NOT_FOUND, html! { p.note { bdi { (source) } ": " (words::NOT_IN_HAND) } }),
        Some(shown) => (
            StatusCode::OK,
            html! {
                h1 { bdi { (shown.outlet) } " " small { (words::published(shown.published.as_deref())) } }
                (shown.text(&held, asked.one("claim"), at))
                (pieces(&held, &shown.source, "document", asked))
            },
        ),
    };
    let body = html! { main #main.document { (body) } };
    Ok(framed_as(status, &held, Screen::Other, &asked.at("/document"), body))
}

/// A source with its document.
pub(super) struct Shown {
    pub(super) source: String,
    pub(super) outlet: String,
    pub(super) published: Option<String>,
    text: Result<Text, String>,
}

impl Shown {
    /// The document of a source that is in hand.
    pub(super) fn of(held: &Held, name: &str) -> Option<Shown> {
        let report = held.read.report(name)?;
        let text = held.dossier.texts.text(report.path, report.keeps)?.map_err(|unread| unread.to_string());
        let (source, outlet) = (name.to_owned(), report.outlet.unwrap_or(name).to_owned());
        Some(Shown { source, outlet, published: report.published, text })
    }

    /// The text with its marks: those of one claim stand out.
    pub(super) fn text(&self, held: &Held, claim: Option<&str>, at: Option<usize>) -> Markup {
        match &self.text {
            Ok(text) => marked(text, &held.read.marks(text, &self.source), claim, at),
            Err(why) => html! { p.note { (words::no_text(why)) } },
        }
    }
}

/// The text, cut where a mark begins or ends.
fn marked(text: &Text, marks: &[Mark<'_>], claim: Option<&str>, at: Option<usize>) -> Markup {
    let at = at.and_then(|at| at.checked_sub(text.mark()));
    let text = text.as_str();
    // Words that no claim rests on are looked at up to the end of their row.
    let row = at.and_then(|at| text.get(at..)?.find('\n').map(|end| at + end));
    let mut cuts: BTreeSet<usize> = marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
    cuts.extend([0, text.len()].into_iter().chain(at).chain(row));
    let cuts: Vec<usize> = cuts.into_iter().filter(|at| text.is_char_boundary(*at)).collect();
    let first = marks.iter().filter(|mark| claim == Some(mark.claim)).map(|mark| mark.start).min();
    let here = at.or(first);
    html! {
        div.words dir="auto" { @for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
            (piece(text.get(*start..*end).unwrap_or_default(), *start, marks, claim, here == Some(*start)))
        } }
    }
}

/// A stretch, with the claims that rest on it.
fn piece(words: &str, start: usize, marks: &[Mark<'_>], claim: Option<&str>, here: bool) -> Markup {
    let on: Vec<&Mark<'_>> = marks.iter().filter(|mark| mark.start <= start && start < mark.end).collect();
    let id = here.then_some("here");
    let Some(mark) = on.iter().find(|mark| claim == Some(mark.claim)).or(on.first()) else {
        return if here {
            html! { span #here { (words) } }
        } else {
            words.render()
        };
    };
    let class = match (claim == Some(mark.claim), mark.waits) {
        (true, _) => "here",
        (false, true) => "waits",
        (false, false) => "counts",
    };
    let to = if mark.waits {
        Asked::of(&[("at", mark.claim)]).at("/review")
    } else {
        format!("/brief#claim-{}", mark.claim)
    };
    html! { mark id=[id] class=(class) { a href=(to) title=(mark.title) { (words) } } }
}
