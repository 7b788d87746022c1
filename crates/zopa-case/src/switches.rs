//! Which questions change something? Only those are switches.
//!
//! A question is a switch if some limit or rule is active under one of its answers and not under another, everything
//! else equal. So each limit and rule is looked at with the questions that concern it, in every setting of them.

use crate::*;
use std::collections::{BTreeMap, BTreeSet};

/// Settings of the questions that one limit depends on, at most, that are looked through to see which of
/// them change it; above that all of them are taken to.
const SETTINGS: usize = 4096;

impl Case {
    /// Finds out of every question whether it is a switch.
    pub(crate) fn find_switches(&mut self) {
        if self.questions.is_empty() {
            return;
        }
        let links = Links::of(self);
        let limits = self.limits.values().map(|limit| limit.supports.as_slice());
        let supports = limits.chain(self.reported_rules.values().map(|rule| rule.supports.as_slice()));
        let switches: BTreeSet<QuestionId> = supports.flat_map(|supports| links.deciding(supports)).collect();
        for question in switches {
            self.questions[question].switch = true;
        }
    }
}

/// What can take a claim away.
struct Links<'a> {
    case: &'a Case,
    /// The questions whose answers name a claim, but for denials that nothing carries.
    named: BTreeMap<ClaimId, Vec<QuestionId>>,
    /// The claims that supersede a claim.
    superseded: BTreeMap<ClaimId, Vec<ClaimId>>,
    wishes: Vec<QuestionId>,
}

impl<'a> Links<'a> {
    fn of(case: &'a Case) -> Links<'a> {
        let mut links = Links { case, named: BTreeMap::new(), superseded: BTreeMap::new(), wishes: Vec::new() };
        for (id, question) in case.questions.iter() {
            match &question.kind {
                QuestionKind::Wishes => links.wishes.push(id),
                QuestionKind::Denial(denials) if !denials.iter().any(|denial| links.carried(*denial)) => continue,
                QuestionKind::Denial(_) | QuestionKind::Stated => {}
            }
            let claims: BTreeSet<ClaimId> = question.answers.values().flat_map(|a| a.holds.iter().copied()).collect();
            claims.into_iter().for_each(|claim| links.named.entry(claim).or_default().push(id));
        }
        for (later, claim) in case.claims.iter() {
            let old = claim.statements.iter();
            let old = old.filter_map(|s| if let Act::Supersedes(old) = &s.act { Some(old) } else { None }).flatten();
            old.for_each(|old| links.superseded.entry(*old).or_default().push(later));
        }
        links
    }

    fn carried(&self, claim: ClaimId) -> bool {
        self.case.carried(claim, &Aside::default())
    }

    fn deciding(&self, supports: &[Support]) -> Vec<QuestionId> {
        let concerned: Vec<QuestionId> = self.concerned(supports).into_iter().collect();
        let sizes: Vec<usize> = concerned.iter().map(|q| self.case.questions[*q].answers.len()).collect();
        let settings = sizes.iter().try_fold(1usize, |product, size| product.checked_mul(*size));
        let Some(settings) = settings.filter(|settings| *settings <= SETTINGS) else { return concerned };
        let answered = |setting: usize| -> BTreeMap<QuestionId, AnswerId> {
            let mut rest = setting;
            let answer = |(question, size): (&QuestionId, &usize)| {
                let answer = <AnswerId as ids::Id>::from_row(rest % size);
                rest /= size;
                (*question, answer)
            };
            concerned.iter().zip(&sizes).map(answer).collect()
        };
        let active: Vec<bool> = (0..settings).map(|setting| self.active(supports, &answered(setting))).collect();
        let differs = |at: usize| {
            let inner: usize = sizes.iter().take(at).product();
            let size = sizes.get(at).copied().unwrap_or(1);
            (0..settings).any(|s| active.get(s) != active.get(s - (s / inner % size) * inner))
        };
        concerned.iter().enumerate().filter(|(at, _)| differs(*at)).map(|(_, question)| *question).collect()
    }

    /// Questions that name a claim on which something with these supports depends.
    fn concerned(&self, supports: &[Support]) -> BTreeSet<QuestionId> {
        let mut claims: BTreeSet<ClaimId> = BTreeSet::new();
        for support in supports {
            claims.extend(std::iter::once(&support.claim).chain(support.with.iter()).chain(support.without.iter()));
        }
        let later: Vec<ClaimId> = claims.iter().filter_map(|c| self.superseded.get(c)).flatten().copied().collect();
        claims.extend(later);
        let mut concerned: BTreeSet<QuestionId> =
            claims.iter().filter_map(|claim| self.named.get(claim)).flatten().copied().collect();
        if supports.iter().any(|support| support.wish) {
            concerned.extend(&self.wishes);
        }
        concerned
    }

    /// Is something with these supports active under these answers? Suppositions are supposed.
    fn active(&self, supports: &[Support], answers: &BTreeMap<QuestionId, AnswerId>) -> bool {
        let answer = |question: &QuestionId| {
            answers.get(question).map(|answer| &self.case.questions[*question].answers[*answer])
        };
        let answered = |claim: &ClaimId| {
            let mut named = self.named.get(claim).into_iter().flatten().filter_map(answer);
            named.all(|answer| answer.holds.contains(claim)) && self.carried(*claim)
        };
        let held = |claim: &ClaimId| answered(claim) && !self.superseded.get(claim).into_iter().flatten().any(answered);
        let wishes = self.wishes.iter().filter_map(answer).any(|answer| answer.wishes);
        supports.iter().any(|support| {
            (!support.wish || wishes)
                && held(&support.claim)
                && support.with.iter().all(held)
                && !support.without.iter().any(held)
        })
    }
}
