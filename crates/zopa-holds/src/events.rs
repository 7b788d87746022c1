//! Which event lies within which, and whose act is it?

use zopa_case::{Case, EventId, PartyId, Voice};

/// The event and the wider ones that it lies within, from the inside out. A circle is walked once.
pub(crate) fn chain(case: &Case, event: EventId) -> Vec<EventId> {
    let mut chain = vec![event];
    while let Some(wider) = chain.last().and_then(|last| case.events[*last].within) {
        if chain.contains(&wider) {
            break;
        }
        chain.push(wider);
    }
    chain
}

/// Whose act is it? What is reported of the event; else of the nearest wider one of which it is reported. Nobody where it is
/// of none.
pub(crate) fn actors(case: &Case, event: EventId) -> Vec<PartyId> {
    let known = chain(case, event).into_iter().find_map(|id| case.events[id].by.clone().filter(|by| !by.is_empty()));
    known.unwrap_or_default()
}

/// Does this voice speak for one of these parties or bodies: as itself, as one of its bodies, or as somebody of it?
pub(crate) fn of_any(case: &Case, voice: Voice, parties: &[PartyId]) -> bool {
    let own = case.parties_of(voice);
    parties.iter().any(|party| own.contains(party))
}

/// Is it one of this side: itself, of its party, or its party? Two bodies of one party are of one side.
pub(crate) fn same_side(case: &Case, one: Voice, other: Voice) -> bool {
    let parties = case.parties_of(other);
    one == other || case.parties_of(one).iter().any(|party| parties.contains(party))
}
