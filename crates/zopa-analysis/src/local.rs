//! What is so in one reading? Set algebra on the one enumeration.
//!
//! With U all elements together and R its contested rules, the clashes of a reading with active set A are the minimal
//! sets among { M minus R : M a clash of U, M within A }; everything else follows from them.

use crate::lists::{Lists, clashes};
use crate::oracle::Answer;
use crate::set::{Set, classes, hitting_sets, minimal, set_of, sort};
use crate::universe::Universe;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_case::{Case, LimitId, Reading, Under};

/// Sets of parties kept at once when looking for whose changes would be enough.
pub(crate) const CAP: usize = 20_000;

/// The complete lists for all readings, and what was worked out for some.
pub(crate) struct Enumeration<'a> {
    case: &'a Case,
    /// Clashes of all elements together, contested rules among them.
    pub all: Lists,
    /// For each offer or acceptance, the sets that fail with it.
    pub with_ask: Vec<Lists>,
    rules: Set,
    known: RefCell<BTreeMap<Vec<usize>, Rc<Local>>>,
    answers: RefCell<BTreeMap<Within, Rc<Answers>>>,
}

/// One reading.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Local {
    /// Which of the readings looked at so far: in equal numbers the same is active.
    pub number: usize,
    /// The limits and rules that are active.
    pub active: Set,
    /// What is so.
    pub answers: Rc<Answers>,
}

/// Of the clashes of all elements those within what is active, and the same with each offer or acceptance that is held.
/// Readings that have the same of them have the same answers.
type Within = (Set, Vec<Option<Set>>);

/// The answers in one reading, or in several.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answers {
    /// Which of the answers worked out so far: equal numbers are the same answers.
    pub number: usize,
    /// The contested rules that are active fail by themselves, with the rules of the case.
    pub rules_fail: bool,
    /// Clashes, as sets of limits: by size, then file order.
    pub clashes: Vec<Set>,
    /// Knots, as positions of clashes.
    pub knots: Vec<Vec<usize>>,
    /// Minimal sets of parties and bodies whose changes would be enough.
    pub enough: Vec<Set>,
    /// For each offer or acceptance what shuts it out; `None` where it is not held. Nothing does where the rules fail
    /// alone: then no limit is needed.
    pub shut: Vec<Option<Vec<Set>>>,
}

impl Answers {
    /// Is there a world that fits?
    pub fn fits(&self) -> bool {
        !self.rules_fail && self.clashes.is_empty()
    }
}

impl<'a> Enumeration<'a> {
    /// Lists everything for the elements that are active in some of these stands, for so many `calls` a list.
    pub fn of(
        case: &'a Case,
        universe: &mut Universe,
        under: &[Under<'_>],
        readings: &[Reading],
        calls: u64,
    ) -> Enumeration<'a> {
        let mut on = universe.none();
        let mut stands: BTreeSet<Set> = BTreeSet::new();
        for under in under {
            stands.extend(readings.iter().map(|reading| active(case, universe, under, reading)));
        }
        stands.iter().for_each(|active| on.union_with(active));
        let limits_and_rules = universe.limits_and_rules();
        let asked = (0..case.asks.len()).map(|at| on.contains(universe.ask(at))).collect::<Vec<bool>>();
        on.intersect_with(&limits_and_rules);
        let mut all = clashes(universe, &on, &universe.none(), calls);
        if !all.complete {
            crate::cut::mend(case, universe, &stands, &mut all);
        }
        let with_ask = asked.iter().enumerate().map(|(at, asked)| {
            let given = universe.set([universe.ask(at)]);
            let none = Lists { clashes: Vec::new(), complete: true };
            let mut lists = if *asked { clashes(universe, &on, &given, calls) } else { none };
            if !lists.complete {
                crate::cut::lessen(universe, &stands, &given, &mut lists);
            }
            lists
        });
        let with_ask: Vec<Lists> = with_ask.collect();
        if !all.complete {
            // What fails without the offer too is a clash of its own, which the list may lack.
            let sets: BTreeSet<&Set> = with_ask.iter().flat_map(|lists| &lists.clashes).collect();
            let fails = |set: &&Set| matches!(universe.oracle.consistent(set), Answer::Core(_));
            all.clashes.extend(sets.into_iter().filter(fails).cloned());
            sort(&mut all.clashes);
        }
        Enumeration {
            case,
            rules: universe.all_rules(),
            all,
            with_ask,
            known: RefCell::default(),
            answers: RefCell::default(),
        }
    }

    /// The answers where one stands.
    pub fn local(&self, universe: &Universe, under: &Under<'_>, reading: &Reading) -> Rc<Local> {
        let mut active = active(self.case, universe, under, reading);
        let key: Vec<usize> = active.ones().collect();
        if let Some(known) = self.known.borrow().get(&key) {
            return Rc::clone(known);
        }
        let held: Vec<bool> = (0..self.case.asks.len()).map(|at| active.contains(universe.ask(at))).collect();
        active.intersect_with(&universe.limits_and_rules());
        let number = self.known.borrow().len();
        let answers = self.answers(&active, &held);
        let local = Rc::new(Local { number, active, answers });
        self.known.borrow_mut().insert(key, Rc::clone(&local));
        local
    }

    /// All answers worked out so far.
    pub fn known(&self) -> Vec<Rc<Answers>> {
        self.answers.borrow().values().map(Rc::clone).collect()
    }

    fn answers(&self, active: &Set, held: &[bool]) -> Rc<Answers> {
        let asked = self.with_ask.iter().zip(held).map(|(lists, held)| held.then(|| within(lists, active)));
        let within = (within(&self.all, active), asked.collect());
        if let Some(known) = self.answers.borrow().get(&within) {
            return Rc::clone(known);
        }
        let number = self.answers.borrow().len();
        let answers = Rc::new(self.work_out(number, &within));
        self.answers.borrow_mut().insert(within, Rc::clone(&answers));
        answers
    }

    fn work_out(&self, number: usize, (all, asked): &Within) -> Answers {
        let projected = self.projected(&self.all, all);
        let rules_fail = projected.iter().any(Set::is_clear);
        let clashes = if rules_fail { Vec::new() } else { projected };
        let shut = self.with_ask.iter().zip(asked).map(|(lists, within)| {
            within.as_ref().map(|within| if rules_fail { Vec::new() } else { self.shut(lists, within, &clashes) })
        });
        Answers {
            number,
            shut: shut.collect(),
            knots: classes(&clashes),
            enough: enough(self.case, &clashes),
            rules_fail,
            clashes,
        }
    }

    /// { M minus R : M a clash of U, M within A }, the minimal ones.
    fn projected(&self, lists: &Lists, within: &Set) -> Vec<Set> {
        let within = within.ones().filter_map(|at| lists.clashes.get(at));
        minimal(within.map(|clash| set_of(clash.len(), clash.difference(&self.rules))).collect())
    }

    /// What no world with the offer meets, clashes of their own left out.
    fn shut(&self, lists: &Lists, within: &Set, clashes: &[Set]) -> Vec<Set> {
        let mut shut = self.projected(lists, within);
        shut.retain(|set| !clashes.iter().any(|clash| clash.is_subset(set)));
        shut
    }
}

/// The clashes of a list within what is active, by position.
fn within(lists: &Lists, active: &Set) -> Set {
    let clashes = lists.clashes.iter().enumerate();
    set_of(lists.clashes.len(), clashes.filter(|(_, clash)| clash.is_subset(active)).map(|(at, _)| at))
}

/// The elements that are active in a reading. An offer that only questions without effect dispute stays asked
/// about, and is shown as disputed.
fn active(case: &Case, universe: &Universe, under: &Under<'_>, reading: &Reading) -> Set {
    let (held, disputed) = (under.held(reading), under.held_disputed(reading));
    let limits = case.limits.iter().filter(|(_, limit)| held.active(&limit.supports)).map(|(id, _)| universe.limit(id));
    let rules = case.reported_rules.iter().filter(|(_, rule)| held.active(&rule.supports));
    let asks = case.asks.iter().enumerate().filter(|(_, ask)| disputed.active(&ask.supports));
    universe.set(limits.chain(rules.map(|(id, _)| universe.rule(id))).chain(asks.map(|(at, _)| universe.ask(at))))
}

/// The minimal sets of parties and bodies that have a limit in every clash.
pub(crate) fn enough(case: &Case, clashes: &[Set]) -> Vec<Set> {
    if clashes.is_empty() {
        return Vec::new();
    }
    hitting_sets(&held_by(case, clashes.iter()), case.parties.len(), CAP).unwrap_or_default()
}

/// For each clash who holds its limits, the minimal ones.
pub(crate) fn held_by<'s>(case: &Case, clashes: impl Iterator<Item = &'s Set>) -> Vec<Set> {
    minimal(clashes.map(|clash| holders(case, clash)).collect())
}

/// For each party and body the elements of the limits that it holds.
pub(crate) fn own(case: &Case, universe: &Universe) -> Vec<Set> {
    let held = |party| case.limits.iter().filter(move |(_, limit)| limit.holder == party);
    let elements = |party| universe.set(held(party).map(|(id, _)| universe.limit(id)));
    case.parties.ids().map(elements).collect()
}

/// Parties and bodies that hold these limits.
pub(crate) fn holders(case: &Case, limits: &Set) -> Set {
    let held = case.limits.iter().filter(|(id, _)| limits.contains(id.row())).map(|(_, limit)| limit.holder.row());
    set_of(case.parties.len(), held)
}

/// The limits of a set of elements.
pub(crate) fn limits<'a>(case: &'a Case, set: &'a Set) -> impl Iterator<Item = (LimitId, &'a zopa_case::Limit)> {
    case.limits.iter().filter(|(id, _)| set.contains(id.row()))
}
