//! `zopa why`: why does nothing fit all that was said?

use crate::args::{Told, View};
use crate::json;
use crate::out::{End, Stop};
use clap::Args;
use zopa::report::{markdown, terminal};

/// Tell why nothing fits: every clash of stated limits, by question, with the words it rests on
#[derive(Args)]
pub struct Why {
    #[command(flatten)]
    view: View,
}

impl Why {
    /// Answers.
    pub fn run(self) -> Result<End, Stop> {
        self.view.answer(&Told { text: terminal::why, json: json::why, markdown: markdown::why, reports: false })
    }
}
