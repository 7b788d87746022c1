//! Where does an answer go: standard output, or a file, whole or not at all?

use crate::opened::{self, Opened};
use crate::out::{self, Stop};
use std::path::Path;
use zopa_dossier::DossierError;

/// Refuses a file that belongs to the case: nothing of it is ever written over.
pub fn may_hold(opened: &Opened, path: &Path) -> Result<(), Stop> {
    if opened.dossier.holds(path) { Err(opened::stop(&DossierError::Protected(path.to_path_buf()))) } else { Ok(()) }
}

/// Into the file that is named, else to standard output.
pub fn put(path: Option<&Path>, text: &str) -> Result<(), Stop> {
    match path {
        Some(path) => write(path, text),
        None => out::answer(text),
    }
}

/// Into a file: the whole text, or nothing there is changed.
pub fn write(path: &Path, text: &str) -> Result<(), Stop> {
    zopa_dossier::write(path, text.as_bytes()).map_err(|error| opened::stop(&error))
}
