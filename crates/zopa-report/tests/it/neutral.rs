//! Does any sentence judge, advise or foretell, and does every sentence stand in `words.rs` or under `words/`?

use std::{fs, path::Path};

/// Every file of words: its name and what it says.
fn words() -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let under = fs::read_dir(source.join("words")).unwrap().map(|file| file.unwrap().path());
    let files = std::iter::once(source.join("words.rs")).chain(under);
    files.map(|file| (file.display().to_string(), fs::read_to_string(&file).unwrap())).collect()
}

/// Words that judge a party, tell it what to do, or tell the future.
const BANNED: [&str; 56] = [
    "should",
    "must",
    "feasible",
    "infeasible",
    "likely",
    "unlikely",
    "probably",
    "red line",
    "red lines",
    "laundered",
    "damaged",
    "weak",
    "unreliable",
    "concession",
    "concessions",
    "refuses",
    "refused",
    "unfortunately",
    "fortunately",
    "sadly",
    "hopefully",
    "stubborn",
    "intransigent",
    "reasonable",
    "unreasonable",
    "realistic",
    "unrealistic",
    "extreme",
    "moderate",
    "hardliner",
    "aggressor",
    "victim",
    "regime",
    "guilty",
    "blame",
    "fault",
    "fair",
    "unfair",
    "good",
    "bad",
    "better",
    "worse",
    "best",
    "worst",
    "wrong",
    "success",
    "failure",
    "recommend",
    "recommended",
    "advise",
    "advisable",
    "has to give",
    "must move",
    "demands",
    "insists",
    "true",
];

fn holds(text: &str, phrase: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(phrase).any(|(at, found)| {
        !text[..at].chars().next_back().is_some_and(word) && !text[at + found.len()..].chars().next().is_some_and(word)
    })
}

/// The text inside string literals, one literal a line.
fn literals(source: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut chars = source.chars().peekable();
    let mut current: Option<String> = None;
    while let Some(c) = chars.next() {
        match (&mut current, c) {
            (Some(text), '\\') => text.extend(chars.next()),
            (Some(_), '"') => out.extend(current.take()),
            (Some(text), c) => text.push(c),
            (None, '"') => current = Some(String::new()),
            (None, '/') if chars.peek() == Some(&'/') => while chars.next().is_some_and(|c| c != '\n') {},
            (None, '\'') if chars.peek() == Some(&'"') => {
                chars.next();
                chars.next();
            }
            (None, _) => {}
        }
    }
    out
}

#[test]
fn no_word_judges_or_advises() {
    assert!(words().len() >= 3);
    for (file, source) in words() {
        let said = literals(&source).join("\n").to_lowercase();
        for banned in BANNED {
            assert!(!holds(&said, banned), "{file} says {banned:?}");
        }
    }
}

/// Two words of three letters and more, one after the other: a sentence in the making.
fn reads(literal: &str) -> bool {
    let plain = |w: &str| w.len() > 2 && w.chars().all(char::is_alphabetic);
    let words: Vec<&str> = literal.split(' ').collect();
    words.windows(2).any(|pair| pair.iter().all(|w| plain(w)))
}

#[test]
fn no_sentence_stands_outside_the_file_of_words() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for folder in [source.join("html"), source.join("svg"), source.join("markdown"), source.clone()] {
        for file in fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()) {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            if !name.ends_with(".rs") || name == "words.rs" {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            for literal in literals(code).iter().filter(|l| reads(l)) {
                assert!(literal.starts_with("og "), "{name} says {literal:?}: it belongs in words.rs");
            }
            checked += 1;
        }
    }
    assert!(checked > 20);
}
