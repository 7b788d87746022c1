//! Which dossier lies on the desk, and how does it stand?
//!
//! It is kept in memory as long as nothing of it has changed on the disk, and read again when something has: by this desk, by
//! another program, by hand.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use zopa::Read;
use zopa_dossier::{Dossier, DossierError, Stamp};

/// The dossier that is served.
pub(crate) struct Desk {
    dir: PathBuf,
    held: Mutex<Option<Arc<Held>>>,
    changing: Mutex<()>,
}

/// A dossier as it was read.
pub(crate) struct Held {
    pub(crate) dossier: Dossier,
    pub(crate) read: Read,
    stamp: Stamp,
}

impl Held {
    /// A word that changes with the dossier.
    pub(crate) fn stamp(&self) -> &str {
        self.stamp.word()
    }
}

impl Desk {
    pub(crate) fn of(dir: &Path) -> Desk {
        Desk { dir: dir.to_owned(), held: Mutex::new(None), changing: Mutex::new(()) }
    }

    /// The folder as the user named it.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The dossier as it stands now.
    pub(crate) fn now(&self) -> Result<Arc<Held>, DossierError> {
        let stamp = Stamp::of(&self.dir);
        let mut held = locked(&self.held);
        if let Some(held) = held.as_ref().filter(|held| held.stamp == stamp) {
            return Ok(Arc::clone(held));
        }
        let dossier = Dossier::open_any(&self.dir)?;
        let read = zopa::read(&dossier.texts);
        let now = Arc::new(Held { dossier, read, stamp });
        *held = Some(Arc::clone(&now));
        Ok(now)
    }

    /// How it stands on the disk, without reading it.
    pub(crate) fn stamp(&self) -> String {
        Stamp::of(&self.dir).word().to_owned()
    }

    /// Changes it: one change after the other, each made from the dossier as it stands then.
    pub(crate) fn change<T>(&self, make: impl FnOnce(&Held) -> T) -> Result<T, DossierError> {
        let _alone = locked(&self.changing);
        let held = self.now()?;
        let made = make(&held);
        // What it is now is read anew, whatever the times of the files say.
        *locked(&self.held) = None;
        Ok(made)
    }
}

/// Whoever held a lock and failed has left nothing half-made: what is guarded is put in place whole.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
