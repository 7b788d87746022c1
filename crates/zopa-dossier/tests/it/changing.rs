//! A change of several files is made whole or not at all, whatever fails, and wherever it is cut short.

use crate::memory::{Failure, Memory, put_down};
use crate::scratch;
use std::collections::BTreeMap;
use std::path::Path;
use zopa_dossier::disk::Disk;
use zopa_dossier::{Change, Dossier, DossierError, apply_on, undo_on};

type Files = BTreeMap<String, Vec<u8>>;

/// States of the disk, and whether they are those after the change.
type Seen = BTreeMap<Files, bool>;

/// How the power went: nothing of what was not synced is kept, all of it, or what chance would have.
const LOSSES: u64 = 10;

fn files(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Before the change that was made last; nothing of that one is known to be safe but what it promised.
fn first() -> Files {
    files(&[("a.zopa", "older case"), ("b.zopa", "other"), ("documents/kept.txt", "kept")])
}

fn first_change() -> Change {
    Change::new("begin").with_new("documents/old.txt", b"old".to_vec()).with_edit(
        "a.zopa",
        b"older case".to_vec(),
        b"old case".to_vec(),
    )
}

fn before() -> Files {
    files(&[("a.zopa", "old case"), ("b.zopa", "other"), ("documents/kept.txt", "kept"), ("documents/old.txt", "old")])
}

fn after() -> Files {
    files(&[
        ("a.zopa", "the new case"),
        ("b.zopa", "other"),
        ("documents/deep/new.txt", "new"),
        ("documents/kept.txt", "kept"),
        ("private/desk.zopa", "desk"),
        ("private/memo.txt", "memo"),
    ])
}

fn change() -> Change {
    Change::new("try everything")
        .with_new("documents/deep/new.txt", b"new".to_vec())
        .with_new("private/memo.txt", b"memo".to_vec())
        .with_new("private/desk.zopa", b"desk".to_vec())
        .without("documents/old.txt", b"old".to_vec())
        .with_edit("a.zopa", b"old case".to_vec(), b"the new case".to_vec())
}

/// The change, or taking it back.
#[derive(Clone, Copy, Debug)]
enum Act {
    Make,
    TakeBack,
}

impl Act {
    fn states(self) -> (Files, Files) {
        match self {
            Act::Make => (before(), after()),
            Act::TakeBack => (after(), before()),
        }
    }

    /// The disk on which it begins: changes have been made on it, and the power may still go for what they left unsafe.
    fn start(self) -> Memory {
        let memory = Memory::of(&first());
        apply_on(&memory, Path::new("/"), &first_change()).unwrap();
        if matches!(self, Act::TakeBack) {
            apply_on(&memory, Path::new("/"), &change()).unwrap();
        }
        memory.counted_anew()
    }

    /// What taking the last change back leads to, where the act has been done, and where it has not.
    fn back(self, is_new: bool) -> Files {
        match (self, is_new) {
            (Act::Make, true) | (Act::TakeBack, false) => before(),
            (Act::Make, false) | (Act::TakeBack, true) => first(),
        }
    }

    fn run(self, disk: &dyn Disk) -> Result<(), DossierError> {
        match self {
            Act::Make => apply_on(disk, Path::new("/"), &change()),
            Act::TakeBack => undo_on(disk, Path::new("/")).map(|_| ()),
        }
    }

    fn operations(self) -> usize {
        let memory = self.start();
        self.run(&memory).unwrap();
        memory.operations()
    }
}

/// What of the files belongs to the dossier, and not to the program.
fn plain(files: &Files) -> Files {
    files
        .iter()
        .filter(|(path, _)| !path.contains(".zopa/"))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// What a program reads of these files, in a folder.
fn read(folder: &Path, files: &Files) -> Files {
    put_down(folder, files);
    opened(folder)
}

fn opened(folder: &Path) -> Files {
    let texts = Dossier::open(folder).unwrap().texts;
    let inside =
        |path: &str| Path::new(path).strip_prefix(folder).map_or(path, |path| path.to_str().unwrap()).to_owned();
    let all = texts.case_files.into_iter().chain(texts.private_files).chain(texts.documents);
    all.map(|(path, bytes)| (inside(&path), bytes)).collect()
}

/// Everything on the disk, below a folder.
fn on_disk(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let path = entry.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(path, std::fs::read(entry).unwrap());
            }
        }
    }
    found
}

/// Whole after, or whole before? What was seen already is not looked at again: many losses leave the same.
fn is_whole(seen: &mut Seen, folder: &Path, left: &Files, states: &(Files, Files)) -> Result<bool, String> {
    if let Some(is_new) = seen.get(left) {
        return Ok(*is_new);
    }
    let is_new = looked_at(folder, left, states)?;
    seen.insert(left.clone(), is_new);
    Ok(is_new)
}

/// Once by one who finishes what was cut short, and once by one who cannot write, and so reads through it.
fn looked_at(folder: &Path, left: &Files, (old, new): &(Files, Files)) -> Result<bool, String> {
    let told = |read: &Files| {
        let show = |files: &Files| {
            format!("{:?}", files.iter().map(|(p, b)| (p, String::from_utf8_lossy(b))).collect::<Vec<_>>())
        };
        format!("read {}\nof {}", show(read), show(left))
    };
    let finished = read(folder, left);
    let is_new = finished == *new;
    if !is_new && finished != *old {
        return Err(told(&finished));
    }
    if plain(&on_disk(folder)) != finished {
        return Err(format!("not put in place: {}", told(&finished)));
    }
    if !left.keys().any(|path| path.starts_with(".zopa/undo/now/")) {
        return Ok(is_new);
    }
    put_down(folder, left);
    let _ = std::fs::remove_file(folder.join(".zopa/lock"));
    std::fs::create_dir_all(folder.join(".zopa/lock")).unwrap();
    let through = opened(folder);
    if through == finished { Ok(is_new) } else { Err(format!("read through: {}", told(&through))) }
}

fn chance(seed: u64) -> impl FnMut() -> usize {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        match seed {
            0 => 0,
            1 => 1,
            _ => (state >> 33) as usize,
        }
    }
}

/// Every single operation in turn is refused, done in part, or done and said to have failed; the process goes on.
#[test]
fn whatever_fails_the_dossier_is_whole() {
    let folder = scratch("change-failing");
    for act in [Act::Make, Act::TakeBack] {
        let states = act.states();
        let operations = act.operations();
        assert!(operations > 40, "{operations}");
        let (mut ends, mut seen) = ([0; 2], Seen::new());
        for at in 1..=operations {
            for failure in [Failure::Refused, Failure::Short, Failure::Done] {
                let memory = act.start().failing(at, failure);
                let told = act.run(&memory);
                let is_new = is_whole(&mut seen, &folder, &memory.files(), &states);
                let is_new = is_new.unwrap_or_else(|what| panic!("{act:?} {failure:?} at {at}: {what}"));
                match &told {
                    Ok(()) | Err(DossierError::Unfinished(..)) => assert!(is_new, "{act:?} {failure:?} at {at}"),
                    Err(_) => assert!(!is_new || failure != Failure::Refused, "{act:?} {failure:?} at {at}: {told:?}"),
                }
                ends[usize::from(is_new)] += 1;
                goes_on(&memory, &states, is_new);
            }
        }
        assert!(ends[0] > 20 && ends[1] > 20, "{ends:?}");
    }
}

/// Afterwards the next change is made as if nothing had been, and nothing is left lying about.
fn goes_on(memory: &Memory, (old, new): &(Files, Files), is_new: bool) {
    apply_on(memory, Path::new("/"), &Change::new("next").with_new("c.zopa", b"next".to_vec())).unwrap();
    let mut expected = if is_new { new.clone() } else { old.clone() };
    expected.insert("c.zopa".to_owned(), b"next".to_vec());
    let left = memory.files();
    assert_eq!(plain(&left), expected);
    let about = |path: &&String| ["now/", "next/", "done/"].iter().any(|part| path.contains(part));
    assert_eq!(left.keys().find(about), None);
}

/// The process is ended before every single operation, and the power goes with it: what was not synced is lost or kept.
#[test]
fn wherever_it_is_cut_short_the_dossier_is_whole() {
    let folder = scratch("change-cut");
    for act in [Act::Make, Act::TakeBack] {
        let states = act.states();
        let (mut ends, mut seen) = ([0; 2], Seen::new());
        for at in 1..=act.operations() {
            let memory = act.start().failing(at, Failure::Gone);
            let made = act.run(&memory).is_ok();
            for loss in 0..LOSSES {
                let left = memory.files_after_loss(chance(loss));
                let is_new = is_whole(&mut seen, &folder, &left, &states);
                let is_new = is_new.unwrap_or_else(|what| panic!("{act:?} cut at {at}, loss {loss}: {what}"));
                assert!(is_new || !made, "{act:?} cut at {at}, loss {loss}: said to be made");
                ends[usize::from(is_new)] += 1;
                if loss < 3 {
                    goes_on(&Memory::of(&left), &states, is_new);
                    let memory = Memory::of(&left);
                    undo_on(&memory, Path::new("/")).unwrap_or_else(|told| panic!("{act:?} cut at {at}: {told:?}"));
                    assert_eq!(
                        plain(&memory.files()),
                        act.back(is_new),
                        "{act:?} cut at {at}, loss {loss}: taken back"
                    );
                }
            }
        }
        assert!(ends[0] > 20 && ends[1] > 20, "{ends:?}");
    }
}

/// Finishing what was cut short is cut short itself, or fails, at every operation.
#[test]
fn finishing_may_be_cut_short_as_well() {
    let folder = scratch("change-cut-twice");
    let next = Change::new("next").with_new("c.zopa", b"next".to_vec());
    for act in [Act::Make, Act::TakeBack] {
        let (states, mut seen) = (act.states(), Seen::new());
        for at in (1..=act.operations()).step_by(3) {
            let first = act.start().failing(at, Failure::Gone);
            let _ = act.run(&first);
            let left = first.files_after_loss(chance(at as u64));
            let whole = Memory::of(&left);
            apply_on(&whole, Path::new("/"), &next).unwrap();
            for again in 1..=whole.operations() {
                let second = Memory::of(&left).failing(again, Failure::Gone);
                let _ = apply_on(&second, Path::new("/"), &next);
                let left = second.files_after_loss(chance(again as u64));
                is_whole_beside_the_next(&mut seen, &folder, left, &states)
                    .unwrap_or_else(|what| panic!("{act:?} cut at {at}, then at {again}: {what}"));
            }
        }
    }
}

/// The next change is made or not as well.
fn is_whole_beside_the_next(
    seen: &mut Seen,
    folder: &Path,
    left: Files,
    states: &(Files, Files),
) -> Result<bool, String> {
    let with = |files: &Files| {
        let mut files = files.clone();
        files.insert("c.zopa".to_owned(), b"next".to_vec());
        files
    };
    let next = (with(&states.0), with(&states.1));
    is_whole(seen, folder, &left, states).or_else(|_| is_whole(seen, folder, &left, &next))
}
