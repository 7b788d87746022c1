//! Which knots does a family of clashes make at each setting, and what opens them?
//!
//! What hangs on where a clash is one (which clashes are together, whose changes would be enough) is told from which clashes
//! of the family each reading has; the worlds behind openings, from all that is active in some reading.

use super::Pools;
use super::columns::{Maker, function};
use super::pool::Pool;
use crate::clash::{basis, id, issues, names};
use crate::functions::{Basis, Functions};
use crate::knot::{enough_in, joined_in, openings};
use crate::local::{Local, held_by, holders};
use crate::set::{Set, classes, set_of, union};
use crate::view::{View, pick};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_finding::{Cell, EnoughState, KnotState, OpeningState, WORLDS};

/// Knots and openings told so far.
#[derive(Default)]
pub(super) struct Told {
    pub openings: Vec<OpeningState>,
    known_openings: BTreeMap<(Set, Option<usize>), u32>,
    /// Knots without their openings, and lists of openings with whether there is no other: a knot is one of each.
    heads: Pool<KnotState>,
    lists: Pool<(Vec<u32>, bool)>,
    known: BTreeMap<(u32, u32, bool), u32>,
    pub knots: Vec<KnotState>,
    pub knot_lists: Pool<Vec<u32>>,
}

impl Told {
    /// An opening is told once, however many settings have it.
    fn opening(&mut self, view: &View<'_>, set: &Set, world: Option<usize>) -> u32 {
        let next = self.openings.len() as u32;
        let openings = &mut self.openings;
        *self.known_openings.entry((set.clone(), world)).or_insert_with(|| {
            openings.push(OpeningState {
                limits: names(view.case, set),
                holders: view.party_names(&holders(view.case, set)),
                world: world.map(|world| world as u32),
                basis: basis(view.case, set),
            });
            next
        })
    }

    fn knot(&mut self, head: u32, list: u32, opened: bool) -> u32 {
        let next = self.knots.len() as u32;
        let (knots, heads, lists) = (&mut self.knots, &self.heads, &self.lists);
        *self.known.entry((head, list, opened)).or_insert_with(|| {
            let (openings, complete) = lists.get(list).cloned().unwrap_or_default();
            let head = heads.get(head).cloned();
            knots.extend(head.map(|head| {
                let enough = if opened { head.enough } else { Vec::new() };
                KnotState { openings, complete, enough, ..head }
            }));
            next
        })
    }
}

/// What is active in some reading, the limits that clash in some, and whether there are several readings.
type Stand = (Set, Set, bool);

/// Knots, each with its number among those without openings.
type Heads = Rc<Vec<(Rc<Knot>, u32)>>;

/// One family.
struct Family<'v, 'a> {
    view: &'v View<'a>,
    clashes: &'v [Set],
    /// Which clashes of the family a reading has: the labels that are kept.
    had: Pool<Set>,
    /// The labels that are joined, numbered from 1; 0: openings are not listed.
    stands: Pool<Stand>,
    /// Of each answers by number what is had, and which limits clash.
    answers: BTreeMap<usize, (u32, Set)>,
    knots: BTreeMap<Set, Rc<Knot>>,
    heads: BTreeMap<Cell, Heads>,
    held: BTreeMap<Set, Rc<Vec<Set>>>,
    lists: BTreeMap<Set, Vec<List>>,
}

/// Clashes that hang together, with what does not change with the setting.
struct Knot {
    /// Positions in the family.
    at: Set,
    clashes: Vec<Set>,
    limits: Set,
    /// The numbers of its openings without a world, by position.
    without: RefCell<BTreeMap<usize, u32>>,
}

impl Knot {
    /// An opening without a world. They are the same at every setting where the clashes are all known.
    fn without(&self, told: &mut Told, view: &View<'_>, at: usize, set: &Set) -> u32 {
        if !view.complete() {
            return told.opening(view, set, None);
        }
        *self.without.borrow_mut().entry(at).or_insert_with(|| told.opening(view, set, None))
    }
}

/// The column of a family.
pub(super) fn column<'v>(maker: &mut Maker<'v>, pools: &mut Pools<'_, '_>, view: &View<'_>, clashes: &[Set]) -> Cell {
    let family = RefCell::new(Family::of(view, clashes));
    maker.column(
        &mut |side, functions| Basis {
            kept: function(functions, side, &mut |_, local| family.borrow_mut().had(local)),
            joined: match side.opened {
                true => function(functions, side, &mut |_, local| family.borrow_mut().stand(local)),
                false => Cell::value(0),
            },
        },
        &mut |a, b| family.borrow_mut().both(a, b),
        &mut |functions, basis| family.borrow_mut().tell(pools, functions, basis),
    )
}

impl<'v, 'a> Family<'v, 'a> {
    fn of(view: &'v View<'a>, clashes: &'v [Set]) -> Family<'v, 'a> {
        Family {
            view,
            clashes,
            had: Pool::default(),
            stands: Pool::default(),
            answers: BTreeMap::new(),
            knots: BTreeMap::new(),
            heads: BTreeMap::new(),
            held: BTreeMap::new(),
            lists: BTreeMap::new(),
        }
    }

    fn answers(&mut self, local: &Local) -> &(u32, Set) {
        let (clashes, had) = (self.clashes, &mut self.had);
        self.answers.entry(local.answers.number).or_insert_with(|| {
            let has = |(_, clash): &(usize, &Set)| local.answers.clashes.contains(clash);
            let here = clashes.iter().enumerate().filter(has).map(|(at, _)| at);
            (had.put(set_of(clashes.len(), here)), union(&local.answers.clashes, local.active.len()))
        })
    }

    fn had(&mut self, local: &Local) -> u32 {
        self.answers(local).0
    }

    fn stand(&mut self, local: &Local) -> u32 {
        let clashing = self.answers(local).1.clone();
        self.stands.put((local.active.clone(), clashing, false)) + 1
    }

    /// Two stands together. Where all clashes are known it makes no difference how many readings there are.
    fn both(&mut self, a: u32, b: u32) -> u32 {
        let stand = |number: u32| number.checked_sub(1).and_then(|number| self.stands.get(number));
        let (Some(a), Some(b)) = (stand(a), stand(b)) else { return 0 };
        let (mut active, mut clashing) = (a.0.clone(), a.1.clone());
        active.union_with(&b.0);
        clashing.union_with(&b.1);
        self.stands.put((active, clashing, !self.view.complete())) + 1
    }

    /// The knots at a setting, as a list.
    fn tell(&mut self, pools: &mut Pools<'_, '_>, functions: &mut Functions, basis: Basis) -> u32 {
        let heads = self.heads(pools, functions, basis.kept);
        let stand = functions.labels(basis.joined).first().and_then(|label| label.checked_sub(1));
        let stand = stand.and_then(|number| self.stands.get(number)).cloned();
        let knots = heads.iter().map(|(knot, head)| {
            let list = match &stand {
                Some(stand) => self.list(&mut pools.told, knot, stand),
                None => pools.told.lists.put((Vec::new(), self.view.complete())),
            };
            pools.told.knot(*head, list, stand.is_some())
        });
        let knots: Vec<u32> = knots.collect();
        pools.told.knot_lists.put(knots)
    }

    /// The knots without their openings: first those whose clashes are all so in every reading.
    fn heads(&mut self, pools: &mut Pools<'_, '_>, functions: &mut Functions, kept: Cell) -> Heads {
        if let Some(known) = self.heads.get(&kept) {
            return Rc::clone(known);
        }
        let labels = functions.labels(kept);
        let had: Vec<Set> = labels.iter().filter_map(|label| self.had.get(*label).cloned()).collect();
        let some: Vec<usize> = union(&had, self.clashes.len()).ones().collect();
        let families = classes(&pick(self.clashes, &some));
        let at = |class: &Vec<usize>| set_of(self.clashes.len(), class.iter().filter_map(|n| some.get(*n).copied()));
        let mut knots: Vec<Set> = families.iter().map(at).collect();
        knots.sort_by_key(|knot| !had.iter().all(|had| knot.is_subset(had)));
        let each = knots.into_iter().map(|at| {
            let knot = self.knot(at);
            let head = self.head(pools, functions, kept, &labels, &had, &knot);
            (knot, pools.told.heads.put(head))
        });
        let heads: Heads = Rc::new(each.collect());
        self.heads.insert(kept, Rc::clone(&heads));
        heads
    }

    fn knot(&mut self, at: Set) -> Rc<Knot> {
        let (family, size) = (self.clashes, self.view.engine.size);
        let knot = self.knots.entry(at).or_insert_with_key(|at| {
            let clashes = pick(family, &at.ones().collect::<Vec<_>>());
            Rc::new(Knot { at: at.clone(), limits: union(&clashes, size), clashes, without: RefCell::default() })
        });
        Rc::clone(knot)
    }

    fn head(
        &mut self,
        pools: &mut Pools<'_, '_>,
        functions: &mut Functions,
        kept: Cell,
        labels: &[u32],
        had: &[Set],
        knot: &Knot,
    ) -> KnotState {
        let case = self.view.case;
        let here: Vec<Set> = had.iter().map(|had| set_of(had.len(), had.intersection(&knot.at))).collect();
        let each: Vec<Vec<Option<usize>>> = here.iter().map(|here| self.places(knot, here)).collect();
        let so = joined_in(&each);
        let number = |label: u32| labels.binary_search(&label).ok();
        let joined = pools
            .presences
            .number(functions, kept, &|label| number(label).and_then(|at| so.get(at).copied()).unwrap_or(false));
        let held: Vec<Rc<Vec<Set>>> = here.iter().map(|here| self.held(here)).collect();
        let families: BTreeSet<&[Set]> = held.iter().map(|family| family.as_slice()).collect();
        let sets = enough_in(self.view, &families).into_iter();
        let enough = sets.map(|set| {
            let meets = |family: &Rc<Vec<Set>>| family.iter().all(|holders| !holders.is_disjoint(&set));
            let presence = pools
                .presences
                .number(functions, kept, &|label| number(label).and_then(|at| held.get(at)).is_some_and(meets));
            EnoughState { parties: self.view.party_names(&set), presence }
        });
        let enough = enough.collect();
        KnotState {
            clashes: knot.clashes.iter().map(|clash| id(case, clash)).collect(),
            issues: issues(case, &knot.limits),
            holders: self.view.party_names(&holders(case, &knot.limits)),
            joined,
            openings: Vec::new(),
            complete: true,
            enough,
        }
    }

    /// For each clash of a knot its knot where only these are had.
    fn places(&self, knot: &Knot, here: &Set) -> Vec<Option<usize>> {
        let there: Vec<usize> = here.ones().collect();
        let apart = classes(&pick(self.clashes, &there));
        let place = |at: usize| {
            let at = there.binary_search(&at).ok()?;
            apart.iter().position(|class| class.contains(&at))
        };
        knot.at.ones().map(place).collect()
    }

    /// Who holds these clashes.
    fn held(&mut self, here: &Set) -> Rc<Vec<Set>> {
        let (case, family) = (self.view.case, self.clashes);
        let held = self
            .held
            .entry(here.clone())
            .or_insert_with_key(|here| Rc::new(held_by(case, here.ones().filter_map(|at| family.get(at)))));
        Rc::clone(held)
    }

    /// The openings of a knot as a list by number.
    fn list(&mut self, told: &mut Told, knot: &Knot, (active, clashing, several): &Stand) -> u32 {
        let mut asked = set_of(active.len(), active.difference(clashing));
        asked.union_with(&knot.limits);
        let known = self.lists.get(&knot.at).into_iter().flatten();
        if let Some(known) = known.rev().find(|list| list.serves(&asked, *several)) {
            return known.number;
        }
        let (found, complete) = openings(self.view, &knot.clashes, &asked, *several);
        let mut list = List::of(asked, *several, complete);
        let each = found.iter().enumerate().map(|(at, set)| {
            let world = if at < WORLDS { list.world(self.view, set) } else { None };
            match world {
                Some(_) => told.opening(self.view, set, world),
                None => knot.without(told, self.view, at, set),
            }
        });
        let numbers: Vec<u32> = each.collect();
        let number = told.lists.put((numbers, complete));
        list.number = number;
        self.lists.entry(knot.at.clone()).or_default().push(list);
        number
    }
}

/// The openings of a knot, and for which settings they are told: those where all that makes their worlds the first is asked
/// for, and nothing that these do not meet.
struct List {
    asked: Set,
    several: bool,
    number: u32,
    complete: bool,
    needed: Set,
    met: Set,
}

impl List {
    fn of(asked: Set, several: bool, complete: bool) -> List {
        let (needed, met) = (Set::with_capacity(asked.len()), set_of(asked.len(), 0..asked.len()));
        List { asked, several, number: 0, complete, needed, met }
    }

    /// Where the clashes are not all known, openings are looked for anew wherever something else is asked for.
    fn serves(&self, asked: &Set, several: bool) -> bool {
        match self.complete {
            true => self.needed.is_subset(asked) && asked.is_subset(&self.met),
            false => self.several == several && self.asked == *asked,
        }
    }

    /// The first world behind an opening.
    fn world(&mut self, view: &View<'_>, opening: &Set) -> Option<usize> {
        let first = view.engine.first(&set_of(self.asked.len(), self.asked.difference(opening)));
        self.needed.union_with(&first.needed);
        let mut met = first.met.clone();
        met.union_with(opening);
        self.met.intersect_with(&met);
        first.number
    }
}
