//! What changed between rounds? Softened, hardened, restated, or changed.

use crate::oracle::{Answer, Oracle};
use crate::rounds::{of_claim, place};
use crate::set::set_of;
use zopa_case::{Case, Claim, ClaimId, Formula, LimitId, RoundId};
use zopa_finding::{Change, ChangeKind};

/// The changes of a round: each limit said in it against the latest earlier limit of the same party over the same
/// issues. The rules of the case are taken as given.
pub(crate) fn changes(case: &Case, order: &[RoundId], round: RoundId) -> Vec<Change> {
    let mut changes = Vec::new();
    for (new, limit) in case.limits.iter() {
        let Some(to) = said_in(case, new, round) else { continue };
        let Some((old, from)) = before(case, order, new, round) else { continue };
        changes.push(Change {
            party: case.parties[limit.holder].name.clone(),
            kind: kind(case, old, new),
            from: case.claims[from].name.clone(),
            to: case.claims[to].name.clone(),
            issues: limit.formula.issues(&case.space).iter().map(|i| case.space.issues[*i].name.clone()).collect(),
        });
    }
    changes
}

/// The first claim of the round that states the limit in this form.
fn said_in(case: &Case, limit: LimitId, round: RoundId) -> Option<ClaimId> {
    let stated = case.limits[limit].supports.iter().filter(|support| support.with.is_empty() && !support.wish);
    stated.map(|support| support.claim).find(|claim| of_claim(&case.claims[*claim]).contains(&round))
}

/// The latest earlier limit of the same party over the same issues, with the claim that stated it.
fn before(case: &Case, order: &[RoundId], new: LimitId, round: RoundId) -> Option<(LimitId, ClaimId)> {
    let limit = &case.limits[new];
    let issues = limit.formula.issues(&case.space);
    let same = |id: LimitId| {
        let other = &case.limits[id];
        other.holder == limit.holder && !issues.is_empty() && other.formula.issues(&case.space) == issues
    };
    let earlier = order.get(..place(order, round))?;
    let at = |round: &RoundId| {
        case.limits.ids().filter(|id| same(*id)).find_map(|id| Some((id, said_in(case, id, *round)?)))
    };
    let (old, from) = earlier.iter().rev().find_map(at)?;
    // What is repeated in the words of an earlier round is no change of this one.
    let to = said_in(case, new, round)?;
    (said_in(case, old, round) != Some(from) && !rivals(case, from, to)).then_some((old, from))
}

/// Two answers of one question are two versions of one thing, and no change from one to the other.
fn rivals(case: &Case, a: ClaimId, b: ClaimId) -> bool {
    case.questions.values().any(|question| {
        let holds = |claim| question.answers.iter().find(|(_, answer)| answer.holds.contains(&claim)).map(|(id, _)| id);
        matches!((holds(a), holds(b)), (Some(a), Some(b)) if a != b)
    })
}

fn kind(case: &Case, old: LimitId, new: LimitId) -> ChangeKind {
    if old == new {
        return ChangeKind::Restated;
    }
    compared(case, &case.limits[old].formula, &case.limits[new].formula)
}

/// How two limits compare, the rules of the case taken as given.
pub(crate) fn compared(case: &Case, old: &Formula, new: &Formula) -> ChangeKind {
    match (implies(case, old, new), implies(case, new, old)) {
        (true, true) => ChangeKind::Restated,
        (true, false) => ChangeKind::Softened,
        (false, true) => ChangeKind::Hardened,
        (false, false) => ChangeKind::Changed,
    }
}

fn implies(case: &Case, a: &Formula, b: &Formula) -> bool {
    !possible(case, &[a.clone(), Formula::not(b.clone())])
}

/// Is there a world, by the rules of the case, in all of these?
pub(crate) fn possible(case: &Case, formulas: &[Formula]) -> bool {
    let always: Vec<Formula> = case.rules.iter().map(|rule| rule.formula.clone()).collect();
    let mut oracle = Oracle::new(&case.space, &always, formulas);
    matches!(oracle.consistent(&set_of(formulas.len(), 0..formulas.len())), Answer::Meets(_))
}

/// Is a claim said later than another, as far as rounds tell?
pub(crate) fn later(order: &[RoundId], a: &Claim, b: &Claim) -> bool {
    let first = |claim: &Claim| of_claim(claim).into_iter().map(|round| place(order, round)).min();
    let last = |claim: &Claim| of_claim(claim).into_iter().map(|round| place(order, round)).max();
    matches!((first(a), last(b)), (Some(a), Some(b)) if a > b)
}
