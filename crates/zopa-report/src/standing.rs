//! Does a statement stand as told? Denied, one of several versions, a wish, a limit that nothing can meet.

use crate::index::Index;
use zopa_finding::{Claim, Clash, Firmness, Limit, Question, QuestionKind};

/// How a claim, or a limit by all that supports it, was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nobody denies it, and it is told one way.
    Plain,
    /// Somebody denies it.
    Denied,
    /// One of several versions.
    Version,
}

impl<'a> Index<'a> {
    /// The questions of which this claim is one answer, denials left out.
    fn versions(&self, claim: &'a Claim) -> impl Iterator<Item = &'a Question> {
        claim.questions.iter().filter_map(|q| self.question(q)).filter(|q| q.kind == QuestionKind::Stated)
    }

    /// How a claim was told.
    pub fn claim_standing(&self, claim: &'a Claim) -> Standing {
        if !claim.denied_by.is_empty() {
            Standing::Denied
        } else if self.versions(claim).next().is_some() {
            Standing::Version
        } else {
            Standing::Plain
        }
    }

    /// How all that supports a limit was told. It stands plainly where one support does, and where each answer of a
    /// question has one.
    pub fn limit_standing(&self, limit: &'a Limit) -> Standing {
        let claims: Vec<&'a Claim> = limit.claims.iter().filter_map(|c| self.claim(c)).collect();
        let told: Vec<Standing> = claims.iter().map(|c| self.claim_standing(c)).collect();
        let undenied = || claims.iter().filter(|c| c.denied_by.is_empty());
        let either_way =
            |q: &Question| q.answers.iter().all(|answer| undenied().any(|claim| answer.holds.contains(&claim.name)));
        let settled = undenied().any(|claim| self.versions(claim).any(either_way));
        if told.is_empty() || told.contains(&Standing::Plain) || settled {
            Standing::Plain
        } else if told.iter().all(|standing| *standing == Standing::Denied) {
            Standing::Denied
        } else {
            Standing::Version
        }
    }

    /// What is reported of its firmness beside its being stated.
    pub fn beside_stated(&self, limit: &'a Limit) -> impl Iterator<Item = &'a Firmness> {
        limit.firmness.iter().filter(|f| **f != Firmness::Stated)
    }

    /// Is it one limit alone, and one that no package can meet? Then it is no clash between parties.
    pub fn is_impossible(&self, clash: &Clash) -> bool {
        match clash.limits.as_slice() {
            [one] => self.answer.impossible.contains(one),
            _ => false,
        }
    }

    /// The clashes between limits: those that no package meets by themselves left out.
    pub fn between_limits(&self) -> impl Iterator<Item = &'a Clash> {
        self.answer.clashes.iter().filter(|clash| !self.is_impossible(clash))
    }
}
