//! What is a change of several files, and may it be made?

use crate::DossierError;
use crate::disk::{Disk, Kind, RealDisk};
use crate::journal::Journal;
use std::io;
use std::path::{Path, PathBuf};

/// The most characters that a path inside a dossier may have.
const PATH_MOST: usize = 400;

/// A change of files of a dossier: all of it is made, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it does, for the one who takes it back: `add 2 documents`.
    pub what: String,
    /// What is put where, in the order in which it is put there.
    pub entries: Vec<Entry>,
}

/// What becomes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Inside the dossier, with `/` between its parts.
    pub path: String,
    /// Its bytes when it was read; `None` if there was no such file. If they are others by now, nothing is changed.
    pub before: Option<Vec<u8>>,
    /// Its bytes from now on; `None`: there is no such file any more.
    pub after: Option<Vec<u8>>,
}

impl Change {
    /// A change that does nothing yet.
    pub fn new(what: &str) -> Change {
        Change { what: what.to_owned(), entries: Vec::new() }
    }

    /// The same, with a new file.
    pub fn with_new(self, path: &str, bytes: Vec<u8>) -> Change {
        self.with(path, None, Some(bytes))
    }

    /// The same, with a file whose bytes become others.
    pub fn with_edit(self, path: &str, before: Vec<u8>, after: Vec<u8>) -> Change {
        self.with(path, Some(before), Some(after))
    }

    /// The same, with a file that goes.
    pub fn without(self, path: &str, before: Vec<u8>) -> Change {
        self.with(path, Some(before), None)
    }

    fn with(mut self, path: &str, before: Option<Vec<u8>>, after: Option<Vec<u8>>) -> Change {
        self.entries.push(Entry { path: path.to_owned(), before, after });
        self
    }
}

/// Makes a change in the dossier at `root`, which is a folder. Whatever fails, and wherever the process is ended, the
/// dossier then reads as it was before, or as it is after: the change is written down beside the files and made safe
/// first; one rename decides that it is made; then everything is moved to its place, if need be by whoever opens the
/// dossier next. The change can be taken back with [`crate::undo`].
///
/// # Errors
/// In all but the last case nothing is changed. A path that leads elsewhere ([`DossierError::BadPlace`]); a file that is
/// not as it was when it was read ([`DossierError::ChangedSince`]); somebody else writing
/// ([`DossierError::Busy`]); the system refuses ([`DossierError::NotChanged`]). [`DossierError::Unfinished`]: the change is
/// made and can neither be put in place nor taken back at the moment.
pub fn apply(root: &Path, change: &Change) -> Result<(), DossierError> {
    apply_on(&RealDisk, root, change)
}

/// The same, on any file system.
///
/// # Errors
/// As [`apply`].
pub fn apply_on(disk: &dyn Disk, root: &Path, change: &Change) -> Result<(), DossierError> {
    checked(change)?;
    let journal = Journal::new(disk, root);
    let _lock = journal.desk.alone()?;
    journal.recover()?;
    let number = journal.next_record()?;
    journal.make(change, number)
}

/// Does every path stay inside, and is named once?
fn checked(change: &Change) -> Result<(), DossierError> {
    for (at, entry) in change.entries.iter().enumerate() {
        let again = change.entries.iter().take(at).any(|other| other.path == entry.path);
        if again || !stays_inside(&entry.path) {
            return Err(DossierError::BadPlace(PathBuf::from(&entry.path)));
        }
    }
    Ok(())
}

/// A path of plain names, none of them hidden, that means the same on every system.
pub(crate) fn stays_inside(path: &str) -> bool {
    let plain = |c: char| !c.is_control() && !matches!(c, '\\' | ':');
    let part = |part: &str| !part.is_empty() && !part.starts_with('.');
    path.len() <= PATH_MOST && path.chars().all(plain) && path.split('/').all(part)
}

/// The bytes of a file of the dossier; `None` if there is none. No link is followed on the way to it.
///
/// # Errors
/// [`DossierError::BadPlace`]: a link, or something else that is no file; [`DossierError::Unreadable`].
pub(crate) fn standing(disk: &dyn Disk, root: &Path, path: &str) -> Result<Option<Vec<u8>>, DossierError> {
    let whole = root.join(path);
    let refused = |error: io::Error| DossierError::Unreadable(whole.clone(), error);
    let mut place = root.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        match (disk.kind(&place).map_err(refused)?, parts.peek()) {
            (None, _) => return Ok(None),
            (Some(Kind::Folder), Some(_)) => {}
            (Some(Kind::File), None) => return disk.read(&place).map(Some).map_err(refused),
            _ => return Err(DossierError::BadPlace(whole)),
        }
    }
    Ok(None)
}
