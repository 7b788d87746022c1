//! `zopa check`: is the case sound, and does every quote stand in its document?

use crate::args::{Format, Where};
use crate::json;
use crate::out::{self, End, Stop};
use crate::opened::{self, Opened};
use clap::Args;
use crate::unmeetable::unmeetable;
use zopa::finding::Brief;
use zopa::report::terminal;
use zopa::{Problem, Request};

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
        let mut opened = Opened::open(&self.place)?;
        let brief = opened.answered(&Request::default());
        if let Ok(brief) = &brief {
            let more = unmeetable(&opened.read, brief);
            opened.read.diagnostics.extend(more);
        }
        match self.format {
            Format::Text => told(&opened, brief)?,
            Format::Json => {
                let problems = brief.as_ref().err().map_or(&[][..], Vec::as_slice);
                out::answer(&json::check(&opened.read, brief.as_ref().ok(), problems))?;
                if !problems.is_empty() {
                    return Ok(End::Failed);
                }
            }
        }
        Ok(if opened.read.errors() > 0 { End::Failed } else { End::Fine })
    }
}

/// The messages, then the summary, or why there is none.
fn told(opened: &Opened, brief: Result<Brief, Vec<Problem>>) -> Result<(), Stop> {
    out::message(&opened.messages());
    out::answer(&terminal::check(&brief.map_err(|problems| opened::refused(&problems))?, out::style()))
}
