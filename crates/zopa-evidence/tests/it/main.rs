//! The tests of this room.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod between;
mod disputes;
mod lineage;
mod properties;
mod sentences;
mod tellers;
mod traps;
mod yardstick;

// Measured on the articles of `tests/evidence`.
mod articles;
