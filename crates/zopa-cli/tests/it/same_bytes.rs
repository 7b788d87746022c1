//! Same input, same bytes: whatever the run, the folder, the language, the time zone.

use crate::run::{copy, ran, run, scratch, zopa};
use std::fs;

const ASKED: [&[&str]; 9] = [
    &["check", "harbour"],
    &["check", "harbour", "--format", "json"],
    &["why", "harbour", "--format", "json"],
    &["openings", "harbour"],
    &["hinges", "harbour"],
    &["brief", "harbour", "--format", "json"],
    &["brief", "harbour"],
    &["track", "track", "track/response.events"],
    &["track", "track", "track/response.events", "--format", "json"],
];

#[test]
fn two_runs_and_another_folder_give_the_same_bytes() {
    let folder = scratch("same-bytes");
    let elsewhere = scratch("same-bytes-elsewhere").join("a folder");
    copy(&folder, &elsewhere);
    for args in ASKED {
        let first = run(&folder, args);
        assert_eq!(first.code, 0);
        assert_eq!(first, run(&folder, args));
        assert_eq!(first, run(&elsewhere, args));
    }
    assert_eq!(fs::read(folder.join("harbour.html")).unwrap(), fs::read(elsewhere.join("harbour.html")).unwrap());
}

#[test]
fn neither_language_nor_time_zone_changes_a_byte() {
    let folder = scratch("same-bytes-settings");
    for args in ASKED {
        let first = run(&folder, args);
        let page = fs::read(folder.join("harbour.html")).ok();
        for (name, value) in
            [("LC_ALL", "tr_TR.UTF-8"), ("LANG", "de_DE"), ("TZ", "Pacific/Kiritimati"), ("NO_COLOR", "1")]
        {
            let mut command = zopa(&folder, args);
            command.env(name, value);
            assert_eq!(first, ran(command), "{name}={value}");
            assert_eq!(page, fs::read(folder.join("harbour.html")).ok(), "{name}={value}");
        }
    }
}

#[test]
fn a_dossier_is_the_same_from_within_and_by_its_file_but_for_its_paths() {
    let folder = scratch("same-bytes-within");
    let outside = run(&folder, &["brief", "harbour", "--format", "json"]);
    assert_eq!(outside, run(&folder.join("harbour"), &["brief", ".", "--format", "json"]));
    assert_eq!(outside, run(&folder.join("harbour"), &["brief", "harbour.zopa", "--format", "json"]));
    assert_eq!(outside, run(&folder, &["brief", "harbour/", "--format", "json"]));
}

#[test]
fn the_width_is_that_of_the_screen() {
    let folder = scratch("width");
    let told = |columns: &str| {
        let mut command = zopa(&folder, &["openings", "harbour"]);
        command.env("COLUMNS", columns);
        ran(command).out
    };
    assert!(told("70").lines().all(|line| line.chars().count() <= 70));
    assert!(told("160").lines().count() < told("70").lines().count());
    assert_eq!(told("nonsense"), told("100"));
}
