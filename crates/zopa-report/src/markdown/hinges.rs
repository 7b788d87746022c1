//! What do the answers turn on, and what is so under each answer?

use super::doc::{Doc, items};
use super::head;
use super::inline::{Inline, text};
use crate::asked::under;
use crate::differs;
use crate::phrase::level;
use crate::words::{self, markdown, screen};
use zopa_finding::{Brief, Hinge, HingeKind, Question};

/// Every question, source and origin on which an answer turns; then the questions on which none does.
pub fn hinges(brief: &Brief) -> String {
    let mut doc = Doc::new(brief);
    head::title(&mut doc, &brief.case.title);
    head::verdict(&mut doc);
    section(&mut doc);
    changing_nothing(&mut doc);
    doc.finish(false)
}

/// What the answers turn on.
pub(super) fn section(doc: &mut Doc<'_>) {
    let hinges = &doc.brief().answer.hinges;
    doc.heading(2, words::TURNS_ON);
    doc.paragraph(text(if hinges.is_empty() { words::TURNS_ON_NOTHING } else { screen::WHAT_DIFFERS }));
    for (number, hinge) in (1..).zip(hinges) {
        one(doc, number, hinge);
    }
    if hinges.iter().any(|hinge| hinge.kind != HingeKind::Question) {
        doc.paragraph(text(words::ASKS_ANOTHER_CASE));
    }
    doc.paragraph(text(words::NOT_AN_INTEREST));
}

fn one<'a>(doc: &mut Doc<'a>, number: usize, hinge: &'a Hinge) {
    let title = doc.names.index.hinge_title(hinge.kind, &hinge.name);
    doc.heading(3, &screen::item(number, &screen::remark(&title, kind(hinge.kind))));
    let then: Vec<String> = hinge.changes.iter().filter(|l| **l != hinge.first).map(|l| level(*l).to_owned()).collect();
    let said = text(&words::capital(&screen::changes(level(hinge.first), &then))).then('.');
    let quotes = doc.quotes_of(&hinge.basis.0);
    doc.paragraph(said.and(quotes));
    if let Some(sentence) = differs::but_for(&doc.names.index, hinge) {
        return doc.paragraph(text(sentence));
    }
    let answers = differs::answers(hinge).map(|effect| {
        let label = doc.names.index.answer_label(hinge.kind, &hinge.name, &effect.answer);
        vec![text(&label), items(&under(&doc.names, hinge, effect))]
    });
    let rows: Vec<Vec<Inline>> = answers.collect();
    doc.table(&[markdown::ANSWER, markdown::DIFFERS], &rows);
}

fn kind(kind: HingeKind) -> &'static str {
    match kind {
        HingeKind::Question => screen::POINT,
        HingeKind::Source => screen::REPORT,
        HingeKind::Origin => screen::ORIGIN,
    }
}

/// Questions that are no hinge, each with the reason.
pub(super) fn changing_nothing(doc: &mut Doc<'_>) {
    let turning =
        |question: &Question| doc.names.index.hinges(HingeKind::Question).any(|hinge| hinge.name == question.name);
    let rest: Vec<&Question> = doc.brief().questions.iter().filter(|question| !turning(question)).collect();
    doc.heading(2, words::NO_EFFECT);
    if rest.is_empty() {
        let none = if doc.brief().questions.is_empty() { words::QUESTIONS_NONE } else { words::NO_EFFECT_NONE };
        return doc.paragraph(text(none));
    }
    let item = |question: &&Question| {
        text(&screen::labelled(&doc.names.index.question_title(question), &doc.names.no_turn(question)))
    };
    let rest: Vec<Inline> = rest.iter().map(item).collect();
    doc.list(&rest);
}
