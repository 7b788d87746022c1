//! What has been promised, as reported, and which parts of the promise does no report give?
//!
//! The picture of a commitment is a list of its fields, laid out as it works: from whom to whom; from what sets it off
//! to what follows; beneath, what it stands on. A field that no report gives is a hole with a broken outline.

use super::open::{data, link, quotes, quotes_inline, say};
use crate::clauses::{beyond_holes, sentence};
use crate::phrase::isolate;
use crate::words::track as told;
use crate::{index::Index, track, words};
use maud::{Markup, html};
use zopa_finding::track::Binding;
use zopa_finding::{Commitment, CommitmentField, Note};

pub(super) fn section(index: &Index<'_>) -> Markup {
    let list = &index.brief.commitments;
    html! {
        section #commitments {
            h2 { (words::COMMITMENTS) }
            p.intro { (if list.is_empty() { words::COMMITMENTS_NONE } else { words::COMMITMENTS_INTRO }) }
            @if let Some(binding) = &index.brief.binding { (bound(binding)) }
            div { @for commitment in list { (entry(index, commitment)) } }
        }
    }
}

/// What is binding today: a row for each commitment.
fn bound(binding: &Binding) -> Markup {
    let lines = |lines: &[String]| html! { @for line in lines { div { (say(line)) } } };
    let who = |who: &str| if who.is_empty() { told::NOBODY.to_owned() } else { who.to_owned() };
    let [commitment, by, to, stands, owed] = told::BINDING_COLUMNS;
    html! {
        h3.sub { (told::BINDING) }
        p.intro { (told::BINDING_INTRO) }
        table.wide.bound {
            caption.vh { (told::BINDING) }
            thead { tr { @for head in [commitment, by, to, stands, owed] { th scope="col" { (head) } } } }
            tbody {
                @for one in track::bound(&binding.standing, &binding.duties) {
                    tr {
                        th scope="row" { (link(&format!("commitment-{}", one.commitment.name), &isolate(&one.commitment.title))) }
                        td data-p=(by) { (say(&who(&one.by))) }
                        td data-p=(to) { (say(&who(&one.to))) }
                        td data-p=(stands) { (lines(&one.stands)) }
                        td data-p=(owed) { @if one.owed.is_empty() { (told::NOT_SET_OFF) } @else { (lines(&one.owed)) } }
                    }
                }
            }
        }
    }
}

fn entry(index: &Index<'_>, commitment: &Commitment) -> Markup {
    let missing = commitment.fields.iter().filter(|f| missing(f)).count();
    html! {
        article.given id={ "commitment-" (commitment.name) } {
            h3 dir="auto" { (commitment.title) }
            p.note { (words::fields_missing(missing, commitment.fields.len())) }
            (quotes(index, &commitment.quotes))
            dl.anat { @for field in laid_out(&commitment.fields) { (part(index, field)) } }
            (notes(index, commitment))
        }
    }
}

/// What goes beyond parts that are not there: those the picture shows.
fn notes(index: &Index<'_>, commitment: &Commitment) -> Markup {
    let own: Vec<&Note> = beyond_holes(&index.brief.notes, &commitment.name).collect();
    html! {
        @if !own.is_empty() {
            p.note { (words::clauses::BESIDE) }
            ul.list { @for note in own { li { (say(&sentence(note))) } } }
        }
    }
}

/// From whom to whom; what sets it off, until what follows; what it stands on.
const GIVEN: [&str; 3] = ["by", "kind", "to"];
const WORKS: [&str; 6] = ["when", "below", "decided-by", "within", "discretion", "does"];
const STANDS: [&str; 6] = ["force", "from", "lasts", "posted-with", "if-broken", "honour"];

/// The fields in the order in which the picture is read.
fn laid_out(fields: &[CommitmentField]) -> Vec<&CommitmentField> {
    let order: Vec<&str> = GIVEN.into_iter().chain(WORKS).chain(STANDS).collect();
    let place = |field: &&CommitmentField| order.iter().position(|name| *name == field.field).unwrap_or(order.len());
    let mut laid: Vec<&CommitmentField> = fields.iter().collect();
    laid.sort_by_key(place);
    laid
}

/// The line of the picture in which a field stands: what lies below the trigger hangs under it, the legal form beside
/// whom it binds.
fn line(field: &str) -> Option<&'static str> {
    match field {
        "below" => Some("w"),
        _ if GIVEN.contains(&field) => Some("u"),
        _ if WORKS.contains(&field) => Some("v"),
        "force" => Some("y"),
        "posted-with" | "honour" => Some("x"),
        _ => None,
    }
}

fn part(index: &Index<'_>, field: &CommitmentField) -> Markup {
    let class = line(&field.field).into_iter().chain(missing(field).then_some("hole")).collect::<Vec<_>>().join(" ");
    let class = (!class.is_empty()).then_some(class);
    html! {
        div class=[class] {
            dt { (words::field(&field.field)) }
            dd {
                @if field.field == "below" { (below(index, field)) } @else {
                    @for (n, value) in field.values.iter().enumerate() { @if n > 0 { "; " } (data(shown(index, field, value))) }
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
