//! Files as other programs save them.

use crate::run::{run, scratch};
use std::fs;

const CASE: &str = "harbour/harbour.zopa";

#[test]
fn mark_line_ends_and_tabs_are_read_without_a_word() {
    let folder = scratch("crlf");
    let asked: [&[&str]; 3] = [&["check", "harbour"], &["why", "harbour"], &["brief", "harbour", "--format", "json"]];
    let before = asked.map(|args| run(&folder, args));
    let text = fs::read_to_string(folder.join(CASE)).unwrap();
    let indented = text.lines().map(|line| match line.strip_prefix("    ") {
        Some(rest) => format!("\t\t{rest}\r\n"),
        None => line.strip_prefix("  ").map_or_else(|| format!("{line}\r\n"), |rest| format!("\t{rest}\r\n")),
    });
    fs::write(folder.join(CASE), format!("\u{feff}{}", indented.collect::<String>())).unwrap();
    assert!(before == asked.map(|args| run(&folder, args)));
    assert_eq!(before[0].code, 0);
    assert_eq!(before[0].err, "");
}

#[test]
fn a_case_that_is_not_utf8_is_told_with_offset_and_likely_encoding() {
    let folder = scratch("not-utf8");
    let text = fs::read_to_string(folder.join(CASE)).unwrap();
    let at = text.find("North Quay").unwrap();
    let mut bytes = text.replace(['“', '”'], "\"").into_bytes();
    bytes[at] = 0xD6;
    fs::write(folder.join(CASE), &bytes).unwrap();
    told(&folder, &format!("byte {at} "), "windows-1252");
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.join(CASE), [&[0xFF, 0xFE], wide.as_slice()].concat()).unwrap();
    told(&folder, "byte 0 ", "utf-16");
}

/// One message, and no other because of it.
fn told(folder: &std::path::Path, offset: &str, encoding: &str) {
    let ran = run(folder, &["check", "harbour"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("error[not-utf8]"), "{}", ran.err);
    assert!(ran.err.contains("harbour/harbour.zopa"), "{}", ran.err);
    assert!(ran.err.contains(offset), "{}", ran.err);
    assert!(ran.err.to_lowercase().contains(encoding), "{}", ran.err);
    assert!(ran.err.ends_with("\n1 error\n"), "{}", ran.err);
}

#[test]
fn an_empty_dossier_and_an_empty_case_are_told_apart() {
    let folder = scratch("empty");
    fs::create_dir(folder.join("bare")).unwrap();
    let bare = run(&folder, &["check", "bare"]);
    assert_eq!((bare.out.as_str(), bare.code), ("", 1));
    assert!(bare.err.starts_with("error[no-case-file]: `bare` holds no case file\n  = help: "), "{}", bare.err);
    fs::write(folder.join("bare/bare.zopa"), "\n# nothing yet\n").unwrap();
    let empty = run(&folder, &["why", "bare"]);
    assert_eq!((empty.out.as_str(), empty.code), ("", 1));
    assert!(empty.err.contains("error[empty-case]"), "{}", empty.err);
}

#[test]
fn a_report_in_another_encoding_is_told_with_its_line() {
    let folder = scratch("report-not-utf8");
    fs::write(folder.join("harbour/documents/wire.txt"), b"The fee is \x93out of the question\x94.").unwrap();
    let ran = run(&folder, &["check", "harbour"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("error[document-not-text]"), "{}", ran.err);
    assert!(ran.err.contains("harbour/harbour.zopa:12:"), "{}", ran.err);
}
