//! Which clashes hang together, and whose changes would be enough for them?
//!
//! With questions open a knot is a class of all clashes of some reading; in one reading it may fall apart, and
//! `joined` says where clashes that are apart elsewhere are together. What is enough in every reading is a minimal hitting set of the union of the
//! readings' clashes.

use crate::clash::{id, issues};
use crate::local::{CAP, Local, held_by, holders};
use crate::opening::{asked, opening, world};
use crate::set::{Set, classes, each_is_needed, minimal, some_hitting_sets, sorted, union};
use crate::view::{OPENINGS, View, pick};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_finding::{Completeness, Enough, Knot, WORLDS};

/// A knot, as sets.
pub(crate) struct Tied {
    /// Its clashes.
    pub clashes: Vec<Set>,
    /// As [`Knot::joined`], as readings.
    pub joined: Set,
    /// Its openings, each with its world by its number in the engine.
    pub openings: Vec<(Set, Option<usize>)>,
    /// Are all openings listed?
    pub complete: bool,
    /// As [`Knot::enough`].
    pub enough: Vec<Together>,
}

/// Parties and bodies whose changes are enough, with the readings in which they are.
pub(crate) type Together = (Set, Set);

/// The knots as findings.
pub(crate) fn knots(view: &View<'_>) -> Vec<Knot> {
    let mut knots: Vec<Knot> = tied(view).iter().map(|knot| told(view, knot)).collect();
    zopa_finding::name_knots(&mut knots);
    knots
}

/// The knots with every question left open as it is: first those whose clashes are all so in every reading.
pub(crate) fn tied(view: &View<'_>) -> Vec<Tied> {
    let clashes = &view.clashes;
    let mut families: Vec<Vec<Set>> = classes(clashes).iter().map(|class| pick(clashes, class)).collect();
    families.sort_by_key(|family| !family.iter().all(|clash| always(view, clash)));
    families.into_iter().map(|family| knot(view, family)).collect()
}

fn always(view: &View<'_>, clash: &Set) -> bool {
    view.engine.having(clash, &view.locals).is_full()
}

fn knot(view: &View<'_>, clashes: Vec<Set>) -> Tied {
    let asked = asked(view, &clashes);
    let (found, complete) = openings(view, &clashes, &asked, view.readings.len() > 1);
    let each = found.into_iter().enumerate();
    let with_world = |(at, set): (usize, Set)| {
        let world = if at < WORLDS { world(view, &asked, &set) } else { None };
        (set, world)
    };
    let openings = each.map(with_world).collect();
    Tied { joined: joined(view, &clashes), openings, complete, enough: together(view, Some(&clashes)), clashes }
}

/// The openings of a knot, and whether there is no other. Meeting every clash of a list that was cut does not make a set an
/// opening; a world does.
pub(crate) fn openings(view: &View<'_>, clashes: &[Set], asked: &Set, several: bool) -> (Vec<Set>, bool) {
    let size = view.engine.size;
    if !view.complete() {
        let mut found = view.engine.openings(asked, &union(clashes, size));
        // With several readings open, what is asked may be more than any of them has.
        found.retain(|set| !several || each_is_needed(set, clashes));
        return (found, false);
    }
    match view.engine.hitting_sets(clashes, size, OPENINGS) {
        Some(found) => (found.to_vec(), true),
        None => (some_hitting_sets(clashes, size), false),
    }
}

fn told(view: &View<'_>, knot: &Tied) -> Knot {
    let case = view.case;
    let all = union(&knot.clashes, view.engine.size);
    Knot {
        id: String::new(),
        clashes: knot.clashes.iter().map(|clash| id(case, clash)).collect(),
        holders: view.party_names(&holders(case, &all)),
        issues: issues(case, &all),
        joined: view.readings.presence(case, &knot.joined),
        openings: knot.openings.iter().map(|(set, world)| opening(view, set, *world)).collect(),
        complete: if knot.complete { Completeness::Complete } else { Completeness::AtLeast },
        enough: knot.enough.iter().map(|set| told_enough(view, set)).collect(),
    }
}

/// Whose changes would be enough for all of it.
pub(crate) fn enough(view: &View<'_>) -> Vec<Enough> {
    together(view, None).iter().map(|set| told_enough(view, set)).collect()
}

fn told_enough(view: &View<'_>, (parties, so): &Together) -> Enough {
    Enough { parties: view.party_names(parties), presence: view.readings.presence(view.case, so) }
}

/// The readings in which two clashes that are apart in some reading are together; all, where none are ever apart.
fn joined(view: &View<'_>, clashes: &[Set]) -> Set {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut each = Vec::new();
    for local in &view.locals {
        let next = each.len();
        if *numbers.entry(local.answers.number).or_insert(next) == next {
            each.push(places(view, local, clashes));
        }
    }
    let so = joined_in(&each);
    let number = |at: usize| numbers.get(&view.locals.get(at)?.answers.number).copied();
    view.readings.where_so(|at| number(at).and_then(|number| so.get(number).copied()).unwrap_or(false))
}

/// The same for answers that differ, given for each clash its knot there.
pub(crate) fn joined_in(each: &[Vec<Option<usize>>]) -> Vec<bool> {
    if each.iter().all(|places| one(places)) {
        return vec![true; each.len()];
    }
    let clashes = each.first().map_or(0, Vec::len);
    let pairs = (0..clashes).flat_map(|a| (a + 1..clashes).map(move |b| (a, b)));
    let both = |places: &[Option<usize>], (a, b): (usize, usize)| {
        Some(places.get(a).copied().flatten()? == places.get(b).copied().flatten()?)
    };
    let apart: Vec<_> = pairs.filter(|pair| each.iter().any(|places| both(places, *pair) == Some(false))).collect();
    each.iter().map(|places| apart.is_empty() || apart.iter().any(|pair| both(places, *pair) == Some(true))).collect()
}

/// For each clash its knot in one reading, where it is a clash there.
fn places(view: &View<'_>, local: &Local, clashes: &[Set]) -> Vec<Option<usize>> {
    let place = |clash: &Set| {
        let at = view.engine.position(clash, local)?;
        local.answers.knots.iter().position(|knot| knot.contains(&at))
    };
    clashes.iter().map(place).collect()
}

/// Are all that are there in one knot?
fn one(places: &[Option<usize>]) -> bool {
    let mut there = places.iter().flatten();
    let first = there.next();
    there.all(|place| Some(place) == first)
}

/// Whose changes would be enough: every set that is minimal in some reading, or among those enough in every
/// reading; with the readings in which it is enough. For the clashes of one knot, or for all.
pub(crate) fn together(view: &View<'_>, of: Option<&[Set]>) -> Vec<Together> {
    let case = view.case;
    let concerned = |clash: &&Set| of.is_none_or(|clashes| clashes.contains(clash));
    let held = |local: &Local| {
        view.engine.held_by(local, of, || held_by(case, local.answers.clashes.iter().filter(concerned)))
    };
    let by_reading: Vec<Rc<Vec<Set>>> = view.locals.iter().map(|local| held(local)).collect();
    let families: BTreeSet<&[Set]> = by_reading.iter().map(|family| family.as_slice()).collect();
    let sets = enough_in(view, &families);
    // Where the rules fail alone, nobody's changes are enough for all of it.
    let meets = |set: &Set, at: usize| {
        let sound = of.is_some() || view.locals.get(at).is_some_and(|local| !local.answers.rules_fail);
        sound && by_reading.get(at).is_some_and(|family| family.iter().all(|h| !h.is_disjoint(set)))
    };
    let with = |set: Set| {
        let so = view.readings.where_so(|at| meets(&set, at));
        (set, so)
    };
    sets.into_iter().map(with).collect()
}

/// The sets of parties that are minimal among those enough somewhere, or everywhere, given who holds the clashes there.
pub(crate) fn enough_in(view: &View<'_>, held: &BTreeSet<&[Set]>) -> Vec<Set> {
    let everywhere = minimal(held.iter().flat_map(|family| family.iter().cloned()).collect());
    let families = held.iter().copied().chain([everywhere.as_slice()]).filter(|family| !family.is_empty());
    let found = families.filter_map(|family| view.engine.hitting_sets(family, view.case.parties.len(), CAP));
    sorted(found.flat_map(|sets| sets.to_vec()).collect())
}
