//! What is said of order in one reading, and which windows are there?

use super::Twin;
use super::exchanges::{Backing, Window};
use super::net::{Net, Pair};
use super::says::{Said, Says, says};
use crate::readings::{Reading, holds, wishes};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use zopa_case::{ClaimId, Formula, StepId, Support};

/// One reading, for one plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Moment {
    pub(super) pairs: BTreeMap<Pair, Said>,
    /// The one left out, and the one that waits for it.
    pub(super) blocked: BTreeMap<Pair, Said>,
    /// By the condition as written.
    pub(super) conditional: BTreeMap<String, Said>,
    /// `None`: too large to be looked through.
    pub(super) windows: Option<BTreeMap<Window, Backing>>,
}

impl Moment {
    /// The steps of the plan, with what must come before what.
    pub(super) fn net(&self, plan: &BTreeSet<StepId>) -> Net {
        Net { nodes: plan.iter().map(|step| step.row()).collect(), pairs: self.pairs.keys().copied().collect() }
    }
}

/// What a reading turns on: the claims held, and whether wishes are counted.
type Stand = (BTreeSet<ClaimId>, bool);

impl Twin<'_> {
    /// One for each reading; those that hold the same claims share one.
    pub(super) fn moments(&mut self, plan: &BTreeSet<StepId>) -> Vec<Rc<Moment>> {
        let mut known: BTreeMap<Stand, Rc<Moment>> = BTreeMap::new();
        let mut moments = Vec::new();
        for reading in self.readings.clone() {
            let stand = self.stand(&reading);
            let moment = match known.get(&stand) {
                Some(moment) => moment.clone(),
                None => Rc::new(self.moment(plan, &stand)),
            };
            known.insert(stand, moment.clone());
            moments.push(moment);
        }
        moments
    }

    fn stand(&self, reading: &Reading) -> Stand {
        (self.carried.held(reading), wishes(self.case, reading))
    }

    fn moment(&mut self, plan: &BTreeSet<StepId>, (held, wishes): &Stand) -> Moment {
        let mut moment = Moment::default();
        for (formula, said) in self.sayers(held, *wishes) {
            for says in says(formula, plan) {
                let known = match says {
                    Says::Precedence(a, b) => moment.pairs.entry((a.row(), b.row())).or_default(),
                    Says::Blocked(a, b) => moment.blocked.entry((a.row(), b.row())).or_default(),
                    Says::Conditional(part) => moment.conditional.entry(part.write(&self.case.space)).or_default(),
                };
                known.add(&said);
            }
        }
        for (first, then, said) in self.owed(&self.commitments(held)) {
            if plan.contains(&first) && plan.contains(&then) {
                moment.pairs.entry((first.row(), then.row())).or_default().add(&said);
            }
        }
        moment.windows = self.windows(plan, held);
        moment
    }

    /// Every condition that says something where these claims are held, with who says it: rules of the case and those
    /// added, contested rules, limits.
    fn sayers(&self, held: &BTreeSet<ClaimId>, wishes: bool) -> Vec<(&Formula, Said)> {
        let rule = |place| Said { rules: BTreeSet::from([place]), ..Said::default() };
        let rules = self.case.rules.iter().map(|rule| &rule.formula).chain(self.added.iter().map(|(_, added)| added));
        let rules = rules.enumerate().map(|(place, formula)| (formula, rule(place)));
        let by = |supports: &[Support]| {
            let mut said = Said::default();
            for support in supports.iter().filter(|support| holds(support, held, wishes)) {
                said.claims.insert(support.claim);
                said.also.extend(support.with.iter());
            }
            (!said.claims.is_empty()).then_some(said)
        };
        let reported = self.case.reported_rules.values();
        let reported = reported.filter_map(|rule| Some((&rule.formula, by(&rule.supports)?)));
        let limits = self.case.limits.values().filter_map(|limit| Some((&limit.formula, by(&limit.supports)?)));
        rules.chain(reported).chain(limits).collect()
    }
}
