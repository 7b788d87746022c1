//! `zopa diff`: what changed from one round to another?

use crate::args::{Told, View};
use crate::json;
use crate::out::{End, Stop};
use clap::Args;
use zopa::report::{markdown, terminal};

/// Tell what changed between two rounds: positions, clashes, offers, and whose changes would be enough
#[derive(Args)]
pub struct Diff {
    /// The earlier state: a round, or a brief saved with `zopa brief DIR --format json -o FILE.json`
    #[arg(long, value_name = "ROUND|FILE.json")]
    from: String,
    /// The later state: a round [default: the case as it is now]
    #[arg(long, value_name = "ROUND")]
    to: Option<String>,
    #[command(flatten)]
    view: View,
}

impl Diff {
    /// Answers.
    pub fn run(self) -> Result<End, Stop> {
        let told = Told { text: terminal::since, json: json::diff, markdown: markdown::since, reports: false };
        self.view.answer_from(&told, |opened, request| opened.brief_since(request, &self.from, self.to.as_deref()))
    }
}
