//! What changed since an earlier state? Directly under the answer, where that was asked for; absent otherwise.
//!
//! Parties stand in columns of one width, in file order. Every line opens the claims it rests on.

use super::open::{claim_link, data, say};
use crate::shifts::{self, DIFFERS, Differs};
use crate::words::{self, since as said};
use crate::{index::Index, phrase::isolate};
use maud::{Markup, html};
use zopa_finding::{ClashShift, OfferShift, PositionShift, Shift, Since, Worded};

/// What was only said again, and clashes, offers and claims, shown at once; more of them open beneath.
const LISTED: usize = 4;

pub(super) fn section(index: &Index<'_>) -> Markup {
    html! { @if let Some(since) = &index.brief.since { (told(index, since)) } }
}

fn told(index: &Index<'_>, since: &Since) -> Markup {
    html! {
        section.since #since {
            div.row { h2 { (say(&index.since_heading(since))) } p.key { (say(&index.since_compared(since))) } }
            p {
                (say(&index.since_verdict(since)))
                @for enough in index.since_enough(since) { " " (say(&enough)) }
                @if shifts::same(since) { " " (said::NO_DIFFERENCE) }
            }
            @if !since.positions.is_empty() {
                div.cols { @for (party, shifts) in index.shifts_by_party(since) { (column(index, party, &shifts)) } }
            }
            (unchanged(index, since))
            (answers(index, since))
        }
    }
}

fn unchanged(index: &Index<'_>, since: &Since) -> Markup {
    let parties = index.unchanged(since);
    html! { @if !parties.is_empty() { p.note { (say(&said::unchanged(&parties))) } } }
}

/// What changed first; what was said again, and what was not, opens beneath where it is much.
fn column(index: &Index<'_>, party: Option<String>, shifts: &[&PositionShift]) -> Markup {
    let (quiet, loud): (Vec<&PositionShift>, Vec<&PositionShift>) = shifts.iter().partition(|s| shifts::repeats(s));
    html! {
        div {
            h3 { (say(party.as_deref().unwrap_or(said::NOBODYS))) }
            @if !loud.is_empty() { ul { @for shift in loud { li { (position(index, shift)) } } } }
            @for group in quiet.chunk_by(|a, b| (a.shift, &a.round) == (b.shift, &b.round)) {
                (repeated(index, group))
            }
        }
    }
}

/// Statements that were said again, or not, under one heading.
fn repeated(index: &Index<'_>, group: &[&PositionShift]) -> Markup {
    let heading = group.first().map(|shift| index.shift(shift)).unwrap_or_default();
    let list = group.iter().filter_map(|shift| shift.after.as_ref().or(shift.before.as_ref()));
    let lines: Vec<Markup> = list.map(|told| statement(index, told)).collect();
    html! { details { summary { b { (say(&heading)) } ": " (said::statements(lines.len())) } (list_of(&lines)) } }
}

fn list_of(lines: &[Markup]) -> Markup {
    html! { ul { @for line in lines { li { (line) } } } }
}

/// "softened, Harbour fee: the new words (before: the old words)".
fn position(index: &Index<'_>, shift: &PositionShift) -> Markup {
    let new = shift.after.as_ref().or(shift.before.as_ref());
    let before = shift.after.as_ref().and(shift.before.as_ref());
    html! {
        b { (say(&index.shift(shift))) }
        @if !shift.issues.is_empty() { ", " (say(&index.issue_titles(&shift.issues))) }
        ": " @if let Some(new) = new { (statement(index, new)) }
        @if let Some(old) = before { " (" (words::BEFORE_THAT) ": " (statement(index, old)) ")" }
        (by(index, shift))
        @if !shift.unknown.is_empty() {
            " (" (say(&said::not_compared(&shift.unknown.iter().map(|n| isolate(n)).collect::<Vec<_>>()))) ")"
        }
    }
}

/// The claims that end or deny it; for one that is compared, only that it is superseded.
fn by(index: &Index<'_>, shift: &PositionShift) -> Markup {
    let label = if shift.shift == Shift::Superseded { said::IN_ITS_PLACE } else { said::BY };
    html! {
        @if shift.after.is_some() && !shift.by.is_empty() {
            "; " (said::EARLIER_SUPERSEDED)
        } @else if !shift.by.is_empty() {
            "; " (label) ": "
            @for (n, claim) in shift.by.iter().enumerate() { @if n > 0 { "; " } (claim_link(index, claim)) }
        }
    }
}

/// What was said, linked to the first claim that says it and to the others; as words alone where the case has none of
/// them any more.
fn statement(index: &Index<'_>, told: &Worded) -> Markup {
    let mut claims = told.claims.iter().filter(|name| index.claim(name).is_some());
    html! {
        @match claims.next() {
            Some(first) => a href={ "#claim-" (first) } { (told.title) },
            None => (data(&told.title)),
        }
        @for (n, other) in claims.enumerate() { " " a.t href={ "#claim-" (other) } { "[" (n + 2) "]" } }
    }
}

/// Clashes, offers and claims, in columns of one width.
fn answers(index: &Index<'_>, since: &Since) -> Markup {
    let offers: Vec<Markup> = since.offers.iter().map(|shift| offer(index, shift)).collect();
    let new: Vec<Markup> = since.new_claims.iter().map(|name| claim_link(index, name)).collect();
    let gone: Vec<Markup> = since.gone_claims.iter().map(|claim| html! { (data(&claim.title)) }).collect();
    html! {
        @if since.clashes.len() + offers.len() + new.len() + gone.len() > 0 { div.cols {
            @for differs in DIFFERS {
                (block(differs.heading(), &of_kind(index, since, differs), LISTED))
            }
            (block(said::OFFERS, &offers, LISTED))
            (block(&said::new_claims(new.len()), &new, 0))
            (block(&said::gone_claims(gone.len()), &gone, 0))
        } }
    }
}

fn of_kind(index: &Index<'_>, since: &Since, differs: Differs) -> Vec<Markup> {
    let clashes = since.clashes.iter().filter(|shift| Differs::of(shift) == differs);
    clashes.map(|shift| clash(index, shift)).collect()
}

/// Lines under a heading: the first few at once, the others opening beneath; nothing where there are none.
fn block(heading: &str, lines: &[Markup], shown: usize) -> Markup {
    let (first, rest) = lines.split_at(shown.min(lines.len()));
    html! {
        @if !lines.is_empty() && shown == 0 {
            div { details { summary { b { (heading) } } (list_of(lines)) } }
        } @else if !lines.is_empty() {
            div {
                h3 { (heading) }
                (list_of(first))
                @if !rest.is_empty() { details { summary { (words::and_more(rest.len())) } (list_of(rest)) } }
            }
        }
    }
}

/// A clash with its limits, each opening its claims.
fn clash(index: &Index<'_>, shift: &ClashShift) -> Markup {
    html! {
        details {
            summary { (say(&index.clash_shift(shift))) }
            ul { @for held in &shift.limits { li { (say(&index.name(&held.holder))) ": " (statement(index, &held.limit)) } } }
        }
    }
}

fn offer(index: &Index<'_>, shift: &OfferShift) -> Markup {
    let verb = if shift.offer { words::OFFER_OF } else { words::ACCEPTANCE_OF };
    html! {
        b { (shifts::offer_state(shift.before, shift.after)) } ", " (verb) " "
        (say(&words::and(&index.names(&shift.holders)))) ": " (statement(index, &shift.claim))
    }
}
