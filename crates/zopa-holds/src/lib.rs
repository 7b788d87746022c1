//! Would it hold? From what was reported, with no number.
//!
//! [`lint`] reads every commitment clause by clause and names what it leaves open: a part that no report gives, or two
//! parts that do not go together. Nothing is judged, and nothing is guessed: where a part is not known, the rules that need
//! it are silent.
//!
//! [`holds`] says in which orders the steps can be taken, and who is exposed between which of them.
//! [`track`] says what is owed, by whom and by when, after a list of events.

mod events;
mod ground;
mod groups;
mod holds;
mod lint;
mod notes;
mod order;
mod track;
mod waits;

pub use holds::holds;
pub use lint::{CARDS, Card, lint};
pub use track::{binding, track};
