//! In what order? Steps and gates, and what each waits for.

use super::doc::Doc;
use super::inline::{Inline, text};
use crate::words::{self, screen};
use zopa_finding::{StepEntry, StepTaken, Wait};

/// A table of steps; nothing where none is reported.
pub(super) fn section(doc: &mut Doc<'_>) {
    let steps = &doc.brief().steps;
    doc.heading(2, words::ORDER);
    if steps.is_empty() {
        return doc.paragraph(text(words::ORDER_NONE));
    }
    let rows: Vec<Vec<Inline>> = steps.iter().map(|step| row(doc, step)).collect();
    doc.table(&[words::STEP, words::BY, words::TAKEN, words::WAITS_FOR], &rows);
}

fn row<'a>(doc: &mut Doc<'a>, step: &'a StepEntry) -> Vec<Inline> {
    let index = &doc.names.index;
    let kinds: Vec<String> = [(step.gate, words::GATE), (step.irreversible, words::IRREVERSIBLE)]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, word)| word.to_owned())
        .collect();
    let title = if kinds.is_empty() { step.title.clone() } else { screen::remark(&step.title, &words::list(&kinds)) };
    let by = if step.by.is_empty() { words::BY_NOBODY.to_owned() } else { words::and(&index.names(&step.by)) };
    let waits: Vec<String> = step.waits.iter().map(|wait| waits(doc, wait)).collect();
    let waits = if waits.is_empty() { words::NO_WAIT.to_owned() } else { words::list(&waits) };
    let quotes = doc.quotes(step.quotes.iter().copied());
    vec![text(&title).and(quotes), text(&by), text(&taken(&step.taken)), text(&waits)]
}

fn taken(taken: &StepTaken) -> String {
    match taken {
        StepTaken::Always => words::ALWAYS.to_owned(),
        StepTaken::When { condition } => format!("{} {condition}", words::TAKEN_WHERE),
        StepTaken::Optional => words::OPTIONAL.to_owned(),
    }
}

fn waits<'a>(doc: &Doc<'a>, wait: &'a Wait) -> String {
    let step = doc.names.index.name(&wait.for_step);
    let said = if wait.only { words::only_after(&step) } else { words::after_if_both(&step) };
    let by = wait.claim.as_ref().map_or_else(|| words::RULE_OF_CASE.to_owned(), |claim| doc.names.index.name(claim));
    screen::labelled(&said, &by)
}
