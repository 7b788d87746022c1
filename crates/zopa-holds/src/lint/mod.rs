//! What does each commitment leave open? One card a rule, one file a family of rules.
//!
//! A rule is asked of one commitment at a time and may look at all others. Where it needs a part that is not known, it is
//! silent: another rule says that the part is not known.

mod deciding;
mod force;
mod parties;
mod powers;
mod remedy;
mod response;
mod term;
mod time;
mod together;
mod trigger;

use crate::ground::Ground;
use crate::notes::One;
use zopa_case::Case;
use zopa_finding::{ClauseRule, Note};

/// A rule as data: its code, and what finds it. What it says, why it matters and what would mend it are words, and stand
/// with all other words.
pub struct Card {
    /// The rule.
    pub rule: ClauseRule,
    find: fn(One<'_>) -> Vec<Note>,
}

const fn card(rule: ClauseRule, find: fn(One<'_>) -> Vec<Note>) -> Card {
    Card { rule, find }
}

/// The cards, family by family, in the order in which a commitment is read.
pub const CARDS: &[&[Card]] = &[
    parties::CARDS,
    trigger::CARDS,
    deciding::CARDS,
    response::CARDS,
    time::CARDS,
    term::CARDS,
    force::CARDS,
    remedy::CARDS,
    powers::CARDS,
    together::CARDS,
];

/// Every note on a case: commitment by commitment in file order, in each in the order of the cards. What concerns several
/// commitments is told once, under the first of them.
pub fn lint(case: &Case) -> Vec<Note> {
    let ground = Ground::of(case);
    let all = case.commitments.ids().map(|id| One { ground: &ground, case, id });
    all.flat_map(|one| CARDS.iter().flat_map(|family| family.iter()).flat_map(move |card| (card.find)(one))).collect()
}
