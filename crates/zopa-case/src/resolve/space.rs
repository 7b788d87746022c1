//! What can be agreed and done? Issues, steps, gates, events and the rules of the case.

use super::Resolver;
use super::cond::Place;
use crate::ids::Id;
use crate::*;
use std::collections::BTreeMap;
use zopa_syntax::ast::{self, Item, ItemKind, Known, Name, Words};
use zopa_syntax::{Diagnostic, Span};

impl<'a> Resolver<'a> {
    pub(crate) fn space(&mut self, items: &'a [Item]) {
        for item in items {
            if let ItemKind::Issue { name, title, options, .. } = &item.kind {
                self.issue(name, title, options);
            }
        }
        self.step_rows(items);
        let mut spans = Vec::new();
        let mut row = 0;
        for item in items {
            match &item.kind {
                ItemKind::Step { name, by, taken, .. } => {
                    let step = StepId::from_row(row);
                    self.step_meaning(step, by, taken);
                    spans.push((step, name.span));
                    row += 1;
                }
                ItemKind::Gate { by, .. } => {
                    let body = self.party(by);
                    self.case.space.steps[StepId::from_row(row)].by = body.into_iter().collect();
                    row += 1;
                }
                _ => {}
            }
        }
        self.check_step_circles(&spans);
        self.check_step_depths(&spans);
    }

    fn issue(&mut self, name: &Name, title: &Words, options: &[ast::IssueOption]) {
        let mut rows: Table<OptionId, IssueOption> = Table::default();
        let mut named: BTreeMap<&str, Span> = BTreeMap::new();
        for option in options {
            if let Some(first) = named.get(option.name.text.as_str()) {
                let message = format!("`{}` is an option of `{}` twice", option.name.text, name.text);
                let help = "give one of the two another name, or take it out";
                let told = Diagnostic::error("option-twice", option.name.span, message, help);
                self.report(told.labelled("named again here").and(*first, "first named here"));
                continue;
            }
            named.insert(&option.name.text, option.name.span);
            let title = option.title.as_ref().map_or(&option.name.text, |title| &title.text);
            rows.push(IssueOption { name: option.name.text.clone(), title: title.clone() });
        }
        self.case.space.issues.push(Issue { name: name.text.clone(), title: title.text.clone(), options: rows });
    }

    fn step_rows(&mut self, items: &[Item]) {
        for item in items {
            let (name, title, irreversible, gate) = match &item.kind {
                ItemKind::Step { name, title, irreversible, .. } => (name, title, *irreversible, false),
                ItemKind::Gate { name, title, .. } => (name, title, false, true),
                _ => continue,
            };
            let title = title.as_ref().map_or(&name.text, |title| &title.text).clone();
            let text = String::from("optional");
            let (taken, by) = (Taken::Optional, Vec::new());
            self.case.space.steps.push(Step { name: name.text.clone(), title, by, taken, text, irreversible, gate });
        }
    }

    fn step_meaning(&mut self, step: StepId, by: &[Name], taken: &ast::Taken) {
        let by = self.parties(by);
        let (taken, text) = match taken {
            ast::Taken::Always => (Taken::Always, "always".to_owned()),
            ast::Taken::Optional => (Taken::Optional, "optional".to_owned()),
            ast::Taken::When(cond) => match self.cond(cond, Place::Step) {
                Some(formula) => {
                    let text = format!("when {}", formula.write(&self.case.space));
                    (Taken::When(formula), text)
                }
                None => (Taken::Optional, "optional".to_owned()),
            },
        };
        let row = &mut self.case.space.steps[step];
        (row.by, row.taken, row.text) = (by, taken, text);
    }

    pub(crate) fn events(&mut self, items: &[Item]) {
        for item in items {
            if let ItemKind::Event { name, title, by, within } = &item.kind {
                let by = match by {
                    Known::Is(names) => Some(self.parties(names)),
                    Known::Unknown | Known::Unsaid => None,
                };
                let within = within.as_ref().and_then(|name| self.event(name));
                let quotes = self.quotes(&item.quotes);
                let (name, title) = (name.text.clone(), title.text.clone());
                self.case.events.push(Event { name, title, by, within, quotes });
            }
        }
    }

    /// Margin rules: nobody's, and so each says why it is there.
    pub(crate) fn rules(&mut self, items: &[Item]) {
        for item in items {
            let ItemKind::Rule { cond, text, because } = &item.kind else { continue };
            if let Some(formula) = self.cond(cond, Place::Free) {
                let because = because.as_ref().map(|words| words.text.clone());
                self.case.rules.push(Rule { formula, text: text.clone(), because });
            }
        }
    }
}
