//! What does a condition say of order in a plan, and who says so?

use std::collections::BTreeSet;
use zopa_case::{ClaimId, CommitmentId, Formula, StepId};

/// Something said of order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// The first before the second.
    Precedence(StepId, StepId),
    /// The first is left out, and the second waits for it.
    Blocked(StepId, StepId),
    /// Only where something else is so.
    Conditional(Formula),
}

/// Who says so: rules by place, those of the case first, then those added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) claims: BTreeSet<ClaimId>,
    /// Claims that may be named too: they made it read so, or speak of the commitment.
    pub(super) also: BTreeSet<ClaimId>,
    pub(super) commitments: BTreeSet<CommitmentId>,
    pub(super) rules: BTreeSet<usize>,
}

impl Said {
    /// Both.
    pub(super) fn add(&mut self, other: &Said) {
        self.claims.extend(&other.claims);
        self.also.extend(&other.also);
        self.commitments.extend(&other.commitments);
        self.rules.extend(&other.rules);
    }
}

/// All that the condition says of order where these steps are taken, and no others.
pub(super) fn says(formula: &Formula, plan: &BTreeSet<StepId>) -> Vec<Says> {
    let conjuncts = match simple(&formula.normal(), plan) {
        Formula::And(parts) => parts,
        other => vec![other],
    };
    let one = |part: Formula| match part {
        Formula::Before(a, b) => Some(Says::Precedence(a, b)),
        Formula::OnlyAfter(b, a) if plan.contains(&a) => Some(Says::Precedence(a, b)),
        Formula::OnlyAfter(b, a) => Some(Says::Blocked(a, b)),
        other if other.has_order() => Some(Says::Conditional(other)),
        _ => None,
    };
    conjuncts.into_iter().filter_map(one).collect()
}

fn simple(formula: &Formula, plan: &BTreeSet<StepId>) -> Formula {
    match formula {
        Formula::Taken(step) => Formula::Const(plan.contains(step)),
        Formula::Before(a, b) if !plan.contains(a) || !plan.contains(b) => Formula::Const(true),
        Formula::OnlyAfter(b, _) if !plan.contains(b) => Formula::Const(true),
        Formula::Not(inner) => match simple(inner, plan) {
            Formula::Const(value) => Formula::Const(!value),
            Formula::Not(inner) => *inner,
            other => Formula::Not(Box::new(other)),
        },
        Formula::And(parts) => joined(parts, plan, true),
        Formula::Or(parts) => joined(parts, plan, false),
        atom => atom.clone(),
    }
}

/// `and` drops what is true and fails with what is false; `or` the other way about.
fn joined(parts: &[Formula], plan: &BTreeSet<StepId>, and: bool) -> Formula {
    let mut open = Vec::new();
    for part in parts {
        match (simple(part, plan), and) {
            (Formula::Const(value), _) if value == and => {}
            (Formula::Const(value), _) => return Formula::Const(value),
            (Formula::And(inner), true) | (Formula::Or(inner), false) => open.extend(inner),
            (other, _) => open.push(other),
        }
    }
    match (open.len(), and) {
        (0, _) => Formula::Const(and),
        (1, _) => open.remove(0),
        (_, true) => Formula::And(open),
        (_, false) => Formula::Or(open),
    }
}

/// The same condition with nothing said of order.
pub(super) fn without_order(formula: &Formula) -> Formula {
    match formula {
        Formula::Before(..) | Formula::OnlyAfter(..) => Formula::Const(true),
        Formula::Not(inner) => Formula::Not(Box::new(without_order(inner))),
        Formula::And(parts) => Formula::And(parts.iter().map(without_order).collect()),
        Formula::Or(parts) => Formula::Or(parts.iter().map(without_order).collect()),
        atom => atom.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zopa_case::{Space, Step, Taken};

    fn steps() -> (Space, Vec<StepId>) {
        let mut space = Space::default();
        let step = |name: &str| Step {
            name: name.into(),
            title: name.into(),
            by: vec![],
            taken: Taken::Optional,
            text: String::new(),
            irreversible: false,
            gate: false,
        };
        let ids = ["a", "b", "c"].iter().map(|name| space.steps.push(step(name))).collect();
        (space, ids)
    }

    #[test]
    fn what_the_plan_leaves_open_is_conditional_and_what_it_leaves_out_blocks() {
        let (_, ids) = steps();
        let [a, b, c] = ids[..] else { panic!() };
        let plan = BTreeSet::from([a, b]);
        assert_eq!(says(&Formula::OnlyAfter(a, b), &plan), [Says::Precedence(b, a)]);
        assert_eq!(says(&Formula::OnlyAfter(a, c), &plan), [Says::Blocked(c, a)]);
        assert_eq!(says(&Formula::OnlyAfter(c, a), &plan), []);
        assert_eq!(says(&Formula::Before(a, c), &plan), []);
        let either = Formula::Or(vec![Formula::Before(a, b), Formula::Before(b, a)]);
        assert_eq!(says(&either, &plan), [Says::Conditional(either.clone())]);
        let gated = Formula::implies(Formula::Taken(b), Formula::And(vec![Formula::Before(a, b), Formula::Taken(a)]));
        assert_eq!(says(&gated, &plan), [Says::Precedence(a, b)]);
        let gated = Formula::implies(Formula::Taken(c), Formula::Before(a, b));
        assert_eq!(says(&gated, &plan), []);
    }
}
