//! The tests of this room.

mod properties;
mod sentences;
mod traps;
mod yardstick;
