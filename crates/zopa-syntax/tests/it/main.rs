//! Does reading keep its promises? Good files whole, bad files with one clear message a mistake.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod edits;
mod errors;
mod items;
mod mistakes;
mod properties;

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
