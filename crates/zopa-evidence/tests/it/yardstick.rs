//! Do the sentences have the numbers that the yardstick’s gold gives them, and what is denied its one origin?

use super::report;
use serde_json::Value;
use std::path::PathBuf;
use zopa_evidence::between::{Report, between};
use zopa_evidence::{Language, Prose};

/// The folder of yardsticks, if there is one: `ZOPA_YARDSTICKS`, else a folder beside the repository.
fn yardsticks() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let named = std::env::var("ZOPA_YARDSTICKS").unwrap_or_else(|_| "../shared/yardsticks".to_owned());
    let folder = root.join(named);
    if folder.join("evidence/seeds-gold.json").is_file() {
        return Some(folder);
    }
    println!("skipped: no yardsticks at {}", folder.display());
    None
}

#[test]
fn sentences_have_the_numbers_of_the_yardstick() {
    let Some(folder) = yardsticks() else { return };
    let gold: Value = serde_json::from_slice(&std::fs::read(folder.join("evidence/seeds-gold.json")).unwrap()).unwrap();
    for document in gold["documents"].as_array().unwrap() {
        let text = std::fs::read_to_string(folder.join("reports").join(document["file"].as_str().unwrap())).unwrap();
        let prose = Prose::new(&text, Language::english());
        let found: Vec<&str> = prose.sentences.iter().map(|sentence| prose.spelled(sentence)).collect();
        let expected: Vec<&str> = document["sentences"]
            .as_array()
            .unwrap()
            .iter()
            .map(|sentence| sentence["text"].as_str().unwrap())
            .collect();
        assert_eq!(found, expected, "{}", document["id"]);
    }
}

/// One origin behind the report that is denied as a whole, however many retell it, and one behind its denial.
#[test]
fn yardstick_denied_report_has_one_origin_and_so_has_its_denial() {
    let Some(folder) = yardsticks() else { return };
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder.join("reports")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts: Vec<(String, String)> = files
        .iter()
        .map(|path| (path.file_stem().unwrap().display().to_string(), std::fs::read_to_string(path).unwrap()))
        .collect();
    let reports: Vec<Report> = texts.iter().map(|(name, text)| report(name, text)).collect();
    let whole: Vec<_> = between(&reports).disputes.into_iter().filter(|dispute| dispute.whole_report).collect();
    assert!(!whole.is_empty());
    for dispute in whole {
        assert_eq!(dispute.sides.iter().map(|side| side.origins).collect::<Vec<_>>(), [Some(1), Some(1)]);
    }
}
