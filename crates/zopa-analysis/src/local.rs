//! What is so in one reading? Set algebra on the one enumeration.
//!
//! With U all elements together and R its contested rules, the clashes of a reading with active set A are the minimal
//! sets among { M minus R : M a clash of U, M within A }; everything else follows from them.

use crate::lists::{clashes, Lists};
use crate::set::{classes, hitting_sets, minimal, set_of, Set};
use crate::universe::Universe;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use zopa_case::{Case, LimitId, Stand};

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
}

/// The answers in one reading.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Local {
    /// The limits and rules that are active.
    pub active: Set,
    /// The contested rules that are active fail by themselves, with the rules of the case.
    pub rules_fail: bool,
    /// Clashes, as sets of limits: by size, then file order.
    pub clashes: Vec<Set>,
    /// Knots, as positions of clashes.
    pub knots: Vec<Vec<usize>>,
    /// Minimal sets of parties and bodies whose changes would be enough.
    pub enough: Vec<Set>,
    /// For each offer or acceptance what shuts it out; `None` where it is not held.
    pub shut: Vec<Option<Vec<Set>>>,
}

impl<'a> Enumeration<'a> {
    /// Lists everything for the elements that are active in some of these stands.
    pub fn of(case: &'a Case, universe: &mut Universe, stands: impl Iterator<Item = Stand>) -> Enumeration<'a> {
        let mut on = universe.none();
        let mut asked = vec![false; case.asks.len()];
        for stand in stands {
            on.union_with(&active(case, universe, &stand));
            for (asked, ask) in asked.iter_mut().zip(&case.asks) {
                *asked |= ask_held(case, ask, &stand);
            }
        }
        let all = clashes(universe, &on, &universe.none(), None);
        let with_ask = asked.iter().enumerate().map(|(at, asked)| {
            let given = universe.set([universe.ask(at)]);
            let none = Lists { clashes: Vec::new(), complete: true };
            if *asked { clashes(universe, &on, &given, Some(&given)) } else { none }
        });
        let with_ask = with_ask.collect();
        Enumeration { case, rules: universe.all_rules(), all, with_ask, known: RefCell::default() }
    }

    /// The answers where one stands.
    pub fn local(&self, universe: &Universe, stand: &Stand) -> Rc<Local> {
        let active = active(self.case, universe, stand);
        let held: Vec<bool> = self.case.asks.iter().map(|ask| ask_held(self.case, ask, stand)).collect();
        let mut key: Vec<usize> = active.ones().collect();
        key.extend((0..held.len()).filter(|at| held.get(*at) == Some(&true)).map(|at| universe.ask(at)));
        if let Some(known) = self.known.borrow().get(&key) {
            return Rc::clone(known);
        }
        let local = Rc::new(self.work_out(active, &held));
        self.known.borrow_mut().insert(key, Rc::clone(&local));
        local
    }

    fn work_out(&self, active: Set, held: &[bool]) -> Local {
        let projected = self.projected(&self.all, &active);
        let rules_fail = projected.iter().any(Set::is_clear);
        let clashes = if rules_fail { Vec::new() } else { projected };
        let shut = self.with_ask.iter().zip(held).map(|(lists, held)| {
            held.then(|| if rules_fail { by_rules(&active) } else { self.shut(lists, &active, &clashes) })
        });
        Local {
            shut: shut.collect(),
            knots: classes(&clashes),
            enough: enough(self.case, &clashes),
            rules_fail,
            clashes,
            active,
        }
    }

    /// { M minus R : M a clash of U, M within A }, the minimal ones.
    fn projected(&self, lists: &Lists, active: &Set) -> Vec<Set> {
        let within = lists.clashes.iter().filter(|clash| clash.is_subset(active));
        minimal(within.map(|clash| set_of(clash.len(), clash.difference(&self.rules))).collect())
    }

    /// What no world with the offer meets, clashes of their own left out.
    fn shut(&self, lists: &Lists, active: &Set, clashes: &[Set]) -> Vec<Set> {
        let mut shut = self.projected(lists, active);
        shut.retain(|set| !clashes.iter().any(|clash| clash.is_subset(set)));
        shut
    }
}

/// Where the rules fail alone, they shut everything out: no limit is needed.
fn by_rules(active: &Set) -> Vec<Set> {
    vec![Set::with_capacity(active.len())]
}

/// The limits and contested rules that are active where one stands.
pub(crate) fn active(case: &Case, universe: &Universe, stand: &Stand) -> Set {
    let held = case.held(stand);
    let limits = case.limits.iter().filter(|(_, limit)| held.active(&limit.supports)).map(|(id, _)| universe.limit(id));
    let rules = case.reported_rules.iter().filter(|(_, rule)| held.active(&rule.supports));
    universe.set(limits.chain(rules.map(|(id, _)| universe.rule(id))))
}

/// Is an offer or acceptance held? A question that is no switch does not take it away: it is shown as disputed.
fn ask_held(case: &Case, ask: &zopa_case::Ask, stand: &Stand) -> bool {
    ask.supports.iter().any(|support| {
        let mut reading = stand.reading.clone();
        for (id, question) in case.questions.iter().filter(|(_, question)| !question.switch) {
            if let Some((answer, _)) = question.answers.iter().find(|(_, answer)| answer.holds.contains(&support.claim)) {
                reading = reading.with(id, answer);
            }
        }
        support.holds(&case.held(&Stand { reading, ..stand.clone() }))
    })
}

/// The minimal sets of parties and bodies that have a limit in every clash.
pub(crate) fn enough(case: &Case, clashes: &[Set]) -> Vec<Set> {
    if clashes.is_empty() {
        return Vec::new();
    }
    let families = minimal(clashes.iter().map(|clash| holders(case, clash)).collect());
    hitting_sets(&families, case.parties.len(), CAP).unwrap_or_default()
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
