//! What becomes of a dossier, and of a case file, to which documents are added?

use crate::{put, scratch};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use zopa::text::sha256;
use zopa_dossier::{Added, Arrival, DossierError, Labels, NotAdded, STARTER, add, begin, undo};

fn arrival(name: &str, text: &str) -> Arrival {
    Arrival { called: name.to_owned(), file_name: Some(name.to_owned()), bytes: text.as_bytes().to_vec() }
}

fn text(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

fn plain(folder: &Path, arrivals: &[Arrival]) -> Added {
    add(folder, arrivals, &Labels::default()).unwrap()
}

fn codes(told: Result<Added, NotAdded>) -> Vec<&'static str> {
    match told.unwrap_err() {
        NotAdded::Asked(problems) => problems.iter().map(|problem| problem.code).collect(),
        NotAdded::Dossier(error) => vec![error.problem().code],
    }
}

/// Errors and warnings of a dossier.
fn told(folder: &Path) -> Vec<String> {
    let read = zopa::read(&zopa_dossier::Dossier::open(folder).unwrap().texts);
    read.diagnostics.iter().map(|told| format!("{:?} {}: {}", told.severity, told.code.0, told.message)).collect()
}

const CASE: &str = "case \"Fees\"\nparty north \"North\"\nsource post \"Post\"\n  document documents/post.txt\n\nissue fee \"Fee\"\n  option low\n";

fn dossier(name: &str) -> std::path::PathBuf {
    let folder = scratch(name);
    put(&folder, "fees.zopa", CASE);
    put(&folder, "documents/post.txt", "The fee is low.\n");
    folder
}

#[test]
fn a_dossier_begins_with_a_case_without_a_message() {
    let folder = scratch("begin").join("water");
    begin(&folder, &STARTER).unwrap();
    assert_eq!(told(&folder), [""; 0]);
    for (path, starts) in STARTER {
        assert_eq!(text(&folder, path), starts);
    }
    assert!(matches!(begin(&folder, &STARTER), Err(DossierError::NotEmpty(_))));
    undo(&folder).unwrap();
    begin(&folder, &STARTER).unwrap();
    let file = folder.join("case.zopa");
    assert!(matches!(begin(&file, &STARTER), Err(DossierError::NotEmpty(_))));
    assert!(begin(&folder.join("gone/deeper"), &STARTER).is_err());
    assert!(!folder.join("gone").exists());
}

/// What the starter is to show: a clash, an open question, an offer for something, a denial, a source nobody has seen.
#[test]
fn the_starter_shows_what_a_case_can_hold() {
    let folder = scratch("begin-brief").join("water");
    begin(&folder, &STARTER).unwrap();
    let read = zopa::read(&zopa_dossier::Dossier::open(&folder).unwrap().texts);
    let brief = read.brief(&zopa::Request::default()).unwrap();
    assert!(brief.quotes.iter().all(|quote| quote.state == zopa::finding::QuoteState::Verified));
    assert!(!brief.answer.clashes.is_empty() && brief.questions.iter().filter(|question| question.switch).count() == 2);
    assert!(brief.sources.iter().any(|source| source.unseen));
    let settled = zopa::Request {
        assume: vec!["line-on-water=once-shared".to_owned(), "no-meters=as-denied".to_owned()],
        ..zopa::Request::default()
    };
    assert_eq!(read.brief(&settled).unwrap().answer.verdict, zopa::finding::Verdict::Fits);
    let case = text(&folder, "case.zopa");
    for word in ["only if", "denies", "unseen", "question", "unless", "because >"] {
        assert!(case.contains(word), "{word}");
    }
}

#[test]
fn a_document_comes_in_with_its_bytes_and_a_source_after_the_last() {
    let folder = dossier("add");
    let bytes = "\u{feff}The wire says so.\r\n";
    let added = plain(&folder, &[arrival("Coast Wire.txt", bytes)]);
    assert_eq!(text(&folder, "documents/Coast Wire.txt"), bytes);
    let source = format!(
        "source coast-wire \"?\" published ?\n  document \"documents/Coast Wire.txt\" sha256 {}\n",
        sha256(bytes.as_bytes())
    );
    assert_eq!(text(&folder, "fees.zopa"), CASE.replace("post.txt\n", &format!("post.txt\n{source}")));
    assert_eq!((added.new[0].line, added.errors), (5, 0));
    assert_eq!(told(&folder).iter().filter(|told| told.starts_with("Error")).count(), 0);
    undo(&folder).unwrap();
    assert_eq!(text(&folder, "fees.zopa"), CASE);
    assert!(!folder.join("documents/Coast Wire.txt").exists());
}

#[test]
fn outlet_date_and_name_are_those_given() {
    let folder = dossier("add-labels");
    let labels = |outlet: &str, published: &str, name: Option<&str>| Labels {
        outlet: Some(outlet.to_owned()),
        published: Some(published.to_owned()),
        name: name.map(str::to_owned),
        private: false,
    };
    let paste = Arrival { called: "standard input".to_owned(), file_name: None, bytes: b"<html><p>Pasted".to_vec() };
    let added = add(&folder, &[paste], &labels("The \"Valley\" Echo", "2026-05", None)).unwrap();
    assert_eq!(
        (added.new[0].source.as_str(), added.new[0].path.as_str()),
        ("the-valley-echo", "documents/the-valley-echo.html")
    );
    assert!(text(&folder, "fees.zopa").contains("source the-valley-echo \"The “Valley” Echo\" published 2026-05\n"));
    let add = |labels: &Labels| add(&folder, &[arrival("x.txt", "x")], labels);
    assert_eq!(codes(add(&labels("x", "5 May", Some("post")))), ["name-taken", "bad-date"]);
    assert_eq!(codes(add(&labels("x", "2026 # now", Some("over")))), ["bad-name", "bad-date"]);
    assert_eq!(codes(add(&labels("x", "2026-02-30", None))), ["bad-date"]);
    assert!(!folder.join("documents/x.txt").exists());
    assert_eq!(add(&labels("x", "?", Some("київ"))).unwrap().new[0].source, "київ");
    assert_eq!(told(&folder).iter().filter(|told| told.starts_with("Error")).count(), 0, "{:?}", told(&folder));
}

#[test]
fn the_same_document_is_not_added_twice() {
    let folder = dossier("add-twice");
    let before = text(&folder, "fees.zopa");
    let added = plain(&folder, &[arrival("a.txt", "The fee is low.\n"), arrival("b.txt", "The fee\r\n is low.")]);
    let known: Vec<_> = added.known.iter().map(|known| (known.source.as_str(), known.same_bytes)).collect();
    assert_eq!((known, added.new.len()), (vec![("post", true), ("post", false)], 0));
    assert_eq!(text(&folder, "fees.zopa"), before);
    // Twice in one go; and one that lies there and has no source.
    put(&folder, "documents/loose.txt", "Loose.");
    let arrivals = [arrival("new.txt", "New."), arrival("again.txt", "New."), arrival("loose.txt", "Loose.")];
    let added = plain(&folder, &arrivals);
    let new: Vec<_> = added.new.iter().map(|new| new.path.as_str()).collect();
    assert_eq!((new, added.known[0].source.as_str()), (vec!["documents/new.txt", "documents/loose.txt"], "new"));
    assert_eq!(fs::read_dir(folder.join("documents")).unwrap().count(), 3);
}

#[test]
fn names_that_are_taken_get_a_number() {
    let folder = dossier("add-names");
    let arrivals =
        [arrival("POST.txt", "one"), arrival("post.txt", "two"), arrival("case.md", "three"), arrival(".a:b", "four")];
    let added = plain(&folder, &arrivals);
    let new: Vec<_> = added.new.iter().map(|new| (new.source.as_str(), new.path.as_str())).collect();
    let expected = [
        ("post-2", "documents/POST-2.txt"),
        ("post-3", "documents/post-3.txt"),
        ("case-2", "documents/case.md"),
        ("a-b", "documents/a-b.txt"),
    ];
    assert_eq!(new, expected);
    let folder = scratch("add-hostile");
    put(&folder, "a.zopa", CASE);
    for (number, name) in
        ["../../x.txt", "..", "a\"b\n.txt", "con|?*.t", "ﷺ 世界.txt", &"long".repeat(99)].iter().enumerate()
    {
        let added = plain(&folder, &[arrival(name, &format!("text {number}"))]);
        assert!(folder.join(&added.new[0].path).is_file() && added.new[0].path.starts_with("documents/"), "{added:?}");
    }
    let errors: Vec<String> = told(&folder).into_iter().filter(|told| told.starts_with("Error")).collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn private_documents_go_into_the_private_folder_with_their_source() {
    let folder = dossier("add-private");
    let labels = Labels { private: true, ..Labels::default() };
    let added = add(&folder, &[arrival("memo.txt", "A canary.")], &labels).unwrap();
    assert_eq!((added.new[0].path.as_str(), added.new[0].line), ("private/memo.txt", 1));
    assert_eq!(text(&folder, "fees.zopa"), CASE);
    add(&folder, &[arrival("note.txt", "Another.")], &labels).unwrap();
    assert_eq!(text(&folder, "private/case.zopa").lines().count(), 5);
    assert_eq!(told(&folder).iter().filter(|told| told.starts_with("Error")).count(), 0, "{:?}", told(&folder));
    assert_eq!(codes(add(&folder.join("fees.zopa"), &[arrival("x.txt", "x")], &labels)), ["private-place"]);
    assert_eq!(codes(add(&folder.join("private"), &[arrival("x.txt", "x")], &Labels::default())), ["private-place"]);
}

#[test]
fn several_are_added_or_none() {
    let folder = dossier("add-none");
    let binary = Arrival { bytes: vec![0, 1, 2, 0xFF], ..arrival("x.bin", "") };
    let told = add(&folder, &[arrival("new.txt", "New."), binary, arrival("empty.txt", " \n")], &Labels::default());
    assert_eq!(codes(told), ["not-a-document", "no-text"]);
    assert_eq!(text(&folder, "fees.zopa"), CASE);
    assert_eq!(fs::read_dir(folder.join("documents")).unwrap().count(), 1);
}

#[test]
fn a_broken_case_file_takes_a_source_and_keeps_the_rest() {
    let folder = scratch("add-broken");
    let broken = "case Fees\"\nparty\n  nonsense (\nsource post \"Post\n  documnt x\n\r\nissue\n";
    put(&folder, "a.zopa", broken);
    let added = plain(&folder, &[arrival("new.txt", "New.")]);
    assert!(added.errors > 0);
    let now = text(&folder, "a.zopa");
    let source = now.find("source new").unwrap();
    let end = source + now[source..].find("sha256").unwrap() + 7 + 64 + 1;
    let rest = format!("{}{}", &now[..source], &now[end..]);
    assert_eq!(rest.replace('\n', ""), broken.replace('\n', ""));
    put(&folder, "a.zopa", "");
    fs::write(folder.join("a.zopa"), [0xFF, 0xFE, b'a']).unwrap();
    assert_eq!(codes(add(&folder, &[arrival("more.txt", "More.")], &Labels::default())), ["case-not-text"]);
}

#[test]
fn a_folder_without_a_case_gets_one() {
    let folder = scratch("add-nothing");
    let added = plain(&folder, &[arrival("new.txt", "New.")]);
    assert_eq!((added.new[0].line, added.errors), (3, 0));
    assert!(added.began.is_some_and(|file| file.ends_with("add-nothing.zopa")));
    assert!(text(&folder, "add-nothing.zopa").starts_with("case \"add-nothing\"\n\nsource new \"?\" published ?\n"));
    assert_eq!(told(&folder).iter().filter(|told| told.starts_with("Error")).count(), 0, "{:?}", told(&folder));
    // And where there is no folder, one is made; or, where something is wrong, not.
    let arrivals = [arrival("x.txt", "x")];
    assert!(plain(&folder.join("made"), &arrivals).began.is_some_and(|file| file.ends_with("made/made.zopa")));
    assert_eq!(codes(add(&folder.join("bare"), &[arrival("x.txt", "")], &Labels::default())), ["no-text"]);
    assert!(folder.join("made/documents/x.txt").is_file() && !folder.join("bare").exists());
    assert_eq!(codes(add(&folder.join("gone/deeper"), &arrivals, &Labels::default())), ["unwritable"]);
    assert_eq!(codes(add(&folder.join("gone.zopa"), &arrivals, &Labels::default())), ["no-such-folder"]);
    put(&folder, "documents/x.txt", "x");
    assert_eq!(codes(add(&folder.join("documents"), &[arrival("y.txt", "y")], &Labels::default())), ["no-case-file"]);
}

#[test]
fn files_are_taken_as_they_are_or_refused() {
    let folder = scratch("add-files");
    put(&folder, "a.txt", "a\r\n");
    let taken = Arrival::of_file(&folder.join("a.txt")).unwrap();
    assert_eq!((taken.file_name.as_deref(), taken.bytes.as_slice()), (Some("a.txt"), &b"a\r\n"[..]));
    let code = |path: &str| Arrival::of_file(&folder.join(path)).unwrap_err().code;
    assert_eq!((code("gone.txt"), code(".")), ("no-such-file", "is-a-folder"));
    fs::File::options().write(true).open(folder.join("a.txt")).unwrap().set_len(65 << 20).unwrap();
    assert_eq!(code("a.txt"), "document-too-large");
    assert_eq!(Arrival::of_paste(&b"x"[..]).unwrap().file_name, None);
}

/// The last source is in the second file, and a byte of another file is none of its business.
#[test]
fn only_the_file_with_the_last_source_changes() {
    let folder = dossier("add-files-two");
    put(&folder, "a.zopa", "issue other \"Other\"\r\n");
    put(&folder, "z.zopa", "# nothing\n");
    let before: BTreeMap<_, _> = ["a.zopa", "z.zopa"].map(|path| (path, text(&folder, path))).into();
    let added = plain(&folder, &[arrival("new.txt", "New.")]);
    assert!(added.new[0].file.ends_with("fees.zopa"));
    before.iter().for_each(|(path, was)| assert_eq!(text(&folder, path), *was));
}
