//! In which orders can the steps be taken, who is exposed meanwhile, and what would close that?
//!
//! What every word here means stands in `docs/holding.md`. The way of an answer: [`plans`] says which steps can be taken
//! together; [`facts`] what is said of their order in one reading and which [`exchange`]s leave somebody exposed; [`closing`] how a
//! window stands in all orders of a reading; [`told`] puts the readings together.

mod closing;
mod exchange;
mod facts;
mod plans;
mod said;
mod told;

use exchange::Known;
use facts::Ground;
use std::collections::BTreeSet;
use zopa_analysis::{Choices, Readings, Refusal};
use zopa_case::{Act, Aside, Case, ClaimId, Formula, QuestionId, QuestionKind};
use zopa_finding::Holds;

/// The orders of steps that what was said leaves, the windows in them, and what would close those.
///
/// # Errors
/// The questions on which any of it depends have more readings than are looked through.
pub fn holds(case: &Case, choices: &Choices) -> Result<Holds, Refusal> {
    let rules =
        case.rules.iter().map(|rule| &rule.formula).chain(choices.conditions.iter().map(|(_, formula)| formula));
    let rules: Vec<Formula> = rules.cloned().collect();
    let (plans, complete) = plans::plans(case, &rules);
    let (known, sayings) = (Known::of(case), said::sayings(case, choices));
    let grounds: Vec<Ground<'_>> = plans.into_iter().map(|plan| Ground::of(case, &known, plan, &sayings)).collect();
    let readings = Readings::over(case, deciding(case, &grounds), &choices.assume)?;
    let aside = choices.without.iter().fold(Aside::default(), |all, (_, aside)| all.and(aside));
    let under = case.under(&aside, &choices.supposed);
    let held: Vec<_> = readings.all().iter().map(|reading| under.held(reading)).collect();
    let plans = grounds.iter().map(|ground| told::plan(ground, &readings, &held)).collect();
    Ok(Holds { plans, complete })
}

/// The questions on which anything depends, in file order.
fn deciding(case: &Case, grounds: &[Ground<'_>]) -> Vec<QuestionId> {
    let claims: BTreeSet<ClaimId> = grounds.iter().flat_map(Ground::claims).collect();
    let later = case.claims.iter().filter(|(_, claim)| {
        claim.statements.iter().any(|said| match &said.act {
            Act::Supersedes(old) => old.iter().any(|old| claims.contains(old)),
            _ => false,
        })
    });
    let claims: BTreeSet<ClaimId> = later.map(|(id, _)| id).chain(claims.iter().copied()).collect();
    let wishes = grounds.iter().any(Ground::has_wishes);
    let decides = |question: &zopa_case::Question| {
        let names = question.answers.values().any(|answer| answer.holds.iter().any(|claim| claims.contains(claim)));
        names || (wishes && question.kind == QuestionKind::Wishes)
    };
    case.questions.iter().filter(|(_, question)| decides(question)).map(|(id, _)| id).collect()
}
