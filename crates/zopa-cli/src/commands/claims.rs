//! `zopa claims`: which claims are there, as a list, a table or annotations; and what becomes of those that come back?

use crate::args::Where;
use crate::change::{make, refused};
use crate::opened::{self, Opened};
use crate::out::{self, End, Stop};
use crate::put::{may_hold, put};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use zopa::report::{claims as words, coders, decide};
use zopa::{Edited, Problem, Returned, Texts};
use zopa_dossier::Dossier;

/// List the claims, those that are unconfirmed and rejected too; write them for a spreadsheet or as Web Annotations; or
/// take them back from there
#[derive(Args)]
pub struct Claims {
    #[command(flatten)]
    place: Where,
    /// Take claims from this file into the case: a table or annotations as this command writes them. What is unchanged
    /// changes nothing; what is new is unconfirmed; what cannot be placed is said row by row
    #[arg(long, value_name = "FILE", conflicts_with_all = ["output", "format", "private"])]
    from: Option<PathBuf>,
    /// Show the claims of another coder's case over the same documents beside these: which rest on the same words, and which
    /// of them are read in two ways
    #[arg(long, value_name = "FILE.zopa|DIR", conflicts_with_all = ["from", "format"])]
    beside: Option<PathBuf>,
    /// Take claims along that have private lines: what is written is for the desk
    #[arg(long)]
    private: bool,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How the claims are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How claims are written
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A list, for people
    #[default]
    Text,
    /// A table for a spreadsheet, one row a claim: a cell that would be a formula begins with an apostrophe
    Csv,
    /// Web Annotations in JSON-LD
    Annotations,
}

impl Claims {
    /// Writes them, or takes them back: all that can be placed, together.
    pub fn run(self) -> Result<End, Stop> {
        let opened = Opened::open(&self.place, self.private || self.from.is_some())?;
        if let Some(file) = &self.from {
            return back(&opened, file);
        }
        self.output.as_deref().map_or(Ok(()), |path| may_hold(&opened, path))?;
        if let Some(other) = &self.beside {
            return put(self.output.as_deref(), &beside(&opened, other, self.private)?).map(|()| End::Fine);
        }
        // That something is left out for being private is itself not for others.
        let (text, _) = match self.format {
            Format::Text => list(&opened, self.private),
            Format::Csv => zopa::claims_table(&opened.read, self.private),
            Format::Annotations => zopa::annotations(&opened.dossier.texts, &opened.read, self.private),
        };
        put(self.output.as_deref(), &text)?;
        Ok(End::Fine)
    }
}

fn list(opened: &Opened, private: bool) -> (String, usize) {
    let (rows, left_out) = zopa::claim_rows(&opened.read, private);
    let mut lines = Vec::new();
    let count = |status: &str| rows.iter().filter(|row| row.status.as_deref() == Some(status)).count();
    lines.push(words::counted(count("confirmed"), count("unconfirmed"), count("rejected")));
    for row in &rows {
        let (status, title) = (row.status.as_deref().unwrap_or_default(), row.title.as_deref().unwrap_or_default());
        lines.push(words::listed(&row.name, status, title));
        lines.extend(row.reason.as_deref().filter(|reason| !reason.is_empty()).map(words::because));
    }
    (lines.join("\n") + "\n", left_out)
}

fn back(opened: &Opened, file: &Path) -> Result<End, Stop> {
    let text = zopa_dossier::read_text(file).map_err(|error| opened::stop(&error))?;
    let shown = file.display().to_string();
    let text = text.ok_or_else(|| {
        let (message, help) = (words::no_file(&shown), words::NAME_A_FILE.to_owned());
        refused(&[Problem { code: "no-file", message, help }])
    })?;
    let returned = returned(opened, &text).map_err(|problem| refused(&[problem]))?;
    let (changed, edited) = changes(&returned);
    if changed {
        make(opened, &words::taking(&shown), &edited, returned.suggested.as_deref())?;
    }
    returned.unplaced.iter().for_each(|line| out::message(&format!("{line}\n")));
    let undo = if changed { format!("{}\n", decide::TAKE_BACK) } else { String::new() };
    out::answer(&format!("{}\n{undo}", words::came_back(&returned.changed, &returned.new)))?;
    Ok(if returned.unplaced.is_empty() { End::Fine } else { End::Failed })
}

/// JSON begins with a bracket, a table with a head.
fn returned(opened: &Opened, text: &str) -> Result<Returned, Problem> {
    let texts = &opened.dossier.texts;
    match text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']) {
        true => zopa::from_annotations(texts, &opened.read, text),
        false => zopa::from_table(texts, &opened.read, text),
    }
}

fn changes(returned: &Returned) -> (bool, Edited) {
    let changed = !returned.files.is_empty() || returned.suggested.is_some();
    (changed, Edited { files: returned.files.clone(), ..Edited::default() })
}

/// Another coder's claims beside these. A case file by itself has the documents of this dossier. What is private is in
/// neither, unless it is asked for.
fn beside(opened: &Opened, other: &Path, private: bool) -> Result<String, Stop> {
    let mut theirs = Dossier::open(other).map_err(|error| opened::stop(&error))?.texts;
    theirs.documents.extend(opened.dossier.texts.documents.iter().cloned());
    let public = |texts: &Texts| if private { texts.clone() } else { zopa::public_texts(texts) };
    let (mine, theirs) = (public(&opened.dossier.texts), public(&theirs));
    let (one, other) = (zopa::read(&mine), zopa::read(&theirs));
    Ok(coders::text(&zopa::beside((&mine, &one), (&theirs, &other))))
}
