//! Does reading keep its promises? Good files whole, bad files with one clear message a mistake.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod commitments;
mod editors;
mod edits;
mod errors;
mod format;
mod items;
mod mistakes;
mod properties;
mod reference;

use zopa_syntax::{Diagnostic, SourceFile, Tree, parse, place};

/// A case that uses every form.
pub const SAMPLE: &str = include_str!("sample.zopa");

/// Reads one text.
pub fn read(text: &str) -> Tree {
    parse(&[SourceFile { path: "case.zopa".to_owned(), text: text.to_owned() }])
}

/// `code line:col message | help`
pub fn told(text: &str, message: &Diagnostic) -> String {
    let at = place(text, message.primary.span.start);
    format!("{} {}:{} {} | {}", message.code.0, at.line, at.column, message.message, message.help)
}

/// All messages, one a line.
pub fn all_told(text: &str) -> String {
    read(text).diagnostics.iter().map(|message| told(text, message) + "\n").collect()
}

/// What was read, without the places.
pub fn plain(read: &impl std::fmt::Debug) -> String {
    let told = format!("{read:?}");
    let mut out = String::with_capacity(told.len());
    for (at, part) in told.split("start: ").enumerate() {
        let part = if at == 0 { part } else { part.split_once(" }").map_or(part, |(_, rest)| rest) };
        out.push_str(part);
    }
    out
}

/// The root of the repository.
pub fn repository() -> std::path::PathBuf {
    std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the repository holds this; `ZOPA_BLESS=1` writes it.
pub fn kept(path: &str, text: &str) {
    let place = repository().join(path);
    if std::env::var_os("ZOPA_BLESS").is_some() {
        std::fs::write(&place, text).unwrap();
    }
    let found = std::fs::read_to_string(&place).unwrap_or_default();
    assert!(found == text, "{path}: ZOPA_BLESS=1 cargo test -p {} writes it anew", env!("CARGO_PKG_NAME"));
}
