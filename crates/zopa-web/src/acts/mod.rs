//! Which changes can be asked for? One file for each kind; each is one edit that can be taken back, or nothing.

mod beside;
mod bring;
mod changed;
mod check;
mod complete;
mod decide;
mod keep;
mod label;
mod place;
mod state;
mod suggest;
mod text;
mod undo;

pub(crate) use beside::beside;
pub(crate) use bring::bring;
pub(crate) use changed::changed;
pub(crate) use check::check;
pub(crate) use complete::complete;
pub(crate) use decide::{accept, merge, reject, rewrite};
pub(crate) use keep::keep;
pub(crate) use label::label;
pub(crate) use place::place;
pub(crate) use state::{state, stating_of};
pub(crate) use suggest::{found, suggest};
pub(crate) use text::text;
pub(crate) use undo::undo;

use crate::answer::Refused;
use crate::desk::{Desk, Held};
use zopa::{Edited, Problem};

/// Makes edits and puts them into the files; `what` is kept for the one who takes them back.
fn edited(
    desk: &Desk,
    make: impl FnOnce(&Held) -> Result<Edited, Vec<Problem>>,
    what: impl FnOnce(&Edited) -> String,
) -> Result<Edited, Refused> {
    desk.change(|held| {
        let edited = make(held)?;
        held.dossier.edit(&what(&edited), &edited, None)?;
        desk.expect(held, &edited);
        Ok(edited)
    })?
}
