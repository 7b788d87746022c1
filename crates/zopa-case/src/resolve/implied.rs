//! Is a limit implied by another of the same party? Then it changes no answer while the other is held.
//!
//! Told only where nothing in the case says why there are two: not of limits of different rounds (a position that moved
//! shows as that), nor where a later claim softens, supersedes, tests or denies one of them or a question asks about it.
//! Decided by the truth table of the two; where that would be too large, or the looking took more rows than
//! [`ROWS`], nothing is said.

use super::Resolver;
use crate::equal::implies;
use crate::formula::Subject;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::Diagnostic;

/// Rows of truth tables that are looked at for all limits together.
const ROWS: usize = 500_000;

/// A limit that is stated and that nothing else in the case touches.
struct Plain<'a> {
    limit: &'a Limit,
    subjects: BTreeSet<Subject>,
    rounds: BTreeSet<Option<RoundId>>,
    claim: ClaimId,
}

impl Resolver<'_> {
    pub(crate) fn warn_implied(&mut self) {
        let found = implied(&self.case);
        for (stronger, weaker) in found {
            let (stronger, weaker) = (&self.case.claims[stronger], &self.case.claims[weaker]);
            let message =
                format!("`{}` says no more than `{}`: the limit is implied by that one", weaker.name, stronger.name);
            let help = "if both tell one demand, put the quotes under one claim; if one replaces the other, write \
                        `supersedes`; if the two rival, ask a `question`";
            let told = Diagnostic::warning("limit-implied", weaker.span, message, help).labelled("implied");
            self.report(told.and(stronger.span, "implies it"));
        }
    }
}

/// The first claims of a limit that implies another, and of the other; each other once.
fn implied(case: &Case) -> Vec<(ClaimId, ClaimId)> {
    let touched = touched(case);
    let plain: Vec<Plain<'_>> = case.limits.values().filter_map(|limit| plain(case, limit, &touched)).collect();
    let mut speaking: BTreeMap<(PartyId, Subject), Vec<usize>> = BTreeMap::new();
    for (at, row) in plain.iter().enumerate() {
        row.subjects.iter().for_each(|s| speaking.entry((row.limit.holder, *s)).or_default().push(at));
    }
    let mut left = ROWS;
    let mut found = Vec::new();
    for (at, weaker) in plain.iter().enumerate() {
        let near = weaker.subjects.iter().filter_map(|s| speaking.get(&(weaker.limit.holder, *s))).flatten();
        // A limit of many others is looked through in file order, each once.
        let mut stronger: Vec<usize> = near.copied().filter(|other| *other != at).take(left).collect();
        stronger.sort_unstable();
        stronger.dedup();
        left = left.saturating_sub(stronger.len());
        let rows = stronger.into_iter().filter_map(|other| plain.get(other));
        let mut candidates = rows.filter(|other| other.rounds == weaker.rounds && other.claim != weaker.claim);
        let implying = candidates.find(|other| {
            implies(&case.space, &other.limit.formula, &weaker.limit.formula, &mut left) == Some(true)
                && says_something(case, &other.limit.formula, &weaker.limit.formula)
        });
        found.extend(implying.map(|other| (other.claim, weaker.claim)));
        if left == 0 {
            break;
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|(_, weaker)| seen.insert(*weaker));
    found
}

/// What cannot be met implies everything, and everything implies what always holds: neither is meant here.
fn says_something(case: &Case, stronger: &Formula, weaker: &Formula) -> bool {
    let can_be = |formula: &Formula| possible(&case.space, formula) == Some(true);
    can_be(stronger) && can_be(&Formula::not(weaker.clone()))
}

fn plain<'a>(case: &'a Case, limit: &'a Limit, touched: &BTreeSet<ClaimId>) -> Option<Plain<'a>> {
    let is_plain = |support: &Support| {
        let claim = &case.claims[support.claim];
        !support.wish
            && support.with.is_empty()
            && support.without.is_empty()
            && !claim.suppose
            && !touched.contains(&support.claim)
            // An offer says more than the limit that comes with it.
            && !claim.statements.iter().any(|statement| matches!(statement.act, Act::Offers { .. }))
    };
    if limit.supports.is_empty() || !limit.supports.iter().all(is_plain) {
        return None;
    }
    let rounds = limit.supports.iter().flat_map(|support| rounds(&case.claims[support.claim])).collect();
    let claim = limit.supports.first()?.claim;
    Some(Plain { limit, subjects: limit.formula.subjects(&case.space), rounds, claim })
}

fn rounds(claim: &Claim) -> Vec<Option<RoundId>> {
    let said: Vec<_> = claim.sayings.iter().map(|saying| saying.round).collect();
    if said.is_empty() { vec![claim.round] } else { said }
}

/// Claims that another claim is about, or is named in a question, or is about another itself.
fn touched(case: &Case) -> BTreeSet<ClaimId> {
    let mut touched: BTreeSet<ClaimId> =
        case.questions.values().flat_map(|q| q.answers.values()).flat_map(|a| a.holds.iter().copied()).collect();
    for (id, claim) in case.claims.iter() {
        for statement in &claim.statements {
            match &statement.act {
                Act::Denies(claims) | Act::Tests(claims) | Act::Supersedes(claims) => {
                    touched.extend(claims.iter().chain([&id]))
                }
                Act::Softens { claims, .. } | Act::Expires { claims, .. } => touched.extend(claims.iter().chain([&id])),
                _ => {}
            }
        }
    }
    touched
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Id;

    /// An issue of three options, a limit for each set of them: the definition is that of sets.
    #[test]
    fn implied_is_a_subset() {
        let mut space = Space::default();
        let options = ["x", "y", "z"].iter().map(|o| IssueOption { name: o.to_string(), title: o.to_string() });
        space.issues.push(Issue { name: "i".into(), title: "i".into(), options: options.collect() });
        let is = |set: usize| {
            let members = (0..3).filter(|at| set >> at & 1 == 1);
            Formula::Or(members.map(|at| Formula::Is(IssueId::from_row(0), OptionId::from_row(at))).collect())
        };
        for a in 0..8 {
            for b in 0..8 {
                assert_eq!(implies(&space, &is(a), &is(b), &mut 100), Some(a & b == a), "{a} {b}");
            }
        }
        assert_eq!(implies(&space, &is(1), &is(3), &mut 1), None);
    }
}
