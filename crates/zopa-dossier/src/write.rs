//! How is a file put down, whole or not at all?

use crate::DossierError;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How many names are tried for the file beside it.
const NAMES_MOST: u32 = 100;

/// Writes a file: beside its place first, then into its place in one move. A reader sees the old file or the new one,
/// never a part. What is no file and no folder (a device, a pipe) is written to as it is.
///
/// # Errors
/// [`DossierError::Unwritable`]; then the place is as it was, and nothing is left beside it.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), DossierError> {
    placed(path, bytes).map_err(|error| DossierError::Unwritable(path.to_owned(), error))
}

fn placed(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: its file is the one that is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match path.metadata() {
        Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => File::options().write(true).open(&path)?.write_all(bytes),
        Ok(there) => replaced(&path, bytes, Some(there.permissions())),
        Err(_) => replaced(&path, bytes, None),
    }
}

fn replaced(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let (beside, file) = beside(path)?;
    let done = filled(file, bytes, permissions).and_then(|()| fs::rename(&beside, path));
    if done.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    done
}

fn filled(mut file: File, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()
}

/// A new file in the same folder, so that the move stays on one disk.
fn beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let mut last = io::ErrorKind::AlreadyExists.into();
    for number in 0..NAMES_MOST {
        let beside = path.with_file_name(format!(".{name}.{}-{number}.part", std::process::id()));
        match File::create_new(&beside) {
            Ok(file) => return Ok((beside, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The move itself fails: what was written beside the place goes.
    #[test]
    fn a_move_that_fails_leaves_nothing_beside_the_place() {
        let folder = std::env::temp_dir().join(format!("zopa-write-{}", std::process::id()));
        let place = folder.join("page.html");
        fs::create_dir_all(place.join("kept")).unwrap();
        assert!(replaced(&place, b"page", None).is_err());
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(left, ["page.html"]);
    }
}
