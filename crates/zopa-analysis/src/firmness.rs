//! How firmly does a limit stand? Derived from claims, never typed.

use crate::change::later;
use crate::oracle::{Answer, Oracle};
use crate::rounds::{claims_of, in_order};
use crate::set::set_of;
use zopa_case::{Act, Case, ClaimId, Formula, LimitId, RoundId, Table};
use zopa_finding::Firmness;

/// The firmness of every limit.
pub(crate) fn firmness(case: &Case) -> Table<LimitId, Vec<Firmness>> {
    let forbidden = forbidden(case);
    let order = in_order(case);
    Table::for_each_of(&case.limits, |id, _| of_limit(case, &order, id, &forbidden[id]))
}

/// For each limit the offers and acceptances of its holder that no world with it meets, by the rules of the case. What the
/// rules alone exclude, limit or offer, says nothing of the other.
fn forbidden(case: &Case) -> Table<LimitId, Vec<usize>> {
    let always: Vec<Formula> = case.rules.iter().map(|rule| rule.formula.clone()).collect();
    let limits = case.limits.values().map(|limit| limit.formula.clone());
    let elements: Vec<Formula> = limits.chain(case.asks.iter().map(|ask| ask.formula.clone())).collect();
    let mut oracle = Oracle::new(&case.space, &always, &elements);
    Table::for_each_of(&case.limits, |id, limit| {
        let own = case.asks.iter().enumerate().filter(|(_, ask)| ask.holders.contains(&limit.holder));
        let mut fails = |rows: &[usize]| {
            matches!(oracle.consistent(&set_of(elements.len(), rows.iter().copied())), Answer::Core(_))
        };
        let mut forbids = |at: usize| {
            let (limit, ask) = (id.row(), case.limits.len() + at);
            fails(&[limit, ask]) && !fails(&[limit]) && !fails(&[ask])
        };
        own.map(|(at, _)| at).filter(|at| forbids(*at)).collect()
    })
}

/// *Stated*, or what claims say about it.
fn of_limit(case: &Case, order: &[RoundId], id: LimitId, forbidden: &[usize]) -> Vec<Firmness> {
    let claims = claims_of(case, id);
    let softened = naming(case, &claims, |act| if let Act::Softens { claims, .. } = act { Some(claims) } else { None });
    let tested = naming(case, &claims, |act| if let Act::Tests(claims) = act { Some(claims) } else { None });
    let (departed, accepted) = against(case, order, forbidden, &claims);
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
fn against(case: &Case, order: &[RoundId], forbidden: &[usize], claims: &[ClaimId]) -> (Vec<ClaimId>, Vec<ClaimId>) {
    let (mut departed, mut accepted) = (Vec::new(), Vec::new());
    let asks = forbidden.iter().filter_map(|at| case.asks.get(*at));
    for ask in asks.filter(|ask| !claims.contains(&ask.claim)) {
        let is_later = claims.iter().any(|claim| later(order, &case.claims[ask.claim], &case.claims[*claim]));
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
