//! Finding in real reports. They lie in the folder `ZOPA_YARDSTICKS`, or beside the repository; without them, skipped.

use std::path::PathBuf;

use zopa_text::{Found, Kind, Text};

/// The folder of yardsticks.
fn yardsticks() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().find(|folder| folder.join("Cargo.lock").is_file()).unwrap_or(&here);
    let folder =
        std::env::var_os("ZOPA_YARDSTICKS").map_or_else(|| PathBuf::from("../shared/yardsticks"), PathBuf::from);
    root.join(folder)
}

fn reports() -> Vec<Vec<u8>> {
    let folder = yardsticks();
    let Ok(files) = std::fs::read_dir(folder.join("reports")) else {
        eprintln!("skipped: no reports in {}", folder.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

#[test]
fn yardstick_every_phrase_is_found_and_every_changed_word_noticed() {
    for bytes in reports() {
        let text = Text::from_bytes(&bytes).unwrap();
        let words: Vec<&str> = text.as_str().split_whitespace().collect();
        for quote in words.windows(9) {
            let Found::Verified { anchor, .. } = text.find(&quote.join(" "), None) else {
                assert!(matches!(text.find(&quote.join(" "), None), Found::Several(_)), "{quote:?}");
                continue;
            };
            assert_eq!(anchor.exact.as_bytes(), &bytes[anchor.start..anchor.end]);
            let mut changed = quote.to_vec();
            changed[4] = "zebra";
            let Found::Orphaned { nearest } = text.find(&changed.join(" "), None) else { panic!("{changed:?}") };
            let nearest = nearest.unwrap();
            assert!(nearest.anchor.start >= anchor.start && nearest.anchor.end <= anchor.end, "{nearest:?} {quote:?}");
        }
    }
}

/// The sentences of three reports, judged by hand: which are not article text? F1, over all of them.
#[test]
fn yardstick_what_is_not_article_text() {
    let folder = yardsticks();
    let Ok(gold) = std::fs::read_to_string(folder.join("evidence/seeds-gold.json")) else {
        return eprintln!("skipped: no gold in {}", folder.display());
    };
    let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
    let (mut right, mut told, mut wanted) = (0, 0, 0);
    for document in gold["documents"].as_array().unwrap() {
        let bytes = std::fs::read(folder.join("reports").join(document["file"].as_str().unwrap())).unwrap();
        let text = Text::of_document("report.txt", &bytes).unwrap();
        let characters: Vec<usize> = text.as_str().char_indices().map(|(at, _)| at).collect();
        for sentence in document["sentences"].as_array().unwrap() {
            let at = characters[sentence["start"].as_u64().unwrap() as usize];
            let kind = text.blocks().iter().find(|block| (block.start..block.end).contains(&at)).unwrap().kind;
            let gold = sentence["kind"].as_str().unwrap();
            let is = matches!(gold, "byline" | "caption" | "boilerplate");
            wanted += usize::from(is);
            told += usize::from(!kind.is_article());
            right += usize::from(is && !kind.is_article());
            let expected = match gold {
                "title" => kind == Kind::Title,
                "heading" => kind == Kind::Heading,
                "body" => kind == Kind::Body,
                _ => !kind.is_article(),
            };
            if !expected {
                eprintln!("{} {}: {gold}, judged {}", document["id"], sentence["id"], kind.word());
            }
        }
    }
    let score = 2.0 * f64::from(right as u32) / f64::from((told + wanted) as u32);
    eprintln!("not article text: {right} right of {told} told, {wanted} wanted: F1 {score:.3}");
    assert!(score >= 0.8);
}
