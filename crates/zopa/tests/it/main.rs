//! The whole way, from texts to findings, against independent answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

/// As in the program: what is timed here is timed with its allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod build;
mod clauses;
mod clauses_random;
mod coders;
mod complete;
mod concepts;
mod copies;
mod coverage;
mod decide;
mod examples;
mod exchange;
mod first;
mod gallery;
mod holding;
mod house;
mod interchange;
mod invariant;
mod keeping;
mod label;
mod mistakes;
mod origins_found;
mod placing;
mod private;
mod quotes;
mod random;
mod saved;
mod scan;
mod sheet;
mod since;
mod state;
mod suggest;
mod switches;
mod track;
mod tracks_maker;
mod tracks_random;
mod unconfirmed;
mod visible;
mod yardstick;
