//! Which reports count by themselves, although the documents show that they were made from another?

use crate::opened::Opened;
use std::collections::BTreeMap;
use zopa::report::made_from as words;
use zopa::syntax::ItemKind;
use zopa::{Diagnostic, Span};

/// The code of such a report.
const CODE: &str = "copy-not-stated";

/// A warning for each, at its source.
pub fn made_from(opened: &Opened) -> Vec<Diagnostic> {
    let items = opened.read.tree.items.iter();
    let sources = items.filter_map(|item| match &item.kind {
        ItemKind::Source(source) => Some((source.name.text.as_str(), source.name.span)),
        _ => None,
    });
    let sources: BTreeMap<&str, Span> = sources.collect();
    let found = opened.read.unsaid_copies(&opened.dossier.texts);
    let told = |(copy, copied): &(String, String)| {
        let span = sources.get(copy.as_str()).copied().unwrap_or_default();
        Diagnostic::warning(CODE, span, words::not_in_case(copy, copied), words::say_so(copy, copied))
    };
    found.iter().map(told).collect()
}
