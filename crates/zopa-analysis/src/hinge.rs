//! Which contested report decides? Questions, sources and origins of which two readings that differ in them alone
//! answer differently.

use crate::answer::verdict;
use crate::clash::{basis_of, id, issues, names};
use crate::local::{Local, enough};
use crate::set::{Set, classes, union};
use crate::view::{SetAside, Single, View, all_clashes, pick};
use std::collections::BTreeSet;
use std::rc::Rc;
use zopa_case::{Aside, Case, ClaimId, QuestionKind};
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
    let mut levels = BTreeSet::new();
    for at in 0..view.readings.len() {
        for answer in 0..view.readings.answer(at, place) {
            let other = view.readings.changed(at, place, answer);
            if let (Some(a), Some(b)) = (view.locals.get(other), view.locals.get(at)) {
                levels.extend(differences(a, b));
            }
        }
    }
    let first = levels.first().copied()?;
    let effects = question.answers.values().enumerate().map(|(answer, row)| {
        let under = |at: usize| view.readings.answer(at, place) == answer;
        let locals = view.locals.iter().enumerate().map(|(at, local)| under(at).then(|| Rc::clone(local)));
        effect(view, clashes, &row.name, &locals.collect::<Vec<_>>())
    });
    let mut claims: Vec<ClaimId> = question.answers.values().flat_map(|answer| answer.holds.iter().copied()).collect();
    if question.kind == QuestionKind::Wishes {
        let supports = case.limits.values().flat_map(|limit| &limit.supports);
        claims.extend(supports.filter(|support| support.wish).map(|support| support.claim));
    }
    Some(Hinge {
        kind: HingeKind::Question,
        name: question.name.clone(),
        first,
        changes: levels.into_iter().collect(),
        effects: effects.collect(),
        basis: basis_of(case, claims),
    })
}

fn set_aside(view: &View<'_>, clashes: &[Set], aside: &SetAside) -> Option<Hinge> {
    let mut levels = BTreeSet::new();
    for (local, without) in view.locals.iter().zip(&aside.locals) {
        levels.extend(differences(local, without));
    }
    let first = levels.first().copied()?;
    let (kind, name) = match aside.single {
        Single::Source(source) => (HingeKind::Source, view.case.sources[source].name.clone()),
        Single::Origin(origin) => (HingeKind::Origin, crate::evidence::origin_name(view.case, origin)),
    };
    let effects = vec![
        effect(view, clashes, "counted", &all(&view.locals)),
        effect(view, clashes, "set-aside", &all(&aside.locals)),
    ];
    Some(Hinge { kind, name, first, changes: levels.into_iter().collect(), effects, basis: gone(view, &aside.aside) })
}

fn all(locals: &[Rc<Local>]) -> Locals {
    locals.iter().map(|local| Some(Rc::clone(local))).collect()
}

/// The claims that nothing carries any more, beyond those set aside anyway.
fn gone(view: &View<'_>, aside: &Aside) -> Basis {
    let case = view.case;
    let gone = case.claims.ids().filter(|claim| case.carried(*claim, &view.aside) && !case.carried(*claim, aside));
    basis_of(case, gone.collect())
}

/// Which answers differ between two readings?
fn differences(a: &Rc<Local>, b: &Rc<Local>) -> Vec<Level> {
    if Rc::ptr_eq(a, b) {
        return Vec::new();
    }
    let fits = |local: &Local| !local.rules_fail && local.clashes.is_empty();
    let levels = [
        (Level::Fits, fits(a) != fits(b)),
        (Level::Enough, a.enough != b.enough),
        (Level::Knots, joined_otherwise(a, b)),
        (Level::Clashes, (a.rules_fail, &a.clashes) != (b.rules_fail, &b.clashes)),
        (Level::ShutOut, a.shut != b.shut),
    ];
    levels.into_iter().filter(|(_, differs)| *differs).map(|(level, _)| level).collect()
}

/// Are two limits that clash here and there in one knot here and in two there?
fn joined_otherwise(a: &Local, b: &Local) -> bool {
    let (a, b) = (knots(a), knots(b));
    let knot = |knots: &[Set], limit: usize| knots.iter().position(|knot| knot.contains(limit));
    let limits = a.iter().flat_map(|knot| knot.ones());
    let both: Vec<_> = limits.filter_map(|limit| Some((knot(&a, limit)?, knot(&b, limit)?))).collect();
    both.iter().enumerate().any(|(at, x)| both.iter().skip(at + 1).any(|y| (x.0 == y.0) != (x.1 == y.1)))
}

/// The knots of a reading, each as its limits.
fn knots(local: &Local) -> Vec<Set> {
    local.knots.iter().map(|knot| union(&pick(&local.clashes, knot), local.active.len())).collect()
}

/// What is so in some readings (`None`: not one of them): those under one answer, or all with something set aside.
fn effect(view: &View<'_>, open: &[Set], answer: &str, locals: &[Option<Rc<Local>>]) -> Effect {
    let case = view.case;
    let here: Vec<&Rc<Local>> = locals.iter().flatten().collect();
    let count = |clash: &Set| here.iter().filter(|local| local.clashes.contains(clash)).count();
    let ids = |so: &dyn Fn(usize) -> bool| {
        open.iter().filter(|clash| so(count(clash))).map(|clash| id(case, clash)).collect()
    };
    let all = all_clashes(here.iter().map(|local| local.as_ref()));
    let size = view.universe.elements.len();
    // Where the rules fail alone, nobody's changes are enough.
    let sound = here.iter().all(|local| !local.rules_fail);
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
        |at: usize| here.iter().any(|local| matches!(local.shut.get(at), Some(Some(sets)) if !sets.is_empty()));
    let asks = case.asks.iter().enumerate().filter(|(at, _)| is_shut(*at));
    asks.map(|(_, ask)| case.claims[ask.claim].name.clone()).collect()
}
