//! Is what the program finds in documents what a careful reader finds? Articles written for the project, about invented
//! places, with gold that people can read: `tests/evidence`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod bars;
mod engine;
mod export;
mod gold;
mod kept;
mod score;
mod spoilt;
