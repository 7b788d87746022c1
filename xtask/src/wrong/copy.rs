//! A copy of the workspace in which something can be planted and tested.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Tests of the examples' pages, which change with any answer, and of the house, which read no answer: a wrong
/// definition has to be caught by a test that says what is right.
const SKIPPED: [&str; 3] = ["examples", "visible::", "house::"];

/// How many random cases: fewer than usual, since every plant runs them again.
const RANDOM: &str = "500";

/// The copy, with a target folder of its own.
pub(super) struct Copy {
    work: PathBuf,
    target: PathBuf,
    log: PathBuf,
}

impl Copy {
    /// Copies every file that git tracks or does not ignore. What is the same already stays untouched, so that a
    /// second run builds little.
    pub(super) fn of(root: &Path, folder: &Path) -> Result<Copy, String> {
        let copy = Copy { work: folder.join("copy"), target: folder.join("target"), log: folder.join("log.txt") };
        let files = listed(root)?;
        for file in &files {
            let bytes = fs::read(root.join(file)).map_err(|error| format!("{file}: {error}"))?;
            let to = copy.work.join(file);
            if fs::read(&to).ok().as_ref() != Some(&bytes) {
                let folder = to.parent().ok_or("no folder")?;
                fs::create_dir_all(folder)
                    .and_then(|()| fs::write(&to, &bytes))
                    .map_err(|error| format!("{file}: {error}"))?;
            }
        }
        copy.forget(&copy.work, &files)?;
        Ok(copy)
    }

    /// Takes out of the copy what the workspace no longer has.
    fn forget(&self, folder: &Path, files: &BTreeSet<String>) -> Result<(), String> {
        for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
            let path = entry.map_err(|error| error.to_string())?.path();
            let name = path.strip_prefix(&self.work).map(|path| path.to_string_lossy().replace('\\', "/"));
            if path.is_dir() {
                self.forget(&path, files)?;
            } else if name.is_ok_and(|name| !files.contains(&name) && name != "Cargo.lock") {
                fs::remove_file(&path).map_err(|error| error.to_string())?;
            }
        }
        Ok(())
    }

    pub(super) fn read(&self, file: &str) -> Result<String, String> {
        fs::read_to_string(self.work.join(file)).map_err(|error| format!("{file}: {error}"))
    }

    pub(super) fn write(&self, file: &str, text: &str) -> Result<(), String> {
        fs::write(self.work.join(file), text).map_err(|error| format!("{file}: {error}"))
    }

    /// Where the last run wrote what it said.
    pub(super) fn log(&self) -> String {
        self.log.display().to_string()
    }

    /// Runs the tests of some packages; the first one that fails, and how many more do beside it.
    pub(super) fn test(&self, packages: &[&str]) -> Result<Option<String>, String> {
        if !self.cargo(packages, &["--no-run"])? {
            return Err(format!("does not build; see {}", self.log()));
        }
        let skipped: Vec<&str> = SKIPPED.iter().flat_map(|test| ["--skip", *test]).collect();
        if self.cargo(packages, &[&["--"], skipped.as_slice()].concat())? {
            return Ok(None);
        }
        let said = fs::read_to_string(&self.log).map_err(|error| error.to_string())?;
        Ok(Some(failures(&said)))
    }

    fn cargo(&self, packages: &[&str], more: &[&str]) -> Result<bool, String> {
        let log = File::create(&self.log).map_err(|error| error.to_string())?;
        let also = log.try_clone().map_err(|error| error.to_string())?;
        let mut command = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
        command.current_dir(&self.work).args(["test", "--quiet", "--tests"]);
        command.args(packages.iter().flat_map(|package| ["--package", *package])).args(more);
        command.env("CARGO_TARGET_DIR", &self.target).env("ZOPA_YARDSTICKS", self.target.join("no-yardsticks"));
        command.env("ZOPA_RANDOM", RANDOM).env("RUST_BACKTRACE", "0").stdin(Stdio::null()).stdout(log).stderr(also);
        Ok(command.status().map_err(|error| format!("cargo: {error}"))?.success())
    }
}

/// Every file that git tracks or does not ignore, and that is there.
fn listed(root: &Path) -> Result<BTreeSet<String>, String> {
    let arguments = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    let output =
        Command::new("git").current_dir(root).args(arguments).output().map_err(|error| format!("git: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(names.split('\0').filter(|name| !name.is_empty() && root.join(name).is_file()).map(str::to_owned).collect())
}

/// The first name of the last list of failures, with the number of the others in it.
fn failures(said: &str) -> String {
    let list = said.rsplit_once("failures:\n").map(|(_, list)| list).unwrap_or_default();
    let mut names = list.lines().take_while(|line| line.starts_with("    ")).map(str::trim);
    match (names.next(), names.count()) {
        (Some(first), 0) => first.to_owned(),
        (Some(first), more) => format!("{first} and {more} more"),
        (None, _) => "a test that ended early".to_owned(),
    }
}
