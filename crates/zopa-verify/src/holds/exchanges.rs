//! Which exchanges are there, which steps are on their sides, and which windows come of them?

use super::Twin;
use super::commitments::{about, condition};
use crate::world::Named;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Act, Claim, ClaimId, CommitmentId, Formula, PartyId, StepId, Terms, Voice};

/// A step that is hard to undo, and the steps that put in force what was promised for it.
pub(super) type Window = (usize, BTreeSet<usize>);

/// By which words something is promised: a claim with its statement, or a commitment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Promise {
    Claim(ClaimId, String),
    Commitment(CommitmentId),
}

/// What stands behind a window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Backing {
    /// The promises, each with the claims that it may rest on.
    pub(super) promises: BTreeMap<Promise, BTreeSet<ClaimId>>,
    pub(super) promising: BTreeSet<PartyId>,
}

/// One side: a condition, and steps that stand there besides.
struct Side<'a> {
    formula: Option<&'a Formula>,
    more: BTreeSet<StepId>,
}

struct Exchange<'a> {
    sides: [Side<'a>; 2],
    promise: Promise,
    rests_on: BTreeSet<ClaimId>,
    promising: BTreeSet<PartyId>,
}

impl<'a> Twin<'a> {
    /// The windows of a plan where these claims are held. `None`: something is too large to be looked through.
    pub(super) fn windows(
        &mut self,
        plan: &BTreeSet<StepId>,
        held: &BTreeSet<ClaimId>,
    ) -> Option<BTreeMap<Window, Backing>> {
        let mut windows: BTreeMap<Window, Backing> = BTreeMap::new();
        for exchange in self.exchanges(held) {
            let formulas: Vec<&Formula> = exchange.sides.iter().filter_map(|side| side.formula).collect();
            if !self.together(plan, &formulas)? {
                continue;
            }
            let [one, other] = &exchange.sides;
            let (one, other) = (self.steps_of(one, plan)?, self.steps_of(other, plan)?);
            for window in self.exposing(&one, &other).into_iter().chain(self.exposing(&other, &one)) {
                let backing = windows.entry(window).or_default();
                backing.promises.entry(exchange.promise.clone()).or_default().extend(&exchange.rests_on);
                backing.promising.extend(&exchange.promising);
            }
        }
        Some(windows)
    }

    /// For each step of the side that is hard to undo, the steps of the other without it.
    fn exposing(&self, side: &BTreeSet<StepId>, other: &BTreeSet<StepId>) -> Vec<Window> {
        let hard = |step: &&StepId| self.case.space.steps.row(**step).is_some_and(|row| row.irreversible);
        let alone = |step: &&StepId| other.len() == 1 && other.contains(step);
        let until = |step: &StepId| other.iter().filter(|until| *until != step).map(|until| until.row()).collect();
        side.iter().filter(hard).filter(|step| !alone(step)).map(|step| (step.row(), until(step))).collect()
    }

    fn steps_of(&mut self, side: &Side<'_>, plan: &BTreeSet<StepId>) -> Option<BTreeSet<StepId>> {
        let needed = side.formula.map_or(Some(BTreeSet::new()), |formula| self.needs(formula))?;
        Some(needed.union(&side.more).filter(|step| plan.contains(step)).copied().collect())
    }

    fn exchanges(&self, held: &BTreeSet<ClaimId>) -> Vec<Exchange<'a>> {
        let commitments = self.commitments(held);
        let mut exchanges = Vec::new();
        let stands = |(id, claim): &(ClaimId, &Claim)| held.contains(id) && !self.expired(*id, claim, held);
        for (id, claim) in self.case.claims.iter().filter(stands) {
            for statement in &claim.statements {
                let (who, given, wanted) = match &statement.act {
                    Act::Offers { who, offer, terms: Terms::OnlyIf(wanted) | Terms::If(wanted) } => {
                        (who, offer, wanted)
                    }
                    Act::Accepts { who, accepted, given: Some(wanted) } => (who, accepted, wanted),
                    _ => continue,
                };
                let theirs: BTreeSet<CommitmentId> = self.about_commitments(claim, &commitments);
                let issues = Named::of(&self.case.space, &[given]).issues;
                // A condition about the same issue says what is offered.
                if !issues.is_disjoint(&Named::of(&self.case.space, &[wanted]).issues) {
                    continue;
                }
                let more = theirs.iter().flat_map(|id| self.in_force(*id, held));
                let more = more.chain(self.ratifying_issues(&issues, held)).collect();
                exchanges.push(Exchange {
                    sides: [Side { formula: Some(given), more }, Side { formula: Some(wanted), more: BTreeSet::new() }],
                    promise: Promise::Claim(id, statement.text.clone()),
                    rests_on: self.resting(&theirs, held).into_iter().chain([id]).collect(),
                    promising: who.iter().copied().collect(),
                });
            }
        }
        exchanges.extend(commitments.iter().filter_map(|id| self.exchange_of(*id, held)));
        exchanges
    }

    /// Does a held claim say that the offers of this one have expired by the date of the case? A year or month counts
    /// to its end, and the date of the case from its beginning.
    fn expired(&self, id: ClaimId, claim: &Claim, held: &BTreeSet<ClaimId>) -> bool {
        let Some(today) = self.case.as_of.and_then(|date| date.day) else { return false };
        let today = (today.year, today.month.unwrap_or(1), today.day.unwrap_or(1));
        let is_over = |act: &Act| match act {
            Act::Expires { claims, date } => {
                claims.contains(&id)
                    && date.day.is_some_and(|day| (day.year, day.month.unwrap_or(12), day.day.unwrap_or(31)) <= today)
            }
            _ => false,
        };
        let offers = claim.statements.iter().any(|statement| matches!(statement.act, Act::Offers { .. }));
        let others = self.case.claims.iter().filter(|(id, _)| held.contains(id)).flat_map(|(_, row)| &row.statements);
        offers && others.into_iter().any(|statement| is_over(&statement.act))
    }

    fn about_commitments(&self, claim: &Claim, held: &BTreeSet<CommitmentId>) -> BTreeSet<CommitmentId> {
        let rows = self.case.commitments.iter().filter(|(id, _)| held.contains(id));
        rows.filter(|(_, row)| about(claim, &row.name)).map(|(id, _)| id).collect()
    }

    /// The exchange that a commitment is, where a condition sets it off.
    fn exchange_of(&self, id: CommitmentId, held: &BTreeSet<ClaimId>) -> Option<Exchange<'a>> {
        let commitment = self.case.commitments.row(id)?;
        let trigger = condition(commitment)?;
        let debtors = commitment.anatomy.debtors.all().filter_map(|voice| match voice {
            Voice::Party(party) => Some(*party),
            _ => None,
        });
        Some(Exchange {
            sides: [
                Side { formula: Some(trigger), more: BTreeSet::new() },
                Side { formula: None, more: self.in_force(id, held) },
            ],
            promise: Promise::Commitment(id),
            rests_on: self.resting(&BTreeSet::from([id]), held),
            promising: debtors.collect(),
        })
    }

    /// The held claims that speak of these commitments, or say who may ratify something.
    fn resting(&self, commitments: &BTreeSet<CommitmentId>, held: &BTreeSet<ClaimId>) -> BTreeSet<ClaimId> {
        let rows = commitments.iter().filter_map(|id| self.case.commitments.row(*id));
        let speakers = rows.flat_map(|row| self.speakers(row));
        let ratifies = |claim: &Claim| {
            claim.statements.iter().any(|said| matches!(&said.act, Act::May { act, .. } if act == "ratify"))
        };
        let ratifying = self.case.claims.iter().filter(|(_, claim)| ratifies(claim)).map(|(id, _)| id);
        speakers.chain(ratifying).filter(|id| held.contains(id)).collect()
    }
}
