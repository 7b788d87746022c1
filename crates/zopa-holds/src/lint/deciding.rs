//! Who says that it has been set off, and could it be somebody whose act that was?

use super::{Card, card};
use crate::events::{actors, of_any, same_side};
use crate::notes::One;
use zopa_case::{Deciders, EventId, PowerKind, Quorum, Voice};
use zopa_finding::{Basis, ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::NoDecider, no_decider),
    card(ClauseRule::DeciderIsActor, decider_is_actor),
    card(ClauseRule::UnanimityWithActor, unanimity),
    card(ClauseRule::DecisionRuleMissing, rule_missing),
    card(ClauseRule::DecidedByOneSide, one_side),
];

/// A power to determine, as a claim reports it, names somebody too.
fn no_decider(one: One<'_>) -> Vec<Note> {
    let powers = one.ground.powers(one.id);
    let determined = powers.iter().any(|power| power.kind == PowerKind::Determine && !power.holders.is_empty());
    if determined || one.is_remedy() {
        return Vec::new();
    }
    let things = one.trigger_events().map(|event| one.event(event)).collect();
    let hole = one.hole(ClauseRule::NoDecider, "decided-by", &one.anatomy().deciders);
    hole.map(|note| Note { things, ..note }).into_iter().collect()
}

fn on_deciders(one: One<'_>, rule: ClauseRule) -> Note {
    one.on(rule, "decided-by", &one.anatomy().deciders)
}

/// Does it take every one of them?
pub(crate) fn takes_all(deciders: &Deciders) -> bool {
    deciders.quorum == Quorum::All && deciders.who.len() > 1
}

/// Those who decide and whose act the event is: as the party itself, one of its bodies, or somebody of it.
fn judges_of_themselves(one: One<'_>, event: EventId, who: &[Voice]) -> Vec<Voice> {
    let actors = actors(one.case, event);
    who.iter().copied().filter(|voice| of_any(one.case, *voice, &actors)).collect()
}

/// One of those who decide, where it does not take all of them: then [`unanimity`] tells it.
fn decider_is_actor(one: One<'_>) -> Vec<Note> {
    let lines = one.anatomy().deciders.known().filter(|deciders| !takes_all(deciders));
    let pairs = lines.flat_map(|deciders| one.trigger_events().map(move |event| (deciders, event)));
    let note = |(deciders, event): (&Deciders, EventId)| {
        let who = one.voices(judges_of_themselves(one, event, &deciders.who));
        let things = vec![one.event(event)];
        (!who.is_empty()).then(|| Note { who, things, ..on_deciders(one, ClauseRule::DeciderIsActor) })
    };
    pairs.filter_map(note).collect()
}

/// All of them have to agree, or somebody has a veto, and one of those is one whose act the trigger is.
fn unanimity(one: One<'_>) -> Vec<Note> {
    let agreeing = one.anatomy().deciders.known().filter(|deciders| takes_all(deciders)).flat_map(|d| &d.who);
    let agreeing: Vec<Voice> = agreeing.copied().collect();
    let powers = one.ground.powers(one.id);
    let vetoes = powers.iter().filter(|power| power.kind == PowerKind::Veto);
    let note = |event: EventId| {
        let mut who = judges_of_themselves(one, event, &agreeing);
        let mut claims = Vec::new();
        for veto in vetoes.clone() {
            let holders = judges_of_themselves(one, event, &veto.holders);
            if !holders.is_empty() {
                claims.push(one.case.claims[veto.claim].name.clone());
            }
            who.extend(holders);
        }
        let who = one.voices(who);
        let things = vec![one.event(event)];
        let basis = Basis(claims);
        (!who.is_empty()).then(|| Note { who, things, basis, ..on_deciders(one, ClauseRule::UnanimityWithActor) })
    };
    one.trigger_events().filter_map(note).collect()
}

fn rule_missing(one: One<'_>) -> Vec<Note> {
    let several = |deciders: &&Deciders| deciders.quorum == Quorum::Unsaid && deciders.who.len() > 1;
    let lines = one.anatomy().deciders.known().filter(several);
    let note = |deciders: &Deciders| Note {
        who: one.voices(deciders.who.iter().copied()),
        ..on_deciders(one, ClauseRule::DecisionRuleMissing)
    };
    lines.map(note).collect()
}

/// All who decide are of the side that owes it, or all of the side to which it is owed.
fn one_side(one: One<'_>) -> Vec<Note> {
    let sides = [("by", &one.anatomy().debtors), ("to", &one.anatomy().creditors)];
    let lines = one.anatomy().deciders.known().filter(|deciders| !deciders.who.is_empty());
    let note = |deciders: &Deciders| {
        let of = |voice: &Voice, side: &[Voice]| side.iter().any(|there| same_side(one.case, *voice, *there));
        let side = sides.iter().find_map(|(name, side)| {
            let side: Vec<Voice> = side.all().copied().collect();
            deciders.who.iter().all(|voice| of(voice, &side)).then(|| (*name).to_owned())
        })?;
        let who = one.voices(deciders.who.iter().copied());
        Some(Note { who, values: vec![side], ..on_deciders(one, ClauseRule::DecidedByOneSide) })
    };
    lines.filter_map(note).collect()
}
