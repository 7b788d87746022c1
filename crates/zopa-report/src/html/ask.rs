//! What to ask next? Neutral questions to each party, and what each answer would settle.

use super::live::Live;
use super::open::{claim_links, clash_list, data, say};
use crate::phrase::level;
use crate::words::switches as told;
use crate::{asked::question, index::Index, words};
use maud::{Markup, html};
use zopa_finding::{AskNext, HingeKind, Party, Settles};

pub(super) fn section(live: &Live<'_, '_>) -> Markup {
    let index = live.index;
    let asked = |p: &&Party| index.brief.ask.iter().any(|a| a.party == p.name);
    let parties: Vec<&Party> = index.brief.parties.iter().filter(asked).collect();
    html! {
        section #ask {
            h2 { (words::ASK) }
            p.intro { (if parties.is_empty() { words::ASK_NONE } else { words::ASK_INTRO }) }
            @if live.any() { p.note data-set hidden { (told::TOLD_OPEN) } }
            @if !parties.is_empty() {
                div.cols { @for party in parties { div {
                    h3 { (data(&party.title)) }
                    @for ask in index.brief.ask.iter().filter(|a| a.party == party.name) { (entry(index, ask)) }
                } } }
            }
        }
    }
}

fn entry(index: &Index<'_>, ask: &AskNext) -> Markup {
    html! {
        p { (say(&question(index, &ask.inquiry))) }
        small {
            (words::SETTLES) ": " (settles(index, &ask.settles)) "."
            @if !ask.basis.0.is_empty() { " " (words::CLAIMS) ": " (claim_links(index, &ask.basis.0)) }
        }
    }
}

/// The answers that turn on it, then the clashes concerned.
fn settles(index: &Index<'_>, settles: &Settles) -> Markup {
    let levels: Vec<String> = settles.levels.iter().map(|l| level(*l).to_owned()).collect();
    let report = settles.hinge.as_ref().filter(|(kind, _)| *kind != HingeKind::Question);
    html! {
        @if levels.is_empty() && settles.clashes.is_empty() { (words::SETTLES_POSITION) }
        (words::and(&levels))
        @if let Some((kind, name)) = report { " (" (say(&index.hinge_title(*kind, name))) ")" }
        @if !settles.clashes.is_empty() {
            @if !levels.is_empty() { "; " }
            (words::clashes(settles.clashes.len())) ": "
            (clash_list(index, &settles.clashes, usize::MAX))
        }
    }
}
