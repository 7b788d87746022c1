//! `zopa add`: how does a report get into the dossier?

use crate::args::Where;
use crate::opened;
use crate::out::{self, End, Stop};
use clap::Args;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use zopa::Problem;
use zopa::report::adding as words;
use zopa::report::cli;
use zopa_dossier::{Added, Arrival, Labels, New, NotAdded};

/// The most characters of a stretch that are shown.
const SHOWN_MOST: usize = 60;

/// Put reports into the dossier: their bytes as received, and a source for each in the case
#[derive(Args)]
pub struct Add {
    #[command(flatten)]
    place: Where,
    /// The reports; `-` is a text pasted on standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The outlet of all of them; `?` if it is not given
    #[arg(long, value_name = "TEXT")]
    outlet: Option<String>,
    /// The date on which all of them were published; `?` if it is not given
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// The name of the source; one is made of the outlet or the name of the file if it is not given
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Keep them at the desk: in `private/`, with a case file there that names them
    #[arg(long)]
    private: bool,
}

impl Add {
    /// Adds all of them, or none.
    pub fn run(self) -> Result<End, Stop> {
        let arrivals = arrivals(&self.files).map_err(|problems| Stop::for_problems(End::Usage, &problems))?;
        let Add { outlet, published, name, private, .. } = self;
        let labels = Labels { outlet, published, name, private };
        let added = zopa_dossier::add(&self.place.dir, &arrivals, &labels).map_err(|refused| match refused {
            NotAdded::Dossier(error) => opened::stop(&error),
            NotAdded::Asked(problems) => Stop::for_problems(End::Usage, &problems),
        })?;
        out::answer(&told(&added, &labels))?;
        if added.errors > 0 {
            out::message(&format!("{}\n", cli::note(&words::has_errors(added.errors))));
        }
        Ok(End::Fine)
    }
}

/// The files in memory, or what is wrong with any of them.
fn arrivals(files: &[PathBuf]) -> Result<Vec<Arrival>, Vec<Problem>> {
    let (mut arrivals, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        let arrival = if file == Path::new("-") { pasted() } else { Arrival::of_file(file) };
        match arrival {
            Ok(arrival) => arrivals.push(arrival),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(arrivals) } else { Err(problems) }
}

/// What comes on standard input; somebody who sits before it is told how to end.
fn pasted() -> Result<Arrival, Problem> {
    if io::stdin().is_terminal() {
        out::message(&format!("{}\n", cli::note(words::PASTE_NOW)));
    }
    Arrival::of_paste(io::stdin())
}

fn told(added: &Added, labels: &Labels) -> String {
    let mut lines: Vec<String> = added.began.iter().map(|file| words::began(file)).collect();
    for new in &added.new {
        lines.push(words::added(&new.source, &new.path, &new.file, new.line));
        lines.extend(left_out(new).iter().map(|line| format!("  {line}")));
    }
    if added.new.iter().any(|new| new.left_out.iter().any(|left| left.can_be_kept())) {
        lines.push(words::PUT_BACK.to_owned());
    }
    for known in &added.known {
        lines.push(words::known(&known.called, &known.path, &known.source, known.same_bytes));
    }
    let open = |label: &Option<String>| label.as_deref().is_none_or(|label| label.trim() == "?");
    let (outlet, date) = (open(&labels.outlet), open(&labels.published));
    if (outlet || date) && !added.new.is_empty() {
        lines.push(words::still_open(outlet, date));
        let places = added.new.iter().map(|new| words::at_line(&new.file, new.line, &new.source));
        lines.extend(places.map(|place| format!("  {place}")));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// What is not of the article: a line for each kind, in the order in which they come.
fn left_out(new: &New) -> Vec<String> {
    let mut kinds: Vec<(&str, bool, usize, String)> = Vec::new();
    for left in &new.left_out {
        let kind = (left.kind.word(), left.in_text);
        match kinds.iter_mut().find(|(word, in_text, ..)| (*word, *in_text) == kind) {
            Some((_, _, count, _)) => *count += 1,
            None => kinds.push((kind.0, kind.1, 1, shortened(&left.words))),
        }
    }
    kinds.iter().map(|(kind, in_text, count, first)| words::left_out(kind, *count, first, *in_text)).collect()
}

/// The beginning of a stretch, on one row.
pub fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN_MOST) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default().trim_end()),
        None => line,
    }
}
