//! Who may end it, and are there powers that nobody has?

use super::{Card, card};
use crate::events::same_side;
use crate::notes::One;
use zopa_case::{Power, PowerKind, Voice};
use zopa_finding::{Basis, ClauseRule, Note};

pub(super) const CARDS: &[Card] =
    &[card(ClauseRule::PowerWithoutHolder, without_holder), card(ClauseRule::EndsAtWill, at_will)];

fn on_power(one: One<'_>, rule: ClauseRule, power: &Power) -> Note {
    let basis = Basis(vec![one.case.claims[power.claim].name.clone()]);
    Note { values: vec![power.act.clone()], basis, ..one.note(rule) }
}

fn without_holder(one: One<'_>) -> Vec<Note> {
    let powers = one.ground.powers(one.id);
    let nobody = powers.iter().filter(|power| power.holders.is_empty());
    nobody.map(|power| on_power(one, ClauseRule::PowerWithoutHolder, power)).collect()
}

/// A power to end or suspend it that nobody has but those who owe it.
fn at_will(one: One<'_>) -> Vec<Note> {
    let debtors: Vec<Voice> = one.anatomy().debtors.all().copied().collect();
    let owing = |voice: &Voice| debtors.iter().any(|debtor| same_side(one.case, *voice, *debtor));
    let ends = |power: &&Power| matches!(power.kind, PowerKind::Terminate | PowerKind::Suspend);
    let alone = |power: &&Power| !power.holders.is_empty() && power.holders.iter().all(owing);
    let note = |power: &Power| Note {
        who: one.voices(power.holders.iter().copied()),
        ..on_power(one, ClauseRule::EndsAtWill, power)
    };
    one.ground.powers(one.id).iter().filter(ends).filter(alone).map(note).collect()
}
