//! Does it bind as a treaty?

use super::Twin;
use super::kleene::{K, and, or};
use std::collections::BTreeSet;
use zopa_case::{ClaimId, CommitmentId, PowerKind, StepId, Stretch, Until, Verb, Voice};

impl Twin<'_> {
    pub(super) fn treaty(&self, id: CommitmentId, by: Stretch) -> K {
        and([self.own_force(id, by), self.ratified(id, by)])
    }

    /// Has the gate let it pass?
    pub(super) fn passed(&self, gate: StepId, by: Stretch) -> K {
        or(self.list.taken(gate).iter().map(|line| self.list.happened(line, by)))
    }

    fn own_force(&self, id: CommitmentId, by: Stretch) -> K {
        let force = self.row(id).and_then(|row| row.anatomy.force.only())?;
        let after = match force.until {
            Until::Unsaid => Some(false),
            Until::Unknown => None,
            Until::Step(gate) => self.passed(gate, by),
        };
        or([force.treaty, after])
    }

    fn ratified(&self, id: CommitmentId, by: Stretch) -> K {
        let force = self.row(id).and_then(|row| row.anatomy.force.only());
        if force.is_some_and(|force| matches!(force.until, Until::Step(_))) {
            // No other ratification is asked for than that gate.
            return Some(true);
        }
        let who = self.ratifying(id);
        let lines = self.list.acts(Verb::Ratified, id);
        if who.is_empty() {
            let any = or(lines.iter().map(|line| self.list.happened(line, by)));
            return or([any, None]);
        }
        let have: Vec<(Voice, K)> = who.iter().map(|one| (*one, self.ratified_by(id, *one, by))).collect();
        match and(have.iter().map(|(_, so)| *so)) {
            Some(false) if self.told_otherwise(id, &have) != Some(false) => None,
            known => known,
        }
    }

    pub(super) fn ratifying(&self, id: CommitmentId) -> BTreeSet<Voice> {
        let powers = self.powers(id).filter(|power| power.kind == PowerKind::Ratify);
        powers.flat_map(|power| power.holders.iter().copied()).collect()
    }

    /// By a line of theirs (one that does not say whose leaves it open), or by a gate of theirs.
    pub(super) fn ratified_by(&self, id: CommitmentId, one: Voice, by: Stretch) -> K {
        let lines = self.list.acts(Verb::Ratified, id);
        let theirs = |row: &zopa_case::Happened| match row.by.is_empty() {
            true => None,
            false => Some(self.list.is_of(row, one)),
        };
        let lines = lines.iter().map(|line| and([theirs(line.row), self.list.happened(line, by)]));
        let own = |step: &zopa_case::Step| step.gate && step.by.iter().any(|body| Voice::Party(*body) == one);
        let gates = self.case.space.steps.iter().filter(|(_, step)| own(step));
        or(lines.chain(gates.map(|(gate, _)| self.passed(gate, by))))
    }

    /// Have some, and are all who have not reported under another answer than one who has?
    fn told_otherwise(&self, id: CommitmentId, have: &[(Voice, K)]) -> K {
        let another =
            |one: Voice| or(have.iter().map(move |(other, has)| and([*has, Some(self.apart(id, one, *other))])));
        let some = or(have.iter().map(|(_, has)| *has));
        and([some, and(have.iter().map(|(one, has)| or([*has, another(*one)])))])
    }

    /// Is there a question with the one under one answer, and the other under another?
    fn apart(&self, id: CommitmentId, a: Voice, b: Voice) -> bool {
        let claims = |one: Voice| -> BTreeSet<ClaimId> {
            let powers = self.powers(id).filter(|power| power.kind == PowerKind::Ratify);
            powers.filter(|power| power.holders.contains(&one)).map(|power| power.claim).collect()
        };
        let (a, b) = (claims(a), claims(b));
        self.case.questions.values().any(|question| {
            let under = |claims: &BTreeSet<ClaimId>| -> BTreeSet<_> {
                let named =
                    question.answers.iter().filter(|(_, row)| row.holds.iter().any(|held| claims.contains(held)));
                named.map(|(id, _)| id).collect()
            };
            let (a, b) = (under(&a), under(&b));
            a.iter().any(|answer| b.iter().any(|other| other != answer))
        })
    }
}
