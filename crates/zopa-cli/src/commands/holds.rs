//! `zopa holds`: would it hold? In which orders can the steps be taken, and who is exposed meanwhile?

use crate::args::{Told, View};
use crate::json;
use crate::opened::Opened;
use crate::out::{End, Stop};
use clap::Args;
use zopa::report::{markdown, terminal};

/// Tell in which orders the steps can be taken, who is exposed between which of them, and what would close that
#[derive(Args)]
pub struct Holds {
    #[command(flatten)]
    view: View,
}

impl Holds {
    /// Answers.
    pub fn run(self) -> Result<End, Stop> {
        let told = Told { text: terminal::holds, json: json::holds, markdown: markdown::holds, reports: false };
        self.view.answer_from(&told, Opened::holds)
    }
}
