//! What is so in one reading of a plan? What comes before what and who says so, and which windows there are.

use super::exchange::{Exchange, From, Known, Owed};
use super::plans::Plan;
use super::said::{Piece, Saying, Who, pieces};
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Case, ClaimId, CommitmentId, Formula, Held, StepId};

/// Somebody does a step that is hard to undo, for what these steps put in force. Steps by their places in the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Window {
    /// The step.
    pub step: usize,
    /// The steps that have to be done for it to end.
    pub until: Vec<usize>,
}

/// What decides everything about a reading: two readings with the same facts have the same orders and windows.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Facts {
    /// What comes before what.
    pub pairs: BTreeSet<(usize, usize)>,
    /// The windows.
    pub windows: BTreeSet<Window>,
}

/// Who says something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voices<'a> {
    pub claims: BTreeSet<ClaimId>,
    pub commitments: BTreeSet<CommitmentId>,
    pub rules: BTreeSet<&'a str>,
}

/// What was said, in some reading or other, with the positions of the readings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard<'a> {
    pub who: Voices<'a>,
    pub readings: Vec<usize>,
}

impl Heard<'_> {
    fn at(&mut self, reading: usize) {
        if self.readings.last() != Some(&reading) {
            self.readings.push(reading);
        }
    }
}

/// All that is said in a plan, reading by reading.
#[derive(Default)]
pub(crate) struct Record<'a> {
    pub pairs: BTreeMap<(usize, usize), Heard<'a>>,
    pub blocked: BTreeMap<(StepId, StepId), Heard<'a>>,
    pub conditional: BTreeMap<Formula, Heard<'a>>,
    /// The promises behind a window, each with the claims that it rests on.
    pub promises: BTreeMap<Window, BTreeMap<From, BTreeSet<ClaimId>>>,
}

/// A plan, with everything about it that is the same in every reading.
pub(crate) struct Ground<'a> {
    pub case: &'a Case,
    pub known: &'a Known<'a>,
    pub plan: Plan,
    /// The steps of the plan, in file order.
    pub steps: Vec<StepId>,
    pub exchanges: Vec<Exchange<'a>>,
    said: Vec<(Who<'a>, BTreeSet<Piece>)>,
    owed: Vec<Owed>,
}

impl<'a> Ground<'a> {
    pub fn of(case: &'a Case, known: &'a Known<'a>, plan: Plan, sayings: &[Saying<'a>]) -> Ground<'a> {
        let said = sayings.iter().map(|saying| (saying.who, pieces(&plan, saying.formula)));
        let said = said.filter(|(_, pieces)| !pieces.is_empty()).collect();
        let exchanges = known.exchanges(&plan);
        let exchanges = exchanges.into_iter().filter(|exchange| known.may_expose(exchange)).collect();
        let owed = known.owed().filter(|owed| plan.contains(&owed.then)).collect();
        Ground { case, known, steps: plan.iter().copied().collect(), plan, exchanges, said, owed }
    }

    /// The claims that anything here depends on.
    pub fn claims(&self) -> BTreeSet<ClaimId> {
        let supports = self.said.iter().filter_map(|(who, _)| match who {
            Who::Claims(supports) => Some(supports.iter()),
            Who::Rule(_) => None,
        });
        let supports = supports.flatten().chain(self.exchanges.iter().flat_map(|exchange| exchange.supports()));
        let carried = supports
            .flat_map(|row| std::iter::once(&row.claim).chain(row.with.iter()).chain(row.without.iter()))
            .copied();
        let owed = self.owed.iter().flat_map(|owed| self.known.speaking(owed.commitment)).copied();
        carried.chain(owed).chain(self.exchanges.iter().flat_map(|exchange| self.known.deciding(exchange))).collect()
    }

    /// Does anything said of order count only while wishes are counted?
    pub fn has_wishes(&self) -> bool {
        self.said.iter().any(|(who, _)| matches!(who, Who::Claims(supports) if supports.iter().any(|row| row.wish)))
    }

    /// What is so where these claims are held; who says it is written down.
    pub fn facts(&self, held: &Held, reading: usize, record: &mut Record<'a>) -> Facts {
        let mut facts = Facts::default();
        for (who, pieces) in self.said.iter().filter(|(who, _)| who.says(held)) {
            for piece in pieces {
                let Some(heard) = self.heard(piece, record, &mut facts) else { continue };
                heard.at(reading);
                heard.who.add(*who, held);
            }
        }
        self.owed_after(held, reading, &mut facts, record);
        for exchange in &self.exchanges {
            self.expose(exchange, held, &mut facts, record);
        }
        facts
    }

    fn heard<'r>(&self, piece: &Piece, record: &'r mut Record<'a>, facts: &mut Facts) -> Option<&'r mut Heard<'a>> {
        Some(match piece {
            Piece::Pair(first, then) => {
                let pair = (self.place(*first)?, self.place(*then)?);
                facts.pairs.insert(pair);
                record.pairs.entry(pair).or_default()
            }
            Piece::Blocked(first, then) => record.blocked.entry((*first, *then)).or_default(),
            Piece::Conditional(formula) => record.conditional.entry(formula.clone()).or_default(),
        })
    }

    fn place(&self, step: StepId) -> Option<usize> {
        self.steps.binary_search(&step).ok()
    }

    /// What is owed once something is done comes after it, where every commitment that asks for it says so.
    fn owed_after(&self, held: &Held, reading: usize, facts: &mut Facts, record: &mut Record<'a>) {
        let mut by_step: BTreeMap<StepId, Vec<&Owed>> = BTreeMap::new();
        for owed in self.owed.iter().filter(|owed| self.known.holds(owed.commitment, held)) {
            by_step.entry(owed.then).or_default().push(owed);
        }
        for (then, all) in by_step {
            let Some((one, others)) = all.split_first() else { continue };
            let first = one.first.iter().filter(|first| others.iter().all(|other| other.first.contains(first)));
            for first in first.filter(|first| **first != then) {
                let (Some(first), Some(then)) = (self.place(*first), self.place(then)) else { continue };
                facts.pairs.insert((first, then));
                let heard = record.pairs.entry((first, then)).or_default();
                heard.at(reading);
                heard.who.commitments.extend(all.iter().map(|owed| owed.commitment));
            }
        }
    }

    fn expose(&self, exchange: &Exchange<'a>, held: &Held, facts: &mut Facts, record: &mut Record<'a>) {
        let Some(sides) = self.known.sides(&self.plan, exchange, held) else { return };
        for (side, other) in [(&sides.asked, &sides.given), (&sides.given, &sides.asked)] {
            for step in side.iter().filter(|step| self.case.space.steps[**step].irreversible) {
                if other.len() == 1 && other.contains(step) {
                    continue;
                }
                let until = other.iter().filter(|other| *other != step).filter_map(|step| self.place(*step)).collect();
                let Some(step) = self.place(*step) else { continue };
                let window = Window { step, until };
                let promises = record.promises.entry(window.clone()).or_default();
                promises.entry(exchange.from).or_default().extend(sides.claims.iter().copied());
                facts.windows.insert(window);
            }
        }
    }
}

impl<'a> Voices<'a> {
    fn add(&mut self, who: Who<'a>, held: &Held) {
        match who {
            Who::Rule(text) => drop(self.rules.insert(text)),
            Who::Claims(supports) => {
                for support in supports.iter().filter(|support| support.holds(held)) {
                    self.claims.insert(support.claim);
                    self.claims.extend(support.with.iter().copied());
                }
            }
        }
    }

    /// Together with others.
    pub fn and(mut self, other: &Voices<'a>) -> Voices<'a> {
        self.claims.extend(&other.claims);
        self.commitments.extend(&other.commitments);
        self.rules.extend(&other.rules);
        self
    }
}
