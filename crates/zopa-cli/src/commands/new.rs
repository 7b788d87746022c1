//! `zopa new`: how does a case begin?

use crate::opened;
use crate::out::{self, End, Stop};
use clap::Args;
use std::path::PathBuf;
use zopa::report::adding as words;
use zopa_dossier::{STARTER, TREATY};

/// Begin a dossier: a folder with a small invented case, whose comments explain how a case is written
#[derive(Args)]
pub struct New {
    /// The folder to make; it may be there if nothing is in it
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Begin with the text of a treaty, taken clause by clause, instead of with reports
    #[arg(long)]
    treaty: bool,
}

impl New {
    /// Makes all of it, or nothing.
    pub fn run(self) -> Result<End, Stop> {
        let files: &[(&str, &str)] = if self.treaty { &TREATY } else { &STARTER };
        zopa_dossier::begin(&self.dir, files).map_err(|error| opened::stop(&error))?;
        let shown = |path: &str| self.dir.join(path).display().to_string();
        let (documents, case): (Vec<_>, Vec<_>) =
            files.iter().map(|(path, _)| *path).partition(|path| path.starts_with("documents/"));
        let documents: Vec<String> = documents.into_iter().map(shown).collect();
        let case: String = case.into_iter().map(shown).collect();
        let dir = typed(&self.dir.display().to_string());
        let begun = if self.treaty { words::begun_treaty } else { words::begun };
        out::answer(&begun(&dir, &case, &documents))?;
        Ok(End::Fine)
    }
}

/// A path as it is typed.
fn typed(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./\\:~+,@%".contains(c);
    if path.chars().all(plain) { path.to_owned() } else { format!("\"{path}\"") }
}
