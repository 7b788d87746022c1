//! What do the rules look up again and again? Worked out once for a case.

use crate::groups::{Group, groups};
use crate::waits::Waits;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Case, ClaimId, CommitmentId, EventId, Power, StepId, Trigger};

/// What is looked up in a case.
pub(crate) struct Ground {
    /// Claims that speak of a commitment.
    claims: BTreeMap<CommitmentId, Vec<ClaimId>>,
    /// Powers over a commitment.
    powers: BTreeMap<CommitmentId, Vec<Power>>,
    /// Commitments that follow the breach of another.
    remedies: BTreeSet<CommitmentId>,
    /// Commitments by the events that set them off.
    by_event: BTreeMap<EventId, Vec<CommitmentId>>,
    /// Commitments by the steps that they are about.
    by_step: BTreeMap<StepId, Vec<CommitmentId>>,
    /// What was said of order.
    pub said: Waits,
    /// Steps that wait for each other by commitments alone.
    pub circles: Vec<Group>,
    /// Steps that wait for each other by commitments and by what was said of order.
    pub knots: Vec<Group>,
}

impl Ground {
    pub fn of(case: &Case) -> Ground {
        let claims = case.claims_on_commitments();
        let powers = case.powers(&claims);
        let said = Waits::said(case);
        let circles = groups(case, &Waits::default());
        let knots = groups(case, &said).into_iter().filter(|knot| !circles.iter().any(|circle| holds(knot, circle)));
        let knots = knots.collect();
        let remedies = case.commitments.values().flat_map(|row| row.anatomy.remedies.all().copied()).collect();
        let (mut by_event, mut by_step) = (BTreeMap::new(), BTreeMap::new());
        for (id, row) in case.commitments.iter() {
            for trigger in row.anatomy.trigger.known() {
                if let Trigger::Event(event) = trigger {
                    by_event.entry(*event).or_insert_with(Vec::new).push(id);
                }
            }
            for step in row.anatomy.response.known().filter_map(|response| response.step) {
                by_step.entry(step).or_insert_with(Vec::new).push(id);
            }
        }
        Ground { claims, powers, remedies, by_event, by_step, said, circles, knots }
    }

    pub fn claims_on(&self, id: CommitmentId) -> &[ClaimId] {
        self.claims.get(&id).map_or(&[], Vec::as_slice)
    }

    pub fn powers(&self, id: CommitmentId) -> &[Power] {
        self.powers.get(&id).map_or(&[], Vec::as_slice)
    }

    pub fn is_remedy(&self, id: CommitmentId) -> bool {
        self.remedies.contains(&id)
    }

    pub fn set_off_by(&self, event: EventId) -> &[CommitmentId] {
        self.by_event.get(&event).map_or(&[], Vec::as_slice)
    }

    pub fn about_step(&self, step: StepId) -> &[CommitmentId] {
        self.by_step.get(&step).map_or(&[], Vec::as_slice)
    }
}

/// A knot that a circle of commitments alone is part of is told as that circle, once.
fn holds(knot: &Group, circle: &Group) -> bool {
    circle.steps.iter().all(|step| knot.steps.contains(step))
}
