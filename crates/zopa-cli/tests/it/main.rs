//! The binary as people run it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod add;
mod brief;
#[path = "../../../zopa-web/tests/it/client.rs"]
mod client;
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
mod serve;
mod since;
mod tracking;
mod transcripts;
mod tutorial;
