//! What sets it off, by whom, and what lies beside it?

use super::{Card, card};
use crate::events::{actors, chain};
use crate::notes::One;
use std::collections::BTreeSet;
use zopa_case::{CommitmentId, EventId, Trigger, possible};
use zopa_finding::{ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::NoTrigger, no_trigger),
    card(ClauseRule::ActorUnknown, actor_unknown),
    card(ClauseRule::BelowTrigger, below),
    card(ClauseRule::TriggerCannotBe, cannot_be),
    card(ClauseRule::TriggersOverlap, overlap),
];

/// What follows a breach is set off by the breach.
fn no_trigger(one: One<'_>) -> Vec<Note> {
    if one.is_remedy() {
        return Vec::new();
    }
    one.hole(ClauseRule::NoTrigger, "when", &one.anatomy().trigger).into_iter().collect()
}

fn on_trigger(one: One<'_>, rule: ClauseRule) -> Note {
    one.on(rule, "when", &one.anatomy().trigger)
}

fn actor_unknown(one: One<'_>) -> Vec<Note> {
    let unknown = one.trigger_events().filter(|event| actors(one.case, *event).is_empty());
    unknown.map(|event| Note { things: vec![one.event(event)], ..on_trigger(one, ClauseRule::ActorUnknown) }).collect()
}

/// Cases of the wider event that are not the trigger set this commitment off in no line. Commitments of the same debtor to
/// the same creditor that the wider event does set off are named beside it.
fn below(one: One<'_>) -> Vec<Note> {
    let note = |event: EventId| {
        let wider = one.case.events[event].within?;
        let reached = chain(one.case, wider).into_iter().flat_map(|event| one.ground.set_off_by(event));
        let reached: BTreeSet<CommitmentId> = reached.copied().filter(|id| *id != one.id).collect();
        let others = reached.into_iter().map(|id| One { id, ..one }).filter(|other| shares_sides(one, *other));
        let mut note = on_trigger(one, ClauseRule::BelowTrigger);
        note.things = vec![one.event(event), one.event(wider)];
        note.commitments.extend(others.map(One::named));
        Some(note)
    };
    one.trigger_events().filter_map(note).collect()
}

/// A condition that is met by no package and no choice of steps.
fn cannot_be(one: One<'_>) -> Vec<Note> {
    let impossible = one.anatomy().trigger.known().filter_map(|trigger| match trigger {
        Trigger::Condition { formula, text } if possible(&one.case.space, formula) == Some(false) => Some(text),
        _ => None,
    });
    impossible.map(|text| Note { values: vec![text.clone()], ..on_trigger(one, ClauseRule::TriggerCannotBe) }).collect()
}

/// The narrower event sets off this one and, being a case of the wider one too, the other; and the two differ in what is
/// told of them.
fn overlap(one: One<'_>) -> Vec<Note> {
    let wider = one.trigger_events().flat_map(|event| chain(one.case, event).into_iter().map(move |to| (event, to)));
    let pairs = wider.flat_map(|(event, wider)| one.ground.set_off_by(wider).iter().map(move |id| (event, wider, *id)));
    let note = |(event, wider, id): (EventId, EventId, CommitmentId)| {
        let other = One { id, ..one };
        let same = wider == event && other.id <= one.id;
        let differing = differing(one, other);
        if same || differing.is_empty() || !shares_sides(one, other) {
            return None;
        }
        let mut note = on_trigger(one, ClauseRule::TriggersOverlap);
        note.commitments.push(other.named());
        note.things = if wider == event { vec![one.event(event)] } else { vec![one.event(event), one.event(wider)] };
        note.values = differing;
        Some(note)
    };
    pairs.filter_map(note).collect()
}

/// A debtor and a creditor of both.
fn shares_sides(one: One<'_>, other: One<'_>) -> bool {
    let (a, b) = (one.anatomy(), other.anatomy());
    let debtor = a.debtors.all().any(|debtor| b.debtors.all().any(|there| there == debtor));
    debtor && a.creditors.all().any(|creditor| b.creditors.all().any(|there| there == creditor))
}

/// The parts that are told differently, by the names of their fields.
fn differing(one: One<'_>, other: One<'_>) -> Vec<String> {
    let (a, b) = (one.anatomy(), other.anatomy());
    let parts = [
        ("discretion", a.discretion.known().eq(b.discretion.known())),
        ("decided-by", a.deciders.known().eq(b.deciders.known())),
        ("within", a.deadline.known().eq(b.deadline.known())),
        ("force", a.force.known().eq(b.force.known())),
        ("lasts", a.lasts.known().eq(b.lasts.known())),
    ];
    parts.into_iter().filter(|(_, same)| !same).map(|(part, _)| part.to_owned()).collect()
}
