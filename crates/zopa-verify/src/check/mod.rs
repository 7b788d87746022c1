//! Is each answer of a brief what the definition gives?
//!
//! Each reading left open is taken by itself: what is active in it, whether anything fits, all its clashes. Then
//! each answer is compared with that, one file a kind of answer.

mod active;
mod clashes;
mod desk;
mod effects;
mod enough;
mod facts;
mod hinges;
mod knots;
mod openings;
mod presence;
mod shut;
mod told;
mod verdict;

use crate::readings::{Aside, Reading, origin_name};
use crate::{Budget, Refutation, Standing};
pub(crate) use presence::lists;

use desk::Desk;
use zopa_case::{Case, OriginId};
use zopa_finding::{Brief, Chosen};

/// Checks every answer of the brief against the case; empty if all are confirmed.
///
/// The user's choices are followed. A condition added in words cannot be read here: the brief is then skipped,
/// and the list says so.
pub fn verify(case: &Case, brief: &Brief) -> Vec<Refutation> {
    verify_within(case, brief, Budget::default())
}

/// The same with another count of work.
pub fn verify_within(case: &Case, brief: &Brief, budget: Budget) -> Vec<Refutation> {
    let stopped = |standing, what| vec![Refutation { standing, finding: "chosen".to_owned(), what }];
    let (fixed, aside) = match chosen(case, &brief.chosen) {
        Ok(chosen) => chosen,
        Err((standing, what)) => return stopped(standing, what),
    };
    let Some(mut desk) = Desk::new(case, &brief.answer, fixed, aside, budget) else {
        return stopped(Standing::Unproved, format!("more than {} readings", budget.readings));
    };
    // Clashes first: what is known not to fit makes all other questions short.
    desk.clashes();
    desk.verdict();
    desk.knots();
    desk.whole_enough();
    desk.shut_out();
    desk.hinges();
    desk.inactive(&brief.limits);
    let order = brief.holds.as_ref().map(|told| crate::holds(case, &brief.chosen, &[], told));
    let binding = brief.binding.as_ref().map(|told| crate::binding(case, told));
    desk.out.into_iter().chain(order.into_iter().flatten()).chain(binding.into_iter().flatten()).collect()
}

/// What the user chose, by the names of the case.
pub(crate) fn chosen(case: &Case, chosen: &Chosen) -> Result<(Reading, Aside), (Standing, String)> {
    let mut fixed = Reading::new();
    for setting in &chosen.assume {
        let question = case.questions.iter().find(|(_, question)| question.name == setting.question);
        let answer = question.and_then(|(_, question)| question.answers.iter().find(|(_, a)| a.name == setting.answer));
        match (question, answer) {
            (Some((question, _)), Some((answer, _))) => drop(fixed.insert(question, answer)),
            _ => return Err(refuted("no such answer", &format!("{}={}", setting.question, setting.answer))),
        }
    }
    let mut aside = Aside::default();
    for name in &chosen.without {
        let source = case.sources.iter().find(|(_, source)| source.name == *name).map(|(id, _)| id);
        match (source, origin(case, name)) {
            (Some(source), _) => drop(aside.sources.insert(source)),
            (None, Some(origin)) => drop(aside.origins.insert(origin)),
            (None, None) => return Err(refuted("no such source or origin", name)),
        }
    }
    for name in &chosen.with {
        match case.claims.iter().find(|(_, claim)| claim.suppose && claim.name == *name) {
            Some((claim, _)) => drop(aside.supposed.insert(claim)),
            None => return Err((Standing::Skipped, format!("a condition added in words: {name}"))),
        }
    }
    Ok((fixed, aside))
}

fn refuted(what: &str, name: &str) -> (Standing, String) {
    (Standing::Refuted, format!("{what}: {name}"))
}

/// The origin of this name.
fn origin(case: &Case, name: &str) -> Option<OriginId> {
    case.origins.ids().find(|id| origin_name(case, *id) == name)
}
