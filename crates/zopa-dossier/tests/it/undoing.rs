//! Changes on a real disk: what is refused, who waits for whom, and what can be taken back.

use crate::{put, scratch};
use std::fs::{self, File};
use std::path::Path;
use zopa_dossier::{Change, Dossier, DossierError, RECORDS_MOST, apply, undo};

fn text(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

fn edit(path: &str, before: &str, after: &str) -> Change {
    Change::new("an edit").with_edit(path, before.as_bytes().to_vec(), after.as_bytes().to_vec())
}

#[test]
fn a_change_is_made_and_taken_back_byte_for_byte() {
    let folder = scratch("undo");
    put(&folder, "a.zopa", "one\r\n");
    let change = edit("a.zopa", "one\r\n", "two").with_new("documents/deep/b.txt", vec![0xEF, 0xBB, 0xBF, 0xFF]);
    apply(&folder, &change).unwrap();
    assert_eq!(text(&folder, "a.zopa"), "two");
    assert_eq!(fs::read(folder.join("documents/deep/b.txt")).unwrap(), [0xEF, 0xBB, 0xBF, 0xFF]);
    apply(&folder, &edit("a.zopa", "two", "three")).unwrap();
    assert_eq!(undo(&folder).unwrap().paths, ["a.zopa"]);
    assert_eq!(text(&folder, "a.zopa"), "two");
    let undone = undo(&folder).unwrap();
    assert_eq!((undone.what.as_str(), undone.paths.len()), ("an edit", 2));
    assert_eq!(text(&folder, "a.zopa"), "one\r\n");
    assert!(!folder.join("documents/deep/b.txt").exists());
    assert!(matches!(undo(&folder), Err(DossierError::NothingToUndo(_))));
    assert_eq!(text(&folder, ".zopa/.gitignore"), "*\n");
}

#[test]
fn a_file_that_was_changed_since_is_not_written_over() {
    let folder = scratch("undo-since");
    put(&folder, "a.zopa", "one");
    put(&folder, "b.zopa", "b");
    let both = edit("a.zopa", "one", "two").with_new("c.zopa", b"c".to_vec());
    put(&folder, "a.zopa", "by hand");
    let told = apply(&folder, &both).unwrap_err();
    let problem = told.problem();
    assert!(matches!(&told, DossierError::ChangedSince(paths) if paths == &[Path::new("a.zopa")]));
    assert_eq!(problem.message, "changed since it was read: `a.zopa`; nothing was written");
    put(&folder, "a.zopa", "one");
    put(&folder, "c.zopa", "there already");
    assert!(matches!(apply(&folder, &both), Err(DossierError::ChangedSince(_))));
    assert_eq!((text(&folder, "a.zopa"), text(&folder, "c.zopa")), ("one".into(), "there already".into()));
    fs::remove_file(folder.join("c.zopa")).unwrap();
    apply(&folder, &both).unwrap();
    put(&folder, "c.zopa", "by hand");
    assert!(matches!(undo(&folder), Err(DossierError::ChangedSince(paths)) if paths == [Path::new("c.zopa")]));
    assert_eq!(text(&folder, "a.zopa"), "two");
    put(&folder, "c.zopa", "c");
    undo(&folder).unwrap();
    assert_eq!(text(&folder, "a.zopa"), "one");
}

#[test]
fn no_path_leads_out_of_the_dossier() {
    let folder = scratch("undo-out/in");
    put(&folder, "a.zopa", "one");
    let absolute = folder.join("x.txt").display().to_string();
    for path in [
        "../x.txt",
        "documents/../../x.txt",
        "./x.txt",
        "a//x.txt",
        "",
        "x/",
        ".hidden",
        "documents/.x",
        "a\\x",
        "c:x",
        "a\nb",
        &absolute,
    ] {
        let told = apply(&folder, &Change::new("out").with_new(path, b"x".to_vec()));
        assert!(matches!(told, Err(DossierError::BadPlace(_))), "{path}");
    }
    let twice = Change::new("twice").with_new("x.txt", b"x".to_vec()).with_new("x.txt", b"y".to_vec());
    assert!(matches!(apply(&folder, &twice), Err(DossierError::BadPlace(_))));
    assert!(!folder.join("x.txt").exists() && !folder.parent().unwrap().join("x.txt").exists());
}

#[cfg(unix)]
#[test]
fn no_link_is_written_through() {
    use std::os::unix::fs::symlink;
    let folder = scratch("undo-links/in");
    let outside = scratch("undo-links/out");
    put(&folder, "a.zopa", "one");
    put(&outside, "b.zopa", "b");
    symlink(&outside, folder.join("documents")).unwrap();
    symlink(outside.join("b.zopa"), folder.join("b.zopa")).unwrap();
    symlink("nowhere", folder.join("c.zopa")).unwrap();
    for path in ["documents/x.txt", "b.zopa", "c.zopa", "a.zopa/x"] {
        let told = apply(&folder, &Change::new("out").with_new(path, b"x".to_vec()));
        assert!(matches!(told, Err(DossierError::BadPlace(_))), "{path}: {told:?}");
    }
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
    // A link inside of the dossier is written where it leads to.
    symlink("a.zopa", folder.join("d.zopa")).unwrap();
    let dossier = Dossier::open(&folder).unwrap();
    assert_eq!(dossier.inside(&folder.join("d.zopa").display().to_string()).as_deref(), Some("a.zopa"));
    assert_eq!(dossier.inside(&folder.join("b.zopa").display().to_string()), None);
}

#[test]
fn what_touches_the_private_folder_is_kept_in_it() {
    let folder = scratch("undo-private");
    put(&folder, "a.zopa", "one");
    put(&folder, "private/memo.txt", "canary");
    apply(&folder, &edit("private/memo.txt", "canary", "later").with_new("b.zopa", b"b".to_vec())).unwrap();
    apply(&folder, &edit("a.zopa", "one", "two")).unwrap();
    assert_eq!(fs::read_dir(folder.join(".zopa/undo")).unwrap().count(), 1);
    assert_eq!(text(&folder, "private/.zopa/undo/000001/0.old"), "canary");
    assert_eq!(Dossier::open(&folder).unwrap().texts.documents.len(), 1);
    assert_eq!(undo(&folder).unwrap().paths, ["a.zopa"]);
    assert_eq!(undo(&folder).unwrap().paths, ["private/memo.txt", "b.zopa"]);
    assert_eq!((text(&folder, "private/memo.txt"), folder.join("b.zopa").exists()), ("canary".into(), false));
}

#[test]
fn the_last_changes_are_kept_and_no_more() {
    let folder = scratch("undo-most");
    put(&folder, "a.zopa", "0");
    let changes = RECORDS_MOST + 5;
    for number in 0..changes {
        apply(&folder, &edit("a.zopa", &number.to_string(), &(number + 1).to_string())).unwrap();
    }
    assert_eq!(fs::read_dir(folder.join(".zopa/undo")).unwrap().count(), RECORDS_MOST);
    (0..RECORDS_MOST).for_each(|_| assert!(undo(&folder).is_ok()));
    assert!(matches!(undo(&folder), Err(DossierError::NothingToUndo(_))));
    assert_eq!(text(&folder, "a.zopa"), "5");
}

#[test]
fn one_that_writes_waits_for_another_and_then_says_so() {
    let folder = scratch("undo-lock");
    put(&folder, "a.zopa", "one");
    apply(&folder, &edit("a.zopa", "one", "two")).unwrap();
    let lock = File::options().write(true).open(folder.join(".zopa/lock")).unwrap();
    lock.lock().unwrap();
    assert!(matches!(apply(&folder, &edit("a.zopa", "two", "three")), Err(DossierError::Busy(_))));
    assert!(matches!(Dossier::open(&folder), Err(DossierError::Busy(_))));
    // It ends while somebody waits.
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| apply(&folder, &edit("a.zopa", "two", "three")));
        std::thread::sleep(std::time::Duration::from_millis(120));
        drop(lock);
        waiting.join().unwrap().unwrap();
    });
    assert_eq!(text(&folder, "a.zopa"), "three");
    // Readers do not wait for each other.
    let lock = File::open(folder.join(".zopa/lock")).unwrap();
    lock.lock_shared().unwrap();
    assert!(Dossier::open(&folder).is_ok());
}

/// Many at once: each change is there, or was refused; none is lost and none is half there.
#[test]
fn many_at_once_are_made_one_after_the_other() {
    let folder = scratch("undo-many");
    put(&folder, "a.zopa", "");
    let add = |number: usize| loop {
        let Ok(dossier) = Dossier::open(&folder) else { continue };
        let before = dossier.texts.case_files[0].1.clone();
        assert_eq!(before.iter().filter(|byte| **byte == b'\n').count(), dossier.texts.documents.len());
        let after = [before.clone(), format!("{number}\n").into_bytes()].concat();
        let change = Change::new("add").with_new(&format!("documents/{number}.txt"), vec![b'x']);
        match apply(&folder, &change.with_edit("a.zopa", before, after)) {
            Err(DossierError::ChangedSince(_) | DossierError::Busy(_)) => {}
            told => return told.unwrap(),
        }
    };
    std::thread::scope(|scope| (0..6).for_each(|number| drop(scope.spawn(move || add(number)))));
    let mut lines: Vec<String> = text(&folder, "a.zopa").lines().map(str::to_owned).collect();
    lines.sort();
    assert_eq!(lines, ["0", "1", "2", "3", "4", "5"]);
}

/// What somebody has made of a file while a change was cut short is never written over.
#[test]
fn finishing_leaves_what_was_changed_by_hand() {
    let folder = scratch("undo-by-hand");
    let old = "-";
    let hash = |text: &str| zopa::text::sha256(text.as_bytes());
    put(&folder, "a.zopa", "by hand");
    put(&folder, ".zopa/lock", "");
    put(&folder, ".zopa/undo/now/0.new", "b");
    put(&folder, ".zopa/undo/now/1.new", "two");
    put(&folder, ".zopa/undo/now/1.old", "one");
    let rows = format!("put {old} {} documents/b.txt\nput {} {} a.zopa\n", hash("b"), hash("one"), hash("two"));
    put(&folder, ".zopa/undo/now/list", &format!("zopa change 1\nkeep 1\nwhat x\n{rows}end\n"));
    let texts = Dossier::open(&folder).unwrap().texts;
    assert_eq!((texts.case_files[0].1.as_slice(), texts.documents.len()), (&b"by hand"[..], 1));
    assert_eq!(text(&folder, "documents/b.txt"), "b");
    assert!(matches!(undo(&folder), Err(DossierError::ChangedSince(_))));
    put(&folder, ".zopa/undo/now/list", "zopa change 9\n");
    assert!(matches!(Dossier::open(&folder), Err(DossierError::Damaged(_))));
}

#[cfg(unix)]
#[test]
fn the_mode_of_a_file_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = scratch("undo-mode");
    put(&folder, "a.zopa", "one");
    let mode = |bits| fs::set_permissions(folder.join("a.zopa"), fs::Permissions::from_mode(bits)).unwrap();
    mode(0o600);
    apply(&folder, &edit("a.zopa", "one", "two")).unwrap();
    assert_eq!(fs::metadata(folder.join("a.zopa")).unwrap().permissions().mode() & 0o777, 0o600);
    // A file that may not be written is not replaced either.
    mode(0o400);
    assert!(matches!(apply(&folder, &edit("a.zopa", "two", "three")), Err(DossierError::NotChanged(..))));
    assert_eq!(text(&folder, "a.zopa"), "two");
}

#[test]
fn edits_and_the_suggestions_that_follow_from_them_are_one_change() {
    let folder = scratch("undo-both");
    let case = "case \"Harbour\"\nparty north \"North\"\n";
    put(&folder, "harbour.zopa", case);
    put(&folder, "suggested.zopa", "# wait\n");
    let dossier = Dossier::open_any(&folder).unwrap();
    let (at, _) =
        dossier.texts.case_files.iter().enumerate().find(|(_, (path, _))| path.ends_with("harbour.zopa")).unwrap();
    let files = vec![(at, format!("{case}party south \"South\"\n")), (1 - at, "# edited\n".to_owned())];
    let edited = zopa::Edited { files, ..zopa::Edited::default() };
    let files = vec![
        ("suggested.zopa".to_owned(), "# edited\n\nclaim a \"A\"\n  unconfirmed\n".to_owned()),
        ("private/suggested.zopa".to_owned(), "claim b \"B\"\n  unconfirmed\n".to_owned()),
    ];
    let suggested = zopa::Suggested { files, ..zopa::Suggested::default() };
    dossier.edit_and_suggest("place South", &edited, &suggested).unwrap();
    assert!(text(&folder, "harbour.zopa").ends_with("party south \"South\"\n"));
    assert!(text(&folder, "suggested.zopa").starts_with("# edited\n\nclaim a"));
    assert!(folder.join("private/suggested.zopa").exists());
    assert_eq!(undo(&folder).unwrap().what, "place South");
    assert_eq!(
        (text(&folder, "harbour.zopa"), text(&folder, "suggested.zopa")),
        (case.to_owned(), "# wait\n".to_owned())
    );
    assert!(!folder.join("private/suggested.zopa").exists());
}
