//! `zopa hinges`: what do the answers turn on?

use crate::args::{Told, View};
use crate::json;
use crate::out::{End, Stop};
use clap::Args;
use zopa::report::{markdown, terminal};

/// Tell which contested points, reports and origins each answer turns on
#[derive(Args)]
pub struct Hinges {
    #[command(flatten)]
    view: View,
}

impl Hinges {
    /// Answers.
    pub fn run(self) -> Result<End, Stop> {
        self.view.answer(&Told {
            text: terminal::hinges,
            json: json::hinges,
            markdown: markdown::hinges,
            reports: true,
        })
    }
}
