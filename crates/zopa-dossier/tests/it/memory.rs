//! A file system in memory that fails where it is told to, and forgets what was not synced when the power goes.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use zopa_dossier::disk::{Disk, Kind, Lock};

/// What becomes of the operation that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It does nothing and says so.
    Refused,
    /// It does what it should and says that it did not.
    Done,
    /// It does a part of it, where it has parts.
    Short,
    /// It does nothing, and neither does anything after it: the process is gone.
    Gone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

type Names = BTreeMap<PathBuf, Node>;

#[derive(Clone, Debug)]
enum Op {
    Make(PathBuf, Node),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

#[derive(Clone, Debug, Default)]
struct State {
    /// What each file holds, and what of it is safe.
    files: Vec<(Vec<u8>, Vec<u8>)>,
    names: Names,
    safe: Names,
    pending: Vec<Op>,
    operations: usize,
    fails: Option<(usize, Failure)>,
    gone: bool,
}

#[derive(Debug, Default)]
pub struct Memory(RefCell<State>);

impl Memory {
    /// A file system that holds these files below `/`, all of it safe.
    pub fn of(files: &BTreeMap<String, Vec<u8>>) -> Memory {
        let mut state = State::default();
        state.names.insert(PathBuf::from("/"), Node::Folder);
        for (path, bytes) in files {
            let path = Path::new("/").join(path);
            for above in path.ancestors().skip(1) {
                state.names.insert(above.to_owned(), Node::Folder);
            }
            state.names.insert(path, Node::File(state.files.len()));
            state.files.push((bytes.clone(), bytes.clone()));
        }
        state.safe = state.names.clone();
        Memory(RefCell::new(state))
    }

    /// The same, failing at this operation, counted from 1.
    pub fn failing(self, at: usize, failure: Failure) -> Memory {
        self.0.borrow_mut().fails = Some((at, failure));
        self
    }

    /// The same, where what comes from now on is the first operation.
    pub fn counted_anew(self) -> Memory {
        self.0.borrow_mut().operations = 0;
        self
    }

    /// How many operations there were that change something.
    pub fn operations(&self) -> usize {
        self.0.borrow().operations
    }

    /// Every file, as a process sees it that goes on.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let state = self.0.borrow();
        below(&state.names, |file| state.files[file].0.clone())
    }

    /// Every file after a loss of power: of what was not safe, `luck` says what is kept.
    pub fn files_after_loss(&self, mut luck: impl FnMut() -> usize) -> BTreeMap<String, Vec<u8>> {
        let state = self.0.borrow();
        let mut names = state.safe.clone();
        for op in state.pending.iter() {
            if luck() % 2 == 1 {
                done(&mut names, op);
            }
        }
        below(&names, |file| match &state.files[file] {
            (now, safe) if now == safe => safe.clone(),
            (now, safe) => match luck() % 4 {
                0 => safe.clone(),
                1 => now.clone(),
                2 => now[..now.len() / 2].to_vec(),
                _ => vec![0; now.len()],
            },
        })
    }

    /// Does what is asked for, or fails.
    fn operation<T>(&self, what: impl FnOnce(&mut State, bool) -> io::Result<T>) -> io::Result<T> {
        let state = &mut *self.0.borrow_mut();
        state.operations += 1;
        let failure = state.fails.filter(|(at, _)| *at == state.operations).map(|(_, failure)| failure);
        state.gone |= failure == Some(Failure::Gone);
        let error = || Err(io::Error::from(ErrorKind::StorageFull));
        match failure {
            _ if state.gone => error(),
            None => what(state, false),
            Some(Failure::Short) => what(state, true).and_then(|_| error()),
            Some(Failure::Done) => what(state, false).and_then(|_| error()),
            Some(_) => error(),
        }
    }

    fn look<T>(&self, what: impl FnOnce(&State) -> io::Result<T>) -> io::Result<T> {
        let state = self.0.borrow();
        if state.gone { Err(ErrorKind::Other.into()) } else { what(&state) }
    }
}

/// The files that can be reached.
fn below(names: &Names, mut bytes: impl FnMut(usize) -> Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let reached = |path: &Path| path.ancestors().skip(1).all(|above| names.get(above) == Some(&Node::Folder));
    let mut files = BTreeMap::new();
    for (path, node) in names.iter().filter(|(path, _)| reached(path)) {
        if let Node::File(file) = node {
            files.insert(path.strip_prefix("/").unwrap().to_str().unwrap().to_owned(), bytes(*file));
        }
    }
    files
}

/// Does it to the names, if it can be done.
fn done(names: &mut Names, op: &Op) -> bool {
    match op {
        Op::Make(path, node) => names.insert(path.clone(), *node).is_none(),
        Op::Remove(path) => names.remove(path).is_some(),
        Op::Rename(from, to) => {
            let moved: Vec<_> =
                names.iter().filter(|(path, _)| path.starts_with(from)).map(|(p, n)| (p.clone(), *n)).collect();
            for (path, node) in &moved {
                names.remove(path);
                let inside = path.strip_prefix(from).unwrap();
                names.insert(if inside.as_os_str().is_empty() { to.clone() } else { to.join(inside) }, *node);
            }
            !moved.is_empty()
        }
    }
}

impl State {
    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.names.get(path) {
            Some(Node::File(file)) => Ok(*file),
            Some(Node::Folder) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn there(&self, path: &Path, expected: bool) -> io::Result<()> {
        match self.names.contains_key(path) == expected {
            true => Ok(()),
            false if expected => Err(ErrorKind::NotFound.into()),
            false => Err(ErrorKind::AlreadyExists.into()),
        }
    }

    fn make(&mut self, path: &Path, node: Node) -> io::Result<()> {
        self.there(path, false)?;
        self.there(path.parent().unwrap(), true)?;
        self.all(Op::Make(path.to_owned(), node));
        Ok(())
    }

    fn all(&mut self, op: Op) {
        done(&mut self.names, &op);
        self.pending.push(op);
    }
}

impl Disk for Memory {
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        self.look(|state| {
            Ok(state.names.get(path).map(|node| if *node == Node::Folder { Kind::Folder } else { Kind::File }))
        })
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.look(|state| Ok(state.files[state.file(path)?].0.clone()))
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        self.read(path).map(|bytes| bytes.len() as u64)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.look(|state| {
            state.there(folder, true)?;
            let inside = state.names.keys().filter(|path| path.parent() == Some(folder));
            Ok(inside.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect())
        })
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.operation(|state, _| state.make(path, Node::Folder))
    }

    fn create(&self, path: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            state.make(path, Node::File(state.files.len()))?;
            state.files.push((Vec::new(), Vec::new()));
            Ok(())
        })
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.operation(|state, short| {
            let file = state.file(path)?;
            state.files[file].0.extend_from_slice(if short { &bytes[..bytes.len() / 2] } else { bytes });
            Ok(())
        })
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            let file = state.file(file)?;
            state.make(name, Node::File(file))
        })
    }

    fn permit_as(&self, path: &Path, other: &Path) -> io::Result<()> {
        self.operation(|state, _| state.there(path, true).and_then(|()| state.there(other, true)))
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.operation(|state, short| {
            let file = state.file(path)?;
            let now = state.files[file].0.clone();
            state.files[file].1 = if short { now[..now.len() / 2].to_vec() } else { now };
            Ok(())
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            state.there(folder, true)?;
            let touches = |op: &Op| match op {
                Op::Make(path, _) | Op::Remove(path) | Op::Rename(_, path) => path.parent() == Some(folder),
            };
            let (now, later) = std::mem::take(&mut state.pending).into_iter().partition(touches);
            state.pending = later;
            let now: Vec<Op> = now;
            for op in &now {
                done(&mut state.safe, op);
            }
            Ok(())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            state.there(from, true)?;
            state.there(to.parent().unwrap(), true)?;
            if state.names.get(from) == Some(&Node::Folder) {
                state.there(to, false)?;
            }
            state.all(Op::Rename(from.to_owned(), to.to_owned()));
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            state.file(path)?;
            state.all(Op::Remove(path.to_owned()));
            Ok(())
        })
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.operation(|state, _| {
            state.there(path, true)?;
            if state.names.keys().any(|inside| inside.parent() == Some(path)) {
                return Err(ErrorKind::DirectoryNotEmpty.into());
            }
            state.all(Op::Remove(path.to_owned()));
            Ok(())
        })
    }

    fn lock(&self, path: &Path, alone: bool) -> io::Result<Lock> {
        if alone && self.kind(path)?.is_none() {
            self.create(path)?;
        }
        Ok(Lock(None))
    }
}

/// Puts files down where a program finds them.
pub fn put_down(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
