//! Where in a dossier does the program keep what it needs for itself, and who may touch it at the moment?
//!
//! ```text
//! .zopa/
//!   .gitignore    all of it stays out of what is passed on
//!   lock          locked by whoever reads or writes; empty
//!   serve         locked while a desk is open; its address
//!   undo/         the last changes, with the bytes that were there before
//!     next/       a change being written down
//!     now/        a change that is written down whole, and is being put in place
//!     done/       what is about to be removed
//! private/.zopa/undo/   the same, of changes that touch `private/`
//! ```
//!
//! Names that begin with a full stop are passed over when a dossier is read, so that nothing of this gets into an answer.

use crate::disk::{Disk, Kind, Lock};
use crate::{DossierError, PRIVATE};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The folder of the program in a dossier.
pub(crate) const DESK: &str = ".zopa";

/// How often a lock is asked for, and how long is waited in between.
const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(50);

/// The program's folder in a dossier.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) disk: &'a dyn Disk,
    /// The dossier.
    pub(crate) root: &'a Path,
}

impl Desk<'_> {
    pub(crate) fn folder(&self) -> PathBuf {
        self.root.join(DESK)
    }

    /// A place in the program's folder.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// Where the last changes are kept.
    pub(crate) fn records(&self, private: bool) -> PathBuf {
        let folder = if private { self.root.join(PRIVATE) } else { self.root.to_owned() };
        folder.join(DESK).join("undo")
    }

    /// A change on its way, beside those that it will stand among: what is made safe of these is so of all of them.
    pub(crate) fn staged(&self, name: &str) -> PathBuf {
        self.records(false).join(name)
    }

    /// Locks the dossier for a change: nobody else reads or writes it.
    pub(crate) fn alone(&self) -> Result<Lock, DossierError> {
        self.set_up().map_err(|error| DossierError::NotChanged(self.folder(), error))?;
        match self.asked(true) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => Err(DossierError::Busy(self.root.to_owned())),
            locked => locked.map_err(|error| DossierError::NotChanged(self.folder(), error)),
        }
    }

    /// Locks the dossier for reading, together with others that read. `None`: there is no lock to be had, since nothing
    /// was ever written here, or nothing can be.
    pub(crate) fn shared(&self) -> Result<Option<Lock>, DossierError> {
        match self.asked(false) {
            Ok(lock) => Ok(Some(lock)),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Err(DossierError::Busy(self.root.to_owned())),
            Err(_) => Ok(None),
        }
    }

    fn asked(&self, alone: bool) -> io::Result<Lock> {
        for _ in 1..TRIES {
            match self.disk.lock(&self.at("lock"), alone) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => std::thread::sleep(PAUSE),
                locked => return locked,
            }
        }
        self.disk.lock(&self.at("lock"), alone)
    }

    /// Makes the folder, where it is not there.
    pub(crate) fn set_up(&self) -> io::Result<()> {
        self.make_folders(&self.records(false))?;
        let ignore = self.at(".gitignore");
        if self.disk.kind(&ignore)?.is_none() {
            // Two at once: the other has made it.
            match self.disk.create(&ignore) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                made => made.and_then(|()| self.disk.append(&ignore, b"*\n"))?,
            }
        }
        Ok(())
    }

    /// Makes a folder of the dossier, and those that it lies in.
    pub(crate) fn make_folders(&self, path: &Path) -> io::Result<()> {
        let inside = path.strip_prefix(self.root).map_err(|_| ErrorKind::InvalidInput)?;
        let mut folder = self.root.to_owned();
        for part in inside.components() {
            let above = folder.clone();
            folder.push(part);
            if self.disk.kind(&folder)? != Some(Kind::Folder) {
                match self.disk.make_folder(&folder) {
                    Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                    made => made.and_then(|()| self.disk.sync_folder(&above))?,
                }
            }
        }
        Ok(())
    }

    /// A new file, whole and safe.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.disk.create(path)?;
        self.disk.append(path, bytes)?;
        self.disk.sync(path)
    }

    /// Takes a folder of ours away in one move. It can be removed then.
    pub(crate) fn move_away(&self, folder: &Path) -> io::Result<()> {
        if self.disk.kind(folder)?.is_none() {
            return Ok(());
        }
        let done = self.staged("done");
        self.remove_all(&done)?;
        self.disk.rename(folder, &done)
    }

    /// Makes it safe that something was moved between these records and what is on its way.
    pub(crate) fn moved_from(&self, records: &Path) -> io::Result<()> {
        let staged = self.records(false);
        // The private folder goes with the last file in it.
        if staged != records && self.disk.kind(records)?.is_some() {
            self.disk.sync_folder(records)?;
        }
        self.disk.sync_folder(&staged)
    }

    /// Removes a folder of ours with the files in it.
    pub(crate) fn remove_all(&self, folder: &Path) -> io::Result<()> {
        if self.disk.kind(folder)?.is_none() {
            return Ok(());
        }
        for name in self.disk.names(folder)? {
            self.disk.remove(&folder.join(name))?;
        }
        self.disk.remove_folder(folder)
    }
}
