//! How do we know? The reports, origins by reports, the way of one claim, words that changed between tellings.

use super::open::{claim_link, claim_links, data, quotes, report_mark, said_as, say};
use crate::index::{Index, given};
use crate::{phrase::isolate, words};
use maud::{Markup, html};
use zopa_finding::{ChainLink, Drift, Origin, Source, TellingKind};

pub(super) fn section(index: &Index<'_>) -> Markup {
    html! {
        section #known {
            h2 { (words::KNOWN) }
            p.intro { (words::KNOWN_INTRO) }
            h3.sub { (words::REPORTS) }
            ul.list.two-up { @for source in &index.brief.sources { (report(index, source)) } }
            (origins(index))
            @if let Some((claim, links)) = &index.brief.way { (way(index, claim, links)) }
            h3.sub { (words::DRIFT) }
            @if index.brief.drift.is_empty() { p.note { (words::DRIFT_NONE) } }
            div.pair { @for (at, drift) in index.brief.drift.iter().enumerate() { (wordings(index, drift, at)) } }
        }
    }
}

fn report(index: &Index<'_>, source: &Source) -> Markup {
    let mut notes = Vec::new();
    notes.extend(source.unseen.then(|| words::UNSEEN.to_owned()));
    notes.extend(source.copies.as_ref().map(|c| words::copies(&index.report(c))));
    if !source.rests_on.is_empty() {
        notes.push(words::retells(&index.report_list(&source.rests_on)));
    }
    if let Some(document) = &source.document {
        let date = source.published.as_deref().filter(|p| *p != "?");
        notes.push(date.map_or_else(|| words::NOT_DATED.to_owned(), |d| words::published(&isolate(d))));
        notes.extend((!document.in_hand).then(|| words::NOT_IN_HAND.to_owned()));
    }
    html! {
        li id={ "source-" (source.name) } {
            @if let Some(number) = source.number { span.rp { (number) } " " }
            (data(given(&source.title)))
            @if !notes.is_empty() { ": " (say(&notes.join("; "))) }
        }
    }
}

fn origins(index: &Index<'_>) -> Markup {
    let list = &index.brief.origins;
    let reports: Vec<&Source> = index.brief.sources.iter().filter(|s| s.document.is_some()).collect();
    let tellings: usize = list.iter().map(|o| o.tellings.len()).sum();
    html! {
        h3.sub { (words::ORIGINS_TABLE) }
        @if list.is_empty() { p.note { (words::NO_ORIGINS) } } @else {
            p.key {
                (words::tellings(list.len(), tellings)) " "
                @for (kind, label) in [("og f", words::FIRST_HAND), ("og h", words::RETOLD), ("og c", words::COPIED)] {
                    " " i class=(kind) {} " " (label)
                }
                " " (words::STROKE) " " (words::ABSENT)
            }
            div.scroll tabindex="0" role="region" aria-label=(words::ORIGINS_TABLE) { table.wide.orig {
                caption.vh { (words::ORIGINS_TABLE) }
                thead { tr {
                    th scope="col" { (words::ORIGIN) }
                    @for report in &reports { th scope="col" { @if let Some(n) = report.number { (n) } small dir="auto" { (given(&report.title)) } } }
                    th scope="col" { (words::CLAIMS) }
                } }
                tbody { @for origin in list { (origin_row(index, &reports, origin)) } }
                (clashes_without(index, &reports))
            } }
        }
    }
}

fn origin_row(index: &Index<'_>, reports: &[&Source], origin: &Origin) -> Markup {
    let mut notes = Vec::new();
    notes.extend(origin.anonymous.then(|| words::UNNAMED.to_owned()));
    notes.extend(origin.own_voice.then(|| words::OWN_VOICE.to_owned()));
    notes.extend((!origin.of.is_empty()).then(|| words::and(&index.names(&origin.of))));
    notes.extend(origin.told.as_ref().map(|t| words::told(&index.report(t))));
    html! {
        tr id={ "origin-" (origin.name) } {
            th scope="row" { (say(&index.origin_title(&origin.name))) @if !notes.is_empty() { " " small { (say(&notes.join("; "))) } } }
            @for report in reports { td { (mark(origin, report)) } }
            td { (claims(index, &origin.claims)) }
        }
    }
}

/// Under each report, how many clashes there are only with it.
fn clashes_without(index: &Index<'_>, reports: &[&Source]) -> Markup {
    let gone = |report: &Source| index.between_limits().filter(|c| c.rests_on.contains(&report.name)).count();
    html! {
        tfoot { tr {
            th scope="row" { (words::pictures::CLASHES_WITHOUT) }
            @for report in reports { td { (gone(report)) } }
            td {}
        } }
    }
}

/// The number of claims, opening to the claims themselves.
fn claims(index: &Index<'_>, names: &[String]) -> Markup {
    html! {
        @if names.is_empty() { (0) } @else { details { summary { (names.len()) } (claim_links(index, names)) } }
    }
}

/// How a report carries an origin: full, half, dotted; a short stroke where it does not.
fn mark(origin: &Origin, report: &Source) -> Markup {
    let kind = origin.tellings.iter().find(|t| t.source == report.name).map(|t| t.kind);
    let (class, said) = match kind {
        Some(TellingKind::FirstHand) => ("og f", words::FIRST_HAND),
        Some(TellingKind::Retold) => ("og h", words::RETOLD),
        Some(TellingKind::Copied) => ("og c", words::COPIED),
        None => return html! { (words::STROKE) },
    };
    html! { i class=(class) { (said) } }
}

/// One row up to where the reports begin; then a row for each report, and from it a row for each copy.
fn way(index: &Index<'_>, claim: &str, links: &[ChainLink]) -> Markup {
    let report = |l: &&ChainLink| matches!(l, ChainLink::Report { .. });
    let told: Vec<&ChainLink> = links.iter().filter(report).collect();
    let first = told.iter().filter(|l| !told.iter().any(|o| name(o) == copied(l)));
    html! {
        h3.sub { (words::WAY) }
        p.note { (claim_link(index, claim)) }
        ol.way {
            @for link in links.iter().filter(|l| !report(l)) { (station(index, link)) }
            (branches(index, first.collect(), &told))
        }
    }
}

/// Reports that go on from one station, each with those that copy it, and those that copy these. A report has one that
/// it copies: no way comes back.
fn branches(index: &Index<'_>, from: Vec<&&ChainLink>, told: &[&ChainLink]) -> Markup {
    html! {
        @if !from.is_empty() {
            li.reps { @for link in from {
                ol.way {
                    (station(index, link))
                    (branches(index, told.iter().filter(|l| copied(l) == name(link)).collect(), told))
                }
            } }
        }
    }
}

/// The report of a link; nothing for the others.
fn name(link: &ChainLink) -> Option<&String> {
    if let ChainLink::Report { source, .. } = link { Some(source) } else { None }
}

/// The report that a report copies. A link that copies nothing is no copy of nothing.
fn copied(link: &ChainLink) -> Option<&String> {
    if let ChainLink::Report { copies, .. } = link { copies.as_ref() } else { None }
}

fn station(index: &Index<'_>, link: &ChainLink) -> Markup {
    match link {
        ChainLink::Relayed { party } => html! { li { small { (words::WAY_RELAYED) } (say(&index.name(party))) } },
        ChainLink::Speaker { speaker } => html! { li { small { (words::WAY_SPEAKER) } (say(&index.name(speaker))) } },
        ChainLink::Unseen { source } => html! { li.un { small { (words::WAY_UNSEEN) } (say(&index.name(source))) } },
        ChainLink::Report { source, copies, quotes: numbers } => html! {
            li.cp[copies.is_some()] {
                small { (if copies.is_some() { words::WAY_COPY } else { words::WAY_REPORT }) }
                (say(&index.source_title(source)))
                @if let Some(copied) = copies { small { (say(&words::copies(&index.report(copied)))) } }
                (quotes(index, numbers))
            }
        },
    }
}

/// The wordings of one utterance side by side; what differs is underlined.
fn wordings(index: &Index<'_>, drift: &Drift, at: usize) -> Markup {
    // A claim can have several utterances that changed: the first has the claim's name, the others a number too.
    let before = index.brief.drift.iter().take(at).filter(|d| d.claim == drift.claim).count();
    let number = if before > 0 { format!("-{}", before + 1) } else { String::new() };
    let origin = drift.origin.as_ref().map_or_else(|| words::OWN_VOICE.to_owned(), |o| index.origin_title(o));
    html! {
        table.wide.fix id={ "drift-" (drift.claim) (number) } {
            caption.cap {
                (claim_link(index, &drift.claim)) " " small { (say(&origin)) }
                @if !drift.differing.is_empty() { " " i.t { (words::WORDING_CHANGED) } }
                @if drift.source_dropped { " " i.t { (words::SOURCE_DROPPED) } }
            }
            tbody { tr { @for wording in &drift.wordings { td {
                (report_mark(index, &wording.source)) " "
                @if let Some(quote) = index.quote(wording.quote) { (said_as(&quote.words, marked(&quote.words, &drift.differing))) }
            } } } }
        }
    }
}

/// The words of a quote, those that differ marked.
fn marked(words: &str, differing: &[String]) -> Markup {
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let differs = |word: &str| differing.iter().any(|d| plain(d) == plain(word) && !plain(word).is_empty());
    html! {
        @for (n, word) in words.split_whitespace().enumerate() {
            @if n > 0 { " " }
            @if differs(word) { mark { (word) } } @else { (word) }
        }
    }
}
