//! What was said round by round, what changed, and what was not repeated?

use super::open::{claim_link, claim_links, quotes, say};
use crate::{index::Index, phrase::isolate, words};
use maud::{Markup, html};
use zopa_finding::{Change, ChangeKind, Round, RoundEntry, Track};

/// Claims of a round shown at once; more of them open beneath.
const LISTED: usize = 4;

pub(super) fn section(index: &Index<'_>) -> Markup {
    let told = &index.brief.timeline;
    let silent = index.brief.rounds.iter().filter(|r| !told.iter().any(|e| e.round.as_ref() == Some(&r.name)));
    html! {
        section #rounds {
            h2 { (words::ROUNDS) }
            p.intro { (if index.brief.rounds.is_empty() { words::ROUNDS_NONE } else { words::ROUNDS_INTRO }) }
            ol.rounds {
                @for entry in told.iter().filter(|e| e.round.is_some()) { (round(index, entry)) }
                @for round in silent { li.exp[round.expected] id={ "round-" (round.name) } { (heading(index, round)) } }
                @for entry in told.iter().filter(|e| e.round.is_none()) { li.no { h3 { (words::NO_ROUND) } (body(index, entry)) } }
            }
            @if !index.brief.tracks.is_empty() { (tracks(index, &index.brief.tracks)) }
        }
    }
}

fn round(index: &Index<'_>, entry: &RoundEntry) -> Markup {
    let name = entry.round.as_deref().unwrap_or_default();
    let round = index.round(name);
    html! {
        li.exp[round.is_some_and(|r| r.expected)] id={ "round-" (name) } {
            @match round { Some(round) => (heading(index, round)), None => h3 { (name) } }
            (body(index, entry))
        }
    }
}

fn heading(index: &Index<'_>, round: &Round) -> Markup {
    let date = round.on.as_deref().filter(|d| *d != "?").map_or_else(|| words::NO_DATE.to_owned(), isolate);
    let mut notes = vec![date];
    notes.extend(round.expected.then(|| words::EXPECTED.to_owned()));
    notes.extend(round.after.as_ref().map(|a| words::after(&index.name(a))));
    notes.extend(round.after_outside.then(|| words::OUTSIDE.to_owned()));
    notes.extend(round.track.as_ref().map(|t| words::in_track(&index.name(t))));
    html! { h3 { bdi { (round.title) } small { (say(&notes.join("; "))) } } (quotes(index, &round.quotes)) }
}

fn body(index: &Index<'_>, entry: &RoundEntry) -> Markup {
    html! {
        @if !entry.leaders.is_empty() {
            h4 { (words::LED_BY) }
            ul { @for (party, leaders, claim) in &entry.leaders {
                li { (say(&index.name(party))) ": " bdi { (leaders) } " (" (claim_link(index, claim)) ")" }
            } }
        }
        @if !entry.expiries.is_empty() {
            h4 { (words::EXPIRES) }
            ul { @for (claim, date) in &entry.expiries { li {
                (claim_link(index, claim)) ": "
                span.flag { (if date == "?" { words::EXPIRY_UNKNOWN } else { date }) }
            } } }
        }
        @if changes(entry).next().is_some() {
            h4 { (words::CHANGED) }
            ul { @for change in changes(entry) { li { (changed(index, change)) } } }
        }
        (claims(index, words::SAID, &entry.claims))
        (claims(index, words::NOT_REPEATED_HERE, &entry.not_repeated))
    }
}

/// What differs from an earlier round. What was only said again stands among what was said.
fn changes(entry: &RoundEntry) -> impl Iterator<Item = &Change> {
    entry.changes.iter().filter(|change| change.kind != ChangeKind::Restated)
}

/// Claims under a title: at once where they are few, else opening beneath it.
fn claims(index: &Index<'_>, title: &str, names: &[String]) -> Markup {
    let list = html! { ul { @for name in names { li { (claim_link(index, name)) } } } };
    html! {
        @if names.len() > LISTED {
            details { summary { h4.in { (title) } ": " (words::claims_said(names.len())) } (list) }
        } @else if !names.is_empty() {
            h4 { (title) } (list)
        }
    }
}

fn changed(index: &Index<'_>, change: &Change) -> Markup {
    let kind = match change.kind {
        ChangeKind::Softened => words::SOFTENED,
        ChangeKind::Hardened => words::HARDENED,
        ChangeKind::Restated => words::RESTATED,
        ChangeKind::Changed => words::CHANGED_OTHERWISE,
    };
    html! {
        (say(&index.name(&change.party))) ", " (say(&index.issue_titles(&change.issues))) ": " b { (kind) } ": "
        (claim_link(index, &change.to)) " (" (words::BEFORE_THAT) ": " (claim_links(index, std::slice::from_ref(&change.from))) ")"
    }
}

fn tracks(index: &Index<'_>, tracks: &[Track]) -> Markup {
    html! {
        p.key { b { (words::TRACKS) } }
        ul.list { @for track in tracks { li {
            bdi { (track.title) } ", " (words::WITH) " " (say(&words::and(&index.names(&track.with))))
            (quotes(index, &track.quotes))
        } } }
    }
}
