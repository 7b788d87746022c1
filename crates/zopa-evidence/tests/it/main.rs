//! The tests of this room.

mod between;
mod disputes;
mod lineage;
mod properties;
mod sentences;
mod yardstick;

// Measured on the articles of `tests/evidence`.
mod articles;
