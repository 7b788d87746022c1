//! Is a dossier as it was when it was read, at a glance?
//!
//! Names, lengths and times of change are looked at, and no file is read. Whoever holds a dossier in memory asks this before
//! an answer; before a change, [`crate::apply`] compares the bytes themselves.

use crate::folder::{DOCUMENT_FOLDERS, PRIVATE, is_case};
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;
use zopa::text::sha256;

/// How a dossier stands on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(String);

impl Stamp {
    /// Looks at the folder, or at the folder that a case file lies in. Where nothing is, that is a stamp too.
    pub fn of(path: &Path) -> Stamp {
        let root = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
        let mut seen = String::new();
        for folder in [root.to_owned(), root.join(PRIVATE)] {
            let cases = names(&folder).into_iter().map(|name| folder.join(name)).filter(|path| is_case(path));
            cases.for_each(|path| look(&path, &mut seen));
        }
        DOCUMENT_FOLDERS.iter().for_each(|folder| below(&root.join(folder), &mut seen));
        Stamp(sha256(seen.as_bytes()))
    }

    /// The same as a word of hexadecimal digits.
    pub fn word(&self) -> &str {
        &self.0
    }
}

/// Everything in a folder, and in the folders in it. A folder that is a link is not followed.
fn below(folder: &Path, seen: &mut String) {
    for name in names(folder) {
        let path = folder.join(name);
        match path.symlink_metadata() {
            Ok(data) if data.is_dir() => below(&path, seen),
            _ => look(&path, seen),
        }
    }
}

/// One file: what is written down of it changes when it does.
fn look(path: &Path, seen: &mut String) {
    let changed = |data: &Metadata| data.modified().ok()?.duration_since(UNIX_EPOCH).ok();
    let told = match path.metadata() {
        Ok(data) => format!("{} {:?}", data.len(), changed(&data)),
        Err(error) => format!("{:?}", error.kind()),
    };
    seen.push_str(&format!("{:?} {told}\n", path));
}

/// The names in a folder, in order; those that are hidden are not looked at.
fn names(folder: &Path) -> Vec<std::ffi::OsString> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.file_name()));
    let mut names: Vec<_> = entries.filter(|name| !name.as_encoded_bytes().starts_with(b".")).collect();
    names.sort();
    names
}
