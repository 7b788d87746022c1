//! From words to meaning: names resolved, one pass over the items after one over the names.
//!
//! Every mistake is a diagnostic; an item with a mistake gives what could be understood of it, so that
//! everything else in the file is still checked.

mod alike;
mod anatomy;
mod apart;
mod checks;
mod circular;
mod claims;
mod commitments;
mod cond;
mod implied;
mod keeps;
mod meant;
mod names;
mod people;
mod questions;
mod space;
mod spelling;

mod warnings;
mod words;

use crate::*;
use names::Names;
use std::collections::{BTreeMap, BTreeSet};
use zopa_syntax::ast::{self, ItemKind};
use zopa_syntax::{Diagnostic, Span, Tree};

pub use keeps::keeps;
pub use words::Documents;

/// Everything that is being resolved.
pub(crate) struct Resolver<'a> {
    names: Names<'a>,
    case: Case,
    diagnostics: Vec<Diagnostic>,
    /// Documents in hand, as text: what is put back into it hangs on the source.
    texts: BTreeMap<SourceId, words::Hand>,
    documents: &'a Documents,
    /// Origins so far.
    origins: crate::origin::Origins,
    /// The items as read, for what of them is private.
    tree: &'a Tree,
    /// Names that were compared with misspelt ones: a bound on that work.
    compared: usize,
    /// Bytes of documents looked through for the passages nearest to orphaned quotes.
    looked_through: usize,
    /// Parts of the condition that is being read.
    parts: usize,
    /// What was reported: place, code and message.
    told: BTreeSet<(Span, &'static str, String)>,
}

/// The case that the items describe, with every mistake of meaning. A case with errors is not fit to be
/// answered from.
pub fn read(tree: &Tree, documents: &Documents) -> (Case, Vec<Diagnostic>) {
    let (names, diagnostics) = Names::declare(&tree.items, &tree.declared);
    let mut resolver = Resolver::new(names, diagnostics, documents, tree);
    resolver.all(&tree.items);
    (resolver.case, resolver.diagnostics)
}

/// A condition over an existing case, such as one typed on a command line: a tree that holds `rule` lines
/// only. Its names are those of the case.
pub fn read_condition(case_tree: &Tree, condition: &Tree) -> (Vec<Formula>, Vec<Diagnostic>) {
    let (names, _) = Names::declare(&case_tree.items, &case_tree.declared);
    let documents = Documents::default();
    let mut resolver = Resolver::new(names, Vec::new(), &documents, case_tree);
    resolver.space(&case_tree.items);
    resolver.diagnostics.clear();
    let mut formulas = Vec::new();
    for item in &condition.items {
        if let ItemKind::Rule { cond, .. } = &item.kind {
            formulas.extend(resolver.cond(cond, cond::Place::Free));
        }
    }
    (formulas, resolver.diagnostics)
}

impl<'a> Resolver<'a> {
    fn new(names: Names<'a>, diagnostics: Vec<Diagnostic>, documents: &'a Documents, tree: &'a Tree) -> Resolver<'a> {
        let (case, texts, origins) = (Case::default(), BTreeMap::new(), crate::origin::Origins::default());
        let (compared, looked_through, parts) = (0, 0, 0);
        let told = BTreeSet::new();
        Resolver { names, case, diagnostics, texts, documents, origins, tree, compared, looked_through, parts, told }
    }

    fn all(&mut self, items: &'a [ast::Item]) {
        self.head(items);
        self.people(items);
        self.space(items);
        self.events(items);
        self.claims(items);
        self.item_quotes(items);
        self.rules(items);
        self.commitments(items);
        self.questions(items);
        let sound = !self.diagnostics.iter().any(|d| d.severity == zopa_syntax::Severity::Error);
        self.check_supersedes();
        self.check_softenings();
        limits::extract(&mut self.case);
        self.check_bodies();
        self.case.find_switches();
        if sound {
            self.warn(items);
        }
    }

    fn head(&mut self, items: &[ast::Item]) {
        let mut first: Option<zopa_syntax::Span> = None;
        for item in items {
            if let ItemKind::Case { title, as_of } = &item.kind {
                if let Some(span) = first {
                    let help = "keep one of the two `case` lines";
                    self.report(
                        Diagnostic::error(
                            "two-cases",
                            item.span,
                            "a dossier is one case, and this is a second `case` line",
                            help,
                        )
                        .and(span, "the first"),
                    );
                    continue;
                }
                first = Some(item.span);
                self.case.title = title.text.clone();
                self.case.as_of = *as_of;
            }
        }
    }

    /// What is wrong with a definition shows wherever it is put in, and is told once.
    fn report(&mut self, diagnostic: Diagnostic) {
        if self.told.insert((diagnostic.primary.span, diagnostic.code.0, diagnostic.message.clone())) {
            self.diagnostics.push(diagnostic);
        }
    }
}
