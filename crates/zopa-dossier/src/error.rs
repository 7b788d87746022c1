//! What can be wrong with a folder, and what is the way out?

use std::io;
use std::path::{Path, PathBuf};
use zopa::Problem;
use zopa::report::{adding, cli as words, desk};

/// A folder that cannot be read, or a file that cannot be written. Paths are as the user gave them.
#[derive(Debug)]
pub enum DossierError {
    /// Nothing is there.
    Absent(PathBuf),
    /// It is neither a folder nor a file whose name ends in `.zopa`.
    NotADossier(PathBuf),
    /// The folder holds no file whose name ends in `.zopa`.
    NoCase(PathBuf),
    /// A case file of more than [`crate::CASE_FILE_MOST`] bytes.
    CaseTooLarge(PathBuf),
    /// The system refuses to read it.
    Unreadable(PathBuf, io::Error),
    /// The system refuses to write it, or a folder stands in its place. What was there before is there still.
    Unwritable(PathBuf, io::Error),
    /// The system refuses to write this file of a dossier. All that was to be changed is as it was.
    NotChanged(PathBuf, io::Error),
    /// A file was to be written over a file of the case or one of its documents.
    Protected(PathBuf),
    /// Files of a dossier that are not as they were when they were read; nothing was written.
    ChangedSince(Vec<PathBuf>),
    /// Somebody else is writing in the dossier.
    Busy(PathBuf),
    /// A path that leads out of the dossier, through a link, or to what is no file.
    BadPlace(PathBuf),
    /// A change was made that could neither be put in place nor taken back: the system refuses to write this file.
    Unfinished(PathBuf, io::Error),
    /// What is kept of a change cannot be understood.
    Damaged(PathBuf),
    /// A new dossier was to be made where something is.
    NotEmpty(PathBuf),
    /// A case file that is to be changed and is not UTF-8 text.
    NoText(PathBuf),
    /// No change is kept that could be taken back.
    NothingToUndo(PathBuf),
    /// A desk is open on the dossier already, at this address.
    Served(PathBuf, String),
}

impl DossierError {
    /// Was something named that is not there, or not a thing to be opened? Otherwise the folder itself is at fault.
    pub fn is_wrong_usage(&self) -> bool {
        matches!(
            self,
            Self::Absent(_) | Self::NotADossier(_) | Self::Protected(_) | Self::BadPlace(_) | Self::NotEmpty(_)
        )
    }

    /// What to tell the user: a stable code, what is wrong, and the way out.
    pub fn problem(&self) -> Problem {
        let shown = |path: &Path| path.display().to_string();
        let (code, message, help) = match self {
            Self::Absent(path) => ("no-such-folder", words::absent(&shown(path)), words::NAME_A_DOSSIER.to_owned()),
            Self::NotADossier(path) => {
                ("not-a-dossier", words::not_a_dossier(&shown(path)), words::NAME_A_DOSSIER.to_owned())
            }
            Self::NoCase(path) => ("no-case-file", words::no_case(&shown(path)), words::WRITE_A_CASE.to_owned()),
            Self::CaseTooLarge(path) => {
                ("case-too-large", words::case_too_large(&shown(path)), words::case_most(crate::CASE_FILE_MOST))
            }
            Self::Unreadable(path, error) => {
                ("unreadable", words::unreadable(&shown(path), &reason(error)), words::LET_READ.to_owned())
            }
            Self::Unwritable(path, error) => {
                ("unwritable", words::unwritable(&shown(path), &reason(error)), words::WRITE_ELSEWHERE.to_owned())
            }
            Self::NotChanged(path, error) => {
                ("unwritable", words::unwritable(&shown(path), &reason(error)), words::LET_WRITE.to_owned())
            }
            Self::Protected(path) => {
                ("part-of-the-case", words::protected(&shown(path)), words::WRITE_ELSEWHERE.to_owned())
            }
            Self::ChangedSince(paths) => {
                let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
                ("changed-since", words::changed_since(&paths), words::LOOK_AND_TRY_AGAIN.to_owned())
            }
            Self::Busy(path) => ("busy", words::busy(&shown(path)), words::TRY_LATER.to_owned()),
            Self::BadPlace(path) => ("bad-place", words::bad_place(&shown(path)), words::NAME_A_PLACE.to_owned()),
            Self::Unfinished(path, error) => {
                ("unfinished", words::unfinished(&shown(path), &reason(error)), words::LET_FINISH.to_owned())
            }
            Self::Damaged(path) => ("damaged", words::damaged(&shown(path)), words::MOVE_AWAY.to_owned()),
            Self::NotEmpty(path) => ("not-empty", adding::not_empty(&shown(path)), adding::NAME_ANOTHER.to_owned()),
            Self::NoText(path) => ("case-not-text", adding::not_text(&shown(path)), adding::SAVE_AS_UTF8.to_owned()),
            Self::NothingToUndo(path) => {
                ("nothing-to-undo", words::nothing_to_undo(&shown(path)), words::UNDO_MOST.to_owned())
            }
            Self::Served(path, address) => ("served", desk::served(&shown(path)), desk::go_there(address)),
        };
        Problem { code, message, help }
    }
}

/// Why the system refused, in words of our own: those of the system change with the machine and its language.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => words::NOT_PERMITTED.to_owned(),
        io::ErrorKind::NotFound => words::NO_SUCH_PLACE.to_owned(),
        io::ErrorKind::IsADirectory => words::A_FOLDER.to_owned(),
        io::ErrorKind::NotADirectory => words::NOT_A_FOLDER.to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => words::READ_ONLY.to_owned(),
        io::ErrorKind::StorageFull => words::NO_ROOM.to_owned(),
        kind => kind.to_string(),
    }
}

impl std::fmt::Display for DossierError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.problem().message)
    }
}

impl std::error::Error for DossierError {}
