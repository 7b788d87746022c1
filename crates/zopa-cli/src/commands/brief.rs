//! `zopa brief`: all of it, on the screen and as one page.

use crate::args::{Choices, Where};
use crate::json;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use zopa::finding::{self, PrivateState};
use zopa::report::{self, cli as words, terminal};
use zopa::{Problem, Request};
use zopa_dossier::DossierError;

/// Tell all of it: one screen, and one HTML page beside you
#[derive(Args)]
pub struct Brief {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    choices: Choices,
    /// Write the page, or the JSON, to this file [default: the page to a file in the current folder, named as the case]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How the brief is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Tell instead in what the answer without private material and the one with it differ; for the desk
    #[arg(long, conflicts_with_all = ["private", "mention_private"])]
    leaks: bool,
}

/// How a brief is written
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The screen, and the page into a file
    #[default]
    Text,
    /// Everything, for programs
    Json,
    /// The page
    Html,
}

impl Brief {
    /// With `-o`, what is asked for goes into that file; without it, json and html go to standard output. Nothing of the
    /// case is ever written over.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place, self.leaks || self.choices.private())?;
        let page = self.output.clone().unwrap_or_else(|| self.page(&opened.read.name).into());
        if opened.dossier.holds(&page) {
            return Err(opened::stop(&DossierError::Protected(page)));
        }
        if self.leaks {
            return self.leaks(&opened);
        }
        let brief = opened.brief(&self.choices)?;
        match self.format {
            Format::Text => screen(&page, &brief)?,
            Format::Json => self.whole(json::brief(&brief))?,
            Format::Html => self.whole(report::html(&brief))?,
        }
        Ok(End::Fine)
    }

    /// A page for the desk never takes the place of the one for others.
    fn page(&self, case: &str) -> String {
        if self.choices.private() { words::private_page(case) } else { format!("{case}.html") }
    }

    fn leaks(&self, opened: &Opened) -> Result<End, Stop> {
        let request = self.choices.request();
        let public = opened.brief(&self.choices)?;
        let private = opened.answered(&Request { private: PrivateState::Counted, ..request });
        let private = private.map_err(|problems| opened::refused(&problems))?;
        let leaks = zopa::leaks(&public, &private);
        match self.format {
            Format::Text => self.whole(terminal::leaks(&leaks, &private, out::style()))?,
            Format::Json => self.whole(json::leaks(&leaks))?,
            Format::Html => return Err(no_page()),
        }
        Ok(End::Fine)
    }

    fn whole(&self, text: String) -> Result<(), Stop> {
        match &self.output {
            Some(path) => write(path, &text),
            None => out::answer(&text),
        }
    }
}

fn no_page() -> Stop {
    let (message, help) = (words::LEAKS_NO_PAGE.to_owned(), words::LEAKS_FORMATS.to_owned());
    Stop::for_problems(End::Usage, &[Problem { code: "leaks-format", message, help }])
}

/// The page first: the screen says where it is.
fn screen(page: &Path, brief: &finding::Brief) -> Result<(), Stop> {
    write(page, &report::html(brief))?;
    let screen = terminal::brief(brief, out::style());
    out::answer(&format!("{}\n{}\n", screen.trim_end_matches('\n'), words::page(&page.display().to_string())))
}

fn write(path: &Path, text: &str) -> Result<(), Stop> {
    zopa_dossier::write(path, text.as_bytes()).map_err(|error| opened::stop(&error))
}
