//! `docs/errors.md`: every mistake that can be told, each with a file that makes it and what `zopa check` says of it.
//! `ZOPA_BLESS=1 cargo test -p zopa --test it gallery` writes it anew.

#[path = "../../../../tests/errors/documents.rs"]
pub mod documents;

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use zopa::{Texts, read, report};

const HEAD: &str = "\
# Messages about a case

Every mistake in a case file has a code, such as `unknown-option`. Here is each code with a file that makes the mistake,
and what `zopa check` says of it. The files stand in `tests/errors`, and a test writes this page from them.

A message says what is wrong in the words of the file, where, and the way out. An **error** keeps the case from being
answered; a **warning** is worth a look. One mistake is one message, and all mistakes come in one pass.

";

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The file of a code, and what is said of it with this code: what a file says with others is about its being short.
fn shown(folder: &str, code: &str) -> (String, String) {
    let path = repository().join("tests/errors").join(folder).join(format!("{code}.zopa"));
    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no file for `{code}`"));
    let texts = Texts { documents: documents::named(&text, zopa::text::BYTES_MOST), ..Texts::of_case("case", &text) };
    let mut read = read(&texts);
    read.diagnostics.retain(|told| told.code.0 == code);
    assert!(!read.diagnostics.is_empty(), "{code}");
    let files: Vec<_> = read.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
    (text, report::diagnostics::diagnostics(&read.diagnostics, &files, false))
}

fn section(out: &mut String, title: &str, folder: &str, codes: &[(&str, &str)]) {
    writeln!(out, "## {title}\n\n| code | says |\n|---|---|").unwrap();
    for (code, says) in codes {
        writeln!(out, "| [`{code}`](#{code}) | {says} |").unwrap();
    }
    for (code, says) in codes {
        let (file, told) = shown(folder, code);
        let message = told.rsplit_once("\n\n").map_or(told.as_str(), |(messages, _)| messages);
        let kind = if says.ends_with("(warning)") { "Warning" } else { "Error" };
        let says = says.trim_end_matches(" (warning)");
        writeln!(
            out,
            "\n### {code}\n\n{kind}: {says}.\n\n```zopa\n{}\n```\n\n```text\n{message}\n```",
            file.trim_end()
        )
        .unwrap();
    }
    out.push('\n');
}

fn page() -> String {
    let mut out = HEAD.to_owned();
    section(&mut out, "Of a line", "syntax", zopa_syntax::codes::ALL);
    section(&mut out, "Of the case as a whole", "case", zopa_case::codes::ALL);
    out
}

#[test]
fn the_gallery_is_what_is_said() {
    let place = repository().join("docs/errors.md");
    let page = page();
    if std::env::var_os("ZOPA_BLESS").is_some() {
        fs::write(&place, &page).unwrap();
    }
    let found = fs::read_to_string(&place).unwrap_or_default();
    assert!(found == page, "docs/errors.md: ZOPA_BLESS=1 cargo test -p zopa --test it gallery writes it anew");
}

/// Message, place, the user's own words, and the way out: what a message is without one of them is no help.
#[test]
fn every_message_of_the_gallery_has_its_parts() {
    let syntax = zopa_syntax::codes::ALL.iter().map(|code| ("syntax", *code));
    let case = zopa_case::codes::ALL.iter().map(|code| ("case", *code));
    for (folder, (code, says)) in syntax.chain(case) {
        let (_, told) = shown(folder, code);
        let level = if says.ends_with("(warning)") { "warning" } else { "error" };
        let head = told.lines().next().unwrap();
        assert!(head.starts_with(&format!("{level}[{code}]: ")) && head.len() > code.len() + 12, "{code}: {head}");
        assert!(told.contains("--> case.zopa:"), "{code}: no place\n{told}");
        assert!(told.contains("= help: "), "{code}: no way out\n{told}");
    }
}

#[test]
fn every_code_is_a_rule_of_its_own() {
    let codes: Vec<&str> = zopa::codes().map(|(code, _)| code).collect();
    assert!(codes.is_sorted_by(|a, b| a < b), "a code stands twice");
    assert!(codes.len() >= zopa_syntax::codes::ALL.len() + zopa_case::codes::ALL.len());
}

#[test]
fn five_unrelated_mistakes_give_five_messages() {
    let case = "\
case \"Ferry\"
party north \"North\"
party south \"South
issue fee \"Fee\"
  option low
  option high
claim a \"A\"
  north requries fee = low
  said by north
    quote post wanted a low fee
claim b \"B\"
  south rejects fee = lwo
  sayd by south
    quote post > no low fee
source post \"The Post\"
";
    let read = read(&Texts::of_case("ferry", case));
    let told: Vec<(&str, u32)> =
        read.diagnostics.iter().map(|told| (told.code.0, zopa::place(case, told.primary.span.start).line)).collect();
    let expected = [
        ("unclosed-text", 3),
        ("unknown-verb", 8),
        ("missing-prose", 10),
        ("unknown-option", 12),
        ("unknown-line", 13),
    ];
    assert_eq!(told, expected);
}
