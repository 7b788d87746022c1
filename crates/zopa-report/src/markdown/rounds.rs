//! What was said round by round, and what differs between rounds?

use super::doc::Doc;
use super::inline::{Inline, text};
use crate::words::{self, screen};
use zopa_finding::{Change, ChangeKind, RoundEntry};

/// A heading for each round, with what changed in it, what was not repeated, what ends, and who led.
pub(super) fn section(doc: &mut Doc<'_>) {
    let all = &doc.brief().timeline;
    doc.heading(2, words::ROUNDS);
    doc.paragraph(text(if all.is_empty() { words::ROUNDS_NONE } else { words::ROUNDS_INTRO }));
    for entry in all {
        one(doc, entry);
    }
}

fn one<'a>(doc: &mut Doc<'a>, entry: &'a RoundEntry) {
    let round = entry.round.as_ref().and_then(|name| doc.names.index.round(name));
    doc.heading(3, round.map_or(words::NO_ROUND, |round| round.title.as_str()));
    let mut items: Vec<Inline> = Vec::new();
    if let Some(round) = round {
        let date = round.on.as_deref().filter(|date| *date != "?").unwrap_or(words::NO_DATE);
        let mut said = vec![date.to_owned()];
        said.extend(round.expected.then(|| words::EXPECTED.to_owned()));
        said.extend(round.after_outside.then(|| words::OUTSIDE.to_owned()));
        let quotes = doc.quotes(round.quotes.iter().copied());
        items.push(text(&words::capital(&words::list(&said))).and(quotes));
    }
    let index = &doc.names.index;
    let mut push = |label: &str, told: Vec<String>| {
        if !told.is_empty() {
            items.push(text(&screen::labelled(label, &words::list(&told))));
        }
    };
    push(words::SAID, index.names(&entry.claims));
    push(words::CHANGED, entry.changes.iter().map(|change| changed(doc, change)).collect());
    push(words::NOT_REPEATED_HERE, index.names(&entry.not_repeated));
    push(words::EXPIRES, entry.expiries.iter().map(|(claim, date)| expires(doc, claim, date)).collect());
    let led = |(party, leaders, _): &'a (String, String, String)| screen::labelled(&index.name(party), leaders);
    push(words::LED_BY, entry.leaders.iter().map(led).collect());
    doc.list(&items);
}

fn changed<'a>(doc: &Doc<'a>, change: &'a Change) -> String {
    let index = &doc.names.index;
    let kind = match change.kind {
        ChangeKind::Softened => words::SOFTENED,
        ChangeKind::Hardened => words::HARDENED,
        ChangeKind::Restated => words::RESTATED,
        ChangeKind::Changed => words::CHANGED_OTHERWISE,
    };
    let before = screen::labelled(words::BEFORE_THAT, &index.name(&change.from));
    let said = screen::remark(&index.name(&change.to), &words::list(&[kind.to_owned(), before]));
    screen::labelled(&index.name(&change.party), &said)
}

fn expires<'a>(doc: &Doc<'a>, claim: &'a str, date: &str) -> String {
    screen::labelled(&doc.names.index.name(claim), if date == "?" { words::EXPIRY_UNKNOWN } else { date })
}
