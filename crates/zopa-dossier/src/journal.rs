//! How is a change of several files made whole, or not at all?
//!
//! A change is written down in `.zopa/undo/next`: the bytes that each file is to have (`0.new`), those that it has
//! (`0.old`), and the list of them. When all of it is safe, one rename to `.zopa/undo/now` decides that the change is made.
//! Then each `new` is moved to its place, and the folder, with what is left in it, becomes the record that the change can be
//! taken back by.
//!
//! Whoever finds `.zopa/undo/now` goes on where another was cut short. Where each file stands is seen by its bytes alone: as
//! before, as after, or as somebody has made it since. The last is never written over.
//!
//! To make something safe is what takes the time, so it is done where something hangs on it alone. That the folder has become
//! a record is made safe by the next change: its own rename happens in the same folder, later. Until then whoever finds
//! it where it was finds everything in its place, and does no more than that rename.

use crate::change::{Change, Entry, standing};
use crate::desk::Desk;
use crate::disk::{Disk, Kind};
use crate::manifest::{Manifest, Print, Record, Row};
use crate::{DossierError, undo};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use zopa::text::sha256;

/// The list of a change, beside its bytes.
pub(crate) const LIST: &str = "list";

/// The changes of a dossier. All of it is done under the lock of [`Desk::alone`].
#[derive(Clone, Copy)]
pub(crate) struct Journal<'a> {
    pub(crate) desk: Desk<'a>,
}

/// How a file stands to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    Before,
    After,
    /// Somebody has changed it since.
    Otherwise,
}

impl Row {
    pub(crate) fn stands(&self, bytes: Option<&[u8]>) -> Stands {
        let print: Print = bytes.map(sha256);
        match print {
            print if print == self.after => Stands::After,
            print if print == self.before => Stands::Before,
            _ => Stands::Otherwise,
        }
    }
}

/// A place, and why the system refuses to write there.
type Refused = (PathBuf, io::Error);

impl<'a> Journal<'a> {
    pub(crate) fn new(disk: &'a dyn Disk, root: &'a Path) -> Self {
        Journal { desk: Desk { disk, root } }
    }

    fn disk(&self) -> &'a dyn Disk {
        self.desk.disk
    }

    /// Removes what was never decided, and finishes what was.
    pub(crate) fn recover(&self) -> Result<(), DossierError> {
        // What cannot be removed is of no consequence, or fails again when the place is needed.
        let _ = self.desk.remove_all(&self.desk.staged("done"));
        let _ = self.desk.remove_all(&self.desk.staged("next"));
        match self.decided()? {
            Some(manifest) => self.finish(&manifest).map_err(|(place, error)| DossierError::Unfinished(place, error)),
            None => Ok(()),
        }
    }

    /// The change that is decided and not finished, if there is one.
    pub(crate) fn decided(&self) -> Result<Option<Manifest>, DossierError> {
        let list = self.desk.staged("now").join(LIST);
        match self.disk().read(&list) {
            Ok(bytes) => Manifest::read(&bytes).map(Some).ok_or(DossierError::Damaged(self.desk.staged("now"))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(DossierError::Unreadable(list, error)),
        }
    }

    /// Makes a change that is kept under this number.
    pub(crate) fn make(&self, change: &Change, record: Record) -> Result<(), DossierError> {
        self.unchanged(change)?;
        let manifest = Manifest::of(change, record);
        let last = undo::last(self);
        if let Err((place, error)) = self.written(change, &manifest, last.as_ref()).and_then(|()| self.decide()) {
            let _ = self.desk.remove_all(&self.desk.staged("next"));
            return Err(DossierError::NotChanged(place, error));
        }
        match self.finish(&manifest) {
            Ok(()) => {
                undo::prune(self);
                Ok(())
            }
            Err((place, error)) => Err(match self.taken_back(&manifest) {
                Ok(()) => DossierError::NotChanged(place, error),
                Err(_) => DossierError::Unfinished(place, error),
            }),
        }
    }

    /// Is every file as it was when the change was thought out?
    fn unchanged(&self, change: &Change) -> Result<(), DossierError> {
        let mut changed = Vec::new();
        for entry in &change.entries {
            if standing(self.disk(), self.desk.root, &entry.path)? != entry.before {
                changed.push(PathBuf::from(&entry.path));
            }
        }
        if changed.is_empty() { Ok(()) } else { Err(DossierError::ChangedSince(changed)) }
    }

    /// Writes the change down beside everything, and makes it safe.
    fn written(&self, change: &Change, manifest: &Manifest, last: Option<&Manifest>) -> Result<(), Refused> {
        let next = self.desk.staged("next");
        let at = |place: &Path| {
            let place = place.to_owned();
            move |error| (place, error)
        };
        self.disk().make_folder(&next).map_err(at(&next))?;
        for (number, (entry, row)) in change.entries.iter().zip(&manifest.rows).enumerate() {
            // What the last change has put there is safe already.
            let is_safe =
                last.is_some_and(|last| last.rows.iter().any(|put| put.path == row.path && put.after == row.before));
            self.copies(&next, number, entry, is_safe).map_err(at(&self.desk.root.join(&entry.path)))?;
        }
        self.desk.write(&next.join(LIST), manifest.text().as_bytes()).map_err(at(&next))?;
        self.disk().sync_folder(&next).map_err(at(&next))
    }

    fn copies(&self, next: &Path, number: usize, entry: &Entry, is_safe: bool) -> io::Result<()> {
        if let Some(bytes) = &entry.before {
            self.held(&self.desk.root.join(&entry.path), &next.join(format!("{number}.old")), bytes, is_safe)?;
        }
        if let Some(bytes) = &entry.after {
            let new = next.join(format!("{number}.new"));
            self.desk.write(&new, bytes)?;
            if entry.before.is_some() {
                self.disk().permit_as(&new, &self.desk.root.join(&entry.path))?;
            }
        }
        Ok(())
    }

    /// A second name for the file itself, which another takes the place of; where there is no such thing, a copy.
    fn held(&self, place: &Path, old: &Path, bytes: &[u8], is_safe: bool) -> io::Result<()> {
        if self.disk().link(place, old).is_ok() {
            return if is_safe { Ok(()) } else { self.disk().sync(old) };
        }
        if self.disk().kind(old)?.is_some() {
            self.disk().remove(old)?;
        }
        self.desk.write(old, bytes)
    }

    /// The one rename.
    fn decide(&self) -> Result<(), Refused> {
        let (next, now) = (self.desk.staged("next"), self.desk.staged("now"));
        let refused = |error| (now.clone(), error);
        self.disk().rename(&next, &now).map_err(refused)?;
        self.disk().sync_folder(&self.desk.records(false)).map_err(|error| {
            // Not known to be safe, so not decided; and nothing has been moved.
            let _ = self.disk().rename(&now, &next);
            refused(error)
        })
    }

    /// Puts everything in its place, and keeps the record. May be called again, wherever it was cut short.
    fn finish(&self, manifest: &Manifest) -> Result<(), Refused> {
        let now = self.desk.staged("now");
        for (number, row) in manifest.rows.iter().enumerate() {
            self.place(&now.join(format!("{number}.new")), row)
                .map_err(|error| (self.desk.root.join(&row.path), error))?;
        }
        // Everything is in its place. What of the rest fails, the next one does: it finds all as after the change.
        let _ = self.recorded(manifest, &now);
        Ok(())
    }

    fn place(&self, new: &Path, row: &Row) -> io::Result<()> {
        let place = self.desk.root.join(&row.path);
        let staged = self.disk().kind(new)?.is_some();
        match self.stands(row)? {
            Stands::Before if row.after.is_none() => self.disk().remove(&place)?,
            Stands::Before if staged => {
                place.parent().map_or(Ok(()), |folder| self.desk.make_folders(folder))?;
                self.disk().rename(new, &place)?;
            }
            _ if staged => self.disk().remove(new)?,
            _ => {}
        }
        let folder = place.parent().filter(|folder| matches!(self.disk().kind(folder), Ok(Some(Kind::Folder))));
        folder.map_or(Ok(()), |folder| self.disk().sync_folder(folder))
    }

    fn stands(&self, row: &Row) -> io::Result<Stands> {
        match standing(self.disk(), self.desk.root, &row.path) {
            Ok(bytes) => Ok(row.stands(bytes.as_deref())),
            // A link or a folder stands there by now.
            Err(DossierError::BadPlace(_)) => Ok(Stands::Otherwise),
            Err(DossierError::Unreadable(_, error)) => Err(error),
            Err(_) => Err(ErrorKind::Other.into()),
        }
    }

    /// Everything is in its place: what is left of the change becomes its record.
    fn recorded(&self, manifest: &Manifest, now: &Path) -> io::Result<()> {
        let is_private = manifest.is_private();
        let records = self.desk.records(is_private);
        match manifest.record {
            Record::Keep(number) => {
                self.desk.make_folders(&records)?;
                let record = records.join(undo::name(number));
                // What is left of one that was removed in part.
                self.desk.remove_all(&record)?;
                self.disk().rename(now, &record)?;
                if is_private { self.desk.moved_from(&records) } else { Ok(()) }
            }
            Record::Forget(number) => {
                // The record goes first, and safely: without this change it would be one that cannot be taken back.
                self.desk.move_away(&records.join(undo::name(number)))?;
                self.desk.moved_from(&records)?;
                self.desk.move_away(now)?;
                self.desk.remove_all(&self.desk.staged("done"))
            }
        }
    }

    /// The change cannot be finished: everything goes back, and then it is as if it had never been decided. Cut short
    /// at any point, it is a change that is decided and not finished.
    fn taken_back(&self, manifest: &Manifest) -> io::Result<()> {
        let (next, now) = (self.desk.staged("next"), self.desk.staged("now"));
        for (number, row) in manifest.rows.iter().enumerate().rev() {
            self.put_back(&now, number, row)?;
        }
        self.disk().sync_folder(&now)?;
        self.disk().rename(&now, &next)?;
        self.disk().sync_folder(&self.desk.records(false))?;
        let _ = self.desk.remove_all(&next);
        Ok(())
    }

    fn put_back(&self, now: &Path, number: usize, row: &Row) -> io::Result<()> {
        let place = self.desk.root.join(&row.path);
        if row.before == row.after || self.stands(row)? != Stands::After {
            return Ok(());
        }
        let file = |end: &str| now.join(format!("{number}.{end}"));
        if row.before.is_none() {
            self.disk().rename(&place, &file("new"))?;
        } else {
            if row.after.is_some() && self.disk().kind(&file("new"))?.is_none() {
                self.copied(&place, &place, &file("again"))?;
                self.disk().rename(&file("again"), &file("new"))?;
                self.disk().sync_folder(now)?;
            }
            self.copied(&file("old"), &place, &file("back"))?;
            self.disk().rename(&file("back"), &place)?;
        }
        place.parent().map_or(Ok(()), |folder| self.disk().sync_folder(folder))
    }

    /// A copy of a file's bytes, with the permissions of another that may not be there.
    fn copied(&self, from: &Path, permitted: &Path, to: &Path) -> io::Result<()> {
        if self.disk().kind(to)?.is_some() {
            self.disk().remove(to)?;
        }
        self.desk.write(to, &self.disk().read(from)?)?;
        match self.disk().kind(permitted)? {
            Some(_) => self.disk().permit_as(to, permitted),
            None => Ok(()),
        }
    }

    /// The number of the next record.
    pub(crate) fn next_record(&self) -> Result<Record, DossierError> {
        Ok(Record::Keep(undo::newest(self)?.map_or(1, |newest| newest.number + 1)))
    }
}
