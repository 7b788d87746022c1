//! How is it known? The reports, origins by reports, words that changed, who is heard; what is assumed.

use super::doc::{Doc, items};
use super::inline::{Inline, joined, text};
use crate::words::{self, screen};
use zopa_finding::{Assumption, AssumptionKind, Drift, Heard, Origin, Source};

/// Who is heard, and how it is known.
pub(super) fn section(doc: &mut Doc<'_>) {
    heard(doc);
    doc.heading(2, words::KNOWN);
    doc.paragraph(text(words::KNOWN_INTRO));
    doc.heading(3, words::REPORTS);
    let reports: Vec<Inline> = doc.brief().sources.iter().map(|source| report(doc, source)).collect();
    doc.list(&reports);
    doc.heading(3, words::ORIGINS_TABLE);
    let rows: Vec<Vec<Inline>> = doc.brief().origins.iter().map(|origin| row(doc, origin)).collect();
    doc.table(&[words::ORIGIN, words::REPORTS, words::CLAIMS], &rows);
    doc.heading(3, words::DRIFT);
    let drifts: Vec<Inline> = doc.brief().drift.iter().map(|drift| wordings(doc, drift)).collect();
    if drifts.is_empty() {
        doc.paragraph(text(words::DRIFT_NONE));
    }
    doc.list(&drifts);
}

fn heard(doc: &mut Doc<'_>) {
    let all = &doc.brief().heard;
    doc.heading(2, words::HEARD);
    if all.iter().all(|heard| heard.words == 0) {
        return doc.paragraph(text(words::HEARD_NONE));
    }
    doc.paragraph(text(words::HEARD_INTRO));
    let row = |heard: &Heard| {
        let who = heard.party.as_ref().map_or(words::UNPLACED, |party| doc.names.index.title(party)).to_owned();
        let speakers: Vec<String> = heard.speakers.iter().map(|name| doc.names.index.title(name).to_owned()).collect();
        vec![text(&who), text(&heard.words.to_string()), items(&speakers)]
    };
    let rows: Vec<Vec<Inline>> = all.iter().map(row).collect();
    doc.table(&[words::PARTY, words::WORDS, words::SPEAKERS], &rows);
}

fn report<'a>(doc: &Doc<'a>, source: &'a Source) -> Inline {
    let index = &doc.names.index;
    let mut notes = Vec::new();
    notes.extend(source.unseen.then(|| words::UNSEEN.to_owned()));
    notes.extend(source.copies.as_ref().map(|copied| words::copies(&index.report(copied))));
    if !source.rests_on.is_empty() {
        notes.push(words::retells(&index.report_list(&source.rests_on)));
    }
    if let Some(document) = &source.document {
        let date = source.published.as_deref().filter(|date| *date != "?");
        notes.push(date.map_or_else(|| words::NOT_DATED.to_owned(), words::published));
        notes.extend((!document.in_hand).then(|| words::NOT_IN_HAND.to_owned()));
    }
    let title = index.source_title(&source.name);
    text(&if notes.is_empty() { title } else { screen::labelled(&title, &words::list(&notes)) })
}

fn row<'a>(doc: &Doc<'a>, origin: &'a Origin) -> Vec<Inline> {
    let index = &doc.names.index;
    let mut notes = Vec::new();
    notes.extend(origin.anonymous.then(|| words::UNNAMED.to_owned()));
    notes.extend(origin.own_voice.then(|| words::OWN_VOICE.to_owned()));
    notes.extend((!origin.of.is_empty()).then(|| words::and(&index.names(&origin.of))));
    notes.extend(origin.told.as_ref().map(|outlet| words::told(&index.report(outlet))));
    let title = index.origin_title(&origin.name);
    let title = if notes.is_empty() { title } else { screen::remark(&title, &words::list(&notes)) };
    let told = origin
        .tellings
        .iter()
        .map(|telling| screen::remark(&index.report(&telling.source), words::telling_kind(telling.kind)));
    vec![text(&title), items(&told.collect::<Vec<_>>()), text(&origin.claims.len().to_string())]
}

fn wordings<'a>(doc: &mut Doc<'a>, drift: &'a Drift) -> Inline {
    let index = &doc.names.index;
    let origin = drift.origin.as_ref().map_or_else(|| words::OWN_VOICE.to_owned(), |name| index.origin_title(name));
    let mut marks = vec![origin];
    marks.extend((!drift.differing.is_empty()).then(|| words::WORDING_CHANGED.to_owned()));
    marks.extend(drift.source_dropped.then(|| words::SOURCE_DROPPED.to_owned()));
    let said = screen::remark(&index.name(&drift.claim), &words::list(&marks));
    let quotes = doc.quotes(drift.wordings.iter().map(|wording| wording.quote));
    text(&said).and(quotes)
}

/// What no quote carries, what cannot be known, and what was left out of the reports.
pub(super) fn assumed(doc: &mut Doc<'_>) {
    doc.heading(2, words::ASSUMES);
    let all = &doc.brief().assumptions;
    let shown = all.iter().filter(|assumption| assumption.kind != AssumptionKind::Reading);
    let list: Vec<Inline> = shown.map(|assumption| assumption_line(doc, assumption)).collect();
    doc.paragraph(text(if list.is_empty() { words::ASSUMES_NONE } else { words::ASSUMES_INTRO }));
    doc.list(&list);
    doc.heading(3, words::CANNOT);
    doc.list(&words::CANNOT_KNOW.map(text));
    doc.heading(3, words::LEFT_OUT);
    let omits = doc.brief().sources.iter().flat_map(|source| source.omits.iter().map(move |omit| (source, omit)));
    let omits: Vec<_> = omits.collect();
    let lines: Vec<Inline> = omits
        .into_iter()
        .map(|(source, omit)| {
            let quotes = doc.quotes([omit.quote]);
            text(&screen::labelled(&doc.names.index.source_title(&source.name), &omit.what)).and(quotes)
        })
        .collect();
    doc.paragraph(text(if lines.is_empty() { words::LEFT_OUT_NONE } else { words::LEFT_OUT_INTRO }));
    doc.list(&lines);
}

fn assumption_line<'a>(doc: &Doc<'a>, assumption: &'a Assumption) -> Inline {
    let kind = match assumption.kind {
        AssumptionKind::Rule => words::ASSUMED_RULES,
        AssumptionKind::Supposition => words::ASSUMED_SUPPOSITIONS,
        AssumptionKind::Unquoted => words::ASSUMED_UNQUOTED,
        AssumptionKind::Outside => words::ASSUMED_OUTSIDE,
        AssumptionKind::Reading => words::ASSUMED_READINGS,
    };
    let title = doc.names.index.title(&assumption.name);
    let mut said = vec![title.to_owned()];
    said.extend((title != assumption.text).then(|| assumption.text.clone()));
    said.extend(assumption.because.as_ref().map(|because| words::markdown::reason(because)));
    said.retain(|part| !part.is_empty());
    joined([text(kind), items(&said)], ':')
}
