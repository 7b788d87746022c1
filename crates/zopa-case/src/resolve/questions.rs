//! What do the documents leave open? Questions as written, denied claims, and whether wishes are counted.

use super::Resolver;
use crate::*;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::ast::{self, Item, ItemKind, Name};
use zopa_syntax::{Diagnostic, Span, near};

/// The name of the question whether wishes count.
const WISHES: &str = "wishes";

impl<'a> Resolver<'a> {
    pub(crate) fn questions(&mut self, items: &'a [Item]) {
        for item in items {
            if let ItemKind::Question { name, title, answers } = &item.kind {
                if name.text == WISHES {
                    let message = "`wishes` is the name of the question whether wishes count, in every case";
                    let help = "give this question another name, such as `which-wishes`";
                    self.report(Diagnostic::error("question-wishes", name.span, message, help).labelled("taken"));
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
        let mut named: BTreeMap<&str, Span> = BTreeMap::new();
        for answer in answers {
            if let Some(first) = named.get(answer.name.text.as_str()) {
                let message = format!("`{}` is an answer of `{}` twice", answer.name.text, question.text);
                let help = "give one of the two another name, or take it out";
                let told = Diagnostic::error("answer-twice", answer.name.span, message, help);
                self.report(told.labelled("named again here").and(*first, "first named here"));
                continue;
            }
            named.insert(&answer.name.text, answer.name.span);
            let title = answer.title.as_ref().map_or(&answer.name.text, |title| &title.text).clone();
            let holds = self.claims_named(&answer.holds);
            rows.push(Answer { name: answer.name.text.clone(), title, holds, wishes: false });
        }
        if rows.len() < 2 {
            let (count, help) = match rows.len() {
                0 => ("no answer", "write two `answer` lines below it: `answer NAME \"...\" holds CLAIM`"),
                _ => ("one answer", "write a second `answer` line below it: `answer NAME \"...\" holds CLAIM`"),
            };
            let message = format!("question `{}` has {count}, and leaves nothing open", question.text);
            let told = Diagnostic::error("one-answer", question.span, message, help);
            let only = answers.first().map(|answer| answer.name.span);
            self.report(only.into_iter().fold(told, |told, only| told.and(only, "its only answer")));
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
