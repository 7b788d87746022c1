//! `zopa sources`: what do the documents say, and from whom do they have it?

use crate::args::Where;
use crate::json;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use crate::put::{may_hold, put};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use zopa::Request;
use zopa::finding::PrivateState;
use zopa::report::{self, markdown, terminal};

/// Tell what the documents say before anything is coded: who says what, who has it from whom, what is told in two ways
#[derive(Args)]
pub struct Sources {
    #[command(flatten)]
    place: Where,
    /// Set a source aside, with those made from it; may be given several times
    #[arg(long, value_name = "SOURCE")]
    without: Vec<String>,
    /// Count private documents too: the answer is for the desk, and says so
    #[arg(long)]
    private: bool,
    /// Write the answer to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How it is written
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A reading list for the screen, most consequential first
    #[default]
    Text,
    /// Everything, for programs
    Json,
    /// A page: every document with what was found marked in it, and rewrites side by side
    Html,
    /// One text with headings and tables
    Markdown,
}

impl Sources {
    /// Answers on standard output, or into the file that is named.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place, self.private)?;
        let output = self.output.as_deref();
        output.map_or(Ok(()), |path| may_hold(&opened, path))?;
        let private = if self.private { PrivateState::Counted } else { PrivateState::Unsaid };
        let request = Request { without: self.without.clone(), private, ..Request::default() };
        let (found, alone) = opened.sources(&request)?;
        let dir = self.place.dir.display().to_string();
        let text = match self.format {
            Format::Text => {
                terminal::sources(&found, &dir, alone, output.map_or_else(out::style, |_| terminal::Style::default()))
            }
            Format::Json => json::sources(&found),
            Format::Html => report::html_sources(&found, &dir, alone),
            Format::Markdown => markdown::sources(&found, &dir, alone),
        };
        put(output, &text)?;
        Ok(End::Fine)
    }
}

impl Opened {
    /// What the documents say, and whether the case has no claim yet.
    pub fn sources(&self, request: &Request) -> Result<(zopa::finding::Sources, bool), Stop> {
        let mut progress = out::Progress::default();
        let found = self.read.sources(&self.dossier.texts, request, &mut |done, all| {
            progress.tell(|| report::reading_document(done, all), done == all);
        });
        let found = found.map_err(|problems| opened::refused(&problems))?;
        Ok((found, self.read.asked(request).case.claims.is_empty()))
    }
}
