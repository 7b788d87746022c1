//! The tests of this room.

mod between;
mod properties;
mod sentences;
mod yardstick;
