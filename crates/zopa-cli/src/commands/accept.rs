//! `zopa accept`: what does a reader take into the case?

use crate::args::Where;
use crate::change::{make, refused};
use crate::opened::Opened;
use crate::out::{self, End, Stop};
use clap::Args;
use zopa::report::decide as words;

/// Accept claims that are unconfirmed: their line `unconfirmed` goes, and they count from then on
#[derive(Args)]
pub struct Accept {
    #[command(flatten)]
    place: Where,
    /// The claims, by name; persons, unnamed groups and sources that they need are accepted with them
    #[arg(value_name = "NAME", required_unless_present = "all")]
    names: Vec<String>,
    /// Accept all that is unconfirmed
    #[arg(long, conflicts_with = "names")]
    all: bool,
}

impl Accept {
    /// Changes all of it or nothing.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place, true)?;
        let (texts, read) = (&opened.dossier.texts, &opened.read);
        let made = if self.all { zopa::accept_all(texts, read) } else { zopa::accept(texts, read, &self.names) };
        let edited = made.map_err(|problems| refused(&problems))?;
        make(&opened, &words::accepting(&edited.names), &edited, None)?;
        out::answer(&format!("{}\n{}\n", words::accepted(&edited.names, &edited.also), words::TAKE_BACK))?;
        Ok(End::Fine)
    }
}
