//! `zopa check`: is the case sound, and does every quote stand in its document?

use crate::args::{Format, Where};
use crate::json;
use crate::out::{self, End, Stop};
use crate::opened::Opened;
use clap::Args;
use zopa::Request;
use zopa::report::terminal;

/// Show every error and warning, and how every quote stands against its document
#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    place: Where,
    /// How the result is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Check {
    /// Fails if the case has errors or is too open to be answered from.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place)?;
        let brief = opened.answered(&Request::default());
        match self.format {
            Format::Json => out::answer(&json::check(&opened.read, brief.as_ref().ok()))?,
            Format::Text => {
                out::message(&opened.messages());
                if let Ok(brief) = &brief {
                    out::answer(&terminal::check(brief, out::style()))?;
                }
            }
        }
        brief?;
        Ok(if opened.read.errors() > 0 { End::Failed } else { End::Fine })
    }
}
