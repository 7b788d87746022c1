//! What can be asked of several commands?

use crate::opened::Opened;
use crate::out::{self, End, Stop};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use zopa::Request;
use zopa::finding::{Brief, PrivateState};
use zopa::report::terminal::Style;

// No doc comments on types that are flattened into a command: they would take the place of the command's own.

// The folder of a case, or one case file.
#[derive(Args)]
pub struct Where {
    /// The folder of the case, or one `.zopa` file of it
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

// Choices that an answer is given under. Without any, every question is open and every source is counted.
#[derive(Args)]
pub struct Choices {
    /// Take a question as answered; may be given several times
    #[arg(long, value_name = "QUESTION=ANSWER")]
    assume: Vec<String>,
    /// Set a source or an origin aside; may be given several times
    #[arg(long, value_name = "SOURCE|ORIGIN")]
    without: Vec<String>,
    /// Add a condition such as `zone = open`, or a `suppose` of the case; may be given several times
    #[arg(long, value_name = "CONDITION")]
    with: Vec<String>,
    /// Count private material too: the answer is for the desk, and says so
    #[arg(long)]
    private: bool,
    /// Count no private material, and say that there is some
    #[arg(long, conflicts_with = "private")]
    mention_private: bool,
}

impl Choices {
    /// The choices as typed.
    pub fn request(&self) -> Request {
        let private = match (self.private, self.mention_private) {
            (true, _) => PrivateState::Counted,
            (false, true) => PrivateState::Mentioned,
            (false, false) => PrivateState::Unsaid,
        };
        Request { assume: self.assume.clone(), without: self.without.clone(), with: self.with.clone(), private }
    }

    /// Is the answer for the desk?
    pub fn private(&self) -> bool {
        self.private
    }
}

/// How an answer is written.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on a screen
    #[default]
    Text,
    /// For programs
    Json,
}

// A part of the answer, under choices, in one of two forms.
#[derive(Args)]
pub struct View {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    choices: Choices,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl View {
    /// Answers on standard output.
    pub fn answer(&self, text: fn(&Brief, Style) -> String, json: fn(&Brief) -> String) -> Result<End, Stop> {
        let brief = Opened::open(&self.place, self.choices.private())?.brief(&self.choices)?;
        match self.format {
            Format::Text => out::answer(&text(&brief, out::style()))?,
            Format::Json => out::answer(&json(&brief))?,
        }
        Ok(End::Fine)
    }
}
