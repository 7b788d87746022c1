//! Which contested report decides? Questions, sources and origins of which two readings that differ in them alone
//! answer differently.

use crate::answer::verdict;
use crate::clash::{basis_of, id, issues, names};
use crate::local::{Answers, Local, enough};
use crate::set::{Set, classes, union};
use crate::view::{SetAside, View, pick};
use std::collections::BTreeSet;
use std::rc::Rc;
use zopa_case::{Aside, Case, ClaimId, QuestionId, QuestionKind};
use zopa_finding::{Basis, Effect, Hinge, HingeKind, Level};

type Locals = Vec<Option<Rc<Local>>>;

/// The hinges, by the first answer that changes, then questions, sources, origins in file order.
pub(crate) fn hinges(view: &View<'_>, clashes: &[Set]) -> Vec<Hinge> {
    let questions = (0..view.readings.open.len()).filter_map(|place| question(view, clashes, place));
    let singles = view.asides.iter().filter_map(|aside| set_aside(view, clashes, aside));
    let mut hinges: Vec<Hinge> = questions.chain(singles).collect();
    hinges.sort_by_key(|hinge| hinge.first);
    hinges
}

fn question(view: &View<'_>, clashes: &[Set], place: usize) -> Option<Hinge> {
    let case = view.case;
    let id = view.readings.open.get(place)?;
    let question = &case.questions[*id];
    let changes = question_levels(view, place);
    let first = changes.first().copied()?;
    let effects = question.answers.values().enumerate().map(|(answer, row)| {
        let under = |at: usize| view.readings.answer(at, place) == answer;
        let locals = view.locals.iter().enumerate().map(|(at, local)| under(at).then(|| Rc::clone(local)));
        effect(view, clashes, &row.name, &locals.collect::<Vec<_>>())
    });
    Some(Hinge {
        kind: HingeKind::Question,
        name: question.name.clone(),
        first,
        changes,
        effects: effects.collect(),
        basis: question_basis(case, *id),
    })
}

/// The answers that change where two readings differ in one question alone, by its place among those left open.
pub(crate) fn question_levels(view: &View<'_>, place: usize) -> Vec<Level> {
    let mut levels = BTreeSet::new();
    for at in 0..view.readings.len() {
        for answer in 0..view.readings.answer(at, place) {
            let other = view.readings.changed(at, place, answer);
            if let (Some(a), Some(b)) = (view.locals.get(other), view.locals.get(at)) {
                levels.extend(view.engine.differences(a, b));
            }
        }
    }
    levels.into_iter().collect()
}

/// The claims that an answer of a question holds; for the wishes, those that carry one.
pub(crate) fn question_basis(case: &Case, id: QuestionId) -> Basis {
    let question = &case.questions[id];
    let mut claims: Vec<ClaimId> = question.answers.values().flat_map(|answer| answer.holds.iter().copied()).collect();
    if question.kind == QuestionKind::Wishes {
        let supports = case.limits.values().flat_map(|limit| &limit.supports);
        claims.extend(supports.filter(|support| support.wish).map(|support| support.claim));
    }
    basis_of(case, claims)
}

fn set_aside(view: &View<'_>, clashes: &[Set], aside: &SetAside) -> Option<Hinge> {
    let changes = aside_levels(view, aside);
    let first = changes.first().copied()?;
    let (kind, name) = aside.name(view.case);
    let effects = vec![
        effect(view, clashes, "counted", &all(&view.locals)),
        effect(view, clashes, "set-aside", &all(&aside.locals)),
    ];
    Some(Hinge { kind, name, first, changes, effects, basis: gone(view, &aside.aside) })
}

/// The answers that change with a source or an origin set aside.
pub(crate) fn aside_levels(view: &View<'_>, aside: &SetAside) -> Vec<Level> {
    let pairs = view.locals.iter().zip(&aside.locals);
    let levels: BTreeSet<Level> = pairs.flat_map(|(local, without)| view.engine.differences(local, without)).collect();
    levels.into_iter().collect()
}

fn all(locals: &[Rc<Local>]) -> Locals {
    locals.iter().map(|local| Some(Rc::clone(local))).collect()
}

/// The claims that nothing carries any more, beyond those set aside anyway.
pub(crate) fn gone(view: &View<'_>, aside: &Aside) -> Basis {
    let case = view.case;
    let gone = case.claims.ids().filter(|claim| case.carried(*claim, &view.aside) && !case.carried(*claim, aside));
    basis_of(case, gone.collect())
}

/// Which answers differ between two readings?
pub(crate) fn differences(a: &Answers, b: &Answers) -> Vec<Level> {
    let levels = [
        (Level::Fits, a.fits() != b.fits()),
        (Level::Enough, a.enough != b.enough),
        (Level::Knots, joined_otherwise(a, b)),
        (Level::Clashes, (a.rules_fail, &a.clashes) != (b.rules_fail, &b.clashes)),
        (Level::ShutOut, a.shut != b.shut),
    ];
    levels.into_iter().filter(|(_, differs)| *differs).map(|(level, _)| level).collect()
}

/// Are two limits that clash here and there in one knot here and in two there?
fn joined_otherwise(a: &Answers, b: &Answers) -> bool {
    let (a, b) = (knots(a), knots(b));
    let knot = |knots: &[Set], limit: usize| knots.iter().position(|knot| knot.contains(limit));
    let limits = a.iter().flat_map(|knot| knot.ones());
    let both: Vec<_> = limits.filter_map(|limit| Some((knot(&a, limit)?, knot(&b, limit)?))).collect();
    both.iter().enumerate().any(|(at, x)| both.iter().skip(at + 1).any(|y| (x.0 == y.0) != (x.1 == y.1)))
}

/// The knots of a reading, each as its limits.
fn knots(answers: &Answers) -> Vec<Set> {
    let size = answers.clashes.first().map_or(0, Set::len);
    answers.knots.iter().map(|knot| union(&pick(&answers.clashes, knot), size)).collect()
}

/// What is so in some readings (`None`: not one of them): those under one answer, or all with something set aside.
fn effect(view: &View<'_>, open: &[Set], answer: &str, locals: &[Option<Rc<Local>>]) -> Effect {
    let case = view.case;
    let here: Vec<&Rc<Local>> = locals.iter().flatten().collect();
    let own: Vec<Rc<Local>> = here.iter().map(|local| Rc::clone(local)).collect();
    let counts: Vec<usize> = open.iter().map(|clash| view.engine.having(clash, &own).count_ones(..)).collect();
    let ids = |so: &dyn Fn(usize) -> bool| {
        open.iter().zip(&counts).filter(|(_, count)| so(**count)).map(|(clash, _)| id(case, clash)).collect()
    };
    let all = view.engine.clashes(here.iter().map(|local| local.as_ref()));
    let size = view.engine.size;
    // Where the rules fail alone, nobody's changes are enough.
    let sound = here.iter().all(|local| !local.answers.rules_fail);
    let enough = if sound { enough(case, &all) } else { Vec::new() };
    Effect {
        answer: answer.to_owned(),
        verdict: verdict(view, locals),
        every: ids(&|n| n > 0 && n == here.len()),
        some: ids(&|n| n > 0 && n < here.len()),
        gone: ids(&|n| n == 0),
        new: all.iter().filter(|clash| !open.contains(clash)).map(|clash| names(case, clash)).collect(),
        enough: enough.iter().map(|set| view.party_names(set)).collect(),
        knots: classes(&all).iter().map(|class| issues(case, &union(&pick(&all, class), size))).collect(),
        shut_out: shut(case, &here),
    }
}

/// Claims whose offers are shut out in some of these readings.
fn shut(case: &Case, here: &[&Rc<Local>]) -> Vec<String> {
    let is_shut =
        |at: usize| here.iter().any(|local| matches!(local.answers.shut.get(at), Some(Some(sets)) if !sets.is_empty()));
    let asks = case.asks.iter().enumerate().filter(|(at, _)| is_shut(*at));
    asks.map(|(_, ask)| case.claims[ask.claim].name.clone()).collect()
}
