//! `zopa diff`: what changed from one round to another?

use crate::args::{Choices, Format, Where};
use crate::json;
use crate::opened::Opened;
use crate::out::{self, End, Stop};
use clap::Args;
use zopa::report::terminal;

/// Tell what changed between two rounds: positions, clashes, offers, and whose changes would be enough
#[derive(Args)]
pub struct Diff {
    #[command(flatten)]
    place: Where,
    /// The earlier state: a round, or a brief saved with `zopa brief DIR --format json -o FILE.json`
    #[arg(long, value_name = "ROUND|FILE.json")]
    from: String,
    /// The later state: a round [default: the case as it is now]
    #[arg(long, value_name = "ROUND")]
    to: Option<String>,
    #[command(flatten)]
    choices: Choices,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Diff {
    /// Answers on standard output.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place)?;
        let brief = opened.brief_since(&self.choices, &self.from, self.to.as_deref())?;
        match self.format {
            Format::Text => out::answer(&terminal::since(&brief, out::style()))?,
            Format::Json => out::answer(&json::diff(&brief))?,
        }
        Ok(End::Fine)
    }
}
