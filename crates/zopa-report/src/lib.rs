//! How is it told?
//!
//! Findings to a page, to a terminal, to messages about a case file. Nothing is computed here but the layout:
//! every answer comes ready in a [`zopa_finding::Brief`]. Every sentence that can be said stands in `words.rs` and under `words/`.

mod asked;
mod banner;
pub mod clauses;
pub mod coders;
mod csv;
pub mod diagnostics;
mod differs;
mod effects;
mod found;
mod holding;
mod html;
mod index;
pub mod markdown;
mod marks;
mod names;
mod orphaned;
mod phrase;
mod plain;
mod sheet;
mod shifts;
mod sources;
mod standing;
mod svg;
mod telling;
pub mod terminal;
mod track;
mod words;

pub use csv::csv;
pub use html::{html, sheet as html_sheet, sources as html_sources, track as html_track};
pub use words::private::{BANNER, MENTION};
pub use words::sources::progress as reading_document;
pub use words::unconfirmed::{BANNER as UNCONFIRMED, in_no_answer};
pub use words::{
    adding, claims, cli, decide, desk, fmt, keeping, made_from, since, speakers, stating, suggest, told_by, tracking,
};
