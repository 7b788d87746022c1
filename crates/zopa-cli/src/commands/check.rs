//! `zopa check`: is the case sound, and does every quote stand in its document?

use crate::args::Where;
use crate::made_from::made_from;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use crate::unmeetable::unmeetable;
use crate::{json, sarif};
use clap::{Args, ValueEnum};
use std::mem::ManuallyDrop;
use zopa::Problem;
use zopa::finding::Check as Checked;
use zopa::report::{in_no_answer, terminal};

/// Show every error and warning, and how every quote stands against its document
#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    place: Where,
    /// How the result is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How the result is written.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people, on a screen
    #[default]
    Text,
    /// For programs
    Json,
    /// For editors and platforms that read SARIF 2.1.0
    Sarif,
}

impl Check {
    /// Fails if the case has errors, or leaves so much open that it cannot be answered from.
    pub fn run(self) -> Result<End, Stop> {
        // The program ends with this: what a large case takes is given back as a whole, not piece by piece.
        let mut opened = ManuallyDrop::new(Opened::open(&self.place, true)?);
        let checked = opened.read.check();
        let more = checked.as_ref().map_or_else(|_| Vec::new(), |checked| unmeetable(&opened.read, checked));
        let copies = made_from(&opened);
        opened.read.diagnostics.extend(more.into_iter().chain(copies));
        let sound = checked.is_ok() && opened.read.errors() == 0;
        match self.format {
            Format::Text => told(&opened, checked)?,
            Format::Json => out::answer(&json::check(&opened.read, checked.as_ref()))?,
            Format::Sarif => {
                out::answer(&sarif::check(&opened.read, checked.as_ref().err().map_or(&[][..], Vec::as_slice)))?
            }
        }
        Ok(if sound { End::Fine } else { End::Failed })
    }
}

/// The messages, then the summary, or why there is none.
fn told(opened: &Opened, checked: Result<Checked, Vec<Problem>>) -> Result<(), Stop> {
    out::message(&opened.messages());
    let checked = checked.map_err(|problems| opened::refused(&problems))?;
    let (unconfirmed, rejected) = opened.read.in_no_answer();
    let more = in_no_answer(unconfirmed, rejected).map_or_else(String::new, |said| format!("{said}\n"));
    let notes = terminal::clauses(&opened.read.notes_placed(), out::style());
    out::answer(&format!("{}{more}{notes}", terminal::check(&checked, out::style())))
}
