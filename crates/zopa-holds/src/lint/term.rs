//! From when does it count, and until when?

use super::remedy::can_freeze;
use super::{Card, card};
use crate::notes::One;
use zopa_case::{Lasting, Point, Taken, possible};
use zopa_finding::{ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::NoStart, no_start),
    card(ClauseRule::StartsNever, starts_never),
    card(ClauseRule::NoEnd, no_end),
    card(ClauseRule::EndWithoutDate, without_date),
    card(ClauseRule::NeverEnds, never_ends),
];

/// What follows a breach counts from the breach.
fn no_start(one: One<'_>) -> Vec<Note> {
    if one.is_remedy() {
        return Vec::new();
    }
    one.hole(ClauseRule::NoStart, "from", &one.anatomy().from).into_iter().collect()
}

/// It counts from a step that no package brings about.
fn starts_never(one: One<'_>) -> Vec<Note> {
    let space = &one.case.space;
    let never = one.anatomy().from.known().filter_map(|point| match point {
        Point::Step(step) => match &space.steps[*step].taken {
            Taken::When(formula) if possible(space, formula) == Some(false) => Some(*step),
            _ => None,
        },
        Point::Event(_) => None,
    });
    let note =
        |step| Note { things: vec![one.step(step)], ..one.on(ClauseRule::StartsNever, "from", &one.anatomy().from) };
    never.map(note).collect()
}

fn no_end(one: One<'_>) -> Vec<Note> {
    one.hole(ClauseRule::NoEnd, "lasts", &one.anatomy().lasts).into_iter().collect()
}

fn lasting(one: One<'_>, rule: ClauseRule, lasting: &Lasting) -> Vec<Note> {
    let clause = &one.anatomy().lasts;
    let found = clause.known().any(|lasts| lasts == lasting);
    found.then(|| one.on(rule, "lasts", clause)).into_iter().collect()
}

fn without_date(one: One<'_>) -> Vec<Note> {
    lasting(one, ClauseRule::EndWithoutDate, &Lasting::Limited)
}

/// Where what is posted may freeze by it, that is told instead.
fn never_ends(one: One<'_>) -> Vec<Note> {
    if !can_freeze(one).is_empty() {
        return Vec::new();
    }
    lasting(one, ClauseRule::NeverEnds, &Lasting::Forever)
}
