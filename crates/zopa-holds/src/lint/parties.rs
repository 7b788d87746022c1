//! Who owes it, to whom, and has anybody who owes it said so?

use super::{Card, card};
use crate::events::{actors, of_any};
use crate::notes::One;
use zopa_case::{Trigger, Voice};
use zopa_finding::{ClauseRule, Note};

pub(super) const CARDS: &[Card] = &[
    card(ClauseRule::NoDebtor, no_debtor),
    card(ClauseRule::NoCreditor, no_creditor),
    card(ClauseRule::DebtorNeverSaid, never_said),
    card(ClauseRule::DebtorSetsItOff, sets_it_off),
];

fn no_debtor(one: One<'_>) -> Vec<Note> {
    if one.is_remedy() {
        return Vec::new();
    }
    one.hole(ClauseRule::NoDebtor, "by", &one.anatomy().debtors).into_iter().collect()
}

fn no_creditor(one: One<'_>) -> Vec<Note> {
    one.hole(ClauseRule::NoCreditor, "to", &one.anatomy().creditors).into_iter().collect()
}

/// Debtors of whom no claim about the commitment passes on a word: said neither by anybody of them nor in their name. Where
/// no claim speaks of the commitment at all, who has said it is not known, and nothing is said.
fn never_said(one: One<'_>) -> Vec<Note> {
    let claims = one.ground.claims_on(one.id);
    if claims.is_empty() {
        return Vec::new();
    }
    let sayings = || claims.iter().flat_map(|id| &one.case.claims[*id].sayings);
    let said = |debtor: Voice| {
        let Voice::Party(party) = debtor else { return true };
        sayings().any(|saying| saying.by.iter().chain(&saying.relaying).any(|voice| of_any(one.case, *voice, &[party])))
    };
    let silent: Vec<Voice> = one.anatomy().debtors.all().copied().filter(|debtor| !said(*debtor)).collect();
    if silent.is_empty() {
        return Vec::new();
    }
    vec![Note { who: one.voices(silent), ..one.on(ClauseRule::DebtorNeverSaid, "by", &one.anatomy().debtors) }]
}

/// A debtor who is one of those whose act the trigger is.
fn sets_it_off(one: One<'_>) -> Vec<Note> {
    let note = |event| {
        let actors = actors(one.case, event);
        let both = one.anatomy().debtors.all().copied().filter(|debtor| of_any(one.case, *debtor, &actors));
        let who = one.voices(both);
        let things = vec![one.event(event)];
        (!who.is_empty()).then(|| Note {
            who,
            things,
            ..one.on(ClauseRule::DebtorSetsItOff, "by", &one.anatomy().debtors)
        })
    };
    one.trigger_events().filter_map(note).collect()
}

impl<'a> One<'a> {
    /// The events that set it off, line by line.
    pub fn trigger_events(self) -> impl Iterator<Item = zopa_case::EventId> + 'a {
        self.anatomy().trigger.known().filter_map(|trigger| match trigger {
            Trigger::Event(event) => Some(*event),
            Trigger::Condition { .. } => None,
        })
    }

    /// Is it what follows the breach of another? That is then what sets it off, and its holes are told there.
    pub fn is_remedy(self) -> bool {
        self.ground.is_remedy(self.id)
    }
}
