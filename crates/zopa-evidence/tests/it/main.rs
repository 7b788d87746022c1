//! The tests of this room.

mod between;
mod disputes;
mod properties;
mod sentences;
mod yardstick;

// Measured on the articles of `tests/evidence`.
mod articles;
