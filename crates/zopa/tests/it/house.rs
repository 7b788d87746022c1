//! Is the house as `ARCHITECTURE.md` draws it? Its arrows, its paths, and what no room may do.

use crate::examples::root;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Arrows = BTreeMap<String, BTreeSet<String>>;

fn architecture() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap()
}

/// The packages of the workspace.
fn packages() -> Vec<Value> {
    let manifest = root().join("Cargo.toml");
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path"])
        .arg(manifest)
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// What a package is built from: the names of its dependencies, those of its tests left out.
fn needs(package: &Value) -> BTreeSet<String> {
    let all = package["dependencies"].as_array().unwrap();
    let built = all.iter().filter(|needed| needed["kind"].as_str() != Some("dev"));
    built.map(|needed| needed["name"].as_str().unwrap().to_owned()).collect()
}

fn name(package: &Value) -> String {
    package["name"].as_str().unwrap().to_owned()
}

/// The arrows as they are built.
fn built() -> Arrows {
    let packages = packages();
    let rooms: BTreeSet<String> = packages.iter().map(name).collect();
    let arrows = packages.iter().map(|package| (name(package), needs(package).intersection(&rooms).cloned().collect()));
    arrows.filter(|(room, _)| room != "xtask").collect()
}

/// The cells of a row of a table.
fn cells(row: &str) -> Option<Vec<&str>> {
    let inner = row.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(str::trim).collect())
}

/// A room by its short name or its whole one.
fn whole(name: &str) -> String {
    if name.starts_with("zopa") { name.to_owned() } else { format!("zopa-{name}") }
}

/// The rooms that a cell names. Remarks in brackets are not names.
fn seen(cell: &str, above: &Arrows) -> BTreeSet<String> {
    let cell: String = cell.split('(').map(|part| part.rsplit(')').next().unwrap_or(part)).collect();
    if cell.contains("all above") {
        return above.keys().cloned().collect();
    }
    let names = cell.split(',').map(|name| name.trim().trim_matches('`'));
    names.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()) && *name != "nothing").map(whole).collect()
}

/// The arrows as the table draws them: the first one whose columns begin with `room` and end with `sees`.
fn drawn(page: &str) -> Arrows {
    let is_head =
        |row: &&str| cells(row).is_some_and(|cells| cells.first() == Some(&"room") && cells.last() == Some(&"sees"));
    let mut rows = page.lines().skip_while(|row| !is_head(row));
    let _ = (rows.next().expect("a table `| room | ... | sees |`"), rows.next());
    let mut arrows = Arrows::new();
    for cells in rows.map_while(cells) {
        let sees = seen(cells.last().unwrap(), &arrows);
        arrows.insert(whole(cells[0].trim_matches('`')), sees);
    }
    arrows
}

#[test]
fn the_arrows_are_those_of_the_table() {
    assert_eq!(drawn(&architecture()), built());
}

#[test]
fn a_table_is_read_as_it_is_written() {
    let page = "# x\n| room | answers | sees |\n|---|---|---|\n| `zopa-a` | one | - |\n| `zopa-b` | two (`c`) | a (words, signs) |\n\
                | `zopa` | all | all above |\n| `zopa-d` | four | `zopa`, b |\nafter\n";
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let arrows = drawn(page);
    assert_eq!(arrows["zopa-a"], names(&[]));
    assert_eq!(arrows["zopa-b"], names(&["zopa-a"]));
    assert_eq!(arrows["zopa"], names(&["zopa-a", "zopa-b"]));
    assert_eq!(arrows["zopa-d"], names(&["zopa", "zopa-b"]));
}

/// Folders that are nobody's text.
const NOT_OURS: [&str; 3] = ["target", ".git", "node_modules"];

/// Every file below a folder, as paths from the root.
fn below(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        if entry.is_dir() && !NOT_OURS.contains(&name.as_str()) {
            below(&entry, found);
        } else if entry.is_file() {
            found.push(entry.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"));
        }
    }
}

fn all_files() -> Vec<String> {
    let mut found = Vec::new();
    below(&root(), &mut found);
    found.sort();
    found
}

/// The files that belong to the project: those that git keeps, where there is a git.
fn kept() -> Vec<String> {
    let git = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(root())
        .output();
    match git {
        Ok(told) if told.status.success() => {
            let told = String::from_utf8(told.stdout).unwrap();
            told.split('\0').filter(|path| root().join(path).is_file()).map(str::to_owned).collect()
        }
        _ => all_files(),
    }
}

/// Words in backticks that name a file or folder.
fn paths(page: &str) -> Vec<&str> {
    let inside =
        page.lines().filter(|line| !line.starts_with("```")).flat_map(|line| line.split('`').skip(1).step_by(2));
    let is_path = |word: &&str| word.contains('/') || word.ends_with(".rs") || word.ends_with(".md");
    inside.filter(is_path).filter(|word| !word.contains([' ', '<', '=', ':'])).collect()
}

/// Is there such a file or folder, from the root or further down? A `*` stands for one part or the rest of one.
fn is_there(path: &str, files: &[String]) -> bool {
    let wanted: Vec<&str> = path.trim_start_matches("./").trim_end_matches('/').split('/').collect();
    let same = |part: &str, wanted: &str| match wanted.split_once('*') {
        Some((before, after)) => part.starts_with(before) && part.ends_with(after),
        None => part == wanted,
    };
    files.iter().any(|file| {
        let parts: Vec<&str> = file.split('/').collect();
        parts.windows(wanted.len()).any(|window| window.iter().zip(&wanted).all(|(part, wanted)| same(part, wanted)))
    })
}

#[test]
fn every_path_of_the_architecture_exists() {
    let (page, files) = (architecture(), all_files());
    let named = paths(&page);
    let gone: Vec<&&str> = named.iter().filter(|path| !is_there(path, &files)).collect();
    assert!(gone.is_empty(), "ARCHITECTURE.md names what is not there: {gone:?}");
    assert!(named.len() > 5, "{named:?}");
    assert!(!is_there("crates/zopa/src/nowhere.rs", &files) && is_there("crates/*/src", &files));
}

/// Rust files below `crates/*/src` and `xtask/src`: the path, and the text.
fn sources() -> Vec<(String, String)> {
    let is_source = |path: &String| {
        path.ends_with(".rs") && path.contains("/src/") && (path.starts_with("crates/") || path.starts_with("xtask/"))
    };
    let read = |path: String| (path.clone(), fs::read_to_string(root().join(path)).unwrap());
    let found: Vec<_> = all_files().into_iter().filter(is_source).map(read).collect();
    assert!(found.len() > 50);
    found
}

#[test]
fn every_file_opens_with_the_question_that_it_answers() {
    let bare: Vec<String> =
        sources().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect();
    assert!(bare.is_empty(), "these do not open with `//!`: {bare:#?}");
}

/// The rooms with windows: they alone touch files and what is around the program.
const FACES: [&str; 3] = ["crates/zopa-dossier/", "crates/zopa-cli/", "crates/zopa-web/"];

#[test]
fn no_room_but_the_faces_looks_outside() {
    let outside = |text: &str| {
        let words = ["std::fs", "std::net", "std::env", "std::process", "SystemTime", "Instant"];
        let together = |line: &str| {
            let (_, inside) = line.split_once("std::{").unwrap_or_default();
            inside.split([',', '{', '}', ' ', ':']).any(|word| ["fs", "net", "env", "process"].contains(&word))
        };
        words.iter().any(|word| text.contains(word)) || text.lines().any(together)
    };
    let library = |path: &str| path.starts_with("crates/") && !FACES.iter().any(|face| path.starts_with(face));
    let found: Vec<String> =
        sources().into_iter().filter(|(path, text)| library(path) && outside(text)).map(|(path, _)| path).collect();
    assert!(found.is_empty(), "files, the network, the environment or the clock: {found:?}");
    assert!(outside("use std::{fmt, fs};") && !outside("use std::{fmt, collections::BTreeMap};"));
}

#[test]
fn the_desk_reaches_files_through_the_dossier_alone() {
    let desk = |path: &str| path.starts_with("crates/zopa-web/");
    let reaching = |text: &str| text.contains("std::fs") || text.contains("File::") || text.contains("std::env");
    let found: Vec<String> =
        sources().into_iter().filter(|(path, text)| desk(path) && reaching(text)).map(|(path, _)| path).collect();
    assert!(found.is_empty(), "files: {found:?}");
}

/// One module alone knows a solver.
const WITH_SOLVER: &str = "crates/zopa-analysis/src/oracle";

#[test]
fn the_solver_is_named_where_it_is_asked_and_nowhere_else() {
    let naming: Vec<String> =
        sources().into_iter().filter(|(_, text)| text.contains("batsat")).map(|(path, _)| path).collect();
    assert!(naming.contains(&format!("{WITH_SOLVER}.rs")));
    let within = |path: &&String| **path == format!("{WITH_SOLVER}.rs") || path.starts_with(&format!("{WITH_SOLVER}/"));
    assert_eq!(naming.iter().filter(|path| !within(path)).collect::<Vec<_>>(), Vec::<&String>::new());
    let needing: Vec<String> =
        packages().iter().filter(|package| needs(package).contains("batsat")).map(name).collect();
    assert_eq!(needing, ["zopa-analysis"]);
}

/// Words that have no place in the project: it speaks of itself alone, and of no folder beside it.
const NO_WORDS: [&str; 9] =
    ["session", "sessions", "agent", "agents", "subagent", "chatbot", "/work", ".library", "yardsticks/"];

/// The one folder beside it: measures from elsewhere, where tests look for them and where that is explained.
const BESIDE: &str = "../shared/yardsticks";
const MAY_NAME_IT: [&str; 3] = ["README.md", "CONTRIBUTING.md", ".ci/run"];

/// Is the word there, and not a part of a longer one?
fn has_word(text: &str, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        let begins =
            !(letter(before) || word.starts_with('/') && matches!(before, Some('/' | '.' | '}' | '_' | '-' | '*')));
        begins && (!word.ends_with(char::is_alphanumeric) || !letter(after))
    })
}

#[test]
fn the_project_speaks_of_itself_alone() {
    let own = file!().rsplit('/').next().unwrap();
    let mut found = Vec::new();
    for path in kept() {
        let skipped = path.ends_with(own)
            || path == "Cargo.lock"
            || path.starts_with("examples/") && path.contains("/documents/");
        let Some(text) =
            fs::read(root().join(&path)).ok().and_then(|bytes| String::from_utf8(bytes).ok()).filter(|_| !skipped)
        else {
            continue;
        };
        let may = MAY_NAME_IT.contains(&path.as_str()) || path.contains("/tests/") || path.starts_with("xtask/");
        let text = if may { text.replace(BESIDE, "") } else { text };
        let text = text.to_lowercase();
        // Parliaments and delegations sit in sessions, and reports say so.
        let of_reports = path.starts_with("crates/zopa-evidence/data/")
            || path.starts_with("tests/evidence/")
            || path == "crates/zopa-evidence/tests/it/told_twice.txt";
        let may_say = |word: &&&str| of_reports && word.starts_with("session");
        let words = NO_WORDS.iter().chain([&"../shared"]).filter(|word| !may_say(word) && has_word(&text, word));
        found.extend(words.map(|word| format!("{path}: {word}")));
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(
        has_word("an agent.", "agent")
            && !has_word("reagents", "agent")
            && !has_word("a /workflow", "/work")
            && !has_word("target/work", "/work")
    );
}

/// Every crate forbids unsafe code, by the lints that all share.
#[test]
fn every_crate_takes_the_lints_of_the_house() {
    for package in packages() {
        let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
        let text = fs::read_to_string(&manifest).unwrap();
        assert!(text.contains("[lints]\nworkspace = true"), "{}", manifest.display());
    }
    let house = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for lint in ["unsafe_code = \"forbid\"", "unwrap_used", "expect_used", "panic", "indexing_slicing"] {
        assert!(house.contains(lint), "{lint}");
    }
}
