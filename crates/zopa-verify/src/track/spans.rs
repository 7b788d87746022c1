//! Which of two stretches is the later, and from when to when do several go?
//!
//! What is not told at one end is later than any end, and earlier than any beginning.

use zopa_case::{Moment, Stretch};

pub(super) fn later(a: Stretch, b: Stretch) -> Stretch {
    Stretch { from: last_from(a, b), to: last_to(a, b) }
}

pub(super) fn earlier(a: Stretch, b: Stretch) -> Stretch {
    Stretch { from: first_from(a, b), to: first_to(a, b) }
}

/// From the earliest beginning to the latest end.
pub(super) fn whole(all: &[Stretch]) -> Option<Stretch> {
    all.iter().copied().reduce(|a, b| Stretch { from: first_from(a, b), to: last_to(a, b) })
}

fn last_from(a: Stretch, b: Stretch) -> Option<Moment> {
    a.from.into_iter().chain(b.from).max_by_key(|moment| moment.listed())
}

fn first_from(a: Stretch, b: Stretch) -> Option<Moment> {
    a.from.zip(b.from).map(|(a, b)| if b.listed() < a.listed() { b } else { a })
}

fn last_to(a: Stretch, b: Stretch) -> Option<Moment> {
    a.to.zip(b.to).map(|(a, b)| if b.listed() > a.listed() { b } else { a })
}

fn first_to(a: Stretch, b: Stretch) -> Option<Moment> {
    a.to.into_iter().chain(b.to).min_by_key(|moment| moment.listed())
}
