//! Is each thing owed told as it stands?

use super::Twin;
use super::answer::Answer;
use super::lines::order;
use super::occasions::Occasion;
use std::collections::BTreeSet;
use zopa_case::CommitmentId;
use zopa_finding::track::{Cause, Duty};

impl Twin<'_> {
    pub(super) fn duties(&mut self, told: &[Duty]) {
        let ids: Vec<CommitmentId> = self.case.commitments.ids().collect();
        for id in ids {
            let Some(name) = self.row(id).map(|row| row.name.clone()) else { continue };
            let mut right = self.occasions(id, &BTreeSet::from([id]));
            right.retain(|one| one.happened != Some(false));
            // Those that one line alone can be are looked for before those that any may be.
            let by_condition = |one: &Occasion| matches!(one.of, Some(zopa_case::Trigger::Condition { .. }));
            right.sort_by_key(|one| (by_condition(one), order(one.time)));
            let said: Vec<&Duty> = told.iter().filter(|duty| duty.commitment.name == name).collect();
            let causes = |all: Vec<(Cause, Option<u32>)>| format!("{all:?}");
            let told = said.iter().map(|duty| (duty.cause, duty.set_off.first().copied())).collect();
            let all = right.iter().map(|one| (one.cause, one.line.map(|line| line.number))).collect();
            let same = right.len() == said.len();
            self.require(same, &format!("owed by {name}"), || {
                format!("occasions {}, against {}", causes(all), causes(told))
            });
            let mut left = said;
            for one in right.iter().filter(|_| same) {
                // Of several that it may be, the one that is told as it stands.
                let right = |duty: &&Duty| self.is_of(one, duty) && self.owed(id, one) == Answer::said(&duty.finding);
                let place = left.iter().position(right);
                match place.or_else(|| left.iter().position(|duty| self.is_of(one, duty))) {
                    Some(place) => {
                        let duty = left.remove(place);
                        self.duty(id, &name, one, duty);
                    }
                    None => self.require(false, &format!("owed by {name}"), || {
                        format!("on {:?} of {:?} is not told", one.cause, one.line.map(|line| line.number))
                    }),
                }
            }
        }
    }

    fn is_of(&self, one: &Occasion, duty: &Duty) -> bool {
        let broken = one.broken.and_then(|id| self.row(id)).map(|row| &row.name);
        let line = match (one.cause, one.of) {
            (Cause::Trigger, Some(zopa_case::Trigger::Event(_))) | (Cause::Report, _) => {
                one.line.map(|line| line.number)
            }
            _ => None,
        };
        duty.cause == one.cause
            && duty.broken.as_ref().map(|broken| &broken.name) == broken
            && line.is_none_or(|line| duty.set_off.contains(&line))
    }

    fn duty(&mut self, id: CommitmentId, name: &str, one: &Occasion, said: &Duty) {
        let finding = format!("owed by {name} on {:?} of {:?}", one.cause, said.set_off);
        let (right, told) = (self.owed(id, one), Answer::said(&said.finding));
        self.require(right == told, &finding, || format!("stands `{right}`, against `{told}`"));
        self.dated(&finding, "set off", Some(one.time), Some(&said.when), false);
        self.dated(&finding, "due", self.due(id, one), said.due.as_ref(), true);
    }
}
