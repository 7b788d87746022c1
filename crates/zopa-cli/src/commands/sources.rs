//! `zopa sources`: what do the documents say, and from whom do they have it?

use super::add::shortened;
use crate::args::{self, Where};
use crate::change;
use crate::json;
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use crate::put::{may_hold, put};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use zopa::Request;
use zopa::report::terminal::{self, Style};
use zopa::report::{self, keeping, markdown};

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
    /// Count no private documents, and say that there is private material
    #[arg(long, conflicts_with = "private")]
    mention_private: bool,
    /// Write what is said down as claims that wait for a yes or no, into `suggested.zopa` of the dossier
    #[arg(long, conflicts_with_all = ["output", "format"])]
    suggest: bool,
    /// List what is no part of the articles, such as captions and menus, with the line that puts each piece back
    #[arg(long, conflicts_with_all = ["suggest", "format", "without"])]
    left_out: bool,
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
        if self.left_out {
            put(output, &left_out(&opened, self.private))?;
            return Ok(End::Fine);
        }
        let private = args::private(self.private, self.mention_private);
        let request = Request { without: self.without.clone(), private, ..Request::default() };
        let (found, alone) = opened.sources(&request)?;
        if self.suggest {
            return suggest(&opened, &found);
        }
        let told = Told { found, dir: self.place.dir.display().to_string(), alone };
        let text = match self.format {
            Format::Text => told.screen(output.map_or_else(out::style, |_| Style::default())),
            Format::Json => json::sources(&told.found),
            Format::Html => told.page(),
            Format::Markdown => told.markdown(),
        };
        put(output, &text)?;
        Ok(End::Fine)
    }
}

/// What the documents say, on its way to a reader.
pub struct Told {
    /// What was found.
    pub found: zopa::finding::Sources,
    /// The dossier as the user named it.
    pub dir: String,
    /// The case has no claim yet.
    pub alone: bool,
}

impl Told {
    /// For a screen.
    pub fn screen(&self, style: Style) -> String {
        terminal::sources(&self.found, &self.dir, self.alone, style)
    }

    /// As a page.
    pub fn page(&self) -> String {
        report::html_sources(&self.found, &self.dir, self.alone)
    }

    /// With headings and tables.
    pub fn markdown(&self) -> String {
        markdown::sources(&self.found, &self.dir, self.alone)
    }
}

/// What is no part of the articles, source by source.
fn left_out(opened: &Opened, private: bool) -> String {
    let reports = opened.read.reports().into_iter().filter(|report| private || !report.private);
    let texts = &opened.dossier.texts;
    let lines = reports.flat_map(|report| match texts.text(report.path, report.keeps) {
        Some(Ok(_)) => pieces(report.source, &zopa::pieces(texts, &opened.read, report.source)),
        _ => vec![keeping::no_text(report.source)],
    });
    lines.map(|line| format!("{line}\n")).collect()
}

fn pieces(source: &str, pieces: &[zopa::Piece]) -> Vec<String> {
    if pieces.is_empty() {
        return vec![keeping::nothing(source)];
    }
    let mut lines = vec![keeping::head(source, pieces.len())];
    for piece in pieces {
        let words = shortened(&piece.words);
        lines.push(format!("  {}", keeping::piece(piece.kind, &words, piece.in_text, piece.is_kept)));
        lines.extend(piece.line().filter(|_| !piece.is_kept).map(|line| format!("    {line}")));
    }
    lines
}

/// Every attribution becomes a claim of its own file, marked unconfirmed: all of them or none.
fn suggest(opened: &Opened, found: &zopa::finding::Sources) -> Result<End, Stop> {
    let all: Vec<(String, Vec<zopa::finding::Attribution>)> =
        found.documents.iter().map(|document| (document.source.clone(), document.attributions.clone())).collect();
    let suggested = zopa::suggest(&opened.dossier.texts, &opened.read, &all);
    change::suggested(opened, &suggested)?;
    out::answer(&report::suggest::told(&suggested.claims, &suggested.voices, suggested.known, suggested.left.len()))?;
    Ok(End::Fine)
}

impl Opened {
    /// What the documents say, and whether the case has no claim yet.
    pub fn sources(&self, request: &Request) -> Result<(zopa::finding::Sources, bool), Stop> {
        let found = self.read.sources(&self.dossier.texts, request, &mut progress());
        Ok((found.map_err(|problems| opened::refused(&problems))?, self.read.is_uncoded(request)))
    }

    /// What the documents say, where that is all there is to tell.
    pub fn documents_alone(&self, request: &Request) -> Result<Option<zopa::finding::Sources>, Stop> {
        let found = self.read.documents_alone(&self.dossier.texts, request, &mut progress());
        found.map_err(|problems| opened::refused(&problems))
    }
}

/// How far the reading of the documents has come.
fn progress() -> impl FnMut(usize, usize) {
    let mut progress = out::Progress::default();
    move |done, all| progress.tell(|| report::reading_document(done, all), done == all)
}
