//! `zopa check`: is the case sound, and does every quote stand in its document?

use crate::args::{Format, Where};
use crate::json;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use crate::unmeetable::unmeetable;
use clap::Args;
use zopa::finding::{Brief, PrivateState};
use zopa::report::{in_no_answer, terminal};
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
    /// Fails if the case has errors, or leaves so much open that it cannot be answered from.
    pub fn run(self) -> Result<End, Stop> {
        let mut opened = Opened::open(&self.place, true)?;
        let brief = opened.answered(&Request { private: PrivateState::Counted, ..Request::default() });
        let more = brief.as_ref().map_or_else(|_| Vec::new(), |brief| unmeetable(&opened.read, brief));
        opened.read.diagnostics.extend(more);
        let sound = brief.is_ok() && opened.read.errors() == 0;
        match self.format {
            Format::Text => told(&opened, brief)?,
            Format::Json => out::answer(&json::check(&opened.read, brief.as_ref()))?,
        }
        Ok(if sound { End::Fine } else { End::Failed })
    }
}

/// The messages, then the summary, or why there is none.
fn told(opened: &Opened, brief: Result<Brief, Vec<Problem>>) -> Result<(), Stop> {
    out::message(&opened.messages());
    let brief = brief.map_err(|problems| opened::refused(&problems))?;
    let (unconfirmed, rejected) = opened.read.in_no_answer();
    let more = in_no_answer(unconfirmed, rejected).map_or_else(String::new, |said| format!("{said}\n"));
    out::answer(&format!("{}{more}", terminal::check(&brief, out::style())))
}
