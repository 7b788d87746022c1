//! What does each commitment hold, field by field?

use super::doc::Doc;
use super::inline::{Inline, text};
use crate::clauses::{beyond_holes, sentence};
use crate::index::Index;
use crate::phrase::bare;
use crate::track;
use crate::words::{self, markdown, track as told};
use zopa_finding::track::Binding;
use zopa_finding::{Commitment, CommitmentField};

/// A table for each commitment, its holes in it.
pub(super) fn section(doc: &mut Doc<'_>) {
    let all = &doc.brief().commitments;
    doc.heading(2, words::COMMITMENTS);
    doc.paragraph(text(if all.is_empty() { words::COMMITMENTS_NONE } else { words::COMMITMENTS_INTRO }));
    if let Some(binding) = &doc.brief().binding {
        bound(doc, binding);
    }
    for commitment in all {
        one(doc, commitment);
    }
}

/// What is binding today: a row for each.
fn bound(doc: &mut Doc<'_>, binding: &Binding) {
    doc.heading(3, told::BINDING);
    doc.paragraph(text(told::BINDING_INTRO));
    let who = |who: &str| if who.is_empty() { text(told::NOBODY) } else { text(&bare(who)) };
    let row = |one: track::Bound<'_>| {
        let owed = if one.owed.is_empty() { told::NOT_SET_OFF.to_owned() } else { bare(&one.owed.join("; ")) };
        vec![text(&one.commitment.title), who(&one.by), who(&one.to), text(&bare(&one.stands.join("; "))), text(&owed)]
    };
    let rows: Vec<Vec<Inline>> = track::bound(&binding.standing, &binding.duties).map(row).collect();
    doc.table(&told::BINDING_COLUMNS, &rows);
}

fn one<'a>(doc: &mut Doc<'a>, commitment: &'a Commitment) {
    doc.heading(3, &commitment.title);
    let quotes = doc.quotes(commitment.quotes.iter().copied());
    doc.paragraph(quotes);
    let rows: Vec<Vec<Inline>> = commitment.fields.iter().map(|field| row(doc, field)).collect();
    doc.table(&[markdown::FIELD, markdown::REPORTED, markdown::QUOTES], &rows);
    let own = beyond_holes(&doc.brief().notes, &commitment.name);
    let notes: Vec<Inline> = own.map(|note| text(&bare(&sentence(note)))).collect();
    if !notes.is_empty() {
        doc.paragraph(text(words::clauses::BESIDE));
        doc.list(&notes);
    }
}

fn row<'a>(doc: &mut Doc<'a>, field: &'a CommitmentField) -> Vec<Inline> {
    let index = &doc.names.index;
    let values: Vec<String> = field.values.iter().map(|value| shown(index, field, value)).collect();
    let said = match (values.is_empty(), field.quotes.is_empty()) {
        (false, _) => words::list(&values),
        (true, true) => words::NOT_REPORTED.to_owned(),
        (true, false) => words::ONLY_WORDS.to_owned(),
    };
    vec![text(words::field(&field.field)), text(&said), doc.quotes(field.quotes.iter().copied())]
}

/// A value in plain words: a step or event by its title, a fixed word of the language by ours.
fn shown<'a>(index: &Index<'a>, field: &'a CommitmentField, value: &'a str) -> String {
    match field.field.as_str() {
        "below" => words::other_cases(&index.name(value)),
        "when" | "from" | "if-broken" | "decided-by" | "posted-with" => {
            words::value(&field.field, index.title(value)).to_owned()
        }
        name => words::value(name, value).to_owned(),
    }
}
