//! How does a dossier begin?

use crate::DossierError;
use crate::change::{Change, apply};
use crate::desk::DESK;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The files of a new dossier: a small, invented case that explains itself, with its two reports.
pub const STARTER: [(&str, &str); 3] = [
    ("documents/lowland-courier.txt", include_str!("../starter/documents/lowland-courier.txt")),
    ("documents/valley-echo.txt", include_str!("../starter/documents/valley-echo.txt")),
    ("case.zopa", include_str!("../starter/case.zopa")),
];

/// The files of a new dossier on a treaty: an invented text of three articles, and a case that takes it clause by clause.
pub const TREATY: [(&str, &str); 2] = [
    ("documents/treaty.txt", include_str!("../starter-treaty/documents/treaty.txt")),
    ("case.zopa", include_str!("../starter-treaty/case.zopa")),
];

/// Makes a dossier that holds some files, such as the [`STARTER`] or the [`TREATY`]: in a new folder, or in one in which nothing is but what is hidden.
///
/// # Errors
/// Something is in the folder ([`DossierError::NotEmpty`]), or a file stands there; the system refuses to write. Then
/// nothing is left of it.
pub fn begin(path: &Path, files: &[(&str, &str)]) -> Result<(), DossierError> {
    let made = made(path)?;
    let root = path.canonicalize().map_err(|error| DossierError::NotChanged(path.to_owned(), error))?;
    let change = files
        .iter()
        .fold(Change::new("new dossier"), |change, (path, text)| change.with_new(path, text.as_bytes().to_vec()));
    apply(&root, &change).inspect_err(|error| {
        if made && !matches!(error, DossierError::Unfinished(..)) {
            taken_away(&root);
        }
    })
}

/// Makes the folder; `false` if it is there and empty.
fn made(path: &Path) -> Result<bool, DossierError> {
    match fs::create_dir(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => empty(path).map(|()| false),
        Err(error) => Err(DossierError::NotChanged(path.to_owned(), error)),
    }
}

fn empty(path: &Path) -> Result<(), DossierError> {
    let names = crate::folder::names(path).map_err(|error| match error.kind() {
        ErrorKind::NotADirectory => DossierError::NotEmpty(path.to_owned()),
        _ => DossierError::Unreadable(path.to_owned(), error),
    })?;
    if names.is_empty() { Ok(()) } else { Err(DossierError::NotEmpty(path.to_owned())) }
}

/// The folder that was made, with what is in it: nothing but our own, since nothing was put in its place.
pub(crate) fn taken_away(root: &Path) {
    let desk = root.join(DESK);
    for name in ["lock", ".gitignore"] {
        let _ = fs::remove_file(desk.join(name));
    }
    for folder in [&desk, &root.join("documents"), root] {
        let _ = fs::remove_dir(folder);
    }
}
