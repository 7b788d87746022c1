//! What would have to change? Question by question, parties in equal columns; and which offers are shut out.

use super::{
    matrix::limit_marks,
    open::{claim_link, claim_links, say},
    why::unless_every,
};
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::{Completeness, Knot, Opening, Party, ShutOut, World};

/// Ways shown at once; the others open beneath.
const SHOWN: usize = 12;

/// Ways that the page holds; beyond them they are counted.
const LISTED: usize = 100;

pub(super) fn section(index: &Index<'_>) -> Markup {
    let knots = &index.brief.answer.knots;
    html! {
        section #changes {
            h2 { (words::CHANGES) }
            @if knots.is_empty() {
                p.intro { (words::CHANGES_NONE) }
            } @else {
                p.intro { (words::CHANGES_INTRO) " " b { (words::NOT_AN_INTEREST) } }
                (table(index, knots))
            }
        }
    }
}

fn table(index: &Index<'_>, knots: &[Knot]) -> Markup {
    let columns: Vec<&Party> =
        index.brief.parties.iter().filter(|p| knots.iter().any(|k| k.holders.contains(&p.name))).collect();
    html! {
        table.wide.fix.ways {
            caption.vh { (words::CHANGES_TABLE) }
            thead { tr {
                @for p in &columns { th scope="col" { bdi { (p.title) } } }
                th scope="col" { (words::COULD_STAND) }
            } }
            @for knot in knots { (rows(index, &columns, knot)) }
        }
    }
}

fn rows(index: &Index<'_>, columns: &[&Party], knot: &Knot) -> Markup {
    let complete = knot.complete == Completeness::Complete;
    html! {
        tbody id={ "knot-" (knot.id) } {
            tr.k { th scope="rowgroup" colspan=(columns.len() + 1) {
                (say(&title(index, knot)))
                small { (words::ways(knot.openings.len(), complete)) }
                @if !knot.enough.is_empty() { small { (words::ENOUGH_FOR_THIS) ": " (enough(index, knot)) } }
            } }
            @for opening in knot.openings.iter().take(SHOWN) { (row(index, columns, knot, opening)) }
        }
        @if knot.openings.len() > SHOWN { (further(index, columns, knot)) }
    }
}

/// Ways beyond the first ones: each in a line, so that the table stays readable.
fn further(index: &Index<'_>, columns: &[&Party], knot: &Knot) -> Markup {
    let rest = knot.openings.iter().take(LISTED).skip(SHOWN);
    html! {
        tbody { tr { td colspan=(columns.len() + 1) {
            details {
                summary { (words::further_ways(knot.openings.len().saturating_sub(SHOWN))) }
                ul.list { @for opening in rest { li {
                    @for (n, name) in opening.limits.iter().enumerate() {
                        @if n > 0 { "; " }
                        @if let Some(limit) = index.limit(name) { b { (say(&index.name(&limit.holder))) } " " (limit_link(index, name)) }
                    }
                } } }
                @if knot.openings.len() > LISTED { p { (words::ways_beyond(knot.openings.len() - LISTED)) } }
            }
        } } }
    }
}

/// The issues of a knot; its limits where it is about none.
pub(super) fn title(index: &Index<'_>, knot: &Knot) -> String {
    match (knot.issues.is_empty(), knot.clashes.first().and_then(|id| index.clash(id))) {
        (true, Some(clash)) => index.clash_title(clash),
        _ => index.issue_titles(&knot.issues),
    }
}

fn enough(index: &Index<'_>, knot: &Knot) -> Markup {
    html! {
        @for (n, set) in knot.enough.iter().enumerate() {
            @if n > 0 { "; " }
            (say(&index.together(&set.parties))) (unless_every(index, &set.presence))
        }
    }
}

fn row(index: &Index<'_>, columns: &[&Party], knot: &Knot, opening: &Opening) -> Markup {
    html! {
        tr {
            @for party in columns { (cell(index, party, opening)) }
            td data-p=(words::COULD_STAND) { (world(index, knot, opening.world.as_ref())) }
        }
    }
}

fn cell(index: &Index<'_>, party: &Party, opening: &Opening) -> Markup {
    let own = |name: &&String| index.limit(name).is_some_and(|l| l.holder == party.name);
    let limits: Vec<&String> = opening.limits.iter().filter(own).collect();
    html! {
        td data-p=(party.title) class=[limits.is_empty().then_some("as")] {
            @if limits.is_empty() { (words::AS_STATED) }
            @for name in limits { div { (limit_link(index, name)) } }
        }
    }
}

/// A limit by its title, leading to the claim that carries it.
fn limit_link(index: &Index<'_>, name: &str) -> Markup {
    html! {
        @if let Some(limit) = index.limit(name) {
            @match limit.claims.first() {
                Some(claim) => a href={ "#claim-" (claim) } { (limit.title) },
                None => bdi { (limit.title) },
            }
            (limit_marks(index, limit))
        }
    }
}

/// What could stand, of the issues of the knot; for a knot about steps alone, their order.
fn world(index: &Index<'_>, knot: &Knot, world: Option<&World>) -> Markup {
    let Some(world) = world else {
        return html! { (words::NO_ONE_WORLD) };
    };
    let package: Vec<_> = world.package.iter().filter(|(issue, _)| knot.issues.contains(issue)).collect();
    html! {
        @for (issue, option) in &package { div { span.as { (say(&index.name(issue))) ":" } " " bdi { (index.option(issue, option)) } } }
        @if package.is_empty() { (words::WITNESS_STEPS) ": " (say(&index.names(&world.steps).join(", "))) }
    }
}

pub(super) fn shut_out(index: &Index<'_>) -> Markup {
    let list = &index.brief.answer.shut_out;
    html! {
        section #shut-out {
            h2 { (words::SHUT_OUT) }
            p.intro { (if list.iter().all(|s| s.sets.is_empty()) { words::SHUT_OUT_NONE } else { words::SHUT_OUT_INTRO }) }
            @if !list.is_empty() {
                table.wide {
                    caption.vh { (words::SHUT_OUT_TABLE) }
                    thead { tr { th scope="col" { (words::OFFER) } th scope="col" { (words::SHUT_OUT_BY) } } }
                    tbody { @for entry in list { (shut_out_row(index, entry)) } }
                }
            }
        }
    }
}

fn shut_out_row(index: &Index<'_>, entry: &ShutOut) -> Markup {
    let who = words::and(&index.names(&entry.holders));
    html! {
        tr {
            th scope="row" {
                @if entry.basis.0.is_empty() { (claim_link(index, &entry.claim)) } @else { (claim_links(index, &entry.basis.0)) }
                br;
                small {
                    (if entry.offer { words::OFFER_OF } else { words::ACCEPTANCE_OF }) " " (say(&who)) "; "
                    (words::READING_GIVEN) " " code { (entry.asked) }
                    @if entry.held != zopa_finding::Presence::Every { "; " (words::HELD) " " (say(&index.presence(&entry.held))) }
                }
            }
            td data-p=(words::SHUT_OUT_BY) {
                @if entry.sets.is_empty() { span.none { (words::NOT_SHUT_OUT) } }
                @for set in &entry.sets { div {
                    @for (n, name) in set.limits.iter().enumerate() {
                        @if n > 0 { "; " }
                        @if let Some(limit) = index.limit(name) { b { (say(&index.name(&limit.holder))) } " " (limit_link(index, name)) }
                    }
                    (unless_every(index, &set.presence))
                } }
                @if entry.complete == Completeness::AtLeast { small { (words::NOT_ALL_SETS) } }
            }
        }
    }
}
