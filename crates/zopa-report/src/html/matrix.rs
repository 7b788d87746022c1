//! Who has said what? Issues by parties, with firmness, round, and the places where nothing is reported.

use super::open::{claim_body, claim_link, claim_links, data, say};
use crate::{index::Index, standing::Standing, words};
use maud::{Markup, html};
use zopa_finding::{Claim, Firmness, Issue, Limit, Party, Position};

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
                    @for p in &columns { th scope="col" id={ "party-" (p.name) } { (data(&p.title)) } }
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
            th scope="row" { (data(&issue.title)) small { (options(issue)) } }
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
    html! {
        @if first == Some(position) {
            details {
                summary { (line(index, column, position, claim, html! { (data(&claim.title)) })) }
                (claim_body(index, claim)) (firmness_claims(index, &position.firmness))
            }
        } @else {
            div.again { (line(index, column, position, claim, claim_link(index, &claim.name))) }
        }
    }
}

fn line(index: &Index<'_>, column: &Party, position: &Position, claim: &Claim, title: Markup) -> Markup {
    html! {
        @if position.party != column.name { span.of { (say(&index.name(&position.party))) } }
        span.v { (words::verb(&position.verb)) ":" } " " (title)
        @for number in claim.reports.iter().filter_map(|r| index.source(r)?.number) { " " i.rp { (number) } }
        span.tags { (tags(index, position, claim)) }
    }
}

fn tags(index: &Index<'_>, position: &Position, claim: &Claim) -> Markup {
    let wish = position.verb == "seeks";
    // "Stated" is said of what is told one way, as a condition, and denied by nobody.
    let plain = index.claim_standing(claim) == Standing::Plain && !position.contested && !wish;
    html! {
        (standing_tag(index.claim_standing(claim), words::IN_VERSIONS))
        @if wish { " " i.t { (words::WISH) } }
        @for firmness in position.firmness.iter().filter(|f| plain || **f != Firmness::Stated) { (firmness_tag(firmness)) }
        @match (&position.not_repeated_since, &position.round) {
            (Some(since), _) => { " " (say(&words::not_repeated_since(&index.name(since)))) },
            (None, Some(round)) => { " " (say(&index.name(round))) },
            (None, None) => {},
        }
    }
}

fn told(firmness: &Firmness) -> (&'static str, &[String]) {
    match firmness {
        Firmness::Stated => (words::STATED, &[]),
        Firmness::ReportedSofter { claims } => (words::REPORTED_SOFTER, claims),
        Firmness::Tested { claims } => (words::TESTED, claims),
        Firmness::DepartedFrom { claims } => (words::DEPARTED, claims),
    }
}

/// How firmly a limit stands, as a mark.
pub(super) fn firmness_tag(firmness: &Firmness) -> Markup {
    html! { " " i.t { (told(firmness).0) } }
}

/// A mark for what is denied or told in versions.
pub(super) fn standing_tag(standing: Standing, version: &str) -> Markup {
    match standing {
        Standing::Plain => html! {},
        Standing::Denied => html! { " " i.t.c { (words::DENIED) } },
        Standing::Version => html! { " " i.t.c { (version) } },
    }
}

/// What marks a limit wherever it is named: a wish, denied, one version.
pub(super) fn limit_marks(index: &Index<'_>, limit: &Limit) -> Markup {
    html! {
        @if limit.wish { " " i.t { (words::WISH) } }
        (standing_tag(index.limit_standing(limit), words::ONE_VERSION))
    }
}

/// The claims that say how firmly it stands.
pub(super) fn firmness_claims(index: &Index<'_>, list: &[Firmness]) -> Markup {
    html! {
        @for (word, claims) in list.iter().map(told).filter(|(_, claims)| !claims.is_empty()) {
            p.rd { (word) ": " (claim_links(index, claims)) }
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
