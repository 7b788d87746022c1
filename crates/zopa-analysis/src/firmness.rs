//! How firmly does a limit stand? Derived from claims, never typed.

use crate::change::{later, possible};
use crate::rounds::{claims_of, in_order};
use zopa_case::{Act, Case, ClaimId, Limit, LimitId};
use zopa_finding::Firmness;

/// The firmness of a limit: *stated*, or what claims say about it.
pub(crate) fn firmness(case: &Case, id: LimitId) -> Vec<Firmness> {
    let limit = &case.limits[id];
    let claims = claims_of(case, id);
    let softened = naming(case, &claims, |act| if let Act::Softens { claims, .. } = act { Some(claims) } else { None });
    let tested = naming(case, &claims, |act| if let Act::Tests(claims) = act { Some(claims) } else { None });
    let (departed, accepted) = against(case, limit, &claims);
    let softer = names(case, softened.into_iter().chain(accepted).collect());
    let mut firmness = Vec::new();
    if !softer.is_empty() {
        firmness.push(Firmness::ReportedSofter { claims: softer });
    }
    if !tested.is_empty() {
        firmness.push(Firmness::Tested { claims: names(case, tested) });
    }
    if !departed.is_empty() {
        firmness.push(Firmness::DepartedFrom { claims: names(case, departed) });
    }
    if firmness.is_empty() {
        firmness.push(Firmness::Stated);
    }
    firmness
}

/// Claims with a statement of this kind that names one of these.
fn naming(case: &Case, claims: &[ClaimId], pick: impl Fn(&Act) -> Option<&Vec<ClaimId>>) -> Vec<ClaimId> {
    let names = |act: &Act| pick(act).is_some_and(|named| named.iter().any(|claim| claims.contains(claim)));
    case.claims.iter().filter(|(_, row)| row.statements.iter().any(|s| names(&s.act))).map(|(id, _)| id).collect()
}

/// What the holder offered or accepted although the limit forbids it: later, or with no later round known and
/// accepted.
fn against(case: &Case, limit: &Limit, claims: &[ClaimId]) -> (Vec<ClaimId>, Vec<ClaimId>) {
    let order = in_order(case);
    let (mut departed, mut accepted) = (Vec::new(), Vec::new());
    for ask in case.asks.iter().filter(|ask| ask.holders.contains(&limit.holder) && !claims.contains(&ask.claim)) {
        if possible(case, &[limit.formula.clone(), ask.formula.clone()]) {
            continue;
        }
        let is_later = claims.iter().any(|claim| later(&order, &case.claims[ask.claim], &case.claims[*claim]));
        if is_later {
            departed.push(ask.claim);
        } else if !ask.offer {
            accepted.push(ask.claim);
        }
    }
    (departed, accepted)
}

fn names(case: &Case, mut claims: Vec<ClaimId>) -> Vec<String> {
    claims.sort();
    claims.dedup();
    claims.into_iter().map(|claim| case.claims[claim].name.clone()).collect()
}
