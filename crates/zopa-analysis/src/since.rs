//! What changed since an earlier state of the case?
//!
//! Two states are compared, each as a brief of its own from the same engine, under the same choices: as of two rounds
//! ([`between`]), or as a saved brief has it and as the case is now ([`since_saved`]). Every comparison goes by names
//! and by what conditions mean, never by how the tables of one state are numbered. [`pair`] finds which limits of the
//! two states are the same; [`positions`] tells how positions changed; [`answers`] which clashes and offers did.

mod answers;
mod earlier;
mod pair;
mod positions;

use crate::rounds::{in_order, place};
use crate::{Choices, Refusal, brief};
use pair::Pair;
use std::collections::BTreeSet;
use zopa_case::{Aside, Case, Formula, RoundId};
use zopa_finding::{Brief, CaseState, GoneClaim, Since};

/// The condition of a limit of a saved brief, read in the present case; or the names in it that the case has not.
pub type Reread = Result<Formula, Vec<String>>;

/// What changed from one round to another, or to the present case where there is none.
///
/// # Errors
/// [`Refusal`], where the questions left open have too many readings.
pub fn between(
    case: &Case,
    name: &str,
    choices: &Choices,
    from: RoundId,
    to: Option<RoundId>,
) -> Result<Since, Refusal> {
    let old = as_of(case, from);
    let before = brief(&old, name, &carried(case, &old, choices))?;
    let formulas: Vec<Reread> = old.limits.values().map(|limit| Ok(limit.formula.clone())).collect();
    let from = CaseState::Round { round: case.rounds[from].name.clone() };
    let (new, to) = match to {
        Some(to) => (as_of(case, to), CaseState::Round { round: case.rounds[to].name.clone() }),
        None => (case.clone(), CaseState::Present),
    };
    let after = brief(&new, name, &carried(case, &new, choices))?;
    Ok(since(from, to, &Pair::new(&new, &before, &after, &formulas, false)))
}

/// What changed since a saved brief of this case. `formulas` has a row for each limit of the saved brief.
///
/// # Errors
/// [`Refusal`], where the questions left open have too many readings.
pub fn since_saved(
    case: &Case,
    name: &str,
    choices: &Choices,
    saved: &Brief,
    formulas: &[Reread],
) -> Result<Since, Refusal> {
    let after = brief(case, name, &only_compared(choices))?;
    let (as_of, chosen, private) = (saved.case.as_of.clone(), saved.chosen.clone(), saved.private);
    let from = CaseState::Saved {
        as_of,
        chosen,
        private,
        unconfirmed: saved.unconfirmed,
        found_copies: saved.found_copies.counted,
        found_origins: saved.found_origins.counted,
    };
    Ok(since(from, CaseState::Present, &Pair::new(case, saved, &after, formulas, true)))
}

/// The case as of a round: nothing is held that was said later.
pub fn as_of(case: &Case, round: RoundId) -> Case {
    let order = in_order(case);
    case.before(order.get(place(&order, round) + 1..).unwrap_or_default())
}

/// Is a round before another?
pub fn is_before(case: &Case, a: RoundId, b: RoundId) -> bool {
    let order = in_order(case);
    place(&order, a) < place(&order, b)
}

/// The same choices, without the table of switches: a state that is only compared is set by nobody.
fn only_compared(choices: &Choices) -> Choices {
    Choices { switches: false, ..choices.clone() }
}

/// The same choices about an earlier state of the case. A question that nobody had raised by then is not answered.
fn carried(case: &Case, old: &Case, choices: &Choices) -> Choices {
    let assume = choices.assume.iter().filter_map(|(question, answer)| {
        let (was, answer) = (&case.questions[*question], &case.questions[*question].answers[*answer]);
        let (id, row) = old.questions.iter().find(|(_, row)| row.name == was.name)?;
        Some((id, row.answers.iter().find(|(_, row)| row.name == answer.name)?.0))
    });
    let aside = |aside: &Aside| {
        let origin = |id: &zopa_case::OriginId| old.origins.iter().find(|(_, row)| **row == case.origins[*id]);
        let origins = aside.origins.iter().filter_map(|id| Some(origin(id)?.0)).collect();
        Aside { sources: aside.sources.clone(), origins }
    };
    let supposed = choices.supposed.iter().filter_map(|id| {
        old.claims.iter().find(|(_, claim)| claim.suppose && claim.name == case.claims[*id].name).map(|(id, _)| id)
    });
    Choices {
        assume: assume.collect(),
        without: choices.without.iter().map(|(name, set)| (name.clone(), aside(set))).collect(),
        conditions: choices.conditions.clone(),
        supposed: supposed.collect(),
        switches: false,
        calls: choices.calls,
    }
}

fn since(from: CaseState, to: CaseState, pair: &Pair<'_>) -> Since {
    let (before, after) = (pair.before, pair.after);
    let known: BTreeSet<&str> = after.claims.iter().map(|claim| claim.name.as_str()).collect();
    let gone = before.claims.iter().filter(|claim| !claim.suppose && !known.contains(claim.name.as_str()));
    let new = after.claims.iter().filter(|claim| !claim.suppose && pair.is_new(&claim.name));
    Since {
        from,
        to,
        positions: positions::positions(pair),
        new_claims: new.map(|claim| claim.name.clone()).collect(),
        gone_claims: gone.map(|c| GoneClaim { name: c.name.clone(), title: c.title.clone() }).collect(),
        verdict_before: before.answer.verdict.clone(),
        verdict_after: after.answer.verdict.clone(),
        clashes: answers::clashes(pair),
        offers: answers::offers(pair),
        enough_before: before.answer.enough.clone(),
        enough_after: after.answer.enough.clone(),
    }
}
