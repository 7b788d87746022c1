//! What do the documents leave open? Questions as written, denied claims, and whether wishes are counted.

use super::Resolver;
use crate::ids::Id;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::ast::{self, Item, ItemKind, Name};
use zopa_syntax::{Diagnostic, near};

/// Settings of the questions that one limit depends on, at most, that are looked through to see which of
/// them change it; above that all of them are taken to.
const SETTINGS: usize = 4096;

/// The name of the question whether wishes count.
const WISHES: &str = "wishes";

impl<'a> Resolver<'a> {
    pub(crate) fn questions(&mut self, items: &'a [Item]) {
        for item in items {
            if let ItemKind::Question { name, title, answers } = &item.kind {
                if name.text == WISHES {
                    let message = "`wishes` is the question whether wishes count, in every case";
                    self.report(Diagnostic::error(
                        "question-wishes",
                        name.span,
                        message,
                        "give this question another name",
                    ));
                    continue;
                }
                let answers = self.answers(name, answers);
                let (name, title) = (name.text.clone(), title.text.clone());
                self.case.questions.push(Question { name, title, kind: QuestionKind::Stated, answers, switch: false });
            }
        }
        self.case.implied_questions();
    }

    fn answers(&mut self, question: &Name, answers: &[ast::Answer]) -> Table<AnswerId, Answer> {
        let mut rows: Table<AnswerId, Answer> = Table::default();
        for answer in answers {
            if rows.values().any(|known| known.name == answer.name.text) {
                let message = format!("`{}` is an answer of `{}` twice", answer.name.text, question.text);
                self.report(Diagnostic::error(
                    "answer-twice",
                    answer.name.span,
                    message,
                    "give one of the two another name",
                ));
                continue;
            }
            let title = answer.title.as_ref().map_or(&answer.name.text, |title| &title.text).clone();
            let holds = self.claims_named(&answer.holds);
            rows.push(Answer { name: answer.name.text.clone(), title, holds, wishes: false });
        }
        if rows.len() < 2 {
            let message = format!("question `{}` has fewer than two answers", question.text);
            self.report(Diagnostic::error("one-answer", question.span, message, "add a second `answer` line"));
            if rows.is_empty() {
                rows.push(Answer { name: "?".to_owned(), title: "?".to_owned(), holds: Vec::new(), wishes: false });
            }
        }
        rows
    }
}

/// What follows from the claims, whichever of them there are.
impl Case {
    /// The questions that nobody wrote: about denied claims, and about wishes.
    pub(crate) fn implied_questions(&mut self) {
        self.denials();
        self.wishes();
    }

    /// A denied claim in no question is a question by itself.
    fn denials(&mut self) {
        let mut denied: BTreeMap<ClaimId, Vec<ClaimId>> = BTreeMap::new();
        for (id, claim) in self.claims.iter() {
            for statement in &claim.statements {
                if let Act::Denies(claims) = &statement.act {
                    claims.iter().for_each(|claim| denied.entry(*claim).or_default().push(id));
                }
            }
        }
        let named: BTreeSet<ClaimId> =
            self.questions.values().flat_map(|q| q.answers.values()).flat_map(|a| a.holds.clone()).collect();
        for (claim, denials) in denied.into_iter().filter(|(claim, _)| !named.contains(claim)) {
            let row = &self.claims[claim];
            let (name, title) = (row.name.clone(), row.title.clone());
            let answers = [fixed("as-reported", vec![claim], false), fixed("as-denied", Vec::new(), false)];
            let kind = QuestionKind::Denial(denials);
            self.questions.push(Question { name, title, kind, answers: answers.into_iter().collect(), switch: false });
        }
    }

    fn wishes(&mut self) {
        let wish = |statement: &Statement| matches!(statement.act, Act::Seeks { .. });
        if self.claims.values().any(|claim| claim.statements.iter().any(wish)) {
            let answers = [fixed("not-counted", Vec::new(), false), fixed("counted", Vec::new(), true)];
            self.questions.push(Question {
                name: WISHES.to_owned(),
                title: String::new(),
                kind: QuestionKind::Wishes,
                answers: answers.into_iter().collect(),
                switch: false,
            });
        }
    }

    /// A question is a switch if some limit, rule or offer is active under one of its answers and not under
    /// another, everything else equal.
    pub(crate) fn find_switches(&mut self) {
        let case = &*self;
        let supports: Vec<&[Support]> = (case.limits.values().map(|limit| limit.supports.as_slice()))
            .chain(case.reported_rules.values().map(|rule| rule.supports.as_slice()))
            .collect();
        let mut switches: BTreeSet<QuestionId> = BTreeSet::new();
        for supports in supports {
            switches.extend(self.deciding(supports));
        }
        for question in switches {
            self.questions[question].switch = true;
        }
    }

    fn deciding(&self, supports: &[Support]) -> Vec<QuestionId> {
        let case = self;
        let concerned: Vec<QuestionId> = self.concerned(supports);
        let sizes: Vec<usize> = concerned.iter().map(|q| case.questions[*q].answers.len()).collect();
        let settings = sizes.iter().try_fold(1usize, |product, size| product.checked_mul(*size));
        let Some(settings) = settings.filter(|settings| *settings <= SETTINGS) else { return concerned };
        let active: Vec<bool> =
            (0..settings).map(|setting| self.active_in(supports, &concerned, &sizes, setting)).collect();
        let mut deciding = Vec::new();
        for (at, question) in concerned.iter().enumerate() {
            let inner: usize = sizes.iter().take(at).product();
            let size = sizes.get(at).copied().unwrap_or(1);
            let differs = (0..settings).any(|s| {
                let zero = s - (s / inner % size) * inner;
                active.get(s) != active.get(zero)
            });
            if differs {
                deciding.push(*question);
            }
        }
        deciding
    }

    fn active_in(&self, supports: &[Support], concerned: &[QuestionId], sizes: &[usize], setting: usize) -> bool {
        let mut reading = Reading::first(self);
        let mut rest = setting;
        for (question, size) in concerned.iter().zip(sizes) {
            reading = reading.with(*question, AnswerId::from_row(rest % size));
            rest /= size;
        }
        let supposed = self.claims.iter().filter(|(_, claim)| claim.suppose).map(|(id, _)| id).collect();
        let stand = Stand { reading, aside: Aside::default(), supposed };
        self.held(&stand).active(supports)
    }

    /// Questions that name a claim on which something with these supports depends.
    fn concerned(&self, supports: &[Support]) -> Vec<QuestionId> {
        let mut claims: BTreeSet<ClaimId> = BTreeSet::new();
        for support in supports {
            claims.insert(support.claim);
            claims.extend(support.with.iter().chain(&support.without));
        }
        for (id, claim) in self.claims.iter() {
            let supersedes =
                |s: &Statement| matches!(&s.act, Act::Supersedes(old) if old.iter().any(|c| claims.contains(c)));
            if claim.statements.iter().any(supersedes) {
                claims.insert(id);
            }
        }
        let wish = supports.iter().any(|support| support.wish);
        let concerns = |q: &Question| {
            (wish && q.kind == QuestionKind::Wishes)
                || q.answers.values().any(|answer| answer.holds.iter().any(|claim| claims.contains(claim)))
        };
        self.questions.iter().filter(|(_, q)| concerns(q)).map(|(id, _)| id).collect()
    }
}

fn fixed(name: &str, holds: Vec<ClaimId>, wishes: bool) -> Answer {
    Answer { name: name.to_owned(), title: String::new(), holds, wishes }
}

impl Case {
    /// A question by its name, with the name that was probably meant where there is none.
    pub fn question(&self, name: &str) -> Result<QuestionId, Option<&str>> {
        let found = self.questions.iter().find(|(_, question)| question.name == name).map(|(id, _)| id);
        found.ok_or_else(|| near::nearest(name, self.questions.values().map(|q| q.name.as_str())))
    }
}
