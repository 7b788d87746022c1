//! What was said, claim by claim, how is it read, and who says it?

use super::doc::Doc;
use super::inline::{Inline, joined, text};
use crate::telling::telling;
use crate::words::{self, markdown, screen};
use zopa_finding::{Claim, Saying, Statement};

/// A table of all claims.
pub(super) fn section(doc: &mut Doc<'_>) {
    let all = &doc.brief().claims;
    doc.heading(2, words::ALL_CLAIMS);
    doc.paragraph(text(if all.is_empty() { words::NO_CLAIMS } else { words::ALL_CLAIMS_INTRO }));
    let rows: Vec<Vec<Inline>> = all.iter().map(|claim| row(doc, claim)).collect();
    doc.table(&[markdown::CLAIM, words::READING_HEAD, markdown::TOLD_BY], &rows);
}

fn row<'a>(doc: &mut Doc<'a>, claim: &'a Claim) -> Vec<Inline> {
    let title = match (claim.suppose, claim.unconfirmed) {
        (true, _) => screen::remark(&claim.title, words::SUPPOSED),
        (_, true) => screen::remark(&claim.title, words::unconfirmed::UNCONFIRMED),
        _ => claim.title.clone(),
    };
    let denied = doc.names.index.names(&claim.denied_by);
    let denied = (!denied.is_empty()).then(|| text(&screen::labelled(words::DENIED_BY, &words::list(&denied))));
    let told: Vec<Inline> = claim.sayings.iter().map(|saying| said(doc, saying)).collect();
    let told = if told.is_empty() { text(words::NO_QUOTE) } else { joined(told, '.') };
    let title = joined(std::iter::once(text(&title)).chain(denied), '.');
    let read = joined(claim.statements.iter().map(reading), '.');
    vec![title, if read.is_empty() { text(words::STROKE) } else { read }, told]
}

fn reading(statement: &Statement) -> Inline {
    let because = statement.because.as_ref().map(|because| text(&markdown::reason(because)));
    joined(std::iter::once(text(&statement.text)).chain(because), ';')
}

fn said<'a>(doc: &mut Doc<'a>, saying: &'a Saying) -> Inline {
    let who = text(&words::capital(&telling(&doc.names.index, saying)));
    let quotes = doc.quotes(saying.quotes.iter().copied());
    if quotes.is_empty() { who.then(':').and(text(words::NO_QUOTE)) } else { who.and(quotes) }
}
