//! Where does the page go, and what if it cannot go there?

use crate::run::{files, run, scratch, zopa};
use serde_json::Value;
use std::fs;
use std::process::Stdio;

#[test]
fn the_page_lies_beside_the_user_and_the_last_line_says_where() {
    let folder = scratch("brief-page");
    let ran = run(&folder, &["brief", "harbour"]);
    assert_eq!((ran.err.as_str(), ran.code), ("", 0));
    assert_eq!(ran.out.lines().last(), Some("page: harbour.html"));
    let page = fs::read_to_string(folder.join("harbour.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Harbour fees"));
    assert_eq!(run(&folder, &["brief", "harbour", "--format", "html"]).out, page);
}

#[test]
fn output_names_the_file_in_every_form() {
    let folder = scratch("brief-output");
    assert_eq!(run(&folder, &["brief", "harbour", "-o", "memo.html"]).out.lines().last(), Some("page: memo.html"));
    assert!(!folder.join("harbour.html").exists());
    let json = run(&folder, &["brief", "harbour", "--format", "json"]).out;
    assert_eq!(run(&folder, &["brief", "harbour", "--format", "json", "--output", "all.json"]).out, "");
    assert_eq!(fs::read_to_string(folder.join("all.json")).unwrap(), json);
}

#[test]
fn a_page_that_cannot_be_written_leaves_everything_as_it_was() {
    let folder = scratch("brief-refused");
    fs::create_dir(folder.join("harbour.html")).unwrap();
    let before = files(&folder);
    for args in [&["brief", "harbour"] as &[&str], &["brief", "harbour", "-o", "gone/page.html"]] {
        let ran = run(&folder, args);
        assert_eq!((ran.out.as_str(), ran.code), ("", 1));
        assert!(ran.err.starts_with("error[unwritable]: "), "{}", ran.err);
        assert_eq!(files(&folder), before);
    }
}

#[test]
fn a_case_with_errors_gets_messages_and_no_page() {
    let folder = scratch("brief-errors");
    let ran = run(&folder, &["brief", "words-not-there"]);
    assert_eq!((ran.out.as_str(), ran.code), ("", 1));
    assert!(ran.err.contains("error[quote-orphaned]"));
    assert!(!folder.join("words-not-there.html").exists());
}

#[test]
fn warnings_are_counted_beside_an_answer_and_not_repeated() {
    let folder = scratch("brief-warnings");
    let ran = run(&folder, &["why", "changed-document"]);
    assert_eq!((ran.err.as_str(), ran.code), ("1 warning; zopa check shows it\n", 0));
}

#[test]
fn choices_change_the_answer_and_are_named_in_it() {
    let folder = scratch("brief-choices");
    let json = |args: &[&str]| run(&folder, &[&["why", "harbour", "--format", "json"], args].concat()).out;
    let verdict = |text: &str| text.lines().find(|line| line.contains("\"verdict\": \"")).unwrap().trim().to_owned();
    let open = json(&[]);
    assert_eq!(verdict(&open), r#""verdict": "depends","#);
    let held = json(&["--assume", "north-low=as-reported"]);
    assert_eq!(verdict(&held), r#""verdict": "nothing-fits""#);
    assert!(held.contains("\"question\": \"north-low\""));
    let without = json(&["--without", "post"]);
    assert_eq!(verdict(&without), r#""verdict": "fits""#);
}

#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let folder = scratch("brief-pipe");
    let mut child = zopa(&folder, &["brief", "harbour", "--format", "html"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[test]
fn each_view_is_a_part_of_the_brief() {
    let folder = scratch("brief-views");
    let json = |command: &str| -> Value {
        let ran = run(&folder, &[command, "harbour", "--format", "json", "--without", "bo"]);
        assert!(ran.out.ends_with("}\n"));
        serde_json::from_str(&ran.out).unwrap()
    };
    let whole = json("brief");
    for (view, own) in [("why", "clashes"), ("openings", "knots"), ("hinges", "hinges")] {
        let part = json(view);
        for (name, value) in part.as_object().unwrap().iter().filter(|(name, _)| *name != "answer") {
            assert_eq!(*value, whole[name], "{view}: {name}");
        }
        for (name, value) in part["answer"].as_object().unwrap() {
            assert_eq!(*value, whole["answer"][name], "{view}: {name}");
        }
        assert!(part["answer"][own].is_array(), "{view}");
        assert_eq!(part["chosen"]["without"][0], "bo");
    }
}

/// Written by hand around its values, so that the order of fields is ours: as the library would indent it.
#[test]
fn json_is_indented_as_the_whole_brief_is() {
    let folder = scratch("brief-indent");
    let brief = run(&folder, &["brief", "harbour", "--format", "json"]).out;
    let why = run(&folder, &["why", "harbour", "--format", "json"]).out;
    let clashes = |text: &str| {
        let from = text.find("\n    \"clashes\": [").unwrap();
        text[from..][..text[from..].find("\n    ],").unwrap()].to_owned()
    };
    assert_eq!(clashes(&brief), clashes(&why));
}

#[test]
fn a_sheet_has_a_page_of_its_own_named_as_the_case_and_the_party() {
    let folder = scratch("brief-sheet");
    let ran = run(&folder, &["brief", "call", "--for", "south"]);
    assert_eq!((ran.err.as_str(), ran.code), ("", 0));
    assert!(ran.out.contains("In its own words") && ran.out.contains("Bo Lind (spokesman)"), "{}", ran.out);
    assert_eq!(ran.out.lines().last(), Some("page: call-south.html"));
    let page = fs::read_to_string(folder.join("call-south.html")).unwrap();
    assert_eq!(run(&folder, &["brief", "call", "--for", "south", "--format", "html"]).out, page);
    assert!(!folder.join("call.html").exists());
    let json: Value =
        serde_json::from_str(&run(&folder, &["brief", "call", "--for", "south", "--format", "json"]).out).unwrap();
    assert_eq!(
        (json["sheet"]["party"].as_str(), json["sheet"]["bodies"][0].as_str()),
        (Some("south"), Some("council"))
    );
}

#[test]
fn every_form_goes_into_a_file_whole_or_not_at_all() {
    let folder = scratch("brief-forms");
    for (at, args) in [
        ["brief", "call", "--format", "markdown"].as_slice(),
        &["brief", "call", "--format", "csv"],
        &["brief", "call", "--for", "north", "--format", "markdown"],
        &["why", "call", "--format", "markdown"],
        &["openings", "call", "--format", "json"],
        &["hinges", "call"],
    ]
    .iter()
    .enumerate()
    {
        let file = format!("answer-{at}");
        let shown = run(&folder, args).out;
        assert_eq!(run(&folder, &[*args, &["-o", &file]].concat()).out, "", "{args:?}");
        assert_eq!(fs::read_to_string(folder.join(&file)).unwrap(), shown, "{args:?}");
        let before = files(&folder);
        for (path, code) in [("gone/answer", 1), ("call/call.zopa", 2), ("call/documents/post.txt", 2)] {
            let refused = run(&folder, &[*args, &["-o", path]].concat());
            assert_eq!((refused.out.as_str(), refused.code), ("", code), "{args:?} {path}: {}", refused.err);
        }
        assert_eq!(files(&folder), before, "{args:?}");
    }
}
