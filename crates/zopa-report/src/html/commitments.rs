//! What has been promised, as reported, and which parts of the promise does no report give?

use super::open::{quotes, quotes_inline, say};
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::{Commitment, CommitmentField};

pub(super) fn section(index: &Index<'_>) -> Markup {
    let list = &index.brief.commitments;
    html! {
        section #commitments {
            h2 { (words::COMMITMENTS) }
            p.intro { (if list.is_empty() { words::COMMITMENTS_NONE } else { words::COMMITMENTS_INTRO }) }
            div.pair { @for commitment in list { (entry(index, commitment)) } }
        }
    }
}

fn entry(index: &Index<'_>, commitment: &Commitment) -> Markup {
    let missing = commitment.fields.iter().filter(|f| missing(f)).count();
    html! {
        article id={ "commitment-" (commitment.name) } {
            h3 dir="auto" { (commitment.title) }
            p.note { (words::fields_missing(missing, commitment.fields.len())) }
            (quotes(index, &commitment.quotes))
            table.wide.anat {
                caption.vh { (commitment.title) }
                tbody { @for field in &commitment.fields { (row(index, field)) } }
            }
        }
    }
}

fn row(index: &Index<'_>, field: &CommitmentField) -> Markup {
    html! {
        tr class=[missing(field).then_some("hole")] {
            th scope="row" { (words::field(&field.field)) }
            td {
                @if field.field == "below" { (below(index, field)) } @else {
                    @for (n, value) in field.values.iter().enumerate() { @if n > 0 { "; " } bdi { (shown(index, field, value)) } }
                }
                (quotes_inline(index, &field.quotes))
                @if field.values.is_empty() { " " span.none { (if field.quotes.is_empty() { words::NOT_REPORTED } else { words::ONLY_WORDS }) } }
            }
        }
    }
}

/// Is nothing reported of it? What lies below the trigger names events of which no report says whether they count.
fn missing(field: &CommitmentField) -> bool {
    field.quotes.is_empty() && (field.values.is_empty() || field.field == "below")
}

/// Other cases of the wider event than the trigger: whether they count.
fn below(index: &Index<'_>, field: &CommitmentField) -> Markup {
    html! {
        @for value in &field.values { div.none { (say(&words::other_cases(&index.name(value)))) } }
    }
}

/// A value in plain words: a step or event by its title, a fixed word of the language by ours.
fn shown<'a>(index: &Index<'a>, field: &CommitmentField, value: &'a str) -> &'a str {
    match field.field.as_str() {
        "when" | "below" | "from" | "if-broken" | "decided-by" | "posted-with" => {
            words::value(&field.field, index.title(value))
        }
        name => words::value(name, value),
    }
}
