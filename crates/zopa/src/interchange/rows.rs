//! What is a claim of the case as a row of a table?

use crate::Read;
use zopa_formats::{ClaimRow, Telling, table::SAME};
use zopa_syntax::Part;
use zopa_syntax::ast::{Claim, Item, ItemKind, Name, Quote, Saying, Words};

/// All claims as rows: those with private lines only where private ones are asked for. Beside them, how many were left
/// out.
pub fn claim_rows(read: &Read, private: bool) -> (Vec<ClaimRow>, usize) {
    let (rows, left_out): (Vec<_>, Vec<_>) = claims(read).partition(|(item, _)| private || is_public(read, item));
    (rows.into_iter().map(|(item, claim)| row(item, claim)).collect(), left_out.len())
}

/// The same as a table for a spreadsheet.
pub fn claims_table(read: &Read, private: bool) -> (String, usize) {
    let (rows, left_out) = claim_rows(read, private);
    (zopa_formats::table::write(&rows), left_out)
}

/// The claims, rejected ones too; no supposition is one.
pub(super) fn claims(read: &Read) -> impl Iterator<Item = (&Item, &Claim)> {
    read.tree.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Claim(claim) if !claim.suppose => Some((item, claim)),
        _ => None,
    })
}

/// Is no line of it private?
pub(super) fn is_public(read: &Read, item: &Item) -> bool {
    let private = |span| read.tree.why(Part::Private, span).is_some();
    let ItemKind::Claim(claim) = &item.kind else { return false };
    let sayings = claim.sayings.iter();
    let mut lines = sayings
        .clone()
        .map(|one| one.span)
        .chain(sayings.flat_map(|one| &one.quotes).chain(&item.quotes).map(|one| one.span));
    !private(item.span) && !lines.any(private)
}

pub(super) fn row(item: &Item, claim: &Claim) -> ClaimRow {
    ClaimRow {
        name: claim.name.text.clone(),
        title: Some(claim.title.text.clone()),
        status: Some(status(item, claim).to_owned()),
        reason: Some(text(claim.rejected.as_ref())),
        statements: Some(claim.statements.iter().map(|one| one.text.clone()).collect()),
        tellings: Some(tellings(item, claim).iter().map(told).collect()),
        round: Some(claim.round.as_ref().map(|name| name.text.clone()).unwrap_or_default()),
        about: Some(names(&claim.about)),
        coded_by: Some(text(claim.coded_by.as_ref())),
        checked_by: Some(text(claim.checked_by.as_ref())),
    }
}

/// Nobody has accepted it; somebody has; somebody did not.
pub(super) fn status(item: &Item, claim: &Claim) -> &'static str {
    match (&claim.rejected, item.unconfirmed) {
        (Some(_), _) => "rejected",
        (None, Some(_)) => "unconfirmed",
        (None, None) => "confirmed",
    }
}

fn text(words: Option<&Words>) -> String {
    words.map(|words| words.text.clone()).unwrap_or_default()
}

pub(super) fn names(names: &[Name]) -> String {
    names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(", ")
}

/// One line of the tellings: where it stands in the file.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub saying: Option<&'a Saying>,
    /// Not the first line of its saying.
    pub same: bool,
    pub quote: Option<&'a Quote>,
}

/// The tellings in the order of the file.
pub(super) fn tellings<'a>(item: &'a Item, claim: &'a Claim) -> Vec<Line<'a>> {
    let mut lines: Vec<(u32, Line<'a>)> = Vec::new();
    for quote in &item.quotes {
        lines.push((quote.span.start, Line { saying: None, same: false, quote: Some(quote) }));
    }
    for saying in &claim.sayings {
        let own = Some(saying);
        if saying.quotes.is_empty() {
            lines.push((saying.span.start, Line { saying: own, same: false, quote: None }));
        }
        for (at, quote) in saying.quotes.iter().enumerate() {
            lines.push((quote.span.start, Line { saying: own, same: at > 0, quote: Some(quote) }));
        }
    }
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().map(|(_, line)| line).collect()
}

pub(super) fn told(line: &Line<'_>) -> Telling {
    let quote = line.quote;
    let first = line.saying.filter(|_| !line.same);
    let one = |name: Option<&Name>| name.map(|name| name.text.clone()).unwrap_or_default();
    Telling {
        by: if line.same { SAME.to_owned() } else { first.map(|saying| names(&saying.by)).unwrap_or_default() },
        relaying: one(first.and_then(|saying| saying.relaying.as_ref())),
        to: first.map(|saying| names(&saying.to)).unwrap_or_default(),
        round: one(first.and_then(|saying| saying.round.as_ref())),
        source: one(quote.map(|quote| &quote.source)),
        at: quote.and_then(|quote| quote.at).map(|at| at.to_string()).unwrap_or_default(),
        quote: quote.map(|quote| quote.words.text.clone()).unwrap_or_default(),
    }
}
