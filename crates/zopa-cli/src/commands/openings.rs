//! `zopa openings`: what would have to change, and whose changes, together, would be enough?

use crate::args::{Told, View};
use crate::json;
use crate::out::{End, Stop};
use clap::Args;
use zopa::report::{markdown, terminal};

/// Tell what would have to change, whose changes together would be enough, and what is shut out
#[derive(Args)]
pub struct Openings {
    #[command(flatten)]
    view: View,
}

impl Openings {
    /// Answers.
    pub fn run(self) -> Result<End, Stop> {
        self.view.answer(&Told {
            text: terminal::openings,
            json: json::openings,
            markdown: markdown::openings,
            reports: false,
        })
    }
}
