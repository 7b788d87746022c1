//! What was said round by round, what changed, and what was not repeated?

use super::open::{claim_link, claim_links, data, quotes, say};
use crate::svg::{self, scale::in_order};
use crate::{index::Index, phrase::isolate, words};
use maud::{Markup, html};
use zopa_finding::{Change, ChangeKind, Round, RoundEntry, Track};

/// Claims of a round shown at once; more of them open beneath.
const LISTED: usize = 4;

pub(super) fn section(index: &Index<'_>) -> Markup {
    let rounds = in_order(index);
    let loose = index.brief.timeline.iter().filter(|entry| entry.round.is_none());
    html! {
        section #rounds {
            h2 { (words::ROUNDS) }
            p.intro { (if rounds.is_empty() { words::ROUNDS_NONE } else { words::ROUNDS_INTRO }) }
            @if !rounds.is_empty() { (picture(index)) }
            ol.rounds {
                @for (round, number) in rounds.iter().zip(1..) { (entry(index, round, number)) }
                @for entry in loose { li.no { h3 { (words::NO_ROUND) } (body(index, entry)) } }
            }
            @if !index.brief.tracks.is_empty() { (tracks(index, &index.brief.tracks)) }
        }
    }
}

/// The line of time, and the key to the marks it has.
fn picture(index: &Index<'_>) -> Markup {
    let expected = index.brief.rounds.iter().any(|round| round.expected);
    let (to_scale, in_order) = svg::rounds::kinds(index);
    let expires = index.brief.timeline.iter().any(|entry| !entry.expiries.is_empty());
    html! {
        p.key {
            i {} " " (words::pictures::KEY_HELD)
            @if expected { " " i.ho {} " " (words::EXPECTED) }
            @if to_scale { " " i.ln {} " " (words::pictures::KEY_SCALE) }
            @if in_order { " " i.ln.dt {} " " (words::pictures::KEY_ORDER) }
            @if expires { " " i.ln.ex {} " " (words::pictures::KEY_EXPIRES) " " b { "?" } " " (words::pictures::KEY_OPEN_END) }
            ". " (words::pictures::ROUNDS_LIST)
        }
        div.scroll tabindex="0" role="region" aria-label=(words::ROUNDS) { (svg::rounds::rounds(index)) }
    }
}

fn entry(index: &Index<'_>, round: &Round, number: usize) -> Markup {
    let told = index.brief.timeline.iter().filter(|entry| entry.round.as_ref() == Some(&round.name));
    html! {
        li.exp[round.expected] id={ "round-" (round.name) } {
            b.nr { (number) }
            (heading(index, round))
            @for entry in told { (body(index, entry)) }
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
    html! { h3 { (data(&round.title)) small { (say(&notes.join("; "))) } } (quotes(index, &round.quotes)) }
}

fn body(index: &Index<'_>, entry: &RoundEntry) -> Markup {
    html! {
        @if !entry.leaders.is_empty() {
            h4 { (words::LED_BY) }
            ul { @for (party, leaders, claim) in &entry.leaders {
                li { (say(&index.name(party))) ": " (data(leaders)) " (" (claim_link(index, claim)) ")" }
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
            (data(&track.title)) ", " (words::WITH) " " (say(&words::and(&index.names(&track.with))))
            (quotes(index, &track.quotes))
        } } }
    }
}
