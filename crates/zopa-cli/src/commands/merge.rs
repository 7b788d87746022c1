//! `zopa merge`: which claim is a suggestion another telling of?

use crate::args::Where;
use crate::change::{make, refused};
use crate::opened::Opened;
use crate::out::{self, End, Stop};
use clap::Args;
use zopa::report::decide as words;

/// Give the sayings and quotes of an unconfirmed claim to another claim, which says the same; the first one goes
#[derive(Args)]
pub struct Merge {
    #[command(flatten)]
    place: Where,
    /// The unconfirmed claim, by name
    #[arg(value_name = "SUGGESTION")]
    suggestion: String,
    /// The claim that is to have its words
    #[arg(value_name = "INTO")]
    into: String,
}

impl Merge {
    /// Changes all of it or nothing.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place, true)?;
        let made = zopa::merge(&opened.dossier.texts, &opened.read, &self.suggestion, &self.into);
        let edited = made.map_err(|problems| refused(&problems))?;
        make(&opened, &words::merging(&self.suggestion, &self.into), &edited, None)?;
        let told = words::merged(&self.suggestion, &self.into, &edited.also);
        out::answer(&format!("{told}\n{}\n", words::TAKE_BACK))?;
        Ok(End::Fine)
    }
}
