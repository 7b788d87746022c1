//! Which commitments are held, what do their clauses say of order, and which steps put one in force?

use super::Twin;
use super::says::Said;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{
    Act, Claim, ClaimId, Commitment, CommitmentId, Formula, IssueId, PartyId, Point, StepId, Topic, Trigger, Until,
    Voice,
};

impl Twin<'_> {
    /// The claims that speak of a commitment: about it, or saying what somebody may do with it. Suppositions do not
    /// count; a claim set aside still speaks of it, and is not held.
    pub(super) fn speakers(&self, commitment: &Commitment) -> BTreeSet<ClaimId> {
        let may = |act: &Act| matches!(act, Act::May { object, .. } if *object == commitment.name);
        let of = |claim: &Claim| {
            about(claim, &commitment.name) || claim.statements.iter().any(|statement| may(&statement.act))
        };
        self.case.claims.iter().filter(|(_, claim)| !claim.suppose && of(claim)).map(|(id, _)| id).collect()
    }

    /// The commitments held.
    pub(super) fn commitments(&self, held: &BTreeSet<ClaimId>) -> BTreeSet<CommitmentId> {
        let is_held = |commitment: &Commitment| {
            let speakers = self.speakers(commitment);
            speakers.is_empty() || !speakers.is_disjoint(held)
        };
        self.case.commitments.iter().filter(|(_, row)| is_held(row)).map(|(id, _)| id).collect()
    }

    /// What is owed once something is done comes after it: for each step that commitments answer with, what all of them
    /// begin with.
    pub(super) fn owed(&self, held: &BTreeSet<CommitmentId>) -> Vec<(StepId, StepId, Said)> {
        let mut by_response: BTreeMap<StepId, Vec<CommitmentId>> = BTreeMap::new();
        for (id, commitment) in self.case.commitments.iter().filter(|(id, _)| held.contains(id)) {
            if let Some(step) = response(commitment) {
                by_response.entry(step).or_default().push(id);
            }
        }
        let mut owed = Vec::new();
        for (done, by) in by_response {
            let firsts: Vec<BTreeSet<StepId>> =
                by.iter().filter_map(|id| self.case.commitments.row(*id)).map(first_steps).collect();
            let common = |step: &&StepId| firsts.iter().all(|first| first.contains(step));
            let also = by.iter().filter_map(|id| self.case.commitments.row(*id)).flat_map(|row| self.speakers(row));
            let also: BTreeSet<ClaimId> = also.collect();
            for step in firsts.iter().flatten().collect::<BTreeSet<_>>().into_iter().filter(common) {
                let commitments = by.iter().copied().collect();
                let said = Said { commitments, also: also.clone(), ..Said::default() };
                if *step != done {
                    owed.push((*step, done, said));
                }
            }
        }
        owed
    }

    /// The steps that put a commitment in force: of `from`, of `force ... until`, the response where a condition sets
    /// it off; and the gates whose body may ratify it.
    pub(super) fn in_force(&self, id: CommitmentId, held: &BTreeSet<ClaimId>) -> BTreeSet<StepId> {
        let Some(commitment) = self.case.commitments.row(id) else { return BTreeSet::new() };
        let until = match commitment.anatomy.force.only().map(|force| force.until) {
            Some(Until::Step(step)) => Some(step),
            _ => None,
        };
        let response = response(commitment).filter(|_| condition(commitment).is_some());
        let gates = self.ratifying(&commitment.name, held);
        from(commitment).into_iter().chain(until).chain(response).chain(gates).collect()
    }

    /// The gates whose body may ratify this, in a held claim.
    pub(super) fn ratifying(&self, name: &str, held: &BTreeSet<ClaimId>) -> BTreeSet<StepId> {
        let mut bodies: BTreeSet<PartyId> = BTreeSet::new();
        for (_, claim) in self.case.claims.iter().filter(|(id, _)| held.contains(id)) {
            for statement in &claim.statements {
                if let Act::May { who, act, object } = &statement.act
                    && act == "ratify"
                    && object == name
                {
                    bodies.extend(who.iter().filter_map(|voice| match voice {
                        Voice::Party(party) => Some(*party),
                        _ => None,
                    }));
                }
            }
        }
        let gates = self.case.space.steps.iter().filter(|(_, step)| step.gate);
        gates.filter(|(_, gate)| gate.by.iter().any(|body| bodies.contains(body))).map(|(id, _)| id).collect()
    }

    /// The same for issues.
    pub(super) fn ratifying_issues(&self, issues: &BTreeSet<IssueId>, held: &BTreeSet<ClaimId>) -> BTreeSet<StepId> {
        let rows = issues.iter().filter_map(|issue| self.case.space.issues.row(*issue));
        rows.flat_map(|issue| self.ratifying(&issue.name, held)).collect()
    }
}

/// Does the claim say that it is about this?
pub(super) fn about(claim: &Claim, name: &str) -> bool {
    claim.about.iter().any(|topic| matches!(topic, Topic::Other(other) if other == name))
}

/// The condition that sets it off; `None` for an event, and where tellings differ.
pub(super) fn condition(commitment: &Commitment) -> Option<&Formula> {
    match commitment.anatomy.trigger.only() {
        Some(Trigger::Condition { formula, .. }) => Some(formula),
        _ => None,
    }
}

fn response(commitment: &Commitment) -> Option<StepId> {
    commitment.anatomy.response.only().filter(|response| !response.not).and_then(|response| response.step)
}

fn from(commitment: &Commitment) -> Option<StepId> {
    match commitment.anatomy.from.only() {
        Some(Point::Step(step)) => Some(*step),
        _ => None,
    }
}

/// The steps that stand as conjuncts of their own in its trigger, and the one from which it counts.
fn first_steps(commitment: &Commitment) -> BTreeSet<StepId> {
    let conjuncts = condition(commitment).map(Formula::conjuncts).unwrap_or_default();
    let taken = conjuncts.into_iter().filter_map(|part| match part {
        Formula::Taken(step) => Some(step),
        _ => None,
    });
    taken.chain(from(commitment)).collect()
}
