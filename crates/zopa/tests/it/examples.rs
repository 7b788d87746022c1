//! Are the examples as they should be, and are their pages those that the case gives today?
//!
//! `ZOPA_BLESS=1 cargo test -p zopa --test it examples` writes the pages anew; the difference is the review.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use zopa::{Request, Texts};

/// What writes the generated pages of the examples anew.
pub const BLESS: &str = "ZOPA_BLESS=1 cargo test -p zopa --test it examples";

/// The most bytes of a page.
const PAGE_MOST: usize = 400_000;

/// Examples whose documents are their publishers' and are not shipped: read without them, even where somebody has put
/// them into the folder.
const NOT_SHIPPED: [&str; 1] = ["ukraine-2026"];

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The folder of one example.
pub fn folder(name: &str) -> PathBuf {
    root().join("examples").join(name)
}

/// The names of all examples, in order.
pub fn names() -> Vec<String> {
    let entries = fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = entries
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

/// The files of a folder whose names end so, in the order of their names. None if there is no such folder.
fn files(folder: &Path, end: &str) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .filter(|(name, _)| name.ends_with(end))
        .collect();
    files.sort();
    files
}

/// A dossier in a folder of this name.
pub fn texts(folder: &Path) -> Texts {
    let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
    let shipped = !NOT_SHIPPED.contains(&name.as_str());
    let documents = if shipped { files(&folder.join("documents"), "") } else { Vec::new() };
    let documents = documents.into_iter().map(|(file, bytes)| (format!("documents/{file}"), bytes)).collect();
    Texts { name, case_files: files(folder, ".zopa"), documents, ..Texts::default() }
}

/// The page of a dossier, every question open.
pub fn page(texts: &Texts) -> String {
    let request = Request { switches: true, ..Request::default() };
    let mut read = zopa::read(texts);
    read.look_for_copies(texts, &request);
    read.look_for_origins(texts, &request);
    zopa::report::html(&read.brief(&request).unwrap())
}

/// Is the file what it should be? Blessed, it is made so.
pub fn current(path: &Path, should: &str) {
    if std::env::var_os("ZOPA_BLESS").is_some() {
        fs::write(path, should).unwrap();
        return;
    }
    let is = fs::read_to_string(path).unwrap_or_default();
    if is != should {
        let same = is.bytes().zip(should.bytes()).take_while(|(one, other)| one == other).count();
        let near = |text: &str| {
            String::from_utf8_lossy(text.as_bytes().get(same..).unwrap_or_default())
                .chars()
                .take(120)
                .collect::<String>()
        };
        panic!(
            "{} is not current, from byte {same} on.\n  it has:  {}\n  it should have: {}\nWrite it anew with\n  {BLESS}\nand look at the difference.",
            path.display(),
            near(&is),
            near(should)
        );
    }
}

#[test]
fn examples_have_no_errors_and_no_warnings() {
    assert_eq!(names(), ["labour-2023", "strait", "ukraine-2026"]);
    for name in names() {
        let read = zopa::read(&texts(&folder(&name)));
        let told: Vec<&str> = read.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        assert!(told.is_empty(), "{name}: {told:#?}");
        assert!(folder(&name).join("README.md").is_file(), "{name} says what it is in its README.md");
    }
}

#[test]
fn examples_briefs_are_current() {
    for name in names() {
        let page = page(&texts(&folder(&name)));
        assert!(page.len() < PAGE_MOST, "the page of {name} has {} bytes, {PAGE_MOST} at most", page.len());
        current(&folder(&name).join("brief.html"), &page);
    }
}

/// What a dossier says does not hang on where it lies, nor on when it is told.
#[test]
fn examples_give_the_same_bytes_again_and_in_another_folder() {
    let scratch = scratch("folder");
    for name in names() {
        let first = page(&texts(&folder(&name)));
        assert_eq!(first, page(&texts(&folder(&name))), "{name}, told twice");
        let copy = scratch.join(&name);
        fs::create_dir_all(copy.join("documents")).unwrap();
        let texts = texts(&folder(&name));
        for (file, bytes) in texts.case_files.iter().chain(&texts.documents) {
            fs::write(copy.join(file), bytes).unwrap();
        }
        assert_eq!(first, page(&self::texts(&copy)), "{name}, in another folder");
    }
    fs::remove_dir_all(scratch).unwrap();
}

/// The marks of the pages, one line for each example.
fn marks() -> String {
    let mark = |name: String| {
        let page = page(&texts(&folder(&name)));
        format!("{name} {} {}\n", page.len(), zopa::text::sha256(page.as_bytes()))
    };
    names().into_iter().map(mark).collect()
}

#[test]
fn examples_tell_their_marks() {
    println!("{}", marks());
}

/// This program again, elsewhere on the earth and with another number of threads.
#[test]
fn examples_give_the_same_bytes_in_another_locale_and_time_zone() {
    let scratch = scratch("locale");
    for threads in ["1", "7"] {
        let again = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "examples::examples_tell_their_marks", "--nocapture", "--test-threads", threads])
            .current_dir(&scratch)
            .envs([("TZ", "Asia/Kathmandu"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("LANGUAGE", "tr")])
            .output()
            .unwrap();
        let told = String::from_utf8(again.stdout).unwrap();
        assert!(told.contains(&marks()), "{told}");
    }
    fs::remove_dir_all(scratch).unwrap();
}

/// An empty folder of this name, outside the repository.
fn scratch(what: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("zopa-examples-{what}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn examples_stand_before_the_second_opinion() {
    let mut refuted = Vec::new();
    for name in names() {
        let read = zopa::read(&texts(&folder(&name)));
        let brief = read.brief(&Request::default()).unwrap();
        for found in zopa_verify::verify(&read.case, &brief) {
            println!("{name}: {found}");
            if found.standing == zopa_verify::Standing::Refuted {
                refuted.push(format!("{name}: {found}"));
            }
        }
    }
    assert!(refuted.is_empty(), "{refuted:#?}");
}
