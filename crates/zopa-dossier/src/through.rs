//! How is a dossier read while it is written, or after a change was cut short?
//!
//! Readers hold a lock together, and wait for one that writes. A change that is decided and not finished is finished
//! first; where that cannot be done (the disk can only be read), it is read as if it were.

use crate::DossierError;
use crate::change::standing;
use crate::desk::{DESK, Desk};
use crate::disk::{Disk, Kind, Lock, RealDisk};
use crate::folder::{DOCUMENT_FOLDERS, File, is_case, is_private_case};
use crate::journal::{Journal, Stands};
use crate::manifest::{Manifest, Row};
use std::path::Path;

/// A path inside the dossier, and the bytes of its file; `None` if it goes.
type Laid = (String, Option<Vec<u8>>);

/// A dossier that nobody writes while this is held.
pub(crate) struct Settled<'a> {
    root: &'a Path,
    lock: Option<Lock>,
    /// The files that are not yet in their place.
    over: Vec<Laid>,
}

impl<'a> Settled<'a> {
    /// Waits for one that writes, and finishes what was cut short.
    pub(crate) fn of(root: &'a Path) -> Result<Settled<'a>, DossierError> {
        let journal = Journal::new(&RealDisk, root);
        if journal.decided()?.is_some() {
            // Where it cannot be finished, it is read through.
            let _ = journal.desk.alone().and_then(|_lock| journal.recover());
        }
        let lock = journal.desk.shared()?;
        let over = match journal.decided()? {
            Some(manifest) => over(&journal.desk, &manifest)?,
            None => Vec::new(),
        };
        Ok(Settled { root, lock, over })
    }

    /// Could somebody have begun to write meanwhile?
    pub(crate) fn was_missed(&self) -> bool {
        let lock = self.root.join(DESK).join("lock");
        self.lock.is_none() && matches!(RealDisk.kind(&lock), Ok(Some(Kind::File))) && std::fs::File::open(lock).is_ok()
    }

    /// The case files of everybody as they are after the change.
    pub(crate) fn case_files(&self, files: Vec<File>) -> Vec<File> {
        self.laid_over(files, |path| !path.contains('/') && is_case(Path::new(path)))
    }

    /// The case files of the private folder as they are after the change.
    pub(crate) fn private_files(&self, files: Vec<File>) -> Vec<File> {
        self.laid_over(files, is_private_case)
    }

    /// The documents as they are after the change.
    pub(crate) fn documents(&self, files: Vec<File>) -> Vec<File> {
        let in_folder = |path: &str| path.split_once('/').is_some_and(|(folder, _)| DOCUMENT_FOLDERS.contains(&folder));
        self.laid_over(files, |path| in_folder(path) && !is_private_case(path))
    }

    fn laid_over(&self, mut files: Vec<File>, belongs: impl Fn(&str) -> bool) -> Vec<File> {
        for (path, after) in self.over.iter().filter(|(path, _)| belongs(path)) {
            files.retain(|(known, _)| known != path);
            files.extend(after.iter().map(|bytes| (path.clone(), bytes.clone())));
        }
        if !self.over.is_empty() {
            files.sort_by(|(one, _), (other, _)| one.split('/').cmp(other.split('/')));
        }
        files
    }
}

/// What a change that is decided would still put in its place.
fn over(desk: &Desk<'_>, manifest: &Manifest) -> Result<Vec<Laid>, DossierError> {
    let mut over = Vec::new();
    for (number, row) in manifest.rows.iter().enumerate() {
        over.extend(pending(desk, number, row)?.map(|after| (row.path.clone(), after)));
    }
    Ok(over)
}

fn pending(desk: &Desk<'_>, number: usize, row: &Row) -> Result<Option<Option<Vec<u8>>>, DossierError> {
    let stands = match standing(desk.disk, desk.root, &row.path) {
        Err(DossierError::BadPlace(_)) => Stands::Otherwise,
        bytes => row.stands(bytes?.as_deref()),
    };
    let new = desk.staged("now").join(format!("{number}.new"));
    match (stands, &row.after) {
        (Stands::Before, None) => Ok(Some(None)),
        (Stands::Before, Some(_)) if matches!(desk.disk.kind(&new), Ok(Some(_))) => {
            let bytes = desk.disk.read(&new).map_err(|error| DossierError::Unreadable(new, error))?;
            Ok(Some(Some(bytes)))
        }
        _ => Ok(None),
    }
}
