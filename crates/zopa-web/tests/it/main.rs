//! The desk, asked as a browser and as strangers ask it: every test opens one on a folder of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod browser;
mod bytes;
mod client;
mod elsewhere;
mod forms;
mod gate;
mod hostile;
mod large;
mod names;
mod open;
mod parts;
mod quotes;
mod stop;
mod undo;
mod windows;
