//! What is worth a look, wrong or not? Claims without a quote, documents that nothing cites, issues that nobody mentions.

use super::Resolver;
use crate::*;
use std::collections::BTreeSet;
use zopa_syntax::ast::{Item, ItemKind};
use zopa_syntax::{Diagnostic, Severity, Span};

/// Names that one message lists at most.
const LISTED: usize = 5;

/// The folder whose files are documents to be cited; what lies in `private/` may be notes.
const DOCUMENTS: &str = "documents/";

impl<'a> Resolver<'a> {
    /// Worth a look, wrong or not. Asked of a case without errors.
    pub(crate) fn warn(&mut self, items: &'a [Item]) {
        self.warn_unquoted();
        self.warn_uncited();
        self.warn_unnamed(items);
        self.warn_silent_issues();
        self.warn_implied();
        self.warn_same_answers(items);
        self.warn_read_twice();
        self.warn_spelling(items);
    }

    /// A warning at the name of something that the case declares.
    pub(crate) fn warn_at(&mut self, code: &'static str, name: &str, message: String, help: impl Into<String>) {
        let span = self.declared(name);
        self.report(Diagnostic::warning(code, span, message, help));
    }

    pub(crate) fn declared(&self, name: &str) -> Span {
        self.names.get(name).map(|(_, span)| span).unwrap_or_default()
    }

    fn warn_unquoted(&mut self) {
        let unquoted = |claim: &&Claim| {
            !claim.suppose && claim.quotes.is_empty() && claim.sayings.iter().all(|saying| saying.quotes.is_empty())
        };
        let rows: Vec<_> = self.case.claims.values().filter(unquoted).map(|c| (c.name.clone(), c.span)).collect();
        for (name, span) in rows {
            let message = format!("claim `{name}` has no quote; the brief lists it as an assumption");
            let help = "add a `quote` line below it, or make it a `suppose`";
            self.report(Diagnostic::warning("claim-unquoted", span, message, help));
        }
    }

    fn warn_uncited(&mut self) {
        let cited: BTreeSet<SourceId> = self.case.quotes.values().map(|quote| quote.source).collect();
        let uncited = self.case.sources.iter().filter(|(id, source)| source.document.is_some() && !cited.contains(id));
        let names: Vec<String> = uncited.map(|(_, source)| source.name.clone()).collect();
        for name in names {
            let message = format!("nothing quotes the document of `{name}`");
            let help = format!("quote it (`zopa quote {name} WORDS...` finds a passage), or take the source out");
            self.warn_at("document-uncited", &name, message, help);
        }
    }

    /// Files among the documents that no source names: one message for all of them.
    fn warn_unnamed(&mut self, items: &[Item]) {
        let broken = self.tree.diagnostics.iter().any(|told| told.severity == Severity::Error);
        if broken || items.is_empty() {
            return;
        }
        let named: BTreeSet<&str> = self
            .case
            .sources
            .values()
            .filter_map(|source| source.document.as_ref())
            .map(|(path, _)| path.as_str())
            .collect();
        let is_hidden = |path: &str| path.split('/').any(|part| part.starts_with('.'));
        let unnamed = self.documents.files.keys().map(String::as_str);
        let unnamed = unnamed.filter(|path| path.starts_with(DOCUMENTS) && !is_hidden(path) && !named.contains(path));
        let unnamed: Vec<&str> = unnamed.collect();
        let Some(first) = unnamed.first() else { return };
        let listed: Vec<String> = unnamed.iter().take(LISTED).map(|path| format!("`{path}`")).collect();
        let message = match unnamed.len() {
            1 => format!("no source names the document `{first}`"),
            n if n > LISTED => format!("no source names {n} documents: {} and {} more", listed.join(", "), n - LISTED),
            n => format!("no source names {n} documents: {}", listed.join(", ")),
        };
        let help =
            format!("declare a source with the line `document {first}` below it, or take the file out of the folder");
        let head = items.iter().find(|item| matches!(item.kind, ItemKind::Case { .. })).or(items.first());
        let span = head.map(|item| item.span).unwrap_or_default();
        self.report(Diagnostic::warning("document-unnamed", span, message, help));
    }

    /// An issue that no statement speaks of and no claim is about.
    fn warn_silent_issues(&mut self) {
        let spoken = self.spoken_of();
        let silent = self.case.space.issues.iter().filter(|(id, _)| !spoken.contains(id));
        let names: Vec<String> = silent.map(|(_, issue)| issue.name.clone()).collect();
        for name in names {
            let message = format!("no statement mentions issue `{name}`");
            self.warn_at("issue-silent", &name, message, "name it in a claim's `about`, or take it out");
        }
    }

    fn spoken_of(&self) -> BTreeSet<IssueId> {
        let case = &self.case;
        let limits = case.limits.values().map(|limit| &limit.formula);
        let rules = case.rules.iter().map(|rule| &rule.formula);
        let reported = case.reported_rules.values().map(|rule| &rule.formula);
        let formulas = limits.chain(case.asks.iter().map(|ask| &ask.formula)).chain(rules).chain(reported);
        let about = case.claims.values().flat_map(|claim| &claim.about);
        let about = about.filter_map(|topic| if let Topic::Issue(issue) = topic { Some(*issue) } else { None });
        about.chain(formulas.flat_map(|formula| formula.issues(&case.space))).collect()
    }
}
