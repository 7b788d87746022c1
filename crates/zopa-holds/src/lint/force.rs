//! How firmly does it bind, and who makes it binding?

use super::{Card, card};
use crate::notes::One;
use zopa_case::{ClaimId, Power, PowerKind, Question, Until};
use zopa_finding::{Basis, ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::NoForce, no_force),
    card(ClauseRule::PoliticalOnly, political),
    card(ClauseRule::RatificationMissing, unratified),
    card(ClauseRule::GateUnknown, gate_unknown),
    card(ClauseRule::RatificationTwoWays, two_ways),
];

fn no_force(one: One<'_>) -> Vec<Note> {
    one.hole(ClauseRule::NoForce, "force", &one.anatomy().force).into_iter().collect()
}

fn on_force(one: One<'_>, rule: ClauseRule) -> Note {
    one.on(rule, "force", &one.anatomy().force)
}

fn political(one: One<'_>) -> Vec<Note> {
    let mut known = one.anatomy().force.known().peekable();
    let some = known.peek().is_some();
    let only = some && known.all(|force| force.treaty == Some(false) && force.until == Until::Unsaid);
    only.then(|| on_force(one, ClauseRule::PoliticalOnly)).into_iter().collect()
}

/// Bound as a treaty at once, and nobody is reported to sign or ratify it: what makes it binding is not told.
fn unratified(one: One<'_>) -> Vec<Note> {
    let at_once = one.anatomy().force.known().any(|force| force.treaty == Some(true) && force.until == Until::Unsaid);
    let powers = one.ground.powers(one.id);
    let binding = |power: &Power| matches!(power.kind, PowerKind::Ratify | PowerKind::Sign);
    (at_once && !powers.iter().any(binding))
        .then(|| on_force(one, ClauseRule::RatificationMissing))
        .into_iter()
        .collect()
}

fn gate_unknown(one: One<'_>) -> Vec<Note> {
    let unknown = one.anatomy().force.known().any(|force| force.until == Until::Unknown);
    unknown.then(|| on_force(one, ClauseRule::GateUnknown)).into_iter().collect()
}

/// Powers to ratify that different answers of one question hold.
fn two_ways(one: One<'_>) -> Vec<Note> {
    let powers = one.ground.powers(one.id);
    let ratifying: Vec<&Power> = powers.iter().filter(|power| power.kind == PowerKind::Ratify).collect();
    let note = |question: &Question| {
        let rivals: Vec<&Power> =
            ratifying.iter().copied().filter(|power| rivals(question, power, &ratifying)).collect();
        if rivals.is_empty() {
            return None;
        }
        Some(Note {
            who: one.voices(rivals.iter().flat_map(|power| power.holders.iter().copied())),
            values: vec![question.name.clone()],
            basis: Basis(rivals.iter().map(|power| one.case.claims[power.claim].name.clone()).collect()),
            ..on_force(one, ClauseRule::RatificationTwoWays)
        })
    };
    one.case.questions.values().filter_map(note).collect()
}

/// Held by one answer, while another answer holds another power and not this one.
fn rivals(question: &Question, power: &Power, all: &[&Power]) -> bool {
    let holds = |claim: ClaimId| question.answers.values().filter(move |answer| answer.holds.contains(&claim));
    let apart = |other: ClaimId| holds(other).any(|answer| !answer.holds.contains(&power.claim));
    holds(power.claim).next().is_some() && all.iter().any(|other| other.claim != power.claim && apart(other.claim))
}
