//! What does the page assume, what can it not know, and what was left out of the reports?

use super::open::{claim_link, data, said, say};
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::{Assumption, AssumptionKind, Rule, Source};

pub(super) fn section(index: &Index<'_>) -> Markup {
    let list = &index.brief.assumptions;
    html! {
        section #assumes {
            h2 { (words::ASSUMES) }
            p.intro { (if list.is_empty() { words::ASSUMES_NONE } else { words::ASSUMES_INTRO }) }
            (group(index, AssumptionKind::Rule, words::ASSUMED_RULES))
            (group(index, AssumptionKind::Supposition, words::ASSUMED_SUPPOSITIONS))
            (group(index, AssumptionKind::Unquoted, words::ASSUMED_UNQUOTED))
            (group(index, AssumptionKind::Outside, words::ASSUMED_OUTSIDE))
            (readings(index))
            (rules(index))
            h3.sub { (words::CANNOT) }
            ul { @for sentence in words::CANNOT_KNOW { li { (sentence) } } }
        }
    }
}

fn of<'a>(index: &Index<'a>, kind: AssumptionKind) -> Vec<&'a Assumption> {
    index.brief.assumptions.iter().filter(|a| a.kind == kind).collect()
}

fn group(index: &Index<'_>, kind: AssumptionKind, title: &str) -> Markup {
    let list = of(index, kind);
    html! {
        @if !list.is_empty() {
            h3.sub { (title) }
            ul.list { @for assumption in list { li { (entry(index, assumption)) } } }
        }
    }
}

/// Readings are many: they open on demand, and each claim's entry has its own.
fn readings(index: &Index<'_>) -> Markup {
    let list = of(index, AssumptionKind::Reading);
    html! {
        @if !list.is_empty() {
            details {
                summary { h4 { (words::ASSUMED_READINGS) } " " small { (list.len()) } }
                ul.list { @for assumption in list { li { (entry(index, assumption)) } } }
            }
        }
    }
}

fn entry(index: &Index<'_>, assumption: &Assumption) -> Markup {
    html! {
        @if index.claim(&assumption.name).is_some() { (claim_link(index, &assumption.name)) }
        @else if !assumption.name.is_empty() { (say(&index.name(&assumption.name))) }
        @if assumption.kind != AssumptionKind::Reading && index.title(&assumption.name) != assumption.text {
            @if !assumption.name.is_empty() { ": " }
            span dir="auto" { (assumption.text) }
        }
        @if let Some(because) = &assumption.because { "; " (words::REASON) ": " (data(because)) }
    }
}

/// Rules that a claim reports; the case's own stand among the assumptions.
fn rules(index: &Index<'_>) -> Markup {
    let reported: Vec<(&Rule, &String)> =
        index.brief.rules.iter().filter_map(|r| Some((r, r.claim.as_ref()?))).collect();
    html! {
        @if !reported.is_empty() {
            h3.sub { (words::RULES) }
            ul.list { @for (rule, claim) in reported { li { code { (rule.text) } ": " (claim_link(index, claim)) } } }
        }
    }
}

/// What was left out, with the reason and the words.
pub(super) fn left_out(index: &Index<'_>) -> Markup {
    let any = index.brief.sources.iter().any(|s| !s.omits.is_empty());
    html! {
        section #left-out {
            h2 { (words::LEFT_OUT) }
            p.intro { (if any { words::LEFT_OUT_INTRO } else { words::LEFT_OUT_NONE }) }
            @if any { ul.list { @for source in &index.brief.sources { (omissions(index, source)) } } }
        }
    }
}

fn omissions(index: &Index<'_>, source: &Source) -> Markup {
    html! {
        @for (n, omission) in source.omits.iter().enumerate() {
            li id={ "omit-" (source.name) "-" (n + 1) } {
                (say(&words::capital(&index.report(&source.name)))) ": " span dir="auto" { (omission.what) } ". "
                @if let Some(quote) = index.quote(omission.quote) { a href={ "#quote-" (quote.number) } { (said(&quote.words)) } }
            }
        }
    }
}
