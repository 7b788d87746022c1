//! What is the least that would have to change, and with some limits left as stated?
//!
//! Lower and upper bounds meet. From below, a proof is built core by core (OLL: B. Andres, B. Kaufmann, O. Matheis,
//! T. Schaub, *Unsatisfiability-based optimization in clasp*, 2012): the limits of a core cannot all stand, so at least
//! one of them is given up, and from then on it is asked that it be no more than that. From above, every world seen so
//! far gives up some limits. Where the two are equal, the world breaks a smallest opening, and the solver is not asked.
//!
//! Worlds and cores are facts of the case and serve every question; of a proof, each part serves as long as what it
//! speaks of is active. So a limit switched off costs what hung on it, and mostly nothing.

mod enough;
mod known;
mod list;
mod proof;
mod several;

pub(crate) use several::Several;

use crate::oracle::{Fails, Oracle};
use crate::set::Set;
use known::Known;
use proof::Proof;
use std::collections::BTreeMap;

/// What is asked: give up as few as possible of the soft, none of the hard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Query {
    /// Elements that may be given up.
    pub soft: Set,
    /// Elements that hold.
    pub hard: Set,
}

impl Query {
    /// The element that another query may not give up, since it has it not; none where that is not all the difference.
    fn less_one(&self, other: &Query) -> Option<usize> {
        let mut gone = self.soft.difference(&other.soft);
        let one = gone.next().filter(|_| gone.next().is_none())?;
        (self.hard == other.hard && other.soft.is_subset(&self.soft)).then_some(one)
    }
}

/// What was found so far about the elements of one oracle.
#[derive(Default)]
pub(crate) struct Search {
    known: Known,
    proofs: BTreeMap<usize, Vec<Kept>>,
}

/// A proof with what it is of.
struct Kept {
    query: Query,
    proof: Proof,
    /// Is there a world that gives up no more than it proves?
    met: bool,
}

/// Vain tries to make a core with bounds smaller.
const TRIES: usize = 2;

/// The proof from which the others start.
const BASE: usize = 0;

impl Search {
    /// A smallest set of soft elements whose giving up leaves a world; `None` where the hard ones fail alone. Queries
    /// with one `slot` are alike, and each begins from the proof of the last.
    pub fn smallest(&mut self, oracle: &mut Oracle, query: &Query, slot: usize) -> Option<Set> {
        if let Some(given_up) = self.without_one(oracle, query, slot) {
            return Some(given_up);
        }
        let mut proof = self.begin(oracle, query, slot);
        let answer = loop {
            if let Some(met) = self.known.world(query, proof.least()) {
                break Some(query.soft.difference(met).collect());
            }
            let (on, bounds) = (proof.on(query), proof.bounds());
            let core = match self.known.core(&on, &bounds, &query.hard) {
                Some(core) => core,
                None => match oracle.within(&on, &bounds) {
                    Ok(met) => {
                        self.known.put_world(met);
                        continue;
                    }
                    Err(core) => self.put(oracle, core, &query.hard),
                },
            };
            if !proof.learn(oracle, query, core) {
                break None;
            }
        };
        self.keep(Kept { query: query.clone(), proof, met: answer.is_some() }, slot);
        answer.map(|given_up: Vec<usize>| crate::set::set_of(query.soft.len(), given_up))
    }

    /// The answer to a query that has one soft element less than one that was answered before, if there is such. Without the
    /// element at least one less is given up, and no more: the proof stands with the element given up, and one question to the
    /// solver tells whether a world gives up no other beside it than the proof counts.
    fn without_one(&mut self, oracle: &mut Oracle, query: &Query, slot: usize) -> Option<Set> {
        let kept = self.proofs.get(&slot).into_iter().flatten().filter(|kept| kept.met);
        let (gone, kept) = kept.filter_map(|kept| Some((kept.query.less_one(query)?, kept))).next()?;
        let least = kept.proof.least();
        if !kept.proof.counts(gone) {
            return None;
        }
        let mut on = kept.proof.on(&kept.query);
        on.remove(gone);
        let bounds = kept.proof.bounds();
        let one_less = least.checked_sub(1)?;
        if self.known.world(query, one_less).is_none()
            && let Some(met) = oracle.giving_up(&on, &bounds, gone)
        {
            self.known.put_world(met);
        }
        let met = self.known.world(query, one_less).or_else(|| self.known.world(query, least))?;
        Some(query.soft.difference(met).collect::<Vec<_>>())
            .map(|given_up| crate::set::set_of(query.soft.len(), given_up))
    }

    /// Is there a world in all of these? One that is known, or a new one; else elements that already fail.
    pub fn consistent(&mut self, oracle: &mut Oracle, on: &Set) -> Result<Set, Set> {
        if let Some(met) = self.known.meeting(on) {
            return Ok(met.clone());
        }
        let none = Set::with_capacity(on.len());
        if let Some(core) = self.known.core(on, &[], &none) {
            return Err(core.elements);
        }
        match oracle.within(on, &[]) {
            Ok(met) => {
                self.known.put_world(met.clone());
                Ok(met)
            }
            Err(core) => Err(core.elements),
        }
    }

    /// A minimal part of what fails, kept.
    pub fn clash_within(&mut self, oracle: &mut Oracle, core: Set) -> Set {
        let none = Set::with_capacity(core.len());
        self.put(oracle, Fails { elements: core, bounds: Vec::new() }, &none).elements
    }

    /// Of what fails together with the hard elements a part that is minimal beside them, kept.
    pub fn minimal_beside(&mut self, oracle: &mut Oracle, failing: &Set, hard: &Set) {
        let elements = failing.union(hard).collect();
        self.put(oracle, Fails { elements, bounds: Vec::new() }, hard);
    }

    /// Elements of which it is known that they fail, and none of them too many.
    pub fn told(&mut self, clash: Set) {
        self.known.put_core(Fails { elements: clash, bounds: Vec::new() });
    }

    /// The known sets of elements that fail, as far as they are active.
    pub fn clashes<'s>(&'s self, on: &'s Set) -> impl Iterator<Item = &'s Set> {
        self.known.clashes(on)
    }

    /// Of the proofs that this slot had, and the base, the first that says most of this query.
    fn begin(&self, oracle: &mut Oracle, query: &Query, slot: usize) -> Proof {
        let mut best = Proof::default();
        for slot in [slot, BASE] {
            for kept in self.proofs.get(&slot).into_iter().flatten() {
                let serving = kept.proof.serving(oracle, query);
                if serving.least() > best.least() {
                    best = serving;
                }
            }
        }
        best
    }

    /// Keeps the proof of the query with most that may be given up, and the last.
    fn keep(&mut self, last: Kept, slot: usize) {
        let soft = |kept: &Kept| kept.query.soft.count_ones(..);
        let kept = self.proofs.entry(slot).or_default();
        let widest = kept.first().is_some_and(|most| soft(most) > soft(&last));
        kept.truncate(usize::from(widest));
        kept.push(last);
    }

    /// Makes a core smaller, bounds left out first, then what is soft, and keeps it. Without bounds it is made minimal;
    /// with them it serves this query and few others, so after some vain tries it stays as it is.
    fn put(&mut self, oracle: &mut Oracle, core: Fails, hard: &Set) -> Fails {
        let mut vain = 0;
        let mut smaller = core;
        // Asked again of what failed alone, the solver mostly needs less.
        while !smaller.bounds.is_empty() {
            match self.asked(oracle, &smaller.elements, &smaller.bounds) {
                Err(core) if core.size() < smaller.size() => smaller = core,
                _ => break,
            }
        }
        for bound in smaller.bounds.clone() {
            if smaller.bounds.contains(&bound) && vain < TRIES {
                let bounds: Vec<_> = smaller.bounds.iter().copied().filter(|other| *other != bound).collect();
                match self.asked(oracle, &smaller.elements, &bounds) {
                    Err(core) => smaller = core,
                    Ok(()) => vain += 1,
                }
            }
        }
        let soft: Vec<usize> = smaller.elements.difference(hard).collect();
        let kept: Vec<usize> = smaller.elements.intersection(hard).collect();
        for element in soft.into_iter().chain(kept) {
            if smaller.elements.contains(element) && (smaller.bounds.is_empty() || vain < TRIES) {
                let mut less = smaller.elements.clone();
                less.remove(element);
                match self.asked(oracle, &less, &smaller.bounds) {
                    Err(core) => smaller = core,
                    Ok(()) => vain += 1,
                }
            }
        }
        self.known.put_core(smaller.clone());
        smaller
    }

    fn asked(&mut self, oracle: &mut Oracle, on: &Set, bounds: &[crate::oracle::Bound]) -> Result<(), Fails> {
        if bounds.is_empty() && self.known.meeting(on).is_some() {
            return Ok(());
        }
        let met = oracle.within(on, bounds)?;
        self.known.put_world(met);
        Ok(())
    }
}
