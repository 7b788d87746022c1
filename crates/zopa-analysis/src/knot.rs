//! Which clashes hang together, and whose changes would be enough for them?
//!
//! With questions open a knot is a class of all clashes of some reading; in one reading it may fall apart, and
//! `joined` says where clashes that are apart elsewhere are together. What is enough in every reading is a minimal hitting set of the union of the
//! readings' clashes.

use crate::clash::{id, issues};
use crate::local::{CAP, Local, held_by, holders};
use crate::opening::opening;
use crate::set::{Set, classes, hitting_sets, minimal, some_hitting_sets, sorted, union};
use crate::view::{OPENINGS, View, pick};
use zopa_finding::{Completeness, Enough, Knot, WORLDS};

/// The knots with every question left open as it is: first those whose clashes are all so in every reading.
pub(crate) fn knots(view: &mut View<'_>) -> Vec<Knot> {
    let clashes = view.clashes.clone();
    let mut families: Vec<Vec<Set>> = classes(&clashes).iter().map(|class| pick(&clashes, class)).collect();
    families.sort_by_key(|family| !family.iter().all(|clash| always(view, clash)));
    let mut knots: Vec<Knot> = Vec::new();
    for family in &families {
        let mut knot = knot(view, family);
        knot.id = unique(&knots, knot.id);
        knots.push(knot);
    }
    knots
}

/// Two knots may be about the same issues; a knot of steps alone is about none.
fn unique(known: &[Knot], id: String) -> String {
    let id = if id.is_empty() { "steps".to_owned() } else { id };
    let numbered = (2..).map(|n| format!("{id}/{n}"));
    let free = |id: &String| !known.iter().any(|knot| knot.id == *id);
    std::iter::once(id.clone()).chain(numbered).find(free).unwrap_or(id)
}

fn always(view: &View<'_>, clash: &Set) -> bool {
    view.locals.iter().all(|local| local.clashes.contains(clash))
}

fn knot(view: &mut View<'_>, clashes: &[Set]) -> Knot {
    let case = view.case;
    let size = view.universe.elements.len();
    let all = union(clashes, size);
    let found = hitting_sets(clashes, size, OPENINGS);
    let complete = found.is_some() && view.complete();
    let mut found = found.unwrap_or_else(|| some_hitting_sets(clashes, size));
    // Meeting every clash of a list that was cut does not make a set an opening; a world does.
    if !view.complete() {
        found.truncate(WORLDS);
    }
    let each = found.iter().enumerate();
    let mut openings: Vec<_> = each.map(|(at, set)| opening(view, clashes, set, at < WORLDS)).collect();
    openings.retain(|opening| view.complete() || opening.world.is_some());
    let issues = issues(case, &all);
    let joined = joined(view, clashes);
    Knot {
        id: issues.join("+"),
        clashes: clashes.iter().map(|clash| id(case, clash)).collect(),
        holders: view.party_names(&holders(case, &all)),
        issues,
        joined: view.readings.presence(case, &joined),
        openings,
        complete: if complete { Completeness::Complete } else { Completeness::AtLeast },
        enough: enough(view, Some(clashes)),
    }
}

/// The readings in which two clashes that are apart in some reading are together; all, where none are ever apart.
fn joined(view: &View<'_>, clashes: &[Set]) -> Set {
    let places: Vec<Vec<Option<usize>>> = view.locals.iter().map(|local| places(local, clashes)).collect();
    let pairs = || (0..clashes.len()).flat_map(|a| (a + 1..clashes.len()).map(move |b| (a, b)));
    let both = |at: usize, (a, b): (usize, usize)| {
        let places = places.get(at)?;
        Some(places.get(a).copied().flatten()? == places.get(b).copied().flatten()?)
    };
    let readings = 0..view.readings.len();
    let apart: Vec<_> = pairs().filter(|pair| readings.clone().any(|at| both(at, *pair) == Some(false))).collect();
    view.readings.where_so(|at| apart.is_empty() || apart.iter().any(|pair| both(at, *pair) == Some(true)))
}

/// For each clash its knot in one reading, where it is a clash there.
fn places(local: &Local, clashes: &[Set]) -> Vec<Option<usize>> {
    let place = |clash: &Set| {
        let at = local.clashes.iter().position(|here| here == clash)?;
        local.knots.iter().position(|knot| knot.contains(&at))
    };
    clashes.iter().map(place).collect()
}

/// Whose changes would be enough: every set that is minimal in some reading, or among those enough in every
/// reading; with the readings in which it is enough. For the clashes of one knot, or for all.
pub(crate) fn enough(view: &View<'_>, of: Option<&[Set]>) -> Vec<Enough> {
    let case = view.case;
    let concerned = |clash: &&Set| of.is_none_or(|clashes| clashes.contains(clash));
    let by_reading: Vec<Vec<Set>> =
        view.locals.iter().map(|local| held_by(case, local.clashes.iter().filter(concerned))).collect();
    let mut families = by_reading.clone();
    families.sort();
    families.dedup();
    families.push(minimal(families.iter().flatten().cloned().collect()));
    let found = families.iter().filter(|family| !family.is_empty());
    let sets = found.flat_map(|family| hitting_sets(family, case.parties.len(), CAP).unwrap_or_default());
    // Where the rules fail alone, nobody's changes are enough for all of it.
    let meets = |set: &Set, at: usize| {
        let sound = of.is_some() || view.locals.get(at).is_some_and(|local| !local.rules_fail);
        sound && by_reading.get(at).is_some_and(|family| family.iter().all(|h| !h.is_disjoint(set)))
    };
    let row = |set: Set| Enough {
        parties: view.party_names(&set),
        presence: view.readings.presence(case, &view.readings.where_so(|at| meets(&set, at))),
    };
    sorted(sets.collect()).into_iter().map(row).collect()
}
