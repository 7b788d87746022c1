//! What is better not said of a case whose files hold lines that cannot be read?
//!
//! What such a line would have given is missing, and whatever says so only repeats its message: that a claim has no
//! quote, that no statement mentions an issue, that a name is not declared whose own line has lost it. So with a line
//! that cannot be read nothing is said of what a case has not; it is said when the line is mended.

use std::collections::BTreeSet;
use zopa_syntax::keywords::item_of;
use zopa_syntax::{Diagnostic, Severity, SourceFile, Span, Tree};

/// Errors that something is not there.
const ABSENT: [&str; 2] = ["body-without-gate", "one-answer"];

/// Errors that a name is not there.
const UNKNOWN: [&str; 2] = ["unknown-name", "unknown-option"];

/// Takes out of the messages about meaning what follows from lines that cannot be read.
pub(crate) fn withhold(files: &[SourceFile], tree: &Tree, meaning: &mut Vec<Diagnostic>) {
    let errors = || tree.diagnostics.iter().filter(|told| told.severity == Severity::Error);
    if errors().next().is_none() {
        return;
    }
    let nameless = errors().filter(|told| told.code.0 == "missing-name" && declares(files, told.primary.span)).count();
    let unknown = meaning.iter().filter(|told| UNKNOWN.contains(&told.code.0));
    let unknown: BTreeSet<&str> = unknown.filter_map(|told| written(files, told.primary.span)).collect();
    let may_be_those = unknown.len() <= nameless;
    meaning.retain(|told| match told.severity {
        Severity::Warning => is_about_words(told.code.0),
        Severity::Error if UNKNOWN.contains(&told.code.0) => !may_be_those,
        Severity::Error => !ABSENT.contains(&told.code.0),
    });
}

/// What is said of the words of a quote or of a document hangs on no other line.
fn is_about_words(code: &str) -> bool {
    code.starts_with("quote-") || code == "document-changed"
}

/// Is it the place of the name that an item, an option or an answer declares?
fn declares(files: &[SourceFile], place: Span) -> bool {
    let file = files.get(place.file.0 as usize);
    let before = file.and_then(|file| file.text.get(..place.start as usize)).unwrap_or_default();
    let word = before.rsplit('\n').next().unwrap_or_default().trim();
    item_of(word).is_some() || matches!(word, "option" | "answer")
}

fn written(files: &[SourceFile], place: Span) -> Option<&str> {
    files.get(place.file.0 as usize)?.text.get(place.start as usize..place.end as usize)
}
