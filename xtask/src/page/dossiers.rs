//! Which dossiers have their pages looked at? The examples, and generated ones with as many readings as a page serves.

use super::ten::{self, Shape};
use std::fs;
use std::path::{Path, PathBuf};

/// A dossier whose page is looked at, with its bounds.
pub(super) struct Dossier {
    pub(super) name: String,
    pub(super) folder: PathBuf,
    /// Bytes of its page, at most.
    pub(super) bytes: u64,
    /// Readings that are tried, at most.
    pub(super) readings: u64,
    /// Settings that leave a question open, at most.
    pub(super) partial: u64,
    /// Is it looked at as somebody would who was sent it? Else only its answers, its size and its speed are.
    pub(super) sent: bool,
}

impl Dossier {
    /// An example: every reading of it is tried.
    fn example(name: &str, folder: PathBuf) -> Dossier {
        Dossier { name: name.to_owned(), folder, bytes: 400_000, readings: 1_024, partial: 300, sent: true }
    }

    /// A generated one: some of its 1,024 readings are tried.
    fn generated(name: &str, folder: PathBuf) -> Dossier {
        Dossier { name: name.to_owned(), folder, bytes: 1_000_000, readings: 60, partial: 60, sent: false }
    }
}

/// Those named, or all; generated ones are written into `out`.
pub(super) fn chosen(root: &Path, out: &Path, names: &[String]) -> Result<Vec<Dossier>, String> {
    let mut all = examples(root)?;
    for shape in Shape::ALL {
        let folder = out.join("cases").join(shape.name());
        ten::write(shape, &folder)?;
        all.push(Dossier::generated(shape.name(), folder));
    }
    let known: Vec<String> = all.iter().map(|dossier| dossier.name.clone()).collect();
    if let Some(other) = names.iter().find(|name| !known.contains(name)) {
        return Err(format!("no dossier `{other}`; there are: {}", known.join(", ")));
    }
    Ok(all.into_iter().filter(|dossier| names.is_empty() || names.contains(&dossier.name)).collect())
}

/// Folders of `examples` that hold a case, by name.
fn examples(root: &Path) -> Result<Vec<Dossier>, String> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(root.join("examples")).map_err(|error| format!("examples: {error}"))? {
        folders.push(entry.map_err(|error| error.to_string())?.path());
    }
    folders.sort();
    let holds_case = |folder: &PathBuf| {
        fs::read_dir(folder).is_ok_and(|files| files.flatten().any(|f| f.path().extension() == Some("zopa".as_ref())))
    };
    let name = |folder: &PathBuf| folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let cases = folders.into_iter().filter(holds_case);
    Ok(cases.map(|folder| Dossier::example(&name(&folder), folder)).collect())
}
