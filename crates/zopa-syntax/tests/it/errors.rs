//! One file for each code, its exact message beside it: `tests/errors/syntax/CODE.zopa` and `CODE.txt`.
//! `ZOPA_BLESS=1 cargo test -p zopa-syntax` writes the messages anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::{all_told, read};
use zopa_syntax::{Severity, codes};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/errors/syntax")
}

#[test]
fn every_code_has_a_file_and_no_file_is_without_code() {
    let files: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "zopa"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let codes: BTreeSet<String> = codes::ALL.iter().map(|(code, _)| (*code).to_owned()).collect();
    assert_eq!(files, codes);
    assert_eq!(codes.len(), codes::ALL.len(), "a code stands twice");
}

#[test]
fn every_file_raises_its_code_and_nothing_else() {
    for (code, _) in codes::ALL {
        let text = fs::read_to_string(folder().join(format!("{code}.zopa"))).unwrap();
        let raised: Vec<&str> = read(&text).diagnostics.iter().map(|message| message.code.0).collect();
        assert_eq!(raised, [*code], "{}", all_told(&text));
        let beside = folder().join(format!("{code}.txt"));
        let told = all_told(&text);
        if std::env::var_os("ZOPA_BLESS").is_some() {
            fs::write(&beside, &told).unwrap();
        }
        assert_eq!(fs::read_to_string(&beside).unwrap_or_default(), told, "{code}: ZOPA_BLESS=1 writes it anew");
    }
}

#[test]
fn every_message_has_its_parts() {
    for (code, _) in codes::ALL {
        let text = fs::read_to_string(folder().join(format!("{code}.zopa"))).unwrap();
        for message in read(&text).diagnostics {
            let warning =
                codes::ALL.iter().any(|(known, says)| *known == message.code.0 && says.ends_with("(warning)"));
            assert_eq!(message.severity == Severity::Warning, warning, "{code}");
            assert!(!message.message.is_empty() && !message.help.is_empty(), "{code}");
            assert!(!message.message.ends_with('.') && !message.help.ends_with('.'), "{code}");
        }
    }
}

#[test]
fn unrelated_mistakes_give_a_message_each_and_no_more() {
    let text = "\
prty north \"North\"
party south South
issue pier \"Pier\"
  option open \"Open
  optoin closed
claim a \"A\"
  south requires pier = open or pier = closed and b
  sayd by south
    quote post > words
  south requries b
";
    assert_eq!(
        all_told(text).lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>(),
        [
            "unknown-item 1:1",
            "missing-text 2:13",
            "unclosed-text 4:15",
            "unknown-line 5:3",
            "mixed-and-or 7:47",
            "unknown-line 8:3",
            "unknown-verb 10:9"
        ]
    );
    let declared: Vec<String> = read(text).declared.into_iter().map(|declared| declared.name.text).collect();
    assert_eq!(declared, ["north", "south", "pier", "open", "closed", "a"]);
}
