//! What do the answers turn on, and what is so under each answer? Most consequential first; then what changes nothing.

use super::Style;
use super::lay::{Page, clean, measure};
use super::names::{Names, level, verdict};
use crate::words::{self, screen};
use zopa_finding::{Brief, Effect, Hinge, HingeKind, Level, Question, Verdict};

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

/// One of them: the answers that change, then each answer with what is so under it at those levels alone.
fn one<'a>(page: &mut Page, names: &Names<'a>, number: usize, hinge: &'a Hinge) {
    let title = names.index.hinge_title(hinge.kind, &hinge.name);
    page.heading(&screen::item(number, &screen::remark(&title, kind(hinge.kind))));
    let then = hinge.changes.iter().filter(|changed| **changed != hinge.first);
    let then = then.map(|changed| level(*changed).to_owned()).collect::<Vec<_>>();
    page.paragraph(3, &screen::changes(level(hinge.first), &then));
    let labels = hinge.effects.iter().map(|effect| measure(&clean(&label(names, hinge, effect))));
    let column = (labels.max().unwrap_or(0) + 2).min(ANSWERS);
    for effect in &hinge.effects {
        let mut answer = label(names, hinge, effect);
        for line in hinge.changes.iter().flat_map(|level| told(names, effect, *level)) {
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

/// What is so under one answer at one level, a line each.
fn told<'a>(names: &Names<'a>, effect: &'a Effect, level: Level) -> Vec<String> {
    match level {
        Level::Fits => vec![verdict(&effect.verdict).to_owned()],
        Level::Enough => vec![screen::labelled(words::ENOUGH_HERE, &enough(names, effect))],
        Level::Knots => {
            let knots = effect.knots.iter().map(|issues| words::and(&names.index.names(issues)));
            vec![with_titles(words::questions_between(effect.knots.len()), knots.collect())]
        }
        Level::Clashes => {
            let titled = |said, ids| with_titles(said, titles(names, ids));
            let mut said = vec![titled(words::clashes_here(effect.every.len()), &effect.every)];
            let some = (!effect.some.is_empty()).then(|| titled(words::clashes_maybe(effect.some.len()), &effect.some));
            let gone = (!effect.gone.is_empty()).then(|| titled(words::clashes_go(effect.gone.len()), &effect.gone));
            said.extend(some.into_iter().chain(gone));
            said
        }
        Level::ShutOut => {
            let offers = names.index.names(&effect.shut_out);
            vec![with_titles(words::shut_out_here(effect.shut_out.len()), offers)]
        }
    }
}

fn with_titles(said: String, titles: Vec<String>) -> String {
    if titles.is_empty() { said } else { screen::labelled(&said, &words::list(&titles)) }
}

fn titles<'a>(names: &Names<'a>, clashes: &'a [String]) -> Vec<String> {
    let known = clashes.iter().filter_map(|id| names.index.clash(id));
    known.map(|clash| names.index.clash_title(clash)).collect()
}

fn enough<'a>(names: &Names<'a>, effect: &'a Effect) -> String {
    match (&effect.verdict, effect.enough.as_slice()) {
        (Verdict::Fits, _) => words::NO_CHANGE.to_owned(),
        (_, []) => screen::NO_SET.to_owned(),
        (_, sets) => names.ways(sets),
    }
}

/// In one line: what differs between the answers of a hinge, at the first level at which they differ. Each answer is
/// named; none is the one that the others are told against.
pub(super) fn what_changes<'a>(names: &Names<'a>, hinge: &'a Hinge) -> String {
    let told = hinge.effects.iter().map(|effect| {
        let label = label(names, hinge, effect);
        Some(screen::under(&label, &own_part(names, hinge, effect)?))
    });
    let told = told.flatten().collect::<Vec<_>>();
    if told.is_empty() { screen::changes(level(hinge.first), &[]) } else { words::list(&told) }
}

/// What is so under this answer and not under all the others; `None` where nothing is.
fn own_part<'a>(names: &Names<'a>, hinge: &'a Hinge, effect: &'a Effect) -> Option<String> {
    match hinge.first {
        Level::Fits => Some(verdict(&effect.verdict).to_owned()),
        Level::Enough => {
            let own = not_in_all(hinge, effect, |effect| &effect.enough);
            (!own.is_empty()).then(|| {
                let ways = own.into_iter().map(|set| names.index.together(set)).collect::<Vec<_>>();
                screen::labelled(screen::ENOUGH_SHORT, &screen::ways(&ways))
            })
        }
        Level::Knots => {
            let own = not_in_all(hinge, effect, |effect| &effect.knots);
            let tied = own.into_iter().filter(|issues| issues.len() > 1);
            let told = tied.map(|issues| screen::one_question(&names.index.names(issues))).collect::<Vec<_>>();
            Some(if told.is_empty() { words::questions_between(effect.knots.len()) } else { words::list(&told) })
        }
        Level::Clashes if hinge.effects.iter().all(|effect| effect.gone.is_empty()) => {
            Some(words::clashes_here(effect.every.len()))
        }
        Level::Clashes => (!effect.gone.is_empty()).then(|| words::clashes_go(effect.gone.len())),
        Level::ShutOut => {
            let own = not_in_all(hinge, effect, |effect| &effect.shut_out);
            let titles = own.into_iter().map(|claim| words::quoted(&names.index.name(claim))).collect::<Vec<_>>();
            (!titles.is_empty()).then(|| screen::labelled(screen::SHUT_OUT_SHORT, &words::and(&titles)))
        }
    }
}

fn not_in_all<'a, T: PartialEq>(
    hinge: &'a Hinge,
    effect: &'a Effect,
    part: impl Fn(&'a Effect) -> &'a Vec<T>,
) -> Vec<&'a T> {
    let in_all = |item: &T| hinge.effects.iter().all(|other| part(other).contains(item));
    part(effect).iter().filter(|item| !in_all(item)).collect()
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
        page.paragraph(2, &screen::labelled(&names.index.question_title(question), &reason(names, question)));
    }
}

fn reason<'a>(names: &Names<'a>, question: &'a Question) -> String {
    match &question.chosen {
        Some(answer) => screen::chosen(&names.index.answer_label(HingeKind::Question, &question.name, answer)),
        None if question.switch => words::SWITCH_NO_TURN.to_owned(),
        None => words::CHANGES_NO_ANSWER.to_owned(),
    }
}
