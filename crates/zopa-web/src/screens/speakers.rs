//! How is it asked who those are that speak in the documents?

use super::frame::{Screen, framed};
use crate::acts;
use crate::answer::Refused;
use crate::desk::{Desk, Held};
use crate::view::Asked;
use axum::response::Response;
use maud::{Markup, html};
use zopa::report::speakers as words;
use zopa::{Left, PLACES, Unplaced, nobodys, suggest, unplaced};

/// Everybody who is named and not placed.
pub(crate) fn speakers(desk: &Desk, _: &Asked) -> Result<Response, Refused> {
    let held = desk.now()?;
    if super::is_empty(&held) {
        return Ok(super::nothing_yet(&held, Screen::Speakers, "/speakers"));
    }
    let left = if held.read.reports().is_empty() {
        Vec::new()
    } else {
        suggest(&held.dossier.texts, &held.read, &acts::found(&held)?).left
    };
    let all = unplaced(&left);
    let waiting = held.read.in_no_answer().0;
    let body = html! {
        main #main.speakers {
            h1 { (if all.is_empty() { words::NONE_LEFT } else { words::HEADING }) }
            @if !all.is_empty() { p.note { (words::INTRO) } }
            @if waiting > 0 { p { a.button href="/review" { (words::to_review(waiting)) } } }
            @if !all.is_empty() { (form(&held, &all)) }
            (nameless(&nobodys(&left)))
        }
    };
    Ok(framed(&held, Screen::Speakers, "/speakers", body))
}

/// What nobody can be named for, to be read where it stands.
fn nameless(left: &[&Left]) -> Markup {
    html! { @if !left.is_empty() {
        details {
            summary { (words::nobodys(left.len())) }
            ul { @for left in left { li { bdi { b { (left.who) } } " " (passage(left)) } } }
        }
    } }
}

fn form(held: &Held, all: &[Unplaced<'_>]) -> Markup {
    html! {
        form method="post" action="/place" data-stay {
            table {
                thead { tr { @for head in words::HEADS { th scope="col" { (head) } } } }
                tbody { @for (at, one) in all.iter().enumerate() { (row(at, one)) } }
            }
            p.note { (words::HOW) }
            button.main { (words::PLACE) }
            datalist #somebody {
                @for party in held.read.case.parties.values() { option value=(party.title) {} }
                @for person in held.read.case.speakers.values().filter(|speaker| !speaker.anonymous) { option value=(person.title) {} }
            }
        }
    }
}

fn row(at: usize, one: &Unplaced<'_>) -> Markup {
    html! {
        tr {
            th scope="row" {
                input type="hidden" name={ "who-" (at) } value=(one.who);
                bdi { b { (one.who) } } @if let Some(office) = one.office { ", " bdi { (office) } }
                @if let Some(first) = one.left.first() { small { (passage(first)) " · " (words::passages(one.left.len())) } }
            }
            td { select name={ "is-" (at) } aria-label=(words::what(one.who)) {
                option value="" { (words::is("")) }
                @for (_, word) in PLACES { option value=(word) { (words::is(word)) } }
            } }
            td { input name={ "of-" (at) } list="somebody" data-complete="speaker" aria-label=(words::of(one.who)) autocomplete="off"; }
        }
    }
}

/// What they say first, in its document.
fn passage(left: &Left) -> Markup {
    let at = left.at.to_string();
    let to = Asked::of(&[("source", left.source.as_str()), ("at", at.as_str())]).at("/document");
    html! { a href=(to) dir="auto" { "“" (left.words) "”" } }
}
