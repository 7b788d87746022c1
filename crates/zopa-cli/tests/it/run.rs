//! How is the binary run, and where?

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What came of a run.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: i32,
}

/// The binary, in a folder, with nothing of the environment but what a test adds.
pub fn zopa(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zopa"));
    command.args(args).current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

pub fn ran(mut command: Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
}

pub fn run(folder: &Path, args: &[&str]) -> Ran {
    ran(zopa(folder, args))
}

/// The cases of these tests, as they lie in the repository.
pub fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// A fresh folder with a copy of every case: a test may write where it likes.
pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy(&cases(), &folder);
    folder
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

/// Every file below a folder with its bytes, by path.
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}

/// Compares with a file of the repository, or rewrites it when `ZOPA_BLESS` is 1.
pub fn blessed(path: &Path, text: &str) {
    if std::env::var("ZOPA_BLESS").is_ok_and(|bless| bless == "1") {
        fs::write(path, text).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected != text {
        let line = expected.lines().zip(text.lines()).position(|(old, new)| old != new);
        let line = line.unwrap_or_else(|| expected.lines().count().min(text.lines().count()));
        let at = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
        panic!(
            "{} differs from line {}:\n  file: {}\n  now:  {}\nZOPA_BLESS=1 cargo test -p zopa-cli rewrites it",
            path.display(),
            line + 1,
            at(&expected),
            at(text)
        );
    }
}
