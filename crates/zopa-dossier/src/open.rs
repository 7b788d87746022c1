//! What does a dossier hold? A folder, or one case file of it, taken into memory.

use crate::DossierError;
use crate::folder::{DOCUMENT_FOLDERS, File, Folder, LeftOut, case_bytes, is_case};
use std::path::{Path, PathBuf};
use zopa::{Texts, is_private_path};

/// A dossier that has been opened.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// Its files. A case file's path is the one given, with its name; a document's is inside the dossier.
    pub texts: Texts,
    /// What was not read, with the reason. A document among them is not in hand.
    pub left_out: Vec<LeftOut>,
    root: PathBuf,
}

impl Dossier {
    /// Opens a folder: its name is the name of the case. Or one case file: the case is that file alone, named as
    /// the file is, with the documents beside it.
    ///
    /// # Errors
    /// Nothing is there, or no folder and no case file; no case file in it; a case file too large or not to be read.
    /// A document that cannot be read is no error: see [`Dossier::left_out`].
    pub fn open(path: &Path) -> Result<Dossier, DossierError> {
        let real = path.canonicalize().map_err(|error| absent(path, error))?;
        if real.is_dir() {
            let mut folder = Folder::new(real.clone());
            let case_files = folder.case_files(path)?;
            let private_files = folder.private_case_files(path)?;
            if case_files.is_empty() && private_files.is_empty() {
                return Err(DossierError::NoCase(path.to_owned()));
            }
            let name = name_of(real.file_name());
            return Ok(Self::with(real, name, (named(path, case_files), named(path, private_files)), folder));
        }
        let parent = real.parent().map(Path::to_owned);
        match parent.filter(|_| is_case(path) && real.is_file()) {
            Some(parent) => {
                let case_files = vec![(path.display().to_string(), case_bytes(&real, path)?)];
                let folder = Folder::new(parent.clone());
                Ok(Self::with(parent, name_of(path.file_stem()), (case_files, Vec::new()), folder))
            }
            None => Err(DossierError::NotADossier(path.to_owned())),
        }
    }

    /// Case files come as those of everybody and those of the private folder. In a folder that is itself the private
    /// one of a dossier, all are the latter.
    fn with(root: PathBuf, name: String, files: (Vec<File>, Vec<File>), mut folder: Folder) -> Dossier {
        let (mut case_files, mut private_files) = files;
        if root.file_name().is_some_and(|name| is_private_path(&name.to_string_lossy())) {
            private_files.splice(..0, std::mem::take(&mut case_files));
        }
        let documents = folder.documents();
        let texts = Texts { name, case_files, private_files, documents };
        Dossier { texts, left_out: folder.left_out, root }
    }

    /// Would a file written to `path` take the place of a case file, or stand among the documents?
    pub fn holds(&self, path: &Path) -> bool {
        let Some(place) = place(path) else { return false };
        let Ok(inside) = place.strip_prefix(&self.root) else { return false };
        let mut parts = inside.components();
        match (parts.next(), parts.next()) {
            (Some(folder), Some(_)) => DOCUMENT_FOLDERS.iter().any(|name| folder.as_os_str() == *name),
            (Some(_), None) => is_case(inside),
            _ => false,
        }
    }
}

/// Case files with their paths as messages call them.
fn named(folder: &Path, files: Vec<File>) -> Vec<File> {
    files.into_iter().map(|(name, bytes)| (shown(folder, &name), bytes)).collect()
}

/// Where a file would really lie: links resolved, the file itself there or not.
fn place(path: &Path) -> Option<PathBuf> {
    if let Ok(place) = path.canonicalize() {
        return Some(place);
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(parent.canonicalize().ok()?.join(path.file_name()?))
}

fn absent(path: &Path, error: std::io::Error) -> DossierError {
    match error.kind() {
        std::io::ErrorKind::NotFound => DossierError::Absent(path.to_owned()),
        _ => DossierError::Unreadable(path.to_owned(), error),
    }
}

/// A file of a folder as messages call it, so that a terminal can open it.
fn shown(folder: &Path, name: &str) -> String {
    if folder == Path::new(".") { name.to_owned() } else { folder.join(name).display().to_string() }
}

fn name_of(name: Option<&std::ffi::OsStr>) -> String {
    name.map_or_else(|| "case".to_owned(), |name| name.to_string_lossy().into_owned())
}
