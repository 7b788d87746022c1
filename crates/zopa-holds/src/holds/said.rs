//! What is said of order, in a plan? Pairs of steps, what blocks a step, and what hangs on more than order.

use super::plans::Plan;
use std::collections::BTreeSet;
use zopa_analysis::Choices;
use zopa_case::{Case, Formula, Held, StepId, Support};

/// Who or what says it.
#[derive(Clone, Copy)]
pub(crate) enum Who<'a> {
    /// A rule of the case, or a condition added, as written.
    Rule(&'a str),
    /// Claims.
    Claims(&'a [Support]),
}

impl Who<'_> {
    /// Is it said where these claims are held?
    pub fn says(&self, held: &Held) -> bool {
        match self {
            Who::Rule(_) => true,
            Who::Claims(supports) => held.active(supports),
        }
    }
}

/// One thing said.
pub(crate) struct Saying<'a> {
    /// By whom.
    pub who: Who<'a>,
    /// What, with all that it says of things that are no order.
    pub formula: &'a Formula,
}

/// Everything that may say something of order: rules, reported rules, limits.
pub(crate) fn sayings<'a>(case: &'a Case, choices: &'a Choices) -> Vec<Saying<'a>> {
    let rules = case.rules.iter().map(|rule| (rule.text.as_str(), &rule.formula));
    let added = choices.conditions.iter().map(|(text, formula)| (text.as_str(), formula));
    let rules = rules.chain(added).map(|(text, formula)| Saying { who: Who::Rule(text), formula });
    let reported = case.reported_rules.values().map(|rule| (rule.supports.as_slice(), &rule.formula));
    let limits = case.limits.values().map(|limit| (limit.supports.as_slice(), &limit.formula));
    let claims = reported.chain(limits).map(|(supports, formula)| Saying { who: Who::Claims(supports), formula });
    rules.chain(claims).filter(|saying| saying.formula.has_order()).collect()
}

/// What a saying comes to in a plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Piece {
    /// The first before the second.
    Pair(StepId, StepId),
    /// The second waits for the first, which is not taken.
    Blocked(StepId, StepId),
    /// An order is asked for only where something else is so.
    Conditional(Formula),
}

/// All that a formula says of order in a plan.
pub(crate) fn pieces(plan: &Plan, formula: &Formula) -> BTreeSet<Piece> {
    let piece = |conjunct: Formula| match conjunct {
        Formula::Before(first, then) => Some(Piece::Pair(first, then)),
        Formula::OnlyAfter(then, first) if plan.contains(&first) => Some(Piece::Pair(first, then)),
        Formula::OnlyAfter(then, first) => Some(Piece::Blocked(first, then)),
        other if other.has_order() => Some(Piece::Conditional(other)),
        _ => None,
    };
    simplified(plan, &formula.normal()).conjuncts().into_iter().filter_map(piece).collect()
}

/// What is left of it where exactly these steps are taken.
fn simplified(plan: &Plan, formula: &Formula) -> Formula {
    match formula {
        Formula::Taken(step) => Formula::Const(plan.contains(step)),
        Formula::Before(first, then) if !(plan.contains(first) && plan.contains(then)) => Formula::Const(true),
        Formula::OnlyAfter(then, _) if !plan.contains(then) => Formula::Const(true),
        Formula::Not(inner) => Formula::not(simplified(plan, inner)),
        Formula::And(parts) => kept(plan, parts, true),
        Formula::Or(parts) => kept(plan, parts, false),
        other => other.clone(),
    }
}

/// The parts that are not known; or what decides it alone: something false among all of them, something true among any.
fn kept(plan: &Plan, parts: &[Formula], all: bool) -> Formula {
    let parts: Vec<Formula> = parts.iter().map(|part| simplified(plan, part)).collect();
    if parts.contains(&Formula::Const(!all)) {
        return Formula::Const(!all);
    }
    let mut left: Vec<Formula> = parts.into_iter().filter(|part| *part != Formula::Const(all)).collect();
    match (left.len(), all) {
        (0, _) => Formula::Const(all),
        (1, _) => left.remove(0),
        (_, true) => Formula::And(left),
        (_, false) => Formula::Or(left),
    }
}
