//! One bad file for each mistake of meaning, its exact message beside it.
//!
//! `ZOPA_BLESS=1 cargo test -p zopa-case` writes the messages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::PathBuf;
use zopa_case::{Documents, codes, read};
use zopa_syntax::{SourceFile, parse, place};

/// The documents that the bad files may name.
fn documents() -> Documents {
    let report = "The port stays open, the minister said. Nobody asked about “the pilots”. The port stays open.\n";
    let files = [
        ("documents/report.txt", report.as_bytes().to_vec()),
        ("documents/bad.txt", vec![0x41, 0xe9, 0x42]),
        ("documents/large.txt", vec![0; zopa_text::BYTES_MOST + 1]),
    ];
    Documents { files: files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes)).collect() }
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/errors/case"))
}

/// Each message on a line: code, place, message, way out.
fn messages(text: &str) -> Vec<(String, String)> {
    let file = SourceFile { path: "case.zopa".to_owned(), text: text.to_owned() };
    let tree = parse(&[file]);
    assert!(tree.diagnostics.is_empty(), "the file cannot be read: {:?}", tree.diagnostics);
    let (_, diagnostics) = read(&tree, &documents());
    let line = |d: &zopa_syntax::Diagnostic| {
        let at = place(text, d.primary.span.start);
        let code = d.code.0;
        (code.to_owned(), format!("{code} {}:{} {} | {}", at.line, at.column, d.message, d.help))
    };
    diagnostics.iter().map(line).collect()
}

#[test]
fn each_code_has_a_file_that_raises_it_alone() {
    let bless = std::env::var_os("ZOPA_BLESS").is_some();
    for (code, _) in codes::ALL {
        let path = folder().join(format!("{code}.zopa"));
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no file for `{code}`: {}", path.display()));
        let found = messages(&text);
        assert!(!found.is_empty(), "{code}: nothing is raised");
        assert!(found.iter().all(|(raised, _)| raised == code), "{code}: raises {found:#?}");
        let told: String = found.iter().map(|(_, line)| format!("{line}\n")).collect();
        let beside = path.with_extension("txt");
        if bless {
            std::fs::write(&beside, &told).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(told, expected, "{code}: ZOPA_BLESS=1 cargo test -p zopa-case writes it anew");
        assert!(found.iter().all(|(_, line)| line.contains('`') || !line.ends_with("| ")), "{code}: no way out");
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
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for part in text.split("Diagnostic::").skip(1) {
                let call = part.trim_start();
                let code = call.split('"').nth(1).unwrap_or_default();
                if (call.starts_with("error(") || call.starts_with("warning(")) && !code.is_empty() {
                    found.push(code.to_owned());
                }
            }
        }
    }
    for code in &found {
        assert!(codes::ALL.iter().any(|(known, _)| known == code), "`{code}` is raised and not listed");
    }
    assert!(found.len() >= codes::ALL.len(), "{found:?}");
}
