//! How does a document stand on the page? Its text, with who says it, the word that tells so, and what is said, marked.

use crate::sources::Telling;
use crate::words::sources as told;
use maud::{Markup, Render, html};
use std::collections::BTreeSet;
use zopa_finding::between::Descent;
use zopa_finding::{Attribution, SourceDocument};

/// The address of a place in a document.
pub(super) fn place(source: &str, start: usize) -> String {
    format!("at-{source}-{start}")
}

/// Every document, and those made from each other side by side.
pub(super) fn section(telling: &Telling<'_>) -> Markup {
    let cited = Cited::of(telling);
    html! {
        section #documents {
            h2 { (told::DOCUMENTS.1) }
            p.intro { (told::DOCUMENTS.2) " " (told::MARKS) }
            @for document in &telling.found.documents { (one(telling, document, &cited)) }
        }
        @for edge in &telling.found.descents { (beside(telling, edge)) }
    }
}

fn one(telling: &Telling<'_>, document: &SourceDocument, cited: &Cited<'_>) -> Markup {
    html! {
        article.doc id={ "source-" (document.source) } {
            h3 { bdi { (telling.report(document)) } " " small { (told::published(document.published.as_deref())) } }
            @if let Some(why) = &document.unread { p.note { (told::unread(why)) } }
            (text(document, cited))
            @if !document.left_out.is_empty() { details {
                summary { (told::AROUND) " (" (document.left_out.len()) ")" }
                ul { @for left in &document.left_out { li { small { (left.kind) ": " } bdi { (left.words) } } } }
            } }
        }
    }
}

/// Where quoted lines of the page lead to, by document.
struct Cited<'a> {
    starts: BTreeSet<(&'a str, usize)>,
}

impl<'a> Cited<'a> {
    fn of(telling: &Telling<'a>) -> Self {
        let mut starts = BTreeSet::new();
        let found = telling.found;
        let passages = found.disputes.iter().flat_map(|dispute| &dispute.sides).flat_map(|side| &side.told);
        let signs = found.descents.iter().flat_map(|edge| edge.signs.iter().map(|sign| &sign.source));
        let changes = found.descents.iter().flat_map(|edge| &edge.changes);
        let changes = changes.flat_map(|change| change.before.iter().chain(&change.after));
        let pairs = found.utterances.iter().flat_map(|utterance| &utterance.pairs);
        let pairs = pairs.flat_map(|pair| [&pair.fuller, &pair.other]);
        let fullest = found.utterances.iter().map(|utterance| &utterance.fullest);
        let all = passages.chain(signs).chain(changes).chain(pairs).chain(fullest);
        starts.extend(all.map(|passage| (passage.document.as_str(), passage.start)));
        for document in &found.documents {
            let content = document.attributions.iter().flat_map(|said| &said.content);
            starts.extend(content.map(|place| (document.source.as_str(), place.start)));
        }
        Cited { starts }
    }
}

/// What a stretch of text is, from the least to the most telling.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Content,
    Source,
    Cue,
}

impl Role {
    fn class(self) -> &'static str {
        match self {
            Role::Content => "c",
            Role::Source => "s",
            Role::Cue => "k",
        }
    }
}

/// The text in stretches of one role each, cut where a line of the page leads to and at line ends.
fn text(document: &SourceDocument, cited: &Cited<'_>) -> Markup {
    let text = document.text.as_str();
    let spans = spans(&document.attributions);
    let mut cuts: BTreeSet<usize> = spans.iter().flat_map(|(_, start, end)| [*start, *end]).collect();
    let from = (document.source.as_str(), 0);
    let anchors = cited.starts.range(from..).take_while(|(name, _)| *name == document.source);
    let anchors: BTreeSet<usize> = anchors.map(|(_, start)| *start).collect();
    cuts.extend(anchors.iter().copied());
    cuts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    cuts.extend([0, text.len()]);
    let cuts: Vec<usize> = cuts.into_iter().filter(|at| text.is_char_boundary(*at)).collect();
    let pieces = cuts.iter().zip(cuts.iter().skip(1));
    html! {
        div.text dir="auto" { @for (start, end) in pieces {
            (piece(document, (*start, *end), anchors.contains(start), role(&spans, *start)))
        } }
    }
}

fn spans(attributions: &[Attribution]) -> Vec<(Role, usize, usize)> {
    let each = attributions.iter().flat_map(|said| {
        let content = said.content.iter().map(|place| (Role::Content, place.start, place.end));
        let source = said.source.iter().map(|place| (Role::Source, place.start, place.end));
        let cue = said.cue.iter().map(|place| (Role::Cue, place.start, place.end));
        content.chain(source).chain(cue).collect::<Vec<_>>()
    });
    let mut spans: Vec<_> = each.collect();
    spans.sort_by_key(|(_, start, end)| (*start, *end));
    spans
}

fn role(spans: &[(Role, usize, usize)], at: usize) -> Option<Role> {
    let until = spans.partition_point(|(_, start, _)| *start <= at);
    spans.get(..until)?.iter().filter(|(_, _, end)| at < *end).map(|(role, ..)| *role).max()
}

fn piece(document: &SourceDocument, (start, end): (usize, usize), anchor: bool, role: Option<Role>) -> Markup {
    let words = document.text.get(start..end).unwrap_or_default();
    let id = anchor.then(|| place(&document.source, start));
    match (role, id) {
        (None, None) => words.render(),
        (Some(role), Some(id)) => html! { mark class=(role.class()) id=(id) { (words) } },
        (Some(role), None) => html! { mark class=(role.class()) { (words) } },
        (None, Some(id)) => html! { span id=(id) { (words) } },
    }
}

/// A document beside the one it was made from, sentence by sentence.
fn beside(telling: &Telling<'_>, edge: &Descent) -> Markup {
    html! {
        section id={ "beside-" (edge.derived) } {
            h2 { (told::SIDE_BY_SIDE) }
            table.wide.fix {
                thead { tr {
                    th scope="col" { (telling.report_named(&edge.source)) }
                    th scope="col" { (telling.report_named(&edge.derived)) }
                } }
                tbody { @for pair in &edge.pairs { tr {
                    td dir="auto" { (pair.source.exact) }
                    td dir="auto" { (pair.derived.exact) }
                } } }
            }
        }
    }
}
