//! Who has said what? A table for each issue.

use super::doc::Doc;
use super::inline::{Inline, text};
use crate::standing::Standing;
use crate::words::{self, markdown, screen};
use zopa_finding::{Firmness, Issue, Position};

/// Positions by issue, parties in the order of the case; a body stands under its own name.
pub(super) fn section(doc: &mut Doc<'_>) {
    doc.heading(2, words::POSITIONS);
    for issue in &doc.brief().issues {
        doc.heading(3, &issue.title);
        doc.paragraph(options(doc, issue));
        table(doc, issue);
    }
}

fn options<'a>(doc: &Doc<'a>, issue: &'a Issue) -> Inline {
    if issue.options.is_empty() {
        return text(&words::capital(words::NO_OPTIONS)).then('.');
    }
    let titles: Vec<String> =
        issue.options.iter().map(|option| doc.names.index.option(&issue.name, &option.name).to_owned()).collect();
    text(&screen::labelled(markdown::OPTIONS, &words::list(&titles))).then('.')
}

/// A row for each position; one for each party of which none is reported.
fn table<'a>(doc: &mut Doc<'a>, issue: &'a Issue) {
    let brief = doc.brief();
    if !brief.positions.iter().any(|position| position.issue == issue.name) {
        return doc.paragraph(text(words::NO_POSITION));
    }
    let mut rows = Vec::new();
    for party in &brief.parties {
        let held: Vec<&Position> =
            brief.positions.iter().filter(|p| p.issue == issue.name && p.party == party.name).collect();
        if held.is_empty() && party.of.is_none() {
            rows.push(vec![text(&party.title), text(words::NOT_REPORTED), Inline::default()]);
        }
        rows.extend(held.into_iter().map(|position| row(doc, &party.title, position)));
    }
    doc.table(&[words::PARTY, markdown::POSITION, markdown::QUOTES], &rows);
}

fn row<'a>(doc: &mut Doc<'a>, party: &'a str, position: &'a Position) -> Vec<Inline> {
    let said = screen::labelled(words::verb(&position.verb), &doc.names.index.name(&position.claim));
    let marks = marks(doc, position);
    let said = if marks.is_empty() { said } else { screen::remark(&said, &words::list(&marks)) };
    vec![text(party), text(&said), doc.quotes_of([&position.claim])]
}

fn marks<'a>(doc: &Doc<'a>, position: &'a Position) -> Vec<String> {
    let index = &doc.names.index;
    let standing = index.claim(&position.claim).map_or(Standing::Plain, |claim| index.claim_standing(claim));
    let wish = position.verb == "seeks";
    let plain = standing == Standing::Plain && !position.contested && !wish;
    let mut marks: Vec<String> = Vec::new();
    marks.extend(match standing {
        Standing::Plain => None,
        Standing::Denied => Some(words::DENIED.to_owned()),
        Standing::Version => Some(words::IN_VERSIONS.to_owned()),
    });
    marks.extend(wish.then(|| words::WISH.to_owned()));
    let firmness = position.firmness.iter().filter(|f| plain || **f != Firmness::Stated);
    marks.extend(firmness.map(|one| words::firmness(one).to_owned()));
    marks.extend(match (&position.not_repeated_since, &position.round) {
        (Some(since), _) => Some(words::not_repeated_since(&index.name(since))),
        (None, Some(round)) => Some(index.name(round)),
        (None, None) => None,
    });
    marks
}
