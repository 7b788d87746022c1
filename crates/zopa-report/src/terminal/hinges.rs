//! What do the answers turn on, and what is so under each answer? Most consequential first; then what changes nothing.

use super::Style;
use super::lay::{Page, clean, measure};
use super::names::Names;
use crate::differs::{self, Line};
use crate::effects::{offers, told};
use crate::phrase::level;
use crate::words::{self, screen};
use zopa_finding::{Brief, Effect, Hinge, HingeKind, Question};

/// The most columns for the labels of answers; a longer label is broken.
const ANSWERS: usize = 34;

/// Every question, source and origin on which an answer turns, with what is so under each of its answers; then the
/// questions on which none does.
pub fn hinges(brief: &Brief, style: Style) -> String {
    let names = Names::new(brief);
    let mut page = Page::new(style);
    page.heading(words::TURNS_ON);
    page.aside(0, &names.reading());
    if brief.answer.hinges.is_empty() {
        page.paragraph(2, words::TURNS_ON_NOTHING);
    } else {
        page.paragraph(0, screen::WHAT_DIFFERS);
    }
    for (at, hinge) in brief.answer.hinges.iter().enumerate() {
        page.blank();
        one(&mut page, &names, at + 1, hinge);
    }
    if brief.answer.hinges.iter().any(|hinge| hinge.kind != HingeKind::Question) {
        page.blank();
        page.aside(0, words::ASKS_ANOTHER_CASE);
    }
    page.blank();
    changing_nothing(&mut page, &names);
    page.blank();
    page.aside(0, words::NOT_AN_INTEREST);
    page.finish()
}

/// One of them: the answers that change, then each answer with what is so under it and not under the others.
fn one<'a>(page: &mut Page, names: &Names<'a>, number: usize, hinge: &'a Hinge) {
    let title = names.index.hinge_title(hinge.kind, &hinge.name);
    page.heading(&screen::item(number, &screen::remark(&title, kind(hinge.kind))));
    let then = hinge.changes.iter().filter(|changed| **changed != hinge.first);
    let then = then.map(|changed| level(*changed).to_owned()).collect::<Vec<_>>();
    page.paragraph(3, &screen::changes(level(hinge.first), &then));
    if let Some(sentence) = differs::but_for(&names.index, hinge) {
        return page.paragraph(3, sentence);
    }
    let labels = differs::answers(hinge).map(|effect| measure(&clean(&label(names, hinge, effect))));
    let column = (labels.max().unwrap_or(0) + 2).min(ANSWERS);
    for effect in differs::answers(hinge) {
        let mut answer = label(names, hinge, effect);
        let mut told =
            differs::lines(&names.index, hinge, effect).iter().map(|line| told(names, line)).collect::<Vec<_>>();
        if told.is_empty() {
            told.push(words::NO_DIFFERENCE.to_owned());
        }
        for line in told {
            page.item(3, &answer, column, &line);
            answer.clear();
        }
    }
}

fn kind(kind: HingeKind) -> &'static str {
    match kind {
        HingeKind::Question => screen::POINT,
        HingeKind::Source => screen::REPORT,
        HingeKind::Origin => screen::ORIGIN,
    }
}

fn label<'a>(names: &Names<'a>, hinge: &'a Hinge, effect: &'a Effect) -> String {
    names.index.answer_label(hinge.kind, &hinge.name, &effect.answer)
}

/// In one line: what differs between the answers of a hinge, at the first level at which they differ. Each answer is
/// named; none is the one that the others are told against.
pub(super) fn what_changes<'a>(names: &Names<'a>, hinge: &'a Hinge) -> String {
    let told = differs::answers(hinge).filter_map(|effect| {
        let lines = differs::lines(&names.index, hinge, effect);
        let first = lines.iter().find(|line| line.level() == hinge.first)?;
        Some(screen::under(&label(names, hinge, effect), &short(names, first)))
    });
    let told = told.collect::<Vec<_>>();
    if told.is_empty() { screen::changes(level(hinge.first), &[]) } else { words::list(&told) }
}

/// The same line where little room is left.
fn short(names: &Names<'_>, line: &Line<'_>) -> String {
    match line {
        Line::Fits(verdict, hinge) => names.index.fits(verdict, hinge, &|setting| names.setting(setting)),
        Line::Enough(sets) => screen::labelled(screen::ENOUGH_SHORT, &names.ways(sets)),
        Line::Knots(knots) => {
            let tied = knots.iter().filter(|issues| issues.len() > 1);
            let tied = tied.map(|issues| screen::one_question(&names.index.names(issues))).collect::<Vec<_>>();
            if tied.is_empty() { words::questions_between(knots.len()) } else { words::list(&tied) }
        }
        Line::Go(ids) => words::clashes_go(ids.len()),
        Line::Shut(list) => offers(names, screen::SHUT_OUT_SHORT, list),
        other => told(names, other),
    }
}

/// Questions that are no hinge, each with the reason.
fn changing_nothing(page: &mut Page, names: &Names<'_>) {
    let brief = names.brief();
    let turning = |question: &Question| {
        brief.answer.hinges.iter().any(|hinge| hinge.kind == HingeKind::Question && hinge.name == question.name)
    };
    page.heading(words::NO_EFFECT);
    let rest = brief.questions.iter().filter(|question| !turning(question)).collect::<Vec<_>>();
    if rest.is_empty() {
        page.paragraph(2, if brief.questions.is_empty() { words::QUESTIONS_NONE } else { words::NO_EFFECT_NONE });
    }
    for question in rest {
        page.paragraph(2, &screen::labelled(&names.index.question_title(question), &names.no_turn(question)));
    }
}
