//! What is a party asked, and what would its answer settle? In words, told alike everywhere.

use crate::effects::{named, told};
use crate::names::Names;
use crate::phrase::{isolate, level};
use crate::words::{self, sheet};
use crate::{differs, index::Index};
use zopa_finding::{AskNext, Effect, Hinge, HingeKind, Inquiry, QuestionAnswer};

/// The question in words.
pub(crate) fn question(index: &Index<'_>, inquiry: &Inquiry) -> String {
    match inquiry {
        Inquiry::Which { question } => which(index, question),
        Inquiry::AsReported { claim } => words::ask_as_reported(&index.name(claim)),
        Inquiry::Required { claim } => words::ask_required(&index.name(claim)),
        Inquiry::StillStands { claim } => words::ask_still_stands(&index.name(claim)),
        Inquiry::Position { issue } => words::ask_position(&index.name(issue)),
    }
}

fn which(index: &Index<'_>, name: &str) -> String {
    let Some(question) = index.question(name) else {
        return isolate(name);
    };
    let label = |a: &QuestionAnswer| words::quoted(&index.label_of(question, &a.name));
    words::ask_which(&index.question_title(question), &question.answers.iter().map(label).collect::<Vec<_>>())
}

/// Which answers turn on it; then the clashes that it concerns.
pub(crate) fn settles(names: &Names<'_>, ask: &AskNext) -> Vec<String> {
    let levels: Vec<String> = ask.settles.levels.iter().map(|l| level(*l).to_owned()).collect();
    let mut told: Vec<String> =
        (!levels.is_empty()).then(|| sheet::decides(&words::list(&levels))).into_iter().collect();
    if !ask.settles.clashes.is_empty() {
        told.push(sheet::clashes_concerned(&named(names, &ask.settles.clashes, usize::MAX)));
    }
    if told.is_empty() { vec![sheet::SETTLES_POSITION.to_owned()] } else { told }
}

/// Each answer with what is so under it and not under the others; nothing where no hinge tells it.
pub(crate) fn answers(names: &Names<'_>, ask: &AskNext) -> Vec<(String, Vec<String>)> {
    let Some(hinge) = ask.settles.hinge.as_ref().and_then(|(kind, name)| hinge(names, *kind, name)) else {
        return Vec::new();
    };
    let row = |effect| (label(names, ask, hinge, effect), under(names, hinge, effect));
    match differs::but_for(&names.index, hinge) {
        Some(sentence) => vec![(String::new(), vec![sentence.to_owned()])],
        None => differs::answers(hinge).map(row).collect(),
    }
}

fn hinge<'a>(names: &Names<'a>, kind: HingeKind, name: &str) -> Option<&'a Hinge> {
    names.brief().answer.hinges.iter().find(|hinge| hinge.kind == kind && hinge.name == name)
}

/// An answer as the question puts it.
fn label<'a>(names: &Names<'a>, ask: &AskNext, hinge: &'a Hinge, effect: &'a Effect) -> String {
    match (&ask.inquiry, effect.answer.as_str()) {
        (Inquiry::StillStands { .. }, "set-aside") => sheet::ANSWER_NOT_STANDING.to_owned(),
        (Inquiry::Required { .. }, "counted") => words::capital(words::WISHES_COUNTED),
        (Inquiry::Required { .. }, "not-counted") => words::capital(words::WISHES_NOT_COUNTED),
        _ => names.index.answer_label(hinge.kind, &hinge.name, &effect.answer),
    }
}

/// What is so under an answer; a sentence where nothing is its own.
pub(crate) fn under(names: &Names<'_>, hinge: &Hinge, effect: &Effect) -> Vec<String> {
    let lines: Vec<String> = differs::lines(&names.index, hinge, effect).iter().map(|line| told(names, line)).collect();
    if lines.is_empty() { vec![words::NO_DIFFERENCE.to_owned()] } else { lines }
}
