//! All answers that depend on claims, together.

use crate::clash::clash;
use crate::contradiction::contradicting;
use crate::hinge::hinges;
use crate::knot::{enough, knots};
use crate::local::Local;
use crate::opening::witness;
use crate::set::Set;
use crate::shut_out::shut_out;
use crate::view::View;
use std::rc::Rc;
use zopa_finding::{Answer, Completeness, Verdict};

/// The answers where one stands.
pub(crate) fn answer(view: &View<'_>) -> Answer {
    let clashes = &view.clashes;
    Answer {
        readings: view.readings.len() as u64,
        verdict: verdict(view, &view.locals.iter().map(|local| Some(Rc::clone(local))).collect::<Vec<_>>()),
        witness: fitting(view).and_then(|world| told(view, world)),
        impossible: impossible(view, clashes),
        clashes: clashes.iter().map(|set| clash(view, set)).collect(),
        complete: if view.complete() { Completeness::Complete } else { Completeness::AtLeast },
        knots: knots(view),
        enough: enough(view),
        shut_out: shut_out(view),
        hinges: hinges(view, clashes),
    }
}

/// Does anything fit in these readings? `None` stands for a reading that is not asked about.
pub(crate) fn verdict(view: &View<'_>, locals: &[Option<Rc<Local>>]) -> Verdict {
    let exists = locals.iter().flatten().count();
    let fits = |local: &Local| local.answers.fits();
    let fitting = locals.iter().flatten().filter(|local| fits(local)).count();
    let rules_fail = locals.iter().flatten().filter(|local| local.answers.rules_fail).count();
    if fitting == exists {
        Verdict::Fits
    } else if rules_fail == exists {
        Verdict::RulesContradict { rules: contradicting(view.case, &view.choices.conditions) }
    } else if fitting == 0 {
        Verdict::NothingFits
    } else {
        let so = view.readings.where_so(|at| locals.get(at).and_then(Option::as_deref).is_some_and(fits));
        Verdict::Depends { fits: view.readings.presence(view.case, &so) }
    }
}

/// A world that fits, in the first reading in which one does: its number in the engine.
pub(crate) fn fitting(view: &View<'_>) -> Option<usize> {
    let local = view.locals.iter().find(|local| local.answers.fits())?;
    view.engine.first_world(&local.active)
}

/// A world by its number in the engine, as a finding.
pub(crate) fn told(view: &View<'_>, world: usize) -> Option<zopa_finding::World> {
    view.engine.world(world).map(|world| witness(view.case, &world))
}

/// Limits that no package meets by themselves.
fn impossible(view: &View<'_>, clashes: &[Set]) -> Vec<String> {
    clashes
        .iter()
        .filter(|clash| clash.count_ones(..) == 1)
        .flat_map(|clash| crate::clash::names(view.case, clash))
        .collect()
}
