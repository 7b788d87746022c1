//! Which step waits for which, by what was said of order?
//!
//! A step waits for another where a rule or a limit says that it comes only after it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use zopa_case::{Case, CommitmentId, Formula, StepId, Support, Trigger};

/// Steps as one waits for the other, each with the claims that say so; none where a rule of the case does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Waits(BTreeMap<StepId, Vec<(StepId, Vec<String>)>>);

impl Waits {
    /// What rules and limits say, suppositions left out.
    pub fn said(case: &Case) -> Waits {
        let mut waits = Waits::default();
        case.rules.iter().for_each(|rule| waits.read(&rule.formula, &[]));
        let reported = case.reported_rules.values().map(|rule| (&rule.formula, &rule.supports));
        let limits = case.limits.values().map(|limit| (&limit.formula, &limit.supports));
        for (formula, supports) in reported.chain(limits) {
            let counts = |support: &&Support| !support.wish && !case.claims[support.claim].suppose;
            let claims: BTreeSet<_> = supports.iter().filter(counts).map(|support| support.claim).collect();
            let names: Vec<String> = claims.iter().map(|id| case.claims[*id].name.clone()).collect();
            if !names.is_empty() {
                waits.read(formula, &names);
            }
        }
        waits
    }

    fn read(&mut self, formula: &Formula, claims: &[String]) {
        for part in formula.conjuncts() {
            if let Formula::OnlyAfter(step, first) = part {
                self.0.entry(step).or_default().push((first, claims.to_vec()));
            }
        }
    }

    /// What the step waits for.
    pub fn of(&self, step: StepId) -> &[(StepId, Vec<String>)] {
        self.0.get(&step).map_or(&[], Vec::as_slice)
    }

    /// Does the first step wait for the second, over others too? The claims of a shortest way.
    pub fn path(&self, from: StepId, to: StepId) -> Option<Vec<String>> {
        let mut came: BTreeMap<StepId, (StepId, &[String])> = BTreeMap::new();
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            for (first, claims) in self.of(at).iter().filter(|(first, _)| *first != from) {
                if came.contains_key(first) {
                    continue;
                }
                came.insert(*first, (at, claims.as_slice()));
                if *first == to {
                    return Some(back(&came, to));
                }
                open.push_back(*first);
            }
        }
        None
    }
}

/// The claims of the way that led here, from its start on.
fn back(came: &BTreeMap<StepId, (StepId, &[String])>, to: StepId) -> Vec<String> {
    let way = std::iter::successors(came.get(&to), |(at, _)| came.get(at));
    let mut parts: Vec<&[String]> = way.map(|(_, claims)| *claims).collect();
    parts.reverse();
    distinct(parts.concat())
}

/// Each name once, where it stands first.
pub(crate) fn distinct(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    names.into_iter().for_each(|name| {
        if !kept.contains(&name) {
            kept.push(name)
        }
    });
    kept
}

/// The steps that have to be taken for a commitment to be set off: those that stand as parts of their own in the condition.
pub(crate) fn trigger_steps(case: &Case, id: CommitmentId) -> Vec<StepId> {
    let conditions = case.commitments[id].anatomy.trigger.known().filter_map(|trigger| match trigger {
        Trigger::Condition { formula, .. } => Some(formula),
        Trigger::Event(_) => None,
    });
    let taken = conditions.flat_map(Formula::conjuncts).filter_map(|part| match part {
        Formula::Taken(step) => Some(step),
        _ => None,
    });
    taken.collect()
}
