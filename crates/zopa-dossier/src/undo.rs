//! How is the last change taken back?
//!
//! The last changes are kept in the program's own folder of the dossier, with the bytes that were there before: those
//! that touch `private/` inside of it, so that a dossier handed on without that folder holds nothing of it. At most
//! [`RECORDS_MOST`], and as many bytes as [`UNDO_MOST`]; the oldest go.

use crate::DossierError;
use crate::change::{Change, Entry, standing};
use crate::desk::Desk;
use crate::disk::{Disk, RealDisk};
use crate::journal::{Journal, LIST, Stands};
use crate::manifest::{Manifest, Record};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use zopa::text::sha256;

/// How many changes can be taken back at most.
pub const RECORDS_MOST: usize = 20;

/// How many bytes they take at most: 64 MiB.
pub const UNDO_MOST: u64 = 64 << 20;

/// A change that has been taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// What it had done, in the words it was made with.
    pub what: String,
    /// The files that are as they were before it, inside the dossier.
    pub paths: Vec<String>,
}

/// A change that was made and can be taken back.
pub(crate) struct Kept {
    pub(crate) number: u32,
    folder: PathBuf,
}

/// What [`undo`] would take back, in the words that the change was made with; `None` if nothing is kept.
pub fn undoable(root: &Path) -> Option<String> {
    let journal = Journal::new(&RealDisk, root);
    last(&journal).map(|last| last.what)
}

/// Takes the last change of the dossier at `root` back: every file has the bytes that it had before, or nothing is
/// changed. Called again, it takes back the change before that.
///
/// # Errors
/// Nothing is kept to be taken back ([`DossierError::NothingToUndo`]); a file has been changed since
/// ([`DossierError::ChangedSince`]); and all of [`crate::apply`].
pub fn undo(root: &Path) -> Result<Undone, DossierError> {
    undo_on(&RealDisk, root)
}

/// The same, on any file system.
///
/// # Errors
/// As [`undo`].
pub fn undo_on(disk: &dyn Disk, root: &Path) -> Result<Undone, DossierError> {
    let journal = Journal::new(disk, root);
    // Nothing is written where nothing was.
    if disk.kind(&journal.desk.folder()).is_ok_and(|kind| kind.is_none()) {
        return Err(DossierError::NothingToUndo(root.to_owned()));
    }
    let _lock = journal.desk.alone()?;
    journal.recover()?;
    let Some(kept) = newest(&journal)? else { return Err(DossierError::NothingToUndo(root.to_owned())) };
    let manifest = kept.manifest(disk)?.ok_or_else(|| DossierError::Damaged(kept.folder.clone()))?;
    let change = kept.reverse(&journal, &manifest)?;
    journal.make(&change, Record::Forget(kept.number))?;
    change.entries.iter().filter(|entry| entry.after.is_none()).for_each(|entry| emptied(disk, root, &entry.path));
    let paths = manifest.rows.into_iter().map(|row| row.path).collect();
    Ok(Undone { what: manifest.what, paths })
}

/// The folders in which a file lay go with it, if nothing else is in them.
fn emptied(disk: &dyn Disk, root: &Path, path: &str) {
    let place = root.join(path);
    let folders = place.ancestors().skip(1).take_while(|folder| *folder != root);
    let _ = folders.map(|folder| disk.remove_folder(folder)).find(Result::is_err);
}

/// The folder of a record.
pub(crate) fn name(number: u32) -> String {
    format!("{number:06}")
}

/// The newest change that is kept.
pub(crate) fn newest(journal: &Journal<'_>) -> Result<Option<Kept>, DossierError> {
    Ok(all(journal)?.pop())
}

/// Every change that is kept, the oldest first. What is left of one that was removed in part is none.
fn all(journal: &Journal<'_>) -> Result<Vec<Kept>, DossierError> {
    let disk = journal.desk.disk;
    let mut kept = Vec::new();
    for folder in [journal.desk.records(false), journal.desk.records(true)] {
        let names = match disk.names(&folder) {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Vec::new(),
            names => names.map_err(|error| DossierError::Unreadable(folder.clone(), error))?,
        };
        let numbers = names.iter().filter_map(|name| name.parse::<u32>().ok().filter(|n| self::name(*n) == *name));
        kept.extend(numbers.map(|number| Kept { number, folder: folder.join(name(number)) }));
    }
    kept.retain(|kept: &Kept| disk.kind(&kept.folder.join(LIST)).is_ok_and(|kind| kind.is_some()));
    kept.sort_by_key(|kept| kept.number);
    Ok(kept)
}

/// Removes the oldest. What cannot be removed stays, to nobody's harm.
pub(crate) fn prune(journal: &Journal<'_>) {
    let Ok(all) = all(journal) else { return };
    let mut room = UNDO_MOST;
    for (at, kept) in all.iter().rev().enumerate() {
        let bytes = kept.bytes(journal.desk.disk);
        match room.checked_sub(bytes).filter(|_| at < RECORDS_MOST) {
            Some(left) => room = left,
            None => {
                room = 0;
                let _ = removed(&journal.desk, &kept.folder);
            }
        }
    }
}

/// Removed without being made safe, which nothing hangs on: where the record is back after a loss of power, it goes again.
fn removed(desk: &Desk<'_>, record: &Path) -> std::io::Result<()> {
    desk.move_away(record)?;
    desk.remove_all(&desk.staged("done"))
}

/// The list of the newest change that is kept.
pub(crate) fn last(journal: &Journal<'_>) -> Option<Manifest> {
    newest(journal).ok()??.manifest(journal.desk.disk).ok()?
}

impl Kept {
    fn manifest(&self, disk: &dyn Disk) -> Result<Option<Manifest>, DossierError> {
        let bytes = disk.read(&self.folder.join(LIST));
        let bytes = bytes.map_err(|error| DossierError::Unreadable(self.folder.clone(), error))?;
        Ok(Manifest::read(&bytes))
    }

    /// The bytes of its files; more than there can be, where that cannot be seen.
    fn bytes(&self, disk: &dyn Disk) -> u64 {
        let names = disk.names(&self.folder).unwrap_or_default();
        let length = |name: &String| disk.length(&self.folder.join(name)).unwrap_or(u64::MAX);
        names.iter().map(length).fold(0, u64::saturating_add)
    }

    /// The change from what is there now to what was there before.
    fn reverse(&self, journal: &Journal<'_>, manifest: &Manifest) -> Result<Change, DossierError> {
        let disk = journal.desk.disk;
        let mut change = Change::new(&manifest.what);
        let mut changed = Vec::new();
        for (number, row) in manifest.rows.iter().enumerate() {
            let bytes = standing(disk, journal.desk.root, &row.path)?;
            if row.stands(bytes.as_deref()) != Stands::After {
                changed.push(PathBuf::from(&row.path));
                continue;
            }
            let old = self.folder.join(format!("{number}.old"));
            let after = row.before.as_ref().map(|_| disk.read(&old)).transpose();
            let after = after.map_err(|error| DossierError::Unreadable(old, error))?;
            if after.as_deref().map(sha256) != row.before {
                return Err(DossierError::Damaged(self.folder.clone()));
            }
            change.entries.push(Entry { path: row.path.clone(), before: bytes, after });
        }
        change.entries.reverse();
        if changed.is_empty() { Ok(change) } else { Err(DossierError::ChangedSince(changed)) }
    }
}
