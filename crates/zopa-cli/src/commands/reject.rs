//! `zopa reject`: what does a reader not take into the case, and why?

use crate::args::Where;
use crate::change::{make, refused};
use crate::opened::Opened;
use crate::out::{self, End, Stop};
use clap::Args;
use zopa::report::decide as words;

/// Reject claims: they are kept with the reason, count in no answer, and are not suggested again
#[derive(Args)]
pub struct Reject {
    #[command(flatten)]
    place: Where,
    /// The claims, by name
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,
    /// Why they are not taken
    #[arg(long, value_name = "REASON")]
    because: String,
}

impl Reject {
    /// Changes all of it or nothing.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place, true)?;
        let made = zopa::reject(&opened.dossier.texts, &opened.read, &self.names, &self.because);
        let edited = made.map_err(|problems| refused(&problems))?;
        make(&opened, &words::rejecting(&edited.names), &edited, None)?;
        out::answer(&format!("{}\n{}\n", words::rejected(&edited.names), words::TAKE_BACK))?;
        Ok(End::Fine)
    }
}
