//! `zopa brief`: all of it, on the screen and as one page; or the sheet for a call with one party.

use super::sources::Told;
use crate::args::{Choices, Where};
use crate::json;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use crate::put::{may_hold, put, write};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use zopa::finding::{self, PrivateState};
use zopa::report::{self, cli as words, markdown, terminal};
use zopa::{Problem, Request};

/// Tell all of it: one screen, and one HTML page beside you
#[derive(Args)]
pub struct Brief {
    #[command(flatten)]
    place: Where,
    #[command(flatten)]
    choices: Choices,
    /// Tell what there is for a call with this party or body: its own words, what others say of it, what is unknown,
    /// and which of its answers would settle what
    #[arg(long = "for", value_name = "PARTY")]
    party: Option<String>,
    /// Also tell what changed since a round, or since a brief saved with `--format json`
    #[arg(long, value_name = "FILE.json|ROUND", conflicts_with = "party")]
    since: Option<String>,
    /// Write the page, or what is asked for, to this file [default: the page to a file in the current folder, named as
    /// the case]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How the brief is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Tell instead in what the answer without private material and the one with it differ; for the desk
    #[arg(long, conflicts_with_all = ["private", "mention_private", "since"])]
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
    /// One text with headings and tables, for a text processor or a code host
    Markdown,
    /// The table of positions, for a spreadsheet: a cell that would be a formula begins with an apostrophe
    Csv,
}

impl Brief {
    /// With `-o`, what is asked for goes into that file; without it, all but the page of the screen goes to standard
    /// output. Nothing of the case is ever written over.
    pub fn run(self) -> Result<End, Stop> {
        let mut opened = Opened::open(&self.place, self.leaks || self.choices.private())?;
        let page = self.output.clone().unwrap_or_else(|| self.page(&opened.read.name));
        may_hold(&opened, &page)?;
        let request = self.choices.request_for(self.party.as_deref());
        let request = Request { switches: self.live(), ..request };
        if let Some(told) = self.documents_alone(&opened, &request)? {
            return self.documents(&page, &told);
        }
        opened.look_around(&request);
        if self.leaks {
            return self.leaks(opened, request);
        }
        let brief = match &self.since {
            Some(since) => opened.brief_since(&request, since, None)?,
            None => opened.brief(&request)?,
        };
        match self.format {
            Format::Text => screen(&page, &brief)?,
            Format::Json => self.whole(&json::brief(&brief))?,
            Format::Html => self.whole(&html(&brief))?,
            Format::Markdown => self.whole(&text(&brief))?,
            Format::Csv => self.whole(&report::csv(&brief))?,
        }
        Ok(End::Fine)
    }

    /// Where nobody has coded a claim yet, what the documents say is what there is to tell. Points settled and conditions
    /// added say nothing of documents: whoever gives some asks for the answer, and gets it.
    fn documents_alone(&self, opened: &Opened, request: &Request) -> Result<Option<Told>, Stop> {
        if self.since.is_some() || self.leaks || self.format == Format::Csv {
            return Ok(None);
        }
        let dir = self.place.dir.display().to_string();
        Ok(opened.documents_alone(request)?.map(|found| Told { found, dir, alone: true }))
    }

    fn documents(&self, page: &Path, told: &Told) -> Result<End, Stop> {
        match self.format {
            Format::Text => {
                write(page, &told.page())?;
                let screen = told.screen(out::style());
                out::answer(&format!("{}{}\n", screen, words::page(&page.display().to_string())))?;
            }
            Format::Json => self.whole(&json::sources(&told.found))?,
            Format::Markdown => self.whole(&told.markdown())?,
            Format::Html | Format::Csv => self.whole(&told.page())?,
        }
        Ok(End::Fine)
    }

    /// Does what is written change in place? A sheet for a call, and what is leaked, do not.
    fn live(&self) -> bool {
        let page = matches!(self.format, Format::Text | Format::Html | Format::Json);
        page && self.party.is_none() && !self.leaks
    }

    /// The page beside the user: named as the case, and as the party of a sheet. A page for the desk never takes the place
    /// of the one for others.
    fn page(&self, case: &str) -> PathBuf {
        let party = self.party.as_ref().map(|party| format!("-{}", party.trim())).unwrap_or_default();
        let case = format!("{case}{party}");
        words::page_name(&case, self.choices.private(), self.choices.unconfirmed()).into()
    }

    fn leaks(&self, mut opened: Opened, request: Request) -> Result<End, Stop> {
        let public = opened.brief(&request)?;
        let desk = Request { private: PrivateState::Counted, ..request };
        opened.look_around(&desk);
        let private = opened.answered(&desk).map_err(|problems| opened::refused(&problems))?;
        let leaks = zopa::leaks(&public, &private);
        match self.format {
            Format::Text => self.whole(&terminal::leaks(&leaks, &private, out::style()))?,
            Format::Json => self.whole(&json::leaks(&leaks))?,
            Format::Html | Format::Markdown | Format::Csv => return Err(no_page()),
        }
        Ok(End::Fine)
    }

    fn whole(&self, text: &str) -> Result<(), Stop> {
        put(self.output.as_deref(), text)
    }
}

fn no_page() -> Stop {
    let (message, help) = (words::LEAKS_NO_PAGE.to_owned(), words::LEAKS_FORMATS.to_owned());
    Stop::for_problems(End::Usage, &[Problem { code: "leaks-format", message, help }])
}

/// The page first: the screen says where it is.
fn screen(page: &Path, brief: &finding::Brief) -> Result<(), Stop> {
    write(page, &html(brief))?;
    let tell = if brief.sheet.is_some() { terminal::sheet } else { terminal::brief };
    let screen = tell(brief, out::style());
    out::answer(&format!("{}\n{}\n", screen.trim_end_matches('\n'), words::page(&page.display().to_string())))
}

/// The page: that of the sheet where there is one.
fn html(brief: &finding::Brief) -> String {
    report::html_sheet(brief).unwrap_or_else(|| report::html(brief))
}

fn text(brief: &finding::Brief) -> String {
    if brief.sheet.is_some() { markdown::sheet(brief) } else { markdown::brief(brief) }
}
