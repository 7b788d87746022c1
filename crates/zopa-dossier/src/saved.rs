//! What does a file say that was saved earlier and belongs to no case?

use crate::DossierError;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Bytes of such a file at most.
pub const SAVED_MOST: u64 = 256 << 20;

/// The text of a file; none where there is no file of this name. What is not UTF-8 is replaced: it is no answer of ours.
///
/// # Errors
/// [`DossierError::Unreadable`]: the system refuses to read it, it is a folder, or it has more than [`SAVED_MOST`]
/// bytes.
pub fn read_text(path: &Path) -> Result<Option<String>, DossierError> {
    match bytes(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(DossierError::Unreadable(path.to_owned(), error)),
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(SAVED_MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > SAVED_MOST { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
