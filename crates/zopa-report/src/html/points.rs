//! What do the reports leave open? All open points with their answers, those without effect told apart.

use super::open::{claim_links, say};
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::{HingeKind, Question, QuestionAnswer, QuestionKind};

pub(super) fn section(index: &Index<'_>) -> Markup {
    let list = &index.brief.questions;
    html! {
        section #no-effect {
            h2 { (words::NO_EFFECT) }
            @if list.iter().all(|q| q.switch) {
                p.intro { (if list.is_empty() { words::QUESTIONS_NONE } else { words::NO_EFFECT_NONE }) }
            } @else {
                p.intro { (words::NO_EFFECT_INTRO) }
                ul.list { @for question in list.iter().filter(|q| !q.switch) { (entry(index, question)) } }
            }
        }
        section #points {
            h2 { (words::QUESTIONS) }
            @if list.iter().all(|q| !q.switch) { p.intro { (words::QUESTIONS_NO_SWITCH) } }
            ul.list { @for question in list.iter().filter(|q| q.switch) { (entry(index, question)) } }
        }
    }
}

fn entry(index: &Index<'_>, question: &Question) -> Markup {
    let kind = match question.kind {
        QuestionKind::Stated => words::QUESTION_STATED,
        QuestionKind::Denial => words::QUESTION_DENIAL,
        QuestionKind::Wishes => words::QUESTION_WISHES,
    };
    let hinge = index.hinges(HingeKind::Question).any(|h| h.name == question.name);
    html! {
        li id={ "question-" (question.name) } {
            b { (say(&index.question_title(question))) } " " small { (kind) }
            ul { @for answer in &question.answers { li {
                (say(&index.label_of(question, &answer.name)))
                @if question.chosen.as_ref() == Some(&answer.name) { " " i.t.c { (words::CHOSEN) } }
                ": " (held(index, question, answer))
            } } }
            @if !question.switch { p.rd { (words::CHANGES_NO_ANSWER) } } @else if !hinge { p.rd { (words::SWITCH_NO_TURN) } }
        }
    }
}

/// The claims held under an answer: for a denial, what denies it; for the wishes, every wish.
fn held(index: &Index<'_>, question: &Question, answer: &QuestionAnswer) -> Markup {
    let names: Vec<String> = match (question.kind, answer.name.as_str()) {
        (QuestionKind::Denial, "as-denied") if answer.holds.is_empty() => denials(index, question),
        _ => answer.holds.clone(),
    };
    html! { @if names.is_empty() { span.none { (words::HOLDS_NOTHING) } } @else { (claim_links(index, &names)) } }
}

/// The claims that deny what a denial is about.
fn denials(index: &Index<'_>, question: &Question) -> Vec<String> {
    let held = question.answers.iter().flat_map(|a| &a.holds).filter_map(|c| index.claim(c));
    held.flat_map(|c| c.denied_by.iter().cloned()).collect()
}
