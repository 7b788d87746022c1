//! `zopa fmt`: are the case files written evenly?

use crate::args::Where;
use crate::opened::stop;
use crate::out::{self, End, Stop};
use clap::Args;
use zopa::Problem;
use zopa::report::{cli, fmt as words};
use zopa_dossier::{Change, Dossier};

/// Write the case files evenly: indentation, spaces, empty rows; no word of them changes
#[derive(Args)]
pub struct Fmt {
    #[command(flatten)]
    place: Where,
    /// Change nothing, and fail if a file is not written so
    #[arg(long)]
    check: bool,
}

/// A case file and how it would be written.
struct Evenly {
    path: String,
    before: Vec<u8>,
    after: String,
    /// Lines where something that is not understood begins, which is left as it is.
    left: Vec<u32>,
}

impl Fmt {
    /// Writes all files or none. Fails if a file cannot be read as text, or is not even and only looked at.
    pub fn run(self) -> Result<End, Stop> {
        let dossier = Dossier::open(&self.place.dir).map_err(|error| stop(&error))?;
        let files = dossier.texts.case_files.iter().chain(&dossier.texts.private_files);
        let files: Vec<Evenly> = files.map(|(path, bytes)| evenly(path, bytes)).collect::<Result<_, _>>()?;
        let uneven: Vec<&Evenly> = files.iter().filter(|file| file.before != file.after.as_bytes()).collect();
        if !self.check && !uneven.is_empty() {
            write(&dossier, &uneven)?;
        }
        for file in files.iter().filter(|file| !file.left.is_empty()) {
            out::message(&format!("{}\n", cli::note(&words::left(&file.path, &file.left))));
        }
        let told =
            uneven.iter().map(|file| if self.check { words::uneven(&file.path) } else { words::written(&file.path) });
        let told: Vec<String> = told.chain([words::count(uneven.len(), files.len(), self.check)]).collect();
        out::answer(&format!("{}\n", told.join("\n")))?;
        Ok(if self.check && !uneven.is_empty() { End::Failed } else { End::Fine })
    }
}

fn evenly(path: &str, bytes: &[u8]) -> Result<Evenly, Stop> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let (message, help) = (words::not_text(path, error.valid_up_to()), words::SAVE_AS_UTF8.to_owned());
        Stop::for_problems(End::Failed, &[Problem { code: "not-utf8", message, help }])
    })?;
    let formatted = zopa::formatted(text);
    let left = formatted.left.iter().map(|span| zopa::place(text, span.start).line).collect();
    Ok(Evenly { path: path.to_owned(), before: bytes.to_vec(), after: formatted.text, left })
}

fn write(dossier: &Dossier, uneven: &[&Evenly]) -> Result<(), Stop> {
    let mut change = Change::new(words::WHAT);
    for file in uneven {
        // A link out of the folder was never read; what is not inside by now is refused by name.
        let inside = dossier.inside(&file.path).unwrap_or_else(|| file.path.clone());
        change = change.with_edit(&inside, file.before.clone(), file.after.clone().into_bytes());
    }
    zopa_dossier::apply(dossier.root(), &change).map_err(|error| stop(&error))
}
