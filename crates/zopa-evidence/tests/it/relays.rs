//! Who has it from whom? Sentences with what is found in them, in `relays.txt`.

use std::fmt::Write;
use std::path::Path;
use zopa_evidence::{Language, attributions};
use zopa_finding::Attribution;

fn line(one: &Attribution) -> String {
    let holders: Vec<&str> = one.chain.iter().map(|holder| holder.name.as_str()).collect();
    let holders = if holders.is_empty() { "nobody".to_owned() } else { holders.join(" < ") };
    let content: Vec<&str> = one.content.iter().map(|place| place.exact.as_str()).collect();
    format!("  {holders}: {}", content.join(" ... "))
}

/// The file as it has to be: each sentence with what is found in it.
fn told(file: &str) -> String {
    let mut told = String::new();
    for block in file.split("\n\n") {
        let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with("  ") && !line.is_empty()).collect();
        let mut found = lines.join("\n");
        if let Some(sentence) = lines.first().filter(|line| !line.starts_with('#')) {
            let text = format!("The pier\n\n{sentence}\n");
            for one in attributions(&text, Language::english()) {
                write!(found, "\n{}", line(&one)).unwrap();
            }
        }
        write!(told, "{found}\n\n").unwrap();
    }
    format!("{}\n", told.trim_end())
}

#[test]
fn every_sentence_tells_who_has_it_from_whom() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/relays.txt");
    let file = std::fs::read_to_string(&path).unwrap();
    let told = told(&file);
    if std::env::var_os("ZOPA_BLESS").is_some() {
        std::fs::write(&path, &told).unwrap();
        return;
    }
    assert!(file.matches("\n  ").count() > 20, "nothing is found in the sentences");
    assert_eq!(file, told, "ZOPA_BLESS=1 writes what is found");
}
