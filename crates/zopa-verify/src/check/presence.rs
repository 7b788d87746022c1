//! Is something so in exactly the readings that a finding says?

use super::desk::{At, Desk};
use crate::readings::Reading;
use std::collections::BTreeMap;
use std::rc::Rc;
use zopa_case::{AnswerId, Case, QuestionId};
use zopa_finding::{Presence, Setting};

/// A reading, with whether something is so in it; `None`: nothing is asked there, or a count was reached.
pub(super) type So = (Rc<Reading>, Option<bool>);

/// The settings by the ids of the case.
pub(crate) fn lists(case: &Case, when: &[Vec<Setting>]) -> Result<Vec<Vec<(QuestionId, AnswerId)>>, String> {
    when.iter().map(|list| list.iter().map(|setting| self::setting(case, setting)).collect()).collect()
}

fn setting(case: &Case, setting: &Setting) -> Result<(QuestionId, AnswerId), String> {
    let question = case.questions.iter().find(|(_, question)| question.name == setting.question);
    let answer = |(id, question): (QuestionId, &zopa_case::Question)| {
        question.answers.iter().find(|(_, answer)| answer.name == setting.answer).map(|(answer, _)| (id, answer))
    };
    question.and_then(answer).ok_or_else(|| format!("no such answer: {}={}", setting.question, setting.answer))
}

impl Desk<'_> {
    /// Compares what is said with what is so in each of these readings. `None`: nothing is asked there, or a
    /// count was reached; either will do.
    pub(super) fn presence(&mut self, finding: &str, said: &Presence, so: &[So]) {
        let none = so.iter().all(|(_, so)| *so == Some(false));
        let all = so.iter().all(|(_, so)| *so == Some(true));
        match said {
            Presence::Every => self.compare(finding, so, |_| true),
            Presence::Never => self.compare(finding, so, |_| false),
            Presence::Some { .. } if none => {
                self.refute(finding, "is said to be so in some readings, and is so in none")
            }
            Presence::Some { .. } if all => {
                self.refute(finding, "is said to be so in some readings, and is so in every one")
            }
            Presence::Some { when } if when.is_empty() => {}
            Presence::Some { when } => match lists(self.case, when) {
                Ok(lists) => self.compare(finding, so, |reading| lists.iter().any(|list| meets(reading, list))),
                Err(unknown) => self.refute(finding, unknown),
            },
        }
    }

    fn compare(&mut self, finding: &str, so: &[So], said: impl Fn(&Reading) -> bool) {
        let wrong = so.iter().find(|(reading, so)| so.is_some_and(|so| so != said(reading)));
        if let Some((reading, so)) = wrong {
            let word = if *so == Some(true) { "is so" } else { "is not so" };
            let what = format!("{word} in the reading {}, against what is said", self.describe(reading));
            self.refute(finding, what);
        }
    }

    /// A reading in words: the switches and their answers.
    pub(super) fn describe(&self, reading: &Reading) -> String {
        let one = |(id, answer): (&QuestionId, &AnswerId)| {
            let question = self.case.questions.row(*id).filter(|question| question.switch)?;
            Some(format!("{}={}", question.name, question.answers.row(*answer)?.name))
        };
        let all: Vec<String> = reading.iter().filter_map(one).collect();
        if all.is_empty() { "there is".to_owned() } else { all.join(" ") }
    }

    /// What is so in each reading left open, worked out once for each place.
    pub(super) fn each_reading(&mut self, mut so: impl FnMut(&mut Self, At) -> Option<bool>) -> Vec<So> {
        let places: BTreeMap<At, Option<bool>> = self.open_places().into_iter().map(|at| (at, so(self, at))).collect();
        let value = |at: &At| places.get(at).copied().flatten();
        self.readings.iter().cloned().zip(self.at.iter().map(value)).collect()
    }
}

fn meets(reading: &Reading, list: &[(QuestionId, AnswerId)]) -> bool {
    list.iter().all(|(question, answer)| reading.get(question) == Some(answer))
}
