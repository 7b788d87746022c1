//! The tests of this room.

mod articles;
mod properties;
mod sentences;
mod yardstick;
