//! Is something so in exactly the readings that are said, and is it said by exactly those who say it?

use super::Twin;
use super::says::Said;
use crate::check::lists;
use crate::readings::Reading;
use std::collections::BTreeSet;
use zopa_case::{AnswerId, ClaimId, QuestionId};
use zopa_finding::{OrderSaid, Presence};

impl Twin<'_> {
    /// Compares what is said with what is so, reading by reading. What is listed is so in one at least.
    pub(super) fn presence(&mut self, finding: &str, said: &Presence, so: &[bool]) {
        let (none, all) = (!so.contains(&true), !so.contains(&false));
        match said {
            _ if none => self.refute(finding, "is listed, and is so in no reading"),
            Presence::Every => self.compare(finding, so, |_| true),
            Presence::Never => self.refute(finding, "is listed as being so in no reading"),
            Presence::Some { .. } if all => {
                self.refute(finding, "is said to be so in some readings, and is so in every one");
            }
            Presence::Some { when } if when.is_empty() => {}
            Presence::Some { when } => match lists(self.case, when) {
                Ok(lists) => self.compare(finding, so, |reading| {
                    lists.iter().any(|list| list.iter().all(|(question, answer)| reading.get(question) == Some(answer)))
                }),
                Err(unknown) => self.refute(finding, unknown),
            },
        }
    }

    /// The same for things that take turns: each entry is so in its readings, and in every reading of the domain one
    /// and no more.
    pub(super) fn in_turn(&mut self, finding: &str, entries: &[(&Presence, Vec<bool>)], domain: &[bool]) {
        for (said, so) in entries {
            self.presence(finding, said, so);
        }
        for (reading, inside) in domain.iter().enumerate() {
            let count = entries.iter().filter(|(_, so)| so.get(reading) == Some(&true)).count();
            if count != usize::from(*inside) {
                let reading = self.readings.get(reading).map(|reading| self.describe(reading)).unwrap_or_default();
                let what = format!("{count} entries hold in the reading {reading}, against {}", usize::from(*inside));
                return self.refute(finding, what);
            }
        }
    }

    fn compare(&mut self, finding: &str, so: &[bool], said: impl Fn(&Reading) -> bool) {
        let wrong = self.readings.iter().zip(so).find(|(reading, so)| **so != said(reading));
        if let Some((reading, so)) = wrong {
            let word = if *so { "is so" } else { "is not so" };
            let what = format!("{word} in the reading {}, against what is said", self.describe(reading));
            self.refute(finding, what);
        }
    }

    fn describe(&self, reading: &Reading) -> String {
        let one = |(id, answer): (&QuestionId, &AnswerId)| {
            let question = self.case.questions.row(*id)?;
            Some(format!("{}={}", question.name, question.answers.row(*answer)?.name))
        };
        let all: Vec<String> = reading.iter().filter_map(one).collect();
        if all.is_empty() { "there is".to_owned() } else { all.join(" ") }
    }

    /// Are at least these named, and none but those, claims in file order?
    pub(super) fn said(&mut self, finding: &str, given: &OrderSaid, least: &Said, most: &Said) {
        self.said_faults(given, least, most).into_iter().for_each(|what| self.refute(finding, what));
    }

    /// What is wrong with that.
    pub(super) fn said_faults(&self, given: &OrderSaid, least: &Said, most: &Said) -> Vec<String> {
        let mut faults = self.basis(&given.basis.0, &least.claims, &most.claims.union(&most.also).copied().collect());
        let all = [
            ("commitments", &given.commitments, self.commitments_of(least), self.commitments_of(most)),
            ("rules", &given.rules, self.rules_of(least), self.rules_of(most)),
        ];
        for (what, given, least, most) in all {
            if !within(&least, given) || !within(given, &most) {
                faults.push(format!("the {what} that say so are {most:?}, against {given:?}"));
            }
        }
        faults
    }

    fn commitments_of(&self, said: &Said) -> Vec<String> {
        let rows = said.commitments.iter().filter_map(|id| self.case.commitments.row(*id));
        rows.map(|row| row.name.clone()).collect()
    }

    /// As written: of the rules of the case, then of those added.
    fn rules_of(&self, said: &Said) -> Vec<String> {
        let rules = self.case.rules.iter().map(|rule| &rule.text);
        let texts: Vec<&String> = rules.chain(self.added.iter().map(|(text, _)| text)).collect();
        said.rules.iter().filter_map(|place| texts.get(*place)).map(|text| (*text).clone()).collect()
    }

    /// What is wrong with these claims: at least these, none but those, in file order.
    pub(super) fn basis(&self, given: &[String], least: &BTreeSet<ClaimId>, most: &BTreeSet<ClaimId>) -> Vec<String> {
        let claim = |name: &String| self.case.claims.iter().find(|(_, row)| row.name == *name).map(|(id, _)| id);
        let Some(claims) = given.iter().map(claim).collect::<Option<Vec<ClaimId>>>() else {
            return vec!["rests on a claim that is not in the case".to_owned()];
        };
        let name = |id: &ClaimId| self.case.claims.row(*id).map(|row| row.name.clone()).unwrap_or_default();
        let missing: Vec<String> = least.iter().filter(|id| !claims.contains(id)).map(name).collect();
        let too_many: Vec<String> = claims.iter().filter(|id| !most.contains(id)).map(name).collect();
        let faults = [
            (claims.is_sorted_by(|a, b| a < b), "its claims are not in file order".to_owned()),
            (missing.is_empty(), format!("leaves out {missing:?}, which say so")),
            (too_many.is_empty(), format!("names {too_many:?}, which do not say so")),
        ];
        faults.into_iter().filter(|(fine, _)| !fine).map(|(_, what)| what).collect()
    }
}

fn within(some: &[String], all: &[String]) -> bool {
    some.iter().all(|name| all.contains(name))
}
