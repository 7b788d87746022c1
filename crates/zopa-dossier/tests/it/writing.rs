//! A file is put down whole or not at all.

use crate::{put, scratch};
use std::fs;
use std::path::Path;
use zopa_dossier::{DossierError, write};

/// Everything in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_made_and_replaced_with_nothing_left_beside_it() {
    let folder = scratch("write");
    let page = folder.join("page.html");
    write(&page, b"first, and longer").unwrap();
    write(&page, b"second").unwrap();
    assert_eq!(fs::read(&page).unwrap(), b"second");
    assert_eq!(names(&folder), ["page.html"]);
}

#[test]
fn a_folder_in_its_place_is_refused_and_stays() {
    let folder = scratch("write-folder");
    put(&folder, "page.html/kept.txt", "kept");
    let error = write(&folder.join("page.html"), b"page").unwrap_err();
    assert!(matches!(error, DossierError::Unwritable(..)));
    assert_eq!(names(&folder), ["page.html"]);
    assert_eq!(names(&folder.join("page.html")), ["kept.txt"]);
    assert!(error.problem().message.contains("it is a folder"), "{error}");
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let folder = scratch("write-gone");
    let error = write(&folder.join("gone/page.html"), b"page").unwrap_err();
    assert!(error.problem().message.contains("there is no such folder"), "{error}");
    put(&folder, "file", "kept");
    assert!(write(&folder.join("file/page.html"), b"page").is_err());
    assert_eq!(names(&folder), ["file"]);
    assert!(write(Path::new(""), b"page").is_err());
    assert!(write(&folder.join(".."), b"page").is_err());
}

/// One who may do everything is not kept from a folder by its mode: then there is nothing to test.
#[cfg(unix)]
#[test]
fn a_folder_that_can_only_be_read_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let folder = scratch("write-read-only");
    put(&folder, "page.html", "old");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let may_do_everything = fs::write(folder.join("probe"), b"").is_ok();
    let result = write(&folder.join("page.html"), b"new");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    if !may_do_everything {
        assert!(result.unwrap_err().problem().message.contains("not permitted"));
        assert_eq!(fs::read(folder.join("page.html")).unwrap(), b"old");
        assert_eq!(names(&folder), ["page.html"]);
    }
}

#[cfg(unix)]
#[test]
fn the_mode_of_a_file_and_a_link_to_it_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = scratch("write-mode");
    put(&folder, "real.html", "old");
    fs::set_permissions(folder.join("real.html"), fs::Permissions::from_mode(0o600)).unwrap();
    symlink("real.html", folder.join("page.html")).unwrap();
    write(&folder.join("page.html"), b"new").unwrap();
    assert!(folder.join("page.html").is_symlink());
    assert_eq!(fs::read(folder.join("real.html")).unwrap(), b"new");
    assert_eq!(fs::metadata(folder.join("real.html")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays_a_device() {
    write(Path::new("/dev/null"), b"page").unwrap();
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}
