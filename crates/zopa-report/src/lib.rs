//! How is it told?
//!
//! Findings to a page, to a terminal, to messages about a case file. Nothing is computed here but the layout:
//! every answer comes ready in a [`zopa_finding::Brief`]. Every sentence that can be said stands in `words.rs` and under `words/`.

pub mod diagnostics;
mod differs;
mod html;
mod index;
mod marks;
mod phrase;
mod shifts;
mod standing;
mod svg;
pub mod terminal;
mod words;

pub use html::html;
pub use words::{cli, since};
