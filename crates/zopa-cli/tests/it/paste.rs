//! What `zopa quote` prints is pasted into the case, comment and all, and stands.

use crate::run::{run, scratch};
use std::fs;

/// Passages on one line, one of several words apart, and one with marks.
const WORDS: [&str; 4] = ["the low one", "“out of the question”", "one low fee has", "wants it she never"];

#[test]
fn a_printed_block_stands_under_a_saying_without_a_message() {
    for words in WORDS {
        assert_eq!(pasted(words), "", "{words}");
    }
}

/// A quote stands on one line, its document breaks it.
#[test]
fn a_passage_over_a_line_break_stands() {
    pasted("fee, she added");
}

/// What `check` says to standard error once the block is in the case; all quotes are verified.
fn pasted(words: &str) -> String {
    let folder = scratch(&format!("paste-{}", words.len()));
    let found = run(&folder, &["quote", "harbour", words]);
    assert_eq!(found.code, 0, "{}", found.err);
    let path = folder.join("harbour/harbour.zopa");
    let case = fs::read_to_string(&path).unwrap();
    let claim = format!("\nclaim pasted \"Pasted\"\n  north seeks fee = low\n  said by ada\n{}", found.out);
    fs::write(&path, case + &claim).unwrap();
    let ran = run(&folder, &["check", "harbour"]);
    let quotes = 3 + found.out.lines().filter(|line| line.starts_with("    quote ")).count();
    assert!(ran.out.contains(&format!("{quotes} quotes: {quotes} verified")), "{}", ran.out);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.err
}
