//! Which pictures are drawn? Byte-stable: places follow from order, counts and dates, never from the length of a name.
//!
//! All measures are in pixels of the drawing. Text wraps inside boxes of a fixed size and is cut there, since the table
//! or list beside each picture holds it in full; where there is no room for names, numbers lead to that list.

mod calendar;
mod columns;
pub(crate) mod exposure;
mod places;
pub(crate) mod rounds;
mod routes;
pub(crate) mod scale;
pub(crate) mod steps;
