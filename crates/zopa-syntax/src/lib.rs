//! What do the words of a case file say, and where?
//!
//! A case is written in lines ([`parse`]). Reading never fails: it gives the items that could be read and
//! every diagnostic, in one pass. All spans are byte ranges of the source as it was given, so a program
//! can edit one place of a file, even of a broken one, and change nothing else.

#![forbid(unsafe_code)]

mod apart;
pub mod ast;
mod blocks;
pub mod codes;
mod cond;
mod cursor;
mod date;
pub mod diagnostic;
pub mod edit;
pub mod events;
mod format;
mod items;
pub mod keywords;
mod lines;
pub mod near;
mod parse;
pub mod place;
pub mod private;
mod shape;
mod spacing;
pub mod span;
mod statement;
mod steps;
mod tree;
mod words;
pub mod write;

pub use apart::{Apart, Cut, Part, Why, without};
pub use diagnostic::{Code, Diagnostic, Label, Severity};
pub use span::{FileId, Place, Span};

pub use cursor::composed;
pub use format::{Formatted, format};
pub use near::nearest;
pub use parse::{parse, parse_with};
pub use place::{Places, place};
pub use private::is_private_path;

/// A file of a case: its name, for messages, and its text as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// What messages call it, such as `harbour/case.zopa`.
    pub path: String,
    /// Its text; a byte order mark at the start is allowed.
    pub text: String,
}

/// What the files of a case say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The items that could be read, in the order of the files.
    pub items: Vec<ast::Item>,
    /// What is wrong, by file and place; at most one message for a line.
    pub diagnostics: Vec<Diagnostic>,
    /// Every name that a line declares or, broken, tried to declare: by file and place.
    pub declared: Vec<Declared>,
    /// What an answer can be made without: whole rows, by file and place.
    pub apart: Vec<Apart>,
}

/// A name that a line declares or tried to declare. It counts as declared, so that one broken line raises no
/// messages about the lines that use its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The name.
    pub name: ast::Name,
    /// For an option its issue, for an answer its question; `None` for the names that all share.
    pub in_issue: Option<ast::Name>,
}
