//! By when, counted from what?

use super::{Card, card};
use crate::notes::One;
use crate::waits::trigger_steps;
use zopa_case::{Deadline, Lasting, Point, StepId};
use zopa_finding::{Basis, ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::NoDeadline, no_deadline),
    card(ClauseRule::DeadlineBeforeTrigger, before_trigger),
    card(ClauseRule::LastsShorterThanDeadline, shorter),
];

fn no_deadline(one: One<'_>) -> Vec<Note> {
    if one.is_remedy() {
        return Vec::new();
    }
    one.hole(ClauseRule::NoDeadline, "within", &one.anatomy().deadline).into_iter().collect()
}

fn on_deadline(one: One<'_>, rule: ClauseRule) -> Note {
    one.on(rule, "within", &one.anatomy().deadline)
}

/// The clock starts at a step for which the step that sets the commitment off has to wait, by what was said of order.
fn before_trigger(one: One<'_>) -> Vec<Note> {
    let starts = one.anatomy().deadline.known().filter_map(|deadline| match deadline.after {
        Some(Point::Step(step)) => Some((deadline, step)),
        _ => None,
    });
    let triggers = trigger_steps(one.case, one.id);
    let note = |(deadline, start): (&Deadline, StepId)| {
        let (trigger, claims) = triggers.iter().find_map(|step| Some((*step, one.ground.said.path(*step, start)?)))?;
        Some(Note {
            things: vec![one.step(start), one.step(trigger)],
            values: vec![deadline.time.written()],
            basis: Basis(claims),
            ..on_deadline(one, ClauseRule::DeadlineBeforeTrigger)
        })
    };
    starts.filter_map(note).collect()
}

/// Told in units that can be compared, and shorter whatever the months are.
fn shorter(one: One<'_>) -> Vec<Note> {
    let lengths = one.anatomy().lasts.known().filter_map(|lasts| match lasts {
        Lasting::For(length) => Some(length),
        _ => None,
    });
    let pairs = lengths.flat_map(|length| one.anatomy().deadline.known().map(move |deadline| (length, deadline)));
    let ends_first = pairs.filter(|(length, deadline)| {
        let (lasts, due) = (length.hours(), deadline.time.hours());
        lasts.zip(due).is_some_and(|((_, at_most), (at_least, _))| at_most < at_least)
    });
    let note = |(length, deadline): (&zopa_case::Length, &Deadline)| Note {
        values: vec![length.written(), deadline.time.written()],
        ..on_deadline(one, ClauseRule::LastsShorterThanDeadline)
    };
    ends_first.map(note).collect()
}
