//! Case files written evenly: all of them or none, and nothing else is touched.

use crate::run::{files, run, scratch};
use std::fs;

const EVEN: &str = "\
case \"Harbour fee\"
party north \"North Quay\" also \"the quay\", \"the north\"
party south \"South Quay\" # across the water

issue fee \"Harbour fee\"
  option low
  option high
claim north-low \"North Quay wants the low fee\"
  north requires fee = low and not (fee = high)
    # as all reports have it
  quote post > the low
    fee,   and no other
claim south-high \"South Quay wants the high fee\"
     south requirse fee=high
source post \"Harbour Post\"
";

#[test]
fn both_files_are_written_and_nothing_else() {
    let folder = scratch("fmt");
    let before = files(&folder.join("ferry"));
    let ran = run(&folder, &["fmt", "uneven"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(fs::read_to_string(folder.join("uneven/case.zopa")).unwrap(), EVEN);
    assert_eq!(
        fs::read_to_string(folder.join("uneven/private/desk.zopa")).unwrap(),
        "claim memo \"A memo\"\n  north seeks fee = low\n"
    );
    let even = files(&folder.join("uneven"));
    assert_eq!(run(&folder, &["fmt", "uneven"]).code, 0);
    assert_eq!(files(&folder.join("uneven")), even, "twice is once, and leaves no trace of its own");
    assert_eq!(run(&folder, &["fmt", "ferry"]).code, 0);
    assert_eq!(files(&folder.join("ferry")), before, "what is even is not written");
}

#[test]
fn a_look_changes_nothing_and_fails() {
    let folder = scratch("fmt-check");
    let before = files(&folder);
    let ran = run(&folder, &["fmt", "--check", "uneven"]);
    assert_eq!((ran.code, files(&folder) == before), (1, true), "{ran:?}");
    assert_eq!(run(&folder, &["fmt", "--check", "ferry"]).code, 0);
}

#[test]
fn one_file_that_is_no_text_keeps_all_as_they_are() {
    let folder = scratch("fmt-bytes");
    fs::write(folder.join("uneven/zz.zopa"), b"party a \"\xff\"\n").unwrap();
    let before = files(&folder);
    let ran = run(&folder, &["fmt", "uneven"]);
    assert_eq!((ran.code, files(&folder) == before), (1, true), "{ran:?}");
    assert!(ran.err.contains("error[not-utf8]") && ran.err.contains("zz.zopa"), "{}", ran.err);
}

#[test]
fn one_file_alone() {
    let folder = scratch("fmt-one");
    let private = fs::read(folder.join("uneven/private/desk.zopa")).unwrap();
    assert_eq!(run(&folder, &["fmt", "uneven/case.zopa"]).code, 0);
    assert_eq!(fs::read_to_string(folder.join("uneven/case.zopa")).unwrap(), EVEN);
    assert_eq!(fs::read(folder.join("uneven/private/desk.zopa")).unwrap(), private);
    assert_eq!(run(&folder, &["fmt", "nowhere"]).code, 2);
}
