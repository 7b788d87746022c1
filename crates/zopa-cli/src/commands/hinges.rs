//! `zopa hinges`: what do the answers turn on?

use crate::args::View;
use crate::json;
use crate::out::{End, Stop};
use clap::Args;
use zopa::report::terminal;

/// Tell which contested points, reports and origins each answer turns on
#[derive(Args)]
pub struct Hinges {
    #[command(flatten)]
    view: View,
}

impl Hinges {
    /// Answers on standard output.
    pub fn run(self) -> Result<End, Stop> {
        self.view.answer(terminal::hinges, json::hinges)
    }
}
