//! What is read of a folder, and what is not?

use crate::{put, scratch};
use std::fs::{self, File};
use std::path::Path;
use zopa_dossier::{CASE_FILE_MOST, DOCUMENTS_MOST, Dossier, DossierError, LeftOut, Reason};

fn paths(files: &[(String, Vec<u8>)]) -> Vec<&str> {
    files.iter().map(|(path, _)| path.as_str()).collect()
}

fn ends(dossier: &Dossier) -> Vec<&str> {
    paths(&dossier.texts.case_files).into_iter().map(|path| path.rsplit('/').next().unwrap()).collect()
}

#[test]
fn case_files_and_documents_are_read_by_name_and_nothing_else() {
    let folder = scratch("reading");
    for path in [
        "b.zopa",
        "a.zopa",
        "Z.zopa",
        "é.zopa",
        "notes.txt",
        ".hidden.zopa",
        "more/c.zopa",
        "documents/b.txt",
        "documents/a/z.md",
        "documents/.DS_Store",
        "private/memo.txt",
        "other/x.txt",
        "a.html",
    ] {
        put(&folder, path, path);
    }
    let dossier = Dossier::open(&folder).unwrap();
    assert_eq!(dossier.texts.name, "reading");
    assert_eq!(ends(&dossier), ["Z.zopa", "a.zopa", "b.zopa", "é.zopa"]);
    let documents = &dossier.texts.documents;
    assert_eq!(paths(documents), ["documents/a/z.md", "documents/b.txt", "private/memo.txt"]);
    assert!(documents.iter().all(|(path, bytes)| path.as_bytes() == bytes));
    assert_eq!(dossier.left_out, []);
}

#[test]
fn the_private_folder_holds_case_files_and_documents() {
    let folder = scratch("desk");
    for path in ["a.zopa", "private/b.zopa", "private/.c.zopa", "private/deep/d.zopa", "private/memo.txt"] {
        put(&folder, path, path);
    }
    let dossier = Dossier::open(&folder).unwrap();
    assert_eq!(ends(&dossier), ["a.zopa"]);
    let shown = folder.join("private/b.zopa").display().to_string();
    assert_eq!(dossier.texts.private_files, [(shown, b"private/b.zopa".to_vec())]);
    assert_eq!(paths(&dossier.texts.documents), ["private/deep/d.zopa", "private/memo.txt"]);
    for path in ["private/page.html", "private/new.zopa", "private/deep/page.html"] {
        assert!(dossier.holds(&folder.join(path)), "{path}");
    }
    // One case file is that file alone.
    assert_eq!(Dossier::open(&folder.join("a.zopa")).unwrap().texts.private_files, []);
}

/// What lies in a private folder does not become public by being opened there.
#[test]
fn a_case_file_of_a_private_folder_is_private_wherever_it_is_opened() {
    let folder = scratch("desk-inside");
    put(&folder, "private/b.zopa", "b");
    for path in ["private", "private/b.zopa", "."] {
        let texts = Dossier::open(&folder.join(path)).unwrap().texts;
        assert_eq!((texts.case_files.len(), texts.private_files.len()), (0, 1), "{path}");
    }
}

/// A link into the private folder would give what it leads to a public path.
#[cfg(unix)]
#[test]
fn no_link_leads_into_the_private_folder() {
    use std::os::unix::fs::symlink;
    let folder = scratch("desk-links");
    for path in ["a.zopa", "private/b.zopa", "private/memo.txt", "documents/a.txt"] {
        put(&folder, path, path);
    }
    symlink("private/b.zopa", folder.join("c.zopa")).unwrap();
    symlink("../private/memo.txt", folder.join("documents/memo.txt")).unwrap();
    symlink("../documents/a.txt", folder.join("private/a.txt")).unwrap();
    let dossier = Dossier::open(&folder).unwrap();
    assert_eq!(ends(&dossier), ["a.zopa"]);
    assert_eq!(paths(&dossier.texts.documents), ["documents/a.txt", "private/a.txt", "private/memo.txt"]);
    let link = |path: &str| LeftOut { path: path.to_owned(), reason: Reason::IntoPrivate };
    assert_eq!(dossier.left_out, [link("c.zopa"), link("documents/memo.txt")]);
}

#[test]
fn bytes_are_as_received() {
    let folder = scratch("bytes");
    put(&folder, "case.zopa", "case \"x\"\r\n");
    fs::create_dir(folder.join("documents")).unwrap();
    let bytes = [0xEF, 0xBB, 0xBF, 0, 0xFF, b'\r', b'\n'];
    fs::write(folder.join("documents/report.pdf"), bytes).unwrap();
    let texts = Dossier::open(&folder).unwrap().texts;
    assert_eq!(texts.documents[0].1, bytes);
    assert_eq!(texts.case_files[0].1, b"case \"x\"\r\n");
}

#[test]
fn one_case_file_stands_for_itself_with_the_documents_beside_it() {
    let folder = scratch("one-file");
    put(&folder, "first.zopa", "1");
    put(&folder, "second.zopa", "2");
    put(&folder, "documents/a.txt", "a");
    let dossier = Dossier::open(&folder.join("second.zopa")).unwrap();
    assert_eq!(dossier.texts.name, "second");
    assert_eq!(ends(&dossier), ["second.zopa"]);
    assert_eq!(paths(&dossier.texts.documents), ["documents/a.txt"]);
}

#[test]
fn case_files_are_named_as_the_folder_was_given() {
    let folder = scratch("as-given");
    put(&folder, "a.zopa", "");
    let given = folder.join("../as-given");
    let dossier = Dossier::open(&given).unwrap();
    assert_eq!(paths(&dossier.texts.case_files), [given.join("a.zopa").display().to_string()]);
    assert_eq!(dossier.texts.name, "as-given");
}

#[test]
fn what_is_no_dossier_is_told_apart() {
    let folder = scratch("none");
    put(&folder, "report.txt", "");
    fs::create_dir(folder.join("bare")).unwrap();
    fs::create_dir_all(folder.join("folder/odd.zopa")).unwrap();
    let error = |path: &str| Dossier::open(&folder.join(path)).unwrap_err();
    assert!(matches!(error("gone"), DossierError::Absent(_)));
    assert!(matches!(error("report.txt"), DossierError::NotADossier(_)));
    assert!(matches!(error("bare"), DossierError::NoCase(_)));
    assert!(matches!(error("folder"), DossierError::NoCase(_)));
    assert!(error("gone").is_wrong_usage() && !error("bare").is_wrong_usage());
    for path in ["gone", "report.txt", "bare"] {
        let problem = error(path).problem();
        assert!(problem.message.contains(&format!("{path}`")) && !problem.help.is_empty(), "{problem:?}");
    }
}

#[test]
fn a_case_file_and_the_documents_have_a_most() {
    let folder = scratch("large");
    put(&folder, "a.zopa", "");
    for path in ["documents/1.bin", "documents/2.bin", "documents/3.txt"] {
        put(&folder, path, "small");
    }
    // Files of holes: they cost no disk.
    File::options().write(true).open(folder.join("documents/2.bin")).unwrap().set_len(DOCUMENTS_MOST).unwrap();
    let dossier = Dossier::open(&folder).unwrap();
    assert_eq!(paths(&dossier.texts.documents), ["documents/1.bin", "documents/3.txt"]);
    assert_eq!(dossier.left_out, [LeftOut { path: "documents/2.bin".to_owned(), reason: Reason::TooLarge }]);
    File::options().write(true).open(folder.join("a.zopa")).unwrap().set_len(CASE_FILE_MOST + 1).unwrap();
    let error = Dossier::open(&folder).unwrap_err();
    assert!(matches!(error, DossierError::CaseTooLarge(_)));
    assert!(error.problem().help.contains("16 MiB"));
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_folder_only() {
    use std::os::unix::fs::symlink;
    let outside = scratch("links-outside");
    put(&outside, "secret.txt", "secret");
    put(&outside, "secret.zopa", "secret");
    let folder = scratch("links");
    put(&folder, "a.zopa", "a");
    put(&folder, "documents/real.txt", "real");
    symlink("real.txt", folder.join("documents/inside.txt")).unwrap();
    symlink(outside.join("secret.txt"), folder.join("documents/outside.txt")).unwrap();
    symlink("../../links-outside", folder.join("documents/up")).unwrap();
    symlink(".", folder.join("documents/loop")).unwrap();
    symlink("gone", folder.join("documents/gone.txt")).unwrap();
    symlink(&outside, folder.join("private")).unwrap();
    symlink(outside.join("secret.zopa"), folder.join("b.zopa")).unwrap();
    let dossier = Dossier::open(&folder).unwrap();
    assert_eq!(paths(&dossier.texts.documents), ["documents/inside.txt", "documents/real.txt"]);
    assert_eq!(ends(&dossier), ["a.zopa"]);
    assert!(dossier.left_out.iter().all(|left_out| left_out.reason == Reason::Link));
    let left_out: Vec<&str> = dossier.left_out.iter().map(|left_out| left_out.path.as_str()).collect();
    let links = ["b.zopa", "documents/gone.txt", "documents/loop", "documents/outside.txt", "documents/up", "private"];
    assert_eq!(left_out, links);
}

/// Reading a pipe would wait for ever.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_passed_over() {
    let folder = scratch("pipe");
    put(&folder, "a.zopa", "a");
    fs::create_dir(folder.join("documents")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.join("documents/s"));
    let made = std::process::Command::new("mkfifo").arg(folder.join("documents/pipe.txt")).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(paths(&Dossier::open(&folder).unwrap().texts.documents), [""; 0]);
    }
}

#[test]
fn a_page_never_takes_the_place_of_the_case() {
    let folder = scratch("holds");
    put(&folder, "a.zopa", "a");
    put(&folder, "documents/deep/a.txt", "a");
    let dossier = Dossier::open(&folder).unwrap();
    for path in
        ["a.zopa", "new.zopa", "documents/page.html", "documents/deep/../page.html", "../holds/documents/deep/x"]
    {
        assert!(dossier.holds(&folder.join(path)), "{path}");
    }
    for path in ["page.html", "../a.zopa", "gone/a.zopa"] {
        assert!(!dossier.holds(&folder.join(path)), "{path}");
    }
    assert!(!dossier.holds(Path::new("page.html")));
}

#[cfg(unix)]
#[test]
fn a_page_never_takes_the_place_of_the_case_through_a_link() {
    let folder = scratch("holds-link");
    put(&folder, "a.zopa", "a");
    std::os::unix::fs::symlink("a.zopa", folder.join("page.html")).unwrap();
    assert!(Dossier::open(&folder).unwrap().holds(&folder.join("page.html")));
}
