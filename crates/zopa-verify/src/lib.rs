//! Is that true?
//!
//! The second opinion: slower, simpler, and sharing nothing with the rooms that find the answers. It has its own
//! evaluator of conditions, its own search for worlds, its own readings and its own set algebra, all
//! written from the definitions.
//!
//! * [`solve`] gives the clashes, openings, knots and the parties who are enough, for one reading, by visiting every world.
//! * [`verify`] takes a whole brief and checks each of its answers again, one by one.
//! * [`fn@holds`] does the same for what follows from what was said of order.
//! * [`fn@track`] does the same for what is owed after a list of events, [`binding`] for what is binding on whom without one.

#![forbid(unsafe_code)]

mod check;
mod ground;
mod holds;
mod lists;
mod readings;
mod refutation;
mod search;
mod sets;
mod track;
mod world;

pub use check::{verify, verify_within};
pub use ground::Budget;
pub use holds::holds;
pub use lists::{Lists, solve};
pub use readings::{Active, Aside, Reading, active, readings};
pub use refutation::{Refutation, Standing};
pub use track::{binding, track};
