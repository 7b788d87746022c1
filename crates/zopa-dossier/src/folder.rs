//! Which files of a folder are read, and which are left out?
//!
//! By name in the order of their bytes, so that the machine and its language change nothing.

use crate::DossierError;
use std::fs;
use std::path::{Path, PathBuf};
use zopa::is_private_path;

/// The most bytes that a case file may have: 16 MiB.
pub const CASE_FILE_MOST: u64 = 16 << 20;

/// The most bytes that the documents may have together: 256 MiB. Those that come after are left out.
pub const DOCUMENTS_MOST: u64 = 256 << 20;

/// The folder of what stays at the desk: documents, and case files.
pub(crate) const PRIVATE: &str = "private";

/// The folders whose files are documents.
pub(crate) const DOCUMENT_FOLDERS: [&str; 2] = ["documents", PRIVATE];

/// A file or folder that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Inside the dossier, with `/` between its parts.
    pub path: String,
    /// Why.
    pub reason: Reason,
}

/// Why a file or folder was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A link to a place outside the dossier, to a folder, or to nothing.
    Link,
    /// A link from elsewhere into `private/`: what it leads to would not be known as private.
    IntoPrivate,
    /// With it, the documents would be more than [`DOCUMENTS_MOST`] bytes.
    TooLarge,
    /// The system refuses to read it.
    Unreadable,
    /// Its name is not UTF-8, so that no case can name it. The path is as near to it as text can be.
    Name,
}

/// A path inside the dossier, and bytes.
pub(crate) type File = (String, Vec<u8>);

/// A folder being read.
pub(crate) struct Folder {
    /// Resolved: no link in it.
    pub(crate) root: PathBuf,
    room: u64,
    pub(crate) left_out: Vec<LeftOut>,
}

impl Folder {
    pub(crate) fn new(root: PathBuf) -> Self {
        Folder { root, room: DOCUMENTS_MOST, left_out: Vec::new() }
    }

    /// The files directly in the folder whose names end in `.zopa`. `shown` is the folder as the user gave it.
    pub(crate) fn case_files(&mut self, shown: &Path) -> Result<Vec<File>, DossierError> {
        let names = names(&self.root).map_err(|error| DossierError::Unreadable(shown.to_owned(), error))?;
        let mut files = Vec::new();
        for name in names {
            files.extend(self.case_file(name.clone(), &shown.join(name))?);
        }
        Ok(files)
    }

    /// The files directly in `private/` whose names end in `.zopa`; none if there is no such folder.
    pub(crate) fn private_case_files(&mut self, shown: &Path) -> Result<Vec<File>, DossierError> {
        let folder = self.root.join(PRIVATE);
        // A folder that is a link is not followed; it is told of among the documents.
        let names = if folder.is_symlink() { Vec::new() } else { names(&folder).unwrap_or_default() };
        let mut files = Vec::new();
        for name in names {
            let inside = format!("{PRIVATE}/{name}");
            files.extend(self.case_file(inside, &shown.join(PRIVATE).join(name))?);
        }
        Ok(files)
    }

    /// A case file by its path inside the folder; `None` if it is none, or is left out.
    fn case_file(&mut self, inside: String, shown: &Path) -> Result<Option<File>, DossierError> {
        let path = self.root.join(&inside);
        if !is_case(&path) || path.is_dir() {
            return Ok(None);
        }
        match self.resolved(&path) {
            Some(real) if self.leads_into_private(&real, &inside) => self.leave_out(inside, Reason::IntoPrivate),
            Some(real) if real.is_file() => return Ok(Some((inside, case_bytes(&real, shown)?))),
            Some(_) => {}
            None => self.leave_out(inside, Reason::Link),
        }
        Ok(None)
    }

    /// Is it private where it really lies, and not by its path?
    fn leads_into_private(&self, real: &Path, inside: &str) -> bool {
        let real = real.strip_prefix(&self.root).unwrap_or(real).to_string_lossy();
        is_private_path(&real) && !is_private_path(inside)
    }

    /// Every file below the folders of documents.
    pub(crate) fn documents(&mut self) -> Vec<File> {
        let mut files = Vec::new();
        for folder in DOCUMENT_FOLDERS {
            let path = self.root.join(folder);
            if path.symlink_metadata().is_ok() {
                self.entry(path, folder.to_owned(), &mut files);
            }
        }
        files
    }

    /// One file, or one folder with all that is in it. Links are followed to files alone: a linked folder could hold
    /// itself.
    fn entry(&mut self, path: PathBuf, inside: String, files: &mut Vec<File>) {
        if is_private_case(&inside) {
            return;
        }
        match self.resolved(&path) {
            Some(real) if self.leads_into_private(&real, &inside) => self.leave_out(inside, Reason::IntoPrivate),
            Some(real) if real.is_file() => self.document(&real, inside, files),
            Some(real) if real.is_dir() && !path.is_symlink() => self.below(&real, &inside, files),
            Some(real) if !real.is_dir() => {}
            _ => self.leave_out(inside, Reason::Link),
        }
    }

    fn below(&mut self, folder: &Path, inside: &str, files: &mut Vec<File>) {
        let Ok(names) = names(folder) else {
            return self.leave_out(inside.to_owned(), Reason::Unreadable);
        };
        for name in names {
            let path = folder.join(&name);
            let inside = format!("{inside}/{name}");
            if path.symlink_metadata().is_ok() {
                self.entry(path, inside, files);
            } else {
                self.leave_out(inside, Reason::Name);
            }
        }
    }

    fn document(&mut self, path: &Path, inside: String, files: &mut Vec<File>) {
        let length = path.metadata().map_or(u64::MAX, |data| data.len());
        if length > self.room {
            return self.leave_out(inside, Reason::TooLarge);
        }
        match fs::read(path) {
            Ok(bytes) => {
                self.room -= length;
                files.push((inside, bytes));
            }
            Err(_) => self.leave_out(inside, Reason::Unreadable),
        }
    }

    /// Where it really is, if that is inside the folder.
    fn resolved(&self, path: &Path) -> Option<PathBuf> {
        path.canonicalize().ok().filter(|real| real.starts_with(&self.root))
    }

    fn leave_out(&mut self, path: String, reason: Reason) {
        self.left_out.push(LeftOut { path, reason });
    }
}

/// Does its name end as that of a case file?
pub(crate) fn is_case(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "zopa")
}

/// Is it a case file of the private folder, and so no document?
pub(crate) fn is_private_case(inside: &str) -> bool {
    let name = inside.strip_prefix(PRIVATE).and_then(|rest| rest.strip_prefix('/'));
    name.is_some_and(|name| !name.contains('/') && is_case(Path::new(name)))
}

/// The bytes of a case file.
pub(crate) fn case_bytes(path: &Path, shown: &Path) -> Result<Vec<u8>, DossierError> {
    let refused = |error| DossierError::Unreadable(shown.to_owned(), error);
    if path.metadata().map_err(refused)?.len() > CASE_FILE_MOST {
        return Err(DossierError::CaseTooLarge(shown.to_owned()));
    }
    fs::read(path).map_err(refused)
}

/// The names in a folder, in the order of their bytes, without those that begin with a full stop.
pub(crate) fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}
