//! Which questions can matter to an answer about order, and which readings are there of them?
//!
//! More than switches: a question that changes no limit may change who ratifies, or what is offered.

use crate::readings::{Reading, superseded, with_each};
use std::collections::BTreeSet;
use zopa_case::{Act, AnswerId, Case, Claim, ClaimId, QuestionId, Support, Terms, Topic};

/// Readings at most.
pub(super) const READINGS: usize = 4096;

/// Every reading of these questions, the first slowest; the other questions keep their first answer. `None`: too many.
pub(super) fn readings(case: &Case, fixed: &Reading) -> Option<Vec<Reading>> {
    let mut all = vec![Reading::new()];
    for (id, question) in case.questions.iter() {
        let answers: Vec<AnswerId> = match fixed.get(&id) {
            Some(answer) => vec![*answer],
            None if matters(case, id) => question.answers.ids().collect(),
            None => question.answers.ids().take(1).collect(),
        };
        if !answers.is_empty() {
            all = all.iter().flat_map(|reading| with_each(reading, id, &answers)).collect();
        }
        if all.len() > READINGS {
            return None;
        }
    }
    Some(all)
}

fn matters(case: &Case, id: QuestionId) -> bool {
    let Some(question) = case.questions.row(id) else { return false };
    let named: BTreeSet<ClaimId> = question.answers.values().flat_map(|answer| answer.holds.iter().copied()).collect();
    let older = named.iter().filter_map(|claim| case.claims.row(*claim)).flat_map(superseded);
    let reached: BTreeSet<ClaimId> = older.chain(named.iter().copied()).collect();
    let wishes = question.answers.values().any(|answer| answer.wishes);
    let limits = case.limits.values().flat_map(|limit| &limit.supports);
    let supports = limits.chain(case.reported_rules.values().flat_map(|rule| &rule.supports));
    let carries = |support: &Support| {
        let mut claims = support.with.iter().chain(support.without.iter()).chain([&support.claim]);
        (wishes && support.wish) || claims.any(|claim| reached.contains(claim))
    };
    let speaks = |claim: &ClaimId| case.claims.row(*claim).is_some_and(|claim| speaks(case, claim));
    supports.into_iter().any(carries) || reached.iter().any(speaks)
}

/// Does it offer or accept on a condition, say that an offer has expired or who may do something, or speak of a
/// commitment?
fn speaks(case: &Case, claim: &Claim) -> bool {
    let says = |act: &Act| match act {
        Act::Offers { terms, .. } => *terms != Terms::Free,
        Act::Accepts { given, .. } => given.is_some(),
        Act::May { .. } | Act::Expires { .. } => true,
        _ => false,
    };
    let commitment = |name: &str| case.commitments.values().any(|row| row.name == name);
    claim.statements.iter().any(|statement| says(&statement.act))
        || claim.about.iter().any(|topic| matches!(topic, Topic::Other(name) if commitment(name)))
}
