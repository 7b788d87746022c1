//! In what order? Steps and gates, with what each waits for as claims say; commitments with their holes.

use crate::record::{contested, formulas, item_quotes, quote_number};
use zopa_case::{Case, Claim, ClaimId, Formula, StepId, Taken, Topic};
use zopa_finding::{Commitment, CommitmentField, StepEntry, StepTaken, Wait};

/// The steps and gates, in file order.
pub(crate) fn steps(case: &Case) -> Vec<StepEntry> {
    let row = |(id, step): (StepId, &zopa_case::Step)| StepEntry {
        name: step.name.clone(),
        title: step.title.clone(),
        by: step.by.iter().map(|party| case.parties[*party].name.clone()).collect(),
        gate: step.gate,
        about: about(case, &step.name),
        taken: match &step.taken {
            Taken::Always => StepTaken::Always,
            Taken::Optional => StepTaken::Optional,
            Taken::When(condition) => StepTaken::When { condition: condition.told(&case.space) },
        },
        irreversible: step.irreversible,
        waits: waits(case, id),
        quotes: item_quotes(case, &step.name),
    };
    case.space.steps.iter().map(row).collect()
}

/// The claims that say they are about it.
fn about(case: &Case, step: &str) -> Vec<String> {
    let names = |claim: &&Claim| claim.about.iter().any(|topic| matches!(topic, Topic::Other(name) if name == step));
    case.claims.values().filter(names).map(|claim| claim.name.clone()).collect()
}

/// What the step waits for: every order in which a claim or a rule of the case puts it last.
fn waits(case: &Case, step: StepId) -> Vec<Wait> {
    let mut waits: Vec<Wait> = Vec::new();
    let rules = case.rules.iter().map(|rule| (None, &rule.formula));
    let claims = case.claims.iter().flat_map(|(id, claim)| {
        claim.statements.iter().flat_map(move |s| formulas(&s.act).into_iter().map(move |f| (Some(id), f)))
    });
    for (claim, formula) in rules.chain(claims) {
        formula.atoms(&mut |atom| {
            let wait = match atom {
                Formula::Before(first, last) if *last == step => wait(case, *first, false, claim),
                Formula::OnlyAfter(last, first) if *last == step => wait(case, *first, true, claim),
                _ => return,
            };
            if !waits.contains(&wait) {
                waits.push(wait);
            }
        });
    }
    waits
}

fn wait(case: &Case, first: StepId, only: bool, claim: Option<ClaimId>) -> Wait {
    Wait {
        for_step: case.space.steps[first].name.clone(),
        only,
        claim: claim.map(|claim| case.claims[claim].name.clone()),
        contested: claim.is_some_and(|claim| contested(case, claim)),
    }
}

/// The fields of a commitment, in the order in which they are shown.
const FIELDS: [&str; 15] = [
    "kind",
    "by",
    "to",
    "when",
    "below",
    "does",
    "discretion",
    "decided-by",
    "within",
    "force",
    "from",
    "lasts",
    "posted-with",
    "if-broken",
    "honour",
];

/// Fields that are shown only where they are reported: nothing is amiss without them.
const EXTRAS: [&str; 3] = ["posted-with", "honour", "below"];

/// The commitments: every field there is, reported or not.
pub(crate) fn commitments(case: &Case) -> Vec<Commitment> {
    let row = |commitment: &zopa_case::Commitment| Commitment {
        name: commitment.name.clone(),
        title: commitment.title.clone(),
        fields: FIELDS.iter().filter_map(|field| self::field(commitment, field)).collect(),
        quotes: commitment.quotes.iter().map(|quote| quote_number(*quote)).collect(),
    };
    case.commitments.values().map(row).collect()
}

fn field(commitment: &zopa_case::Commitment, field: &str) -> Option<CommitmentField> {
    let rows: Vec<_> = commitment.fields.iter().filter(|row| row.field == field).collect();
    let values: Vec<String> = rows.iter().flat_map(|row| row.values.iter().cloned()).collect();
    let quotes: Vec<u32> = rows.iter().flat_map(|row| row.quotes.iter().map(|quote| quote_number(*quote))).collect();
    let shown = !values.is_empty() || !quotes.is_empty() || !EXTRAS.contains(&field);
    shown.then(|| CommitmentField { field: field.to_owned(), values, quotes })
}
