//! In what order? The picture of steps and gates, and the table that holds the same.

use super::{
    holding,
    matrix::standing_tag,
    open::{claim_link, claim_links, data, quotes_inline, say},
};
use crate::{index::Index, standing::Standing, svg, words};
use maud::{Markup, html};
use zopa_finding::{StepEntry, StepTaken, Wait};

pub(super) fn section(index: &Index<'_>) -> Markup {
    let steps = &index.brief.steps;
    let numbered = svg::steps::numbered(index);
    let quoted = steps.iter().any(|s| !s.quotes.is_empty());
    html! {
        section #order {
            h2 { (words::ORDER) }
            p.intro { (if steps.is_empty() { words::ORDER_NONE } else { words::ORDER_INTRO }) }
            @if !steps.is_empty() {
                (key(index))
                div.scroll tabindex="0" role="region" aria-label=(words::ORDER) { (svg::steps::steps(index)) }
                table.wide {
                    caption.vh { (words::ORDER_TABLE) }
                    thead { tr {
                        @for head in [words::STEP, words::BY, words::TAKEN, words::WAITS_FOR] { th scope="col" { (head) } }
                        @if quoted { th scope="col" { (words::SAID_IN) } }
                    } }
                    tbody { @for (step, number) in steps.iter().zip(1..) { (row(index, step, quoted, numbered.then_some(number))) } }
                }
                (holding::parts(index))
            }
        }
    }
}

/// The marks and lines that there are.
fn key(index: &Index<'_>) -> Markup {
    let any = |what: fn(&StepEntry) -> bool| index.brief.steps.iter().any(what);
    html! {
        p.key {
            @if any(|s| !s.gate && s.taken != StepTaken::Optional) { i {} " " (words::pictures::KEY_STEP) }
            @if any(|s| !s.gate && s.taken == StepTaken::Optional) { " " i.ho {} " " (words::OPTIONAL) }
            @if any(|s| s.gate) { " " i.gt {} " " (words::pictures::KEY_GATE) }
            @if any(|s| s.irreversible && !s.gate) { " " i.sq {} " " (words::IRREVERSIBLE) }
            @if any(|s| s.waits.iter().any(|w| w.contested)) { " " i.ln.ds {} " " (words::pictures::KEY_CONTESTED) }
            @if svg::steps::numbered(index) { ". " (words::pictures::NUMBERS) }
        }
    }
}

fn row(index: &Index<'_>, step: &StepEntry, quoted: bool, number: Option<usize>) -> Markup {
    let by = if step.by.is_empty() { words::BY_NOBODY.to_owned() } else { words::and(&index.names(&step.by)) };
    html! {
        tr id={ "step-" (step.name) } {
            th scope="row" {
                @if let Some(number) = number { b.nr { (number) } " " }
                (data(&step.title))
                @if step.gate { " " i.t { (words::GATE) } }
                @if step.irreversible { " " i.t { (words::IRREVERSIBLE) } }
            }
            td data-p=(words::BY) { (say(&by)) }
            td data-p=(words::TAKEN) { (taken(&step.taken)) }
            td data-p=(words::WAITS_FOR) {
                @if step.waits.is_empty() { span.none { (words::NO_WAIT) } }
                @for wait in &step.waits { div { (waits(index, wait)) } }
                (also(index, step))
            }
            @if quoted { td data-p=(words::SAID_IN) { (quotes_inline(index, &step.quotes)) } }
        }
    }
}

fn taken(taken: &StepTaken) -> Markup {
    match taken {
        StepTaken::Always => html! { (words::ALWAYS) },
        StepTaken::When { condition } => html! { (words::TAKEN_WHERE) " " (data(condition)) },
        StepTaken::Optional => html! { (words::OPTIONAL) },
    }
}

fn waits(index: &Index<'_>, wait: &Wait) -> Markup {
    let step = index.name(&wait.for_step);
    let said = if wait.only { words::only_after(&step) } else { words::after_if_both(&step) };
    html! {
        (say(&said)) ": "
        @match &wait.claim { Some(claim) => (claim_link(index, claim)), None => (words::RULE_OF_CASE) }
        @if let Some(claim) = wait.claim.as_ref().filter(|_| wait.contested).and_then(|c| index.claim(c)) {
            (standing_tag(index.claim_standing(claim), words::IN_VERSIONS))
        }
    }
}

/// What else is said of a step; and that all of it can stand together, where several claims give its order.
fn also(index: &Index<'_>, step: &StepEntry) -> Markup {
    let waits: Vec<&String> = step.waits.iter().filter_map(|w| w.claim.as_ref()).collect();
    let rest: Vec<String> = step.about.iter().filter(|c| !waits.contains(c)).cloned().collect();
    let all: Vec<&String> = waits.iter().copied().chain(&rest).collect();
    html! {
        @if !rest.is_empty() { div { (words::ALSO_SAID) ": " (claim_links(index, &rest)) } }
        @if !waits.is_empty() && !rest.is_empty() && compatible(index, &all) { div { b { (words::COMPATIBLE) } } }
    }
}

/// In no clash, denied by nobody, and none of them one version among several.
fn compatible(index: &Index<'_>, claims: &[&String]) -> bool {
    let plain = |c: &&String| index.claim(c).is_some_and(|c| index.claim_standing(c) == Standing::Plain);
    let clashing = |c: &&String| index.answer.clashes.iter().any(|clash| clash.basis.0.contains(c));
    claims.iter().all(plain) && !claims.iter().any(clashing)
}
