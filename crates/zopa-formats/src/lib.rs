//! How do other programs hold claims? A table for a spreadsheet, and the Web Annotations of the W3C; both ways.
//!
//! Plain data and its spelling, nothing more: what of a case becomes a row or an annotation, and what a changed row does to
//! the text of the case, is the business of `zopa`.

#![forbid(unsafe_code)]

pub mod annotations;
pub mod table;

pub use annotations::{Annotation, Position, Target};
pub use table::{ClaimRow, Telling};
