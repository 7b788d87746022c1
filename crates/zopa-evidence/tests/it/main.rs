//! The tests of this room.

mod between;
mod disputes;
mod lineage;
mod properties;
mod sentences;
mod traps;
mod yardstick;

// Measured on the articles of `tests/evidence`.
mod articles;
