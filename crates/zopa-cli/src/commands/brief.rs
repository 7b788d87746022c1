//! `zopa brief`: all of it, on the screen and as one page.

use crate::args::{Choices, Where};
use crate::json;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use zopa::finding;
use zopa::report::{self, cli as words, terminal};
use zopa_dossier::DossierError;

/// Tell all of it: one screen, and one HTML page beside you
#[derive(Args)]
pub struct Brief {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    choices: Choices,
    /// Also tell what changed since a round, or since a brief saved with `--format json`
    #[arg(long, value_name = "FILE.json|ROUND")]
    since: Option<String>,
    /// Write the page, or the JSON, to this file [default: the page to a file in the current folder, named as the case]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How the brief is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
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
        let opened = Opened::open(&self.place)?;
        let page = self.output.clone().unwrap_or_else(|| format!("{}.html", opened.read.name).into());
        if opened.dossier.holds(&page) {
            return Err(opened::stop(&DossierError::Protected(page)));
        }
        let brief = match &self.since {
            Some(since) => opened.brief_since(&self.choices, since, None)?,
            None => opened.brief(&self.choices)?,
        };
        match self.format {
            Format::Text => screen(&page, &brief)?,
            Format::Json => self.whole(json::brief(&brief))?,
            Format::Html => self.whole(report::html(&brief))?,
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

/// The page first: the screen says where it is.
fn screen(page: &Path, brief: &finding::Brief) -> Result<(), Stop> {
    write(page, &report::html(brief))?;
    let screen = terminal::brief(brief, out::style());
    out::answer(&format!("{}\n{}\n", screen.trim_end_matches('\n'), words::page(&page.display().to_string())))
}

fn write(path: &Path, text: &str) -> Result<(), Stop> {
    zopa_dossier::write(path, text.as_bytes()).map_err(|error| opened::stop(&error))
}
