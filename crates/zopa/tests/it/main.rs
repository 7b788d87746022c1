//! The whole way, from texts to findings, against independent answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod build;
mod exchange;
mod invariant;
mod random;
mod yardstick;
