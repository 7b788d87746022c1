//! What does a dossier hold? A folder, or one case file of it, taken into memory.

use crate::DossierError;
use crate::desk::DESK;
use crate::folder::{DOCUMENT_FOLDERS, File, Folder, LeftOut, PRIVATE, case_bytes, is_case};
use crate::through::Settled;
use std::path::{Path, PathBuf};
use zopa::{Texts, is_private_path};

/// How often a folder is read again in which somebody began to write.
const TRIES: u32 = 3;

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
        let dossier = Self::open_any(path)?;
        let nothing = dossier.texts.case_files.is_empty() && dossier.texts.private_files.is_empty();
        if nothing { Err(DossierError::NoCase(path.to_owned())) } else { Ok(dossier) }
    }

    /// The same, and a folder without a case file is one too: nothing is in it yet.
    ///
    /// # Errors
    /// As [`Dossier::open`].
    pub fn open_any(path: &Path) -> Result<Dossier, DossierError> {
        let real = path.canonicalize().map_err(|error| absent(path, error))?;
        let is_folder = real.is_dir();
        let root =
            if is_folder { Some(real.as_path()) } else { real.parent().filter(|_| is_case(path) && real.is_file()) };
        let Some(root) = root else { return Err(DossierError::NotADossier(path.to_owned())) };
        let home = home(root);
        for _ in 0..TRIES {
            let settled = Settled::of(home)?;
            let dossier =
                if is_folder { Self::folder(path, root, &settled)? } else { Self::file(path, &real, root, &settled)? };
            if !settled.was_missed() {
                return Ok(dossier);
            }
        }
        Err(DossierError::Busy(root.to_owned()))
    }

    fn folder(path: &Path, root: &Path, settled: &Settled<'_>) -> Result<Dossier, DossierError> {
        let mut folder = Folder::new(root.to_owned());
        let case_files = settled.case_files(folder.case_files(path)?);
        let private_files = settled.private_files(folder.private_case_files(path)?);
        let files = (named(path, case_files), named(path, private_files));
        Ok(Self::with(name_of(root.file_name()), files, folder, settled))
    }

    fn file(path: &Path, real: &Path, root: &Path, settled: &Settled<'_>) -> Result<Dossier, DossierError> {
        let inside = name_of(real.file_name());
        let file = vec![(inside.clone(), case_bytes(real, path)?)];
        let file = settled.case_files(file).into_iter().filter(|(name, _)| *name == inside);
        let case_files = file.map(|(_, bytes)| (path.display().to_string(), bytes)).collect();
        Ok(Self::with(name_of(path.file_stem()), (case_files, Vec::new()), Folder::new(root.to_owned()), settled))
    }

    /// Case files come as those of everybody and those of the private folder. In a folder that is itself the private
    /// one of a dossier, all are the latter.
    fn with(name: String, files: (Vec<File>, Vec<File>), mut folder: Folder, settled: &Settled<'_>) -> Dossier {
        let root = folder.root.clone();
        let (mut case_files, mut private_files) = files;
        if root.file_name().is_some_and(|name| is_private_path(&name.to_string_lossy())) {
            private_files.splice(..0, std::mem::take(&mut case_files));
        }
        let documents = settled.documents(folder.documents());
        let texts = Texts { name, case_files, private_files, documents, ..Texts::default() };
        Dossier { texts, left_out: folder.left_out, root }
    }

    /// The folder, links in its path resolved: where [`crate::apply`] changes it.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path inside the dossier of a case file as [`Dossier::texts`] calls it: where it really lies. `None` if that is
    /// elsewhere.
    pub fn inside(&self, shown: &str) -> Option<String> {
        let real = Path::new(shown).canonicalize().ok()?;
        let inside = real.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = inside.components().map(|part| part.as_os_str().to_str()).collect();
        parts.map(|parts| parts.join("/"))
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

/// The dossier whose changes a folder is a part of: a private folder can lie in one.
fn home(folder: &Path) -> &Path {
    let private = folder.file_name().is_some_and(|name| name == PRIVATE);
    folder.parent().filter(|above| private && above.join(DESK).is_dir()).unwrap_or(folder)
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
