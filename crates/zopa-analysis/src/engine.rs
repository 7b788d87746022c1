//! What serves every reading? The one oracle over all elements, the one enumeration, and what was found so far.

use crate::local::{Answers, Enumeration, Local};
use crate::oracle::{First, World};
use crate::set::{Set, hitting_sets, set_of, sorted};
use crate::smallest::{Query, Several};
use crate::universe::Universe;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_case::ReportedRuleId;
use zopa_finding::Level;

/// What every view of a case shares, whichever of its questions are left open. All that is kept is a function of its
/// key: keeping it changes no answer.
pub(crate) struct Engine<'a> {
    /// The complete lists.
    pub enumeration: Enumeration<'a>,
    /// How many elements there are.
    pub size: usize,
    universe: RefCell<Universe>,
    clashes: Clashes,
    worlds: RefCell<Worlds>,
    differences: RefCell<BTreeMap<(usize, usize), Vec<Level>>>,
    hitting: RefCell<BTreeMap<Family, Hitting>>,
    holders: RefCell<BTreeMap<Holding, Rc<Vec<Set>>>>,
    several: RefCell<Several>,
}

/// A reading by its number, and the clashes asked about: all, or those of one knot.
type Holding = (usize, Option<Vec<Set>>);

/// A family of sets over so many elements, and how many minimal hitting sets may be kept at once.
type Family = (Vec<Set>, usize, usize);

/// The minimal hitting sets of a family; `None` where there are too many.
type Hitting = Option<Rc<Vec<Set>>>;

/// The clashes of all readings that were looked at, by size, then file order, and which of them a reading has.
struct Clashes {
    all: Vec<Set>,
    places: BTreeMap<Set, usize>,
    /// By the number of the answers.
    of: BTreeMap<usize, Set>,
}

impl Clashes {
    fn of(answers: &[Rc<Answers>]) -> Clashes {
        let all: BTreeSet<&Set> = answers.iter().flat_map(|answers| &answers.clashes).collect();
        let all = sorted(all.into_iter().cloned().collect());
        let places: BTreeMap<Set, usize> = all.iter().cloned().zip(0..).collect();
        let has = |answers: &Rc<Answers>| {
            let here = answers.clashes.iter().filter_map(|clash| places.get(clash).copied());
            (answers.number, set_of(all.len(), here))
        };
        let of = answers.iter().map(has).collect();
        Clashes { of, places, all }
    }

    fn has(&self, local: &Local, place: usize) -> bool {
        self.of.get(&local.answers.number).is_some_and(|has| has.contains(place))
    }
}

/// Worlds found, each once, and what they are the first for.
#[derive(Default)]
struct Worlds {
    found: Vec<World>,
    first: Vec<Rc<FirstWorld>>,
}

/// A world by its number, which is the first for some elements.
pub(crate) struct FirstWorld {
    /// `None`: no world meets them.
    pub number: Option<usize>,
    /// As [`First::needed`].
    pub needed: Set,
    /// As [`First::met`].
    pub met: Set,
}

impl FirstWorld {
    /// Is it the first for these elements? Whatever meets more meets the fewer, and so does not come before it.
    fn serves(&self, on: &Set) -> bool {
        self.needed.is_subset(on) && on.is_subset(&self.met)
    }
}

impl Worlds {
    fn put(&mut self, first: First) -> Rc<FirstWorld> {
        let number = first.world.map(|world| {
            let known = self.found.iter().position(|other| *other == world);
            known.unwrap_or_else(|| {
                self.found.push(world);
                self.found.len() - 1
            })
        });
        let first = Rc::new(FirstWorld { number, needed: first.needed, met: first.met });
        self.first.push(Rc::clone(&first));
        first
    }
}

impl<'a> Engine<'a> {
    /// From what was enumerated over a universe.
    pub fn new(universe: Universe, enumeration: Enumeration<'a>) -> Engine<'a> {
        let size = universe.elements.len();
        Engine {
            clashes: Clashes::of(&enumeration.known()),
            enumeration,
            size,
            universe: RefCell::new(universe),
            worlds: RefCell::default(),
            differences: RefCell::default(),
            hitting: RefCell::default(),
            holders: RefCell::default(),
            several: RefCell::default(),
        }
    }

    /// Every clash of some of these readings, by size, then file order.
    pub fn clashes<'l>(&self, locals: impl Iterator<Item = &'l Local>) -> Vec<Set> {
        let mut so = Set::with_capacity(self.clashes.all.len());
        locals.filter_map(|local| self.clashes.of.get(&local.answers.number)).for_each(|has| so.union_with(has));
        so.ones().filter_map(|at| self.clashes.all.get(at).cloned()).collect()
    }

    /// The readings among these that have this clash, by position.
    pub fn having(&self, clash: &Set, locals: &[Rc<Local>]) -> Set {
        let place = self.clashes.places.get(clash).copied();
        let has = |local: &Rc<Local>| place.is_some_and(|place| self.clashes.has(local, place));
        set_of(locals.len(), locals.iter().enumerate().filter(|(_, local)| has(local)).map(|(at, _)| at))
    }

    /// Has a reading this clash?
    pub fn has(&self, clash: &Set, local: &Local) -> bool {
        self.clashes.places.get(clash).is_some_and(|place| self.clashes.has(local, *place))
    }

    /// The position of a clash among those of a reading, if it is one there: both are in the same order.
    pub fn position(&self, clash: &Set, local: &Local) -> Option<usize> {
        let place = self.clashes.places.get(clash).copied()?;
        let has = self.clashes.of.get(&local.answers.number)?;
        has.contains(place).then(|| has.count_ones(..place))
    }

    /// The number of the first world in file order that meets these elements. Equal numbers are the same world.
    pub fn first_world(&self, on: &Set) -> Option<usize> {
        self.first(on).number
    }

    /// The same with what makes it the first.
    pub fn first(&self, on: &Set) -> Rc<FirstWorld> {
        // The latest are most like what is looked for.
        let known = self.worlds.borrow().first.iter().rev().find(|first| first.serves(on)).map(Rc::clone);
        known.unwrap_or_else(|| {
            let first = self.universe.borrow_mut().oracle.first_world(on);
            self.worlds.borrow_mut().put(first)
        })
    }

    /// A world by its number.
    pub fn world(&self, number: usize) -> Option<World> {
        self.worlds.borrow().found.get(number).cloned()
    }

    /// All worlds found so far, by number.
    pub fn worlds(&self) -> Vec<World> {
        self.worlds.borrow().found.clone()
    }

    /// Which answers differ between two readings?
    pub fn differences(&self, a: &Local, b: &Local) -> Vec<Level> {
        let key = (a.answers.number.min(b.answers.number), a.answers.number.max(b.answers.number));
        if key.0 == key.1 {
            return Vec::new();
        }
        self.differences
            .borrow_mut()
            .entry(key)
            .or_insert_with(|| crate::hinge::differences(&a.answers, &b.answers))
            .clone()
    }

    /// [`hitting_sets`].
    pub fn hitting_sets(&self, family: &[Set], size: usize, cap: usize) -> Hitting {
        let key = (family.to_vec(), size, cap);
        let found = || hitting_sets(family, size, cap).map(Rc::new);
        self.hitting.borrow_mut().entry(key).or_insert_with(found).clone()
    }

    /// For each clash of a reading (`of`: those of them that are among these) who holds its limits, the minimal ones.
    pub fn held_by(&self, local: &Local, of: Option<&[Set]>, work_out: impl FnOnce() -> Vec<Set>) -> Rc<Vec<Set>> {
        let key = (local.answers.number, of.map(<[Set]>::to_vec));
        Rc::clone(self.holders.borrow_mut().entry(key).or_insert_with(|| Rc::new(work_out())))
    }

    /// Some openings where the clashes are not all known, the smallest first: of the soft elements, the others of `asked`
    /// kept.
    pub fn openings(&self, asked: &Set, soft: &Set) -> Vec<Set> {
        let hard = set_of(self.size, asked.difference(soft));
        let query = Query { soft: set_of(self.size, asked.intersection(soft)), hard };
        let clashes: Vec<&Set> = self.enumeration.all.clashes.iter().filter(|clash| clash.is_subset(asked)).collect();
        self.several.borrow_mut().openings(&mut self.universe.borrow_mut().oracle, &query, &clashes)
    }

    /// All limits and contested rules.
    pub fn limits_and_rules(&self) -> Set {
        self.universe.borrow().limits_and_rules()
    }

    /// The element of a contested rule.
    pub fn rule(&self, rule: ReportedRuleId) -> usize {
        self.universe.borrow().rule(rule)
    }
}
