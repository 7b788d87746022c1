//! The folder of a case: what is in it, and how is something written beside it?
//!
//! ```text
//! ukraine-2026/
//!   *.zopa        the case: every file directly in the folder, read together, by name
//!   documents/    reports as received
//!   private/      what stays at the desk: documents, and case files of its own (*.zopa directly in it)
//! ```
//!
//! The one room that touches files. [`Dossier::open`] takes the folder into memory, and nothing of it is looked at
//! again; [`write`] puts a file down whole or not at all, and [`apply`] does so with several files of a dossier together,
//! such that [`undo`] takes it back. [`begin`] makes a new dossier, [`add`] puts documents into one. What is wrong comes back as a [`DossierError`]. Names that
//! begin with a full stop are passed over; a link that leads out of the folder is not followed and is told of.

#![forbid(unsafe_code)]

mod add;
mod arrival;
mod begin;
mod change;
mod desk;
pub mod disk;
mod edit;
mod error;
mod folder;
mod journal;
mod manifest;
mod open;
mod saved;
mod seat;
mod stamp;
mod through;
mod undo;
mod write;

pub use add::{Added, Known, Labels, New, NotAdded, add};
pub use arrival::Arrival;
pub use begin::{STARTER, TREATY, begin};
pub use change::{Change, Entry, apply, apply_on};
pub use error::{DossierError, reason};
pub use folder::{CASE_FILE_MOST, DOCUMENTS_MOST, LeftOut, Reason};
pub use open::Dossier;
pub use saved::{SAVED_MOST, read_text};
pub use seat::Seat;
pub use stamp::Stamp;
pub use undo::{RECORDS_MOST, UNDO_MOST, Undone, undo, undo_on, undoable};
pub use write::write;

pub(crate) use folder::PRIVATE;
