//! Who has said what? Issues by parties, with firmness, round, and the places where nothing is reported.

use super::open::{claim_body, claim_links, report_marks, say};
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::{Firmness, Issue, Party, Position};

pub(super) fn section(index: &Index<'_>) -> Markup {
    let columns: Vec<&Party> = index.brief.parties.iter().filter(|p| p.of.is_none()).collect();
    let bodies: Vec<&Party> = index.brief.parties.iter().filter(|p| p.of.is_some()).collect();
    html! {
        section #positions {
            h2 { (words::POSITIONS) }
            p.intro { (words::POSITIONS_INTRO) }
            table.wide.fix.matrix {
                caption.vh { (words::POSITIONS_TABLE) }
                thead { tr {
                    th scope="col" { (words::ISSUE) }
                    @for p in &columns { th scope="col" id={ "party-" (p.name) } { bdi { (p.title) } } }
                } }
                tbody { @for issue in &index.brief.issues { (row(index, &columns, issue)) } }
            }
            (key(&bodies, index))
        }
    }
}

fn row(index: &Index<'_>, columns: &[&Party], issue: &Issue) -> Markup {
    let any = index.brief.positions.iter().any(|p| p.issue == issue.name);
    html! {
        tr id={ "issue-" (issue.name) } {
            th scope="row" { bdi { (issue.title) } small { (options(issue)) } }
            @if any {
                @for party in columns { (cell(index, party, issue)) }
            } @else {
                td.none colspan=(columns.len()) { (words::NO_POSITION) (mentions(index, issue)) }
            }
        }
    }
}

fn options(issue: &Issue) -> Markup {
    html! {
        @if issue.options.is_empty() { (words::NO_OPTIONS) }
        @for (n, option) in issue.options.iter().enumerate() {
            @if n > 0 { " · " }
            bdi { @if option.title.is_empty() { (option.name) } @else { (option.title) } }
        }
    }
}

/// Claims about an issue on which nobody takes a position.
fn mentions(index: &Index<'_>, issue: &Issue) -> Markup {
    let about = index.brief.claims.iter().filter(|c| c.about.contains(&issue.name));
    let names: Vec<String> = about.map(|c| c.name.clone()).collect();
    html! { @if !names.is_empty() { " " (claim_links(index, &names)) } }
}

fn cell(index: &Index<'_>, party: &Party, issue: &Issue) -> Markup {
    let here = |p: &&Position| p.issue == issue.name && index.column(&p.party) == party.name;
    let held: Vec<&Position> = index.brief.positions.iter().filter(here).collect();
    html! {
        td data-p=(party.title) class=[held.is_empty().then_some("none")] {
            @if held.is_empty() { (words::NOT_REPORTED) }
            @for position in held { (entry(index, party, position)) }
        }
    }
}

/// One position. It opens its words where the claim comes first, and leads there where it comes again.
fn entry(index: &Index<'_>, column: &Party, position: &Position) -> Markup {
    let Some(claim) = index.claim(&position.claim) else {
        return html! {};
    };
    let first = index.brief.positions.iter().find(|p| p.claim == position.claim);
    let line = html! {
        @if position.party != column.name { span.of { (say(&index.name(&position.party))) } }
        span.v { (words::verb(&position.verb)) ":" } " "
        span dir="auto" { (claim.title) }
        (report_marks(index, &claim.reports))
        span.tags { (tags(index, position)) }
    };
    html! {
        @if first == Some(position) { details { summary { (line) } (claim_body(index, claim)) } }
        @else { div { (line) " " a.more href={ "#claim-" (claim.name) } { (words::WHOLE_ENTRY) } } }
    }
}

fn tags(index: &Index<'_>, position: &Position) -> Markup {
    html! {
        @for firmness in &position.firmness { (firmness_tag(firmness)) }
        @if position.contested { " " i.t.c { (words::CONTESTED) } }
        @match (&position.not_repeated_since, &position.round) {
            (Some(since), _) => { " " (say(&words::not_repeated_since(&index.name(since)))) },
            (None, Some(round)) => { " " (say(&index.name(round))) },
            (None, None) => {},
        }
    }
}

/// How firmly a limit stands, linked to the first claim that says so.
pub(super) fn firmness_tag(firmness: &Firmness) -> Markup {
    let (word, claims) = match firmness {
        Firmness::Stated => return html! { " " i.t { (words::STATED) } },
        Firmness::ReportedSofter { claims } => (words::REPORTED_SOFTER, claims),
        Firmness::Tested { claims } => (words::TESTED, claims),
        Firmness::DepartedFrom { claims } => (words::DEPARTED, claims),
    };
    html! {
        " "
        @match claims.first() {
            Some(claim) => a.t href={ "#claim-" (claim) } { (word) },
            None => i.t { (word) },
        }
    }
}

/// What the marks mean, and the bodies with their parties.
fn key(bodies: &[&Party], index: &Index<'_>) -> Markup {
    html! {
        p.key { @for (n, (word, means)) in words::firmness_key().iter().enumerate() { @if n > 0 { "; " } b { (word) } ": " (means) } "." }
        @if !bodies.is_empty() {
            p.key { b { (words::BODIES) } ": " @for (n, body) in bodies.iter().enumerate() {
                @if n > 0 { "; " }
                span id={ "party-" (body.name) } { (say(&words::body_of(&index.name(&body.name), &index.name(index.column(&body.name))))) }
            } "." }
        }
    }
}
