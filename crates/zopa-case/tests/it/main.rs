//! One bad file for each mistake of meaning, its exact message beside it.
//!
//! `ZOPA_BLESS=1 cargo test -p zopa-case` writes the messages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[path = "../../../../tests/errors/documents.rs"]
mod documents;

use std::path::PathBuf;
use zopa_case::{Documents, codes, hidden, read};
use zopa_syntax::{Diagnostic, SourceFile, Span, parse, place};

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/errors/case"))
}

/// Each message: a line with code, place, message, way out; then a line for each other place, and what it is.
fn messages(text: &str) -> Vec<(String, String)> {
    let file = SourceFile { path: "case.zopa".to_owned(), text: text.to_owned() };
    let files = [file];
    let tree = parse(&files);
    assert!(tree.diagnostics.is_empty(), "the file cannot be read: {:?}", tree.diagnostics);
    let (_, diagnostics) = read(
        &tree,
        &Documents {
            files: documents::named(text, zopa_text::BYTES_MOST).into_iter().collect(),
            ..Documents::default()
        },
    );
    let at = |span: Span| {
        let at = place(text, span.start);
        format!("{}:{}", at.line, at.column)
    };
    let line = |d: &Diagnostic| {
        let label = if d.primary.text.is_empty() { String::new() } else { format!(" [{}]", d.primary.text) };
        let mut told = format!("{} {}{label} {} | {}", d.code.0, at(d.primary.span), d.message, d.help);
        d.others.iter().for_each(|other| told.push_str(&format!("\n    {} {}", at(other.span), other.text)));
        (d.code.0.to_owned(), told)
    };
    diagnostics.iter().chain(&hidden(&files)).map(line).collect()
}

/// Words and pieces are gone from a document only where it has changed, which is said too.
#[test]
fn each_code_has_a_file_that_raises_it_alone() {
    let bless = std::env::var_os("ZOPA_BLESS").is_some();
    for (code, _) in codes::ALL {
        let path = folder().join(format!("{code}.zopa"));
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no file for `{code}`: {}", path.display()));
        let found = messages(&text);
        assert!(!found.is_empty(), "{code}: nothing is raised");
        let own = |raised: &str| raised == *code || (code.ends_with("-gone") && raised == "document-changed");
        assert!(found.iter().all(|(raised, _)| own(raised)), "{code}: raises {found:#?}");
        let found: Vec<_> = found.into_iter().filter(|(raised, _)| raised == code).collect();
        assert!(!found.is_empty(), "{code}: not raised");
        let told: String = found.iter().map(|(_, line)| format!("{line}\n")).collect();
        let beside = path.with_extension("txt");
        if bless {
            std::fs::write(&beside, &told).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(told, expected, "{code}: ZOPA_BLESS=1 cargo test -p zopa-case writes it anew");
        let lacks = |line: &&String| {
            let (told, help) = line.split_once(" | ").unwrap_or((line, ""));
            help.trim().is_empty() || !told.contains('`')
        };
        let poor: Vec<&String> = found.iter().map(|(_, line)| line).filter(lacks).collect();
        assert!(poor.is_empty(), "{code}: no way out, or none of the user's own words: {poor:#?}");
    }
}

#[test]
fn no_file_is_without_its_code() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let code = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(codes::ALL.iter().any(|(known, _)| *known == code), "no code `{code}`");
    }
}

#[test]
fn every_code_in_the_source_is_listed() {
    let (mut found, mut written) = (Vec::new(), String::new());
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // What is wrong with a list of events is no message about a case file: those have files in `tests/tracks/errors`.
            if path.file_name().is_some_and(|name| name == "happened.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for part in text.split("Diagnostic::").skip(1) {
                let call = part.trim_start();
                let code = call.split_once('(').map(|(_, rest)| rest.trim_start()).unwrap_or_default();
                let code = code.strip_prefix('"').and_then(|rest| rest.split('"').next());
                if (call.starts_with("error(") || call.starts_with("warning(")) && code.is_some() {
                    found.extend(code.map(str::to_owned));
                }
            }
            if path.file_name().is_some_and(|name| name != "codes.rs") {
                written.push_str(&text);
            }
        }
    }
    for code in &found {
        assert!(codes::ALL.iter().any(|(known, _)| known == code), "`{code}` is raised and not listed");
    }
    assert!(found.len() > 20, "{found:?}");
    for (code, _) in codes::ALL {
        assert!(written.contains(&format!("\"{code}\"")), "`{code}` is listed and never raised");
    }
}
