//! Is the second opinion itself right? Against published small cases, against naive enumeration, and against
//! answers with one thing wrong.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod build;
mod caught;
mod concepts;
mod holds;
mod honest;
mod naive;
mod properties;
mod yardstick;
