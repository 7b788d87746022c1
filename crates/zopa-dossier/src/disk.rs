//! What is asked of a file system? Few and small operations, so that a test can let each of them fail.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// What stands at a path. A link is a link, whatever it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link, a device, a pipe.
    Other,
}

/// A lock that is held until it is dropped. The system drops it with the process, however that ends.
#[derive(Debug)]
pub struct Lock(
    /// The file that is locked; none where a file system knows no locks.
    pub Option<File>,
);

/// A file system. What has been written is safe from a loss of power only when it has been synced: a file its bytes, a
/// folder the names in it. A rename is done or not done.
pub trait Disk {
    /// What stands there; `None` if nothing does.
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>>;
    /// The bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// How many bytes a file has.
    fn length(&self, path: &Path) -> io::Result<u64>;
    /// The names in a folder, sorted.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Makes a folder in a folder that is there.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes an empty file where nothing is.
    fn create(&self, path: &Path) -> io::Result<()>;
    /// Writes behind what is in a file. May fail with a part of it written.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Gives a file a second name where nothing is; both are the same bytes, safe or not. Refused where a file system knows no
    /// such thing.
    fn link(&self, file: &Path, name: &Path) -> io::Result<()>;
    /// Gives a file the permissions of another; refused where that may not be written.
    fn permit_as(&self, path: &Path, other: &Path) -> io::Result<()>;
    /// Makes the bytes of a file safe.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder safe.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Moves a file over what is there, or a folder to where nothing is.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Locks a file, which is made if `alone`: for one alone, or together with others that read.
    /// [`ErrorKind::WouldBlock`]: somebody else holds it.
    fn lock(&self, path: &Path, alone: bool) -> io::Result<Lock>;
}

/// The file system of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        match path.symlink_metadata() {
            Ok(there) if there.is_file() => Ok(Some(Kind::File)),
            Ok(there) if there.is_dir() => Ok(Some(Kind::Folder)),
            Ok(_) => Ok(Some(Kind::Other)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        path.symlink_metadata().map(|there| there.len())
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names = names.collect::<io::Result<Vec<String>>>()?;
        names.sort();
        Ok(names)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn create(&self, path: &Path) -> io::Result<()> {
        File::create_new(path).map(|_| ())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::options().append(true).open(path)?.write_all(bytes)
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        fs::hard_link(file, name)
    }

    fn permit_as(&self, path: &Path, other: &Path) -> io::Result<()> {
        let permissions = other.metadata()?.permissions();
        if permissions.readonly() {
            Err(ErrorKind::PermissionDenied.into())
        } else {
            fs::set_permissions(path, permissions)
        }
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        File::options().append(true).open(path)?.sync_all()
    }

    /// Elsewhere than on Unix a folder cannot be synced, and its names are written in order.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn lock(&self, path: &Path, alone: bool) -> io::Result<Lock> {
        let file = File::options().read(true).write(alone).create(alone).truncate(false).open(path)?;
        let locked = if alone { file.try_lock() } else { file.try_lock_shared() };
        match locked {
            Ok(()) => Ok(Lock(Some(file))),
            Err(TryLockError::WouldBlock) => Err(ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(Lock(None)),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}
