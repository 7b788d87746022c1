//! What was said, claim by claim? Every claim has its one entry here; other sections lead to it.

use super::open::{claim_link, claim_links, quotes, reading, report_marks, say};
use crate::{index::Index, telling::telling, words};
use maud::{Markup, html};
use zopa_finding::{Brief, Claim};

/// Claims that no table of positions, clash, order or round's head shows: roles, assessments, preconditions.
pub(super) fn others(index: &Index<'_>) -> Markup {
    let list: Vec<&Claim> = index.brief.claims.iter().filter(|c| !shown(index.brief, c)).collect();
    html! {
        @if !list.is_empty() {
            section #others {
                h2 { (words::OTHER_CLAIMS) }
                p.intro { (words::OTHER_CLAIMS_INTRO) }
                ul.list.two-up { @for claim in list { li {
                    (claim_link(index, &claim.name)) (report_marks(index, &claim.reports)) (about(index, claim))
                } } }
            }
        }
    }
}

fn shown(brief: &Brief, claim: &Claim) -> bool {
    let name = &claim.name;
    brief.positions.iter().any(|p| p.claim == *name)
        || brief.limits.iter().any(|l| l.claims.contains(name))
        || brief.claims.iter().any(|c| c.denied_by.contains(name))
        || brief.steps.iter().flat_map(|s| &s.waits).any(|w| w.claim.as_ref() == Some(name))
        || brief.answer.shut_out.iter().any(|s| s.claim == *name)
        || brief.timeline.iter().flat_map(|r| &r.leaders).any(|(_, _, c)| c == name)
}

fn about(index: &Index<'_>, claim: &Claim) -> Markup {
    html! { @if !claim.about.is_empty() { " " small { (words::ABOUT) " " (say(&index.issue_titles(&claim.about))) } } }
}

pub(super) fn section(index: &Index<'_>) -> Markup {
    html! {
        section #claims {
            h2 { (words::ALL_CLAIMS) }
            p.intro { (if index.brief.claims.is_empty() { words::NO_CLAIMS } else { words::ALL_CLAIMS_INTRO }) }
            div.entries { @for claim in &index.brief.claims { (entry(index, claim)) } }
        }
    }
}

fn entry(index: &Index<'_>, claim: &Claim) -> Markup {
    html! {
        article.entry id={ "claim-" (claim.name) } {
            h4 dir="auto" { (claim.title) }
            @if claim.suppose { p { (words::SUPPOSED) } }
            @if claim.unconfirmed { p { (words::unconfirmed::UNCONFIRMED) } }
            @for statement in &claim.statements { (reading(statement)) }
            @if claim.statements.is_empty() { p { (words::NO_READING) } }
            @for saying in &claim.sayings { p { (say(&telling(index, saying))) } (quotes(index, &saying.quotes)) }
            @if claim.sayings.iter().all(|s| s.quotes.is_empty()) { p { (words::NO_QUOTE) } }
            (foot(index, claim))
        }
    }
}

fn foot(index: &Index<'_>, claim: &Claim) -> Markup {
    let mut notes = Vec::new();
    if !claim.reports.is_empty() {
        notes.push(words::carried_by(&index.report_list(&claim.reports), claim.origins as usize));
    }
    let dated = claim.sayings.iter().any(|s| s.round.is_some());
    notes.extend(claim.round.as_ref().filter(|_| !dated).map(|r| index.name(r)));
    notes.extend((!claim.about.is_empty()).then(|| format!("{} {}", words::ABOUT, index.issue_titles(&claim.about))));
    notes.extend(claim.coded_by.as_ref().map(|w| words::coded_by(&crate::phrase::isolate(w))));
    notes.extend(claim.checked_by.as_ref().map(|w| words::checked_by(&crate::phrase::isolate(w))));
    html! {
        @if !notes.is_empty() { p { (say(&notes.join(" · "))) } }
        @if !claim.denied_by.is_empty() { p { (words::DENIED_BY) " " (claim_links(index, &claim.denied_by)) } }
        @if !claim.questions.is_empty() {
            p { (words::DECIDED_BY) ": " @for (n, name) in claim.questions.iter().enumerate() {
                @if n > 0 { "; " }
                a href={ "#question-" (name) } { @match index.question(name) { Some(q) => (say(&index.question_title(q))), None => (name) } }
            } }
        }
    }
}
