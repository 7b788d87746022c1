//! Which dossier lies on the desk, and how does it stand?
//!
//! It is kept in memory as long as nothing of it has changed on the disk, and read again when something has: by this desk, by
//! another program, by hand. The last readings are kept by what was read: an edit that was looked at before it was made, and a
//! change that is taken back, are not read anew. The same bytes give the same reading.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use zopa::text::{Kept, sha256};
use zopa::{Edited, Read, Texts};
use zopa_dossier::{Dossier, DossierError, Stamp};

/// How many readings are kept: the one that is shown, and one on either side of it.
const READINGS_MOST: usize = 3;

/// The dossier that is served.
#[derive(Default)]
pub(crate) struct Desk {
    dir: PathBuf,
    held: Mutex<Option<Arc<Held>>>,
    readings: Mutex<VecDeque<(String, Arc<Read>)>>,
    changing: Mutex<()>,
    kept: Kept,
}

/// A dossier as it was read.
pub(crate) struct Held {
    pub(crate) dossier: Dossier,
    pub(crate) read: Arc<Read>,
    stamp: Stamp,
    /// The last page that took long to make, with what it was asked by.
    page: Mutex<Option<(String, String)>>,
}

impl Held {
    /// A word that changes with the dossier.
    pub(crate) fn stamp(&self) -> &str {
        self.stamp.word()
    }

    /// A page, made once as long as nothing of the dossier changes and nothing else is asked.
    pub(crate) fn once<E>(&self, asked: &str, make: impl FnOnce() -> Result<String, E>) -> Result<String, E> {
        let mut page = locked(&self.page);
        if let Some((_, made)) = page.as_ref().filter(|(known, _)| known == asked) {
            return Ok(made.clone());
        }
        let made = make()?;
        *page = Some((asked.to_owned(), made.clone()));
        Ok(made)
    }
}

impl Desk {
    pub(crate) fn of(dir: &Path) -> Desk {
        Desk { dir: dir.to_owned(), ..Desk::default() }
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
        let mut dossier = Dossier::open_any(&self.dir)?;
        dossier.texts.kept = self.kept.clone();
        let read = self.read(&dossier.texts);
        let now = Arc::new(Held { dossier, read, stamp, page: Mutex::default() });
        *held = Some(Arc::clone(&now));
        Ok(now)
    }

    /// Reads it, unless these very bytes have been read just now.
    fn read(&self, texts: &Texts) -> Arc<Read> {
        let print = print(texts);
        let known = locked(&self.readings).iter().find(|(known, _)| *known == print).map(|(_, read)| Arc::clone(read));
        known.unwrap_or_else(|| {
            let read = Arc::new(zopa::read(texts));
            self.keep(print, Arc::clone(&read));
            read
        })
    }

    /// Keeps the reading that an edit of a dossier has given.
    pub(crate) fn expect(&self, held: &Held, edited: &Edited) {
        if let Some(read) = edited.after.read() {
            self.keep(print(&edited.texts(&held.dossier.texts)), Arc::clone(read));
        }
    }

    fn keep(&self, print: String, read: Arc<Read>) {
        let mut readings = locked(&self.readings);
        readings.push_front((print, read));
        readings.truncate(READINGS_MOST);
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

/// What stands for the bytes of a dossier.
fn print(texts: &Texts) -> String {
    let files = texts.case_files.iter().chain(&texts.private_files).chain(&texts.documents);
    let each = files.map(|(path, bytes)| format!("{path}\n{}\n", sha256(bytes)));
    let (cases, private) = (texts.case_files.len(), texts.private_files.len());
    sha256(format!("{}\n{cases} {private}\n{}", texts.name, each.collect::<String>()).as_bytes())
}

/// Whoever held a lock and failed has left nothing half-made: what is guarded is put in place whole.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
