//! `zopa undo`: how is the last change of the program taken back?

use crate::args::Where;
use crate::opened;
use crate::out::{self, End, Stop};
use clap::Args;
use zopa::report::decide as words;
use zopa_dossier::Dossier;

/// Take the last change back: the files have the bytes that they had before it
#[derive(Args)]
pub struct Undo {
    #[command(flatten)]
    place: Where,
}

impl Undo {
    /// Refused if one of the files has been changed since. Called again, it takes back the change before that.
    pub fn run(self) -> Result<End, Stop> {
        // A case that cannot be read any more is what an undo may be for.
        let dossier = Dossier::open_any(&self.place.dir).map_err(|error| opened::stop(&error))?;
        let undone = zopa_dossier::undo(dossier.root()).map_err(|error| opened::stop(&error))?;
        out::answer(&format!("{}\n", words::undone(&undone.what, &undone.paths)))?;
        Ok(End::Fine)
    }
}
