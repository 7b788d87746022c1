//! Is a desk open on this dossier already?
//!
//! A file in the program's own folder is locked for as long as a desk is open, and says at which address. The system drops
//! the lock with the process, however that ends.

use crate::DossierError;
use crate::desk::Desk;
use crate::disk::RealDisk;
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// A place at the desk of a dossier, held until it is dropped.
#[derive(Debug)]
pub struct Seat {
    /// None where nothing can be written beside the dossier, or the file system knows no locks.
    file: Option<File>,
}

impl Seat {
    /// Takes the place at the desk of the dossier in a folder.
    ///
    /// # Errors
    /// [`DossierError::Served`]: somebody has it.
    pub fn take(root: &Path) -> Result<Seat, DossierError> {
        let desk = Desk { disk: &RealDisk, root };
        let opened = desk
            .set_up()
            .and_then(|()| File::options().read(true).write(true).create(true).truncate(false).open(desk.at("serve")));
        let Ok(mut file) = opened else { return Ok(Seat { file: None }) };
        match file.try_lock() {
            Ok(()) => Ok(Seat { file: Some(file) }),
            Err(TryLockError::WouldBlock) => {
                let mut address = String::new();
                let _ = (&mut file).take(200).read_to_string(&mut address);
                Err(DossierError::Served(root.to_owned(), address.trim().to_owned()))
            }
            Err(TryLockError::Error(_)) => Ok(Seat { file: None }),
        }
    }

    /// Says to whoever comes next where the desk is.
    pub fn say(&self, address: &str) {
        if let Some(mut file) = self.file.as_ref() {
            let _ = file.rewind().and_then(|()| file.set_len(0)).and_then(|()| file.write_all(address.as_bytes()));
        }
    }
}
