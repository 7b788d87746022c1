//! What shuts an offer or a reported acceptance out?

use crate::clash::{basis, basis_of, names};
use crate::local::holders;
use crate::set::{Set, sorted};
use crate::view::View;
use zopa_finding::{Completeness, ShutOut, ShutOutSet};

/// For each offer and acceptance held in some reading, what no world with it meets.
pub(crate) fn shut_out(view: &View<'_>) -> Vec<ShutOut> {
    (0..view.case.asks.len()).filter_map(|at| of_ask(view, at)).collect()
}

/// In this reading, what shuts the offer out; `None` where it is not held.
fn sets<'v>(view: &'v View<'_>, at: usize, reading: usize) -> Option<&'v Vec<Set>> {
    view.locals.get(reading)?.answers.shut.get(at)?.as_ref()
}

fn of_ask(view: &View<'_>, at: usize) -> Option<ShutOut> {
    let all = (0..view.readings.len()).filter_map(|reading| sets(view, at, reading)).flatten().cloned().collect();
    if held(view, at).is_clear() { None } else { entry(view, at, sorted(all)) }
}

/// The readings in which the offer is held.
pub(crate) fn held(view: &View<'_>, at: usize) -> Set {
    view.readings.where_so(|reading| sets(view, at, reading).is_some())
}

/// The readings in which this set shuts the offer out.
pub(crate) fn shut_by(view: &View<'_>, at: usize, set: &Set) -> Set {
    view.readings.where_so(|reading| sets(view, at, reading).is_some_and(|sets| sets.contains(set)))
}

/// The offer with what shuts it out.
pub(crate) fn entry(view: &View<'_>, at: usize, sets: Vec<Set>) -> Option<ShutOut> {
    let case = view.case;
    let ask = case.asks.get(at)?;
    let row = |set: Set| ShutOutSet {
        limits: names(case, &set),
        holders: view.party_names(&holders(case, &set)),
        presence: view.readings.presence(case, &shut_by(view, at, &set)),
        basis: basis(case, &set),
    };
    let complete = view.engine.enumeration.with_ask.get(at).is_some_and(|lists| lists.complete);
    Some(ShutOut {
        claim: case.claims[ask.claim].name.clone(),
        holders: ask.holders.iter().map(|party| case.parties[*party].name.clone()).collect(),
        offer: ask.offer,
        asked: ask.text.clone(),
        basis: basis_of(case, ask.supports.iter().map(|support| support.claim).collect()),
        held: view.readings.presence(case, &held(view, at)),
        sets: sets.into_iter().map(row).collect(),
        complete: if complete { Completeness::Complete } else { Completeness::AtLeast },
    })
}
