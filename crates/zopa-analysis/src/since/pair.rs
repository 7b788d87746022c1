//! Which limits of two states of a case are the same, and which claims are new?
//!
//! A limit is the same if its holder is and its condition is true in the same worlds, however the claim that carries
//! it is called and wherever it stands in the file.

use super::Reread;
use crate::rounds::in_order;
use std::collections::{BTreeMap, BTreeSet};
use zopa_case::{Act, Case, ClaimId, Formula, same};
use zopa_finding::{Brief, Claim, Limit, Worded};

/// Two states of a case, each as a brief.
pub(super) struct Pair<'a> {
    /// The case of the later state.
    pub case: &'a Case,
    /// The earlier state.
    pub before: &'a Brief,
    /// The later state.
    pub after: &'a Brief,
    /// The earlier one is a saved brief: what has no round was said before it was saved.
    pub saved: bool,
    /// Every limit of the earlier state.
    pub old: Vec<Row<'a>>,
    /// Every limit of the later state.
    pub new: Vec<Row<'a>>,
    claims_before: BTreeMap<&'a str, &'a Claim>,
    claims_after: BTreeMap<&'a str, &'a Claim>,
    places: BTreeMap<&'a str, usize>,
}

/// A limit of one of the states.
pub(super) struct Row<'a> {
    /// The limit.
    pub limit: &'a Limit,
    /// Its condition, in the space of the later case; none where that has not all names of it.
    pub formula: Option<Formula>,
    /// The names it has not.
    pub unknown: Vec<String>,
    /// Equal numbers, the same condition.
    class: Option<usize>,
}

/// What makes a limit the same in both states.
pub(super) type Identity<'a> = (&'a str, usize);

impl<'a> Row<'a> {
    fn new(limit: &'a Limit, reread: Reread) -> Row<'a> {
        match reread {
            Ok(formula) => Row { limit, formula: Some(formula), unknown: Vec::new(), class: None },
            Err(unknown) => Row { limit, formula: None, unknown, class: None },
        }
    }

    /// What makes it the same limit in the other state.
    pub fn identity(&self) -> Option<Identity<'a>> {
        Some((self.limit.holder.as_str(), self.class?))
    }

    /// Is it a position, in some reading? A wish is none.
    pub fn stands(&self) -> bool {
        !self.limit.inactive && !self.limit.wish
    }
}

impl<'a> Pair<'a> {
    /// `formulas` has a row for each limit of the earlier state.
    pub fn new(case: &'a Case, before: &'a Brief, after: &'a Brief, formulas: &[Reread], saved: bool) -> Pair<'a> {
        let old = before.limits.iter().zip(formulas).map(|(limit, reread)| Row::new(limit, reread.clone()));
        let new = after.limits.iter().zip(case.limits.values());
        let new = new.map(|(limit, row)| Row::new(limit, Ok(row.formula.clone())));
        let (mut old, mut new): (Vec<Row<'a>>, Vec<Row<'a>>) = (old.collect(), new.collect());
        classify(case, &mut old, &mut new);
        let order = in_order(case).into_iter().enumerate();
        Pair {
            places: order.map(|(at, round)| (case.rounds[round].name.as_str(), at)).collect(),
            claims_before: before.claims.iter().map(|claim| (claim.name.as_str(), claim)).collect(),
            claims_after: after.claims.iter().map(|claim| (claim.name.as_str(), claim)).collect(),
            case,
            before,
            after,
            saved,
            old,
            new,
        }
    }

    /// Has the earlier state no claim of this name?
    pub fn is_new(&self, claim: &str) -> bool {
        !self.claims_before.contains_key(claim)
    }

    /// A claim of the earlier state.
    pub fn claim_before(&self, name: &str) -> Option<&'a Claim> {
        self.claims_before.get(name).copied()
    }

    /// A claim of the later state.
    pub fn claim_after(&self, name: &str) -> Option<&'a Claim> {
        self.claims_after.get(name).copied()
    }

    /// The last round in which one of these claims was said before, by its place.
    pub fn last_before(&self, claims: &[String]) -> Option<usize> {
        self.rounds(&self.claims_before, claims).into_iter().max()
    }

    /// The same, after.
    pub fn last_after(&self, claims: &[String]) -> Option<usize> {
        self.rounds(&self.claims_after, claims).into_iter().max()
    }

    /// The place of a round among all.
    pub fn place(&self, round: &str) -> Option<usize> {
        self.places.get(round).copied()
    }

    fn rounds(&self, known: &BTreeMap<&str, &Claim>, claims: &[String]) -> BTreeSet<usize> {
        let claims = claims.iter().filter_map(|name| known.get(name.as_str()));
        let rounds = claims.flat_map(|claim| claim.round.iter().chain(claim.sayings.iter().flat_map(|s| &s.round)));
        rounds.filter_map(|round| self.places.get(round.as_str()).copied()).collect()
    }

    /// Claims that say something of other claims which they did not say before, with what they say it of: those that
    /// supersede, or let expire.
    pub fn newly(&self, pick: impl Fn(&Act) -> Option<&Vec<ClaimId>>) -> Vec<(&'a str, &'a str)> {
        let mut pairs = Vec::new();
        for claim in self.case.claims.values().filter(|claim| !claim.suppose) {
            let known = self.claim_before(&claim.name).map(|c| c.statements.as_slice()).unwrap_or_default();
            let new = claim.statements.iter().filter(|said| !known.iter().any(|k| k.text == said.text));
            for earlier in new.filter_map(|said| pick(&said.act)).flatten() {
                pairs.push((claim.name.as_str(), self.case.claims[*earlier].name.as_str()));
            }
        }
        pairs
    }
}

/// One number for each condition of both states.
fn classify<'a>(case: &Case, old: &mut [Row<'a>], new: &mut [Row<'a>]) {
    let formulas: Vec<&Formula> = old.iter().chain(new.iter()).filter_map(|row| row.formula.as_ref()).collect();
    let mut classes = same(&case.space, &formulas).into_iter();
    for row in old.iter_mut().chain(new.iter_mut()) {
        row.class = row.formula.as_ref().and_then(|_| classes.next());
    }
}

/// A limit without its table.
pub(super) fn told(limit: &Limit) -> Worded {
    Worded { title: limit.title.clone(), condition: limit.condition.clone(), claims: limit.claims.clone() }
}

/// A claim that is no limit, without its table.
pub(super) fn told_claim(name: &str, claim: Option<&Claim>) -> Worded {
    let title = claim.map_or(name, |claim| &claim.title).to_owned();
    Worded { title, condition: String::new(), claims: vec![name.to_owned()] }
}
