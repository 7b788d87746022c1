//! What follows, is it owed, and can its debtors do it by what they have said themselves?

use super::{Card, card};
use crate::notes::One;
use std::collections::BTreeSet;
use zopa_case::{Discretion, Formula, Limit, Response, StepId, Voice};
use zopa_finding::{Basis, ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::NoResponse, no_response),
    card(ClauseRule::NoDiscretion, no_discretion),
    card(ClauseRule::DiscretionMay, may),
    card(ClauseRule::ResponseRuledOut, ruled_out),
];

fn no_response(one: One<'_>) -> Vec<Note> {
    if one.is_remedy() {
        return Vec::new();
    }
    one.hole(ClauseRule::NoResponse, "does", &one.anatomy().response).into_iter().collect()
}

fn no_discretion(one: One<'_>) -> Vec<Note> {
    one.hole(ClauseRule::NoDiscretion, "discretion", &one.anatomy().discretion).into_iter().collect()
}

fn may(one: One<'_>) -> Vec<Note> {
    let clause = &one.anatomy().discretion;
    let may = clause.known().any(|discretion| *discretion == Discretion::May);
    may.then(|| one.on(ClauseRule::DiscretionMay, "discretion", clause)).into_iter().collect()
}

/// A step that is to be taken and that a limit of a debtor excludes, or one that is not to be taken and that such a limit
/// asks for. Only what stands as a part of its own in a limit counts: what is excluded only together with something else is
/// not excluded.
fn ruled_out(one: One<'_>) -> Vec<Note> {
    let steps = one.anatomy().response.known().filter_map(|response| Some((response, response.step?)));
    let note = |(response, step): (&Response, StepId)| {
        let limits: Vec<&Limit> =
            one.case.limits.values().filter(|limit| against(one, limit, response, step)).collect();
        if limits.is_empty() {
            return None;
        }
        Some(Note {
            who: one.voices(limits.iter().map(|limit| Voice::Party(limit.holder))),
            things: vec![one.step(step)],
            values: response.not.then(|| "not".to_owned()).into_iter().collect(),
            basis: basis(one, &limits),
            ..one.on(ClauseRule::ResponseRuledOut, "does", &one.anatomy().response)
        })
    };
    steps.filter_map(note).collect()
}

fn against(one: One<'_>, limit: &Limit, response: &Response, step: StepId) -> bool {
    let taken = Formula::Taken(step);
    let excluding = if response.not { taken } else { Formula::not(taken) };
    let owes = one.anatomy().debtors.all().any(|debtor| *debtor == Voice::Party(limit.holder));
    owes && limit.formula.conjuncts().contains(&excluding)
}

fn basis(one: One<'_>, limits: &[&Limit]) -> Basis {
    let claims: BTreeSet<_> = limits.iter().flat_map(|limit| limit.supports.iter().map(|row| row.claim)).collect();
    Basis(claims.into_iter().map(|id| one.case.claims[id].name.clone()).collect())
}
