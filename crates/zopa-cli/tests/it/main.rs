//! The binary as people run it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod add;
mod brief;
mod decide;
mod encodings;
mod fmt;
mod help;
mod paste;
mod private;
mod readme;
mod run;
mod same_bytes;
mod sarif;
mod since;
mod transcripts;
mod tutorial;
