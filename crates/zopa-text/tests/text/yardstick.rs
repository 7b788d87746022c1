//! Finding in real reports. They lie in the folder `ZOPA_YARDSTICKS`, or beside the repository; without them, skipped.

use std::path::PathBuf;

use zopa_text::{Found, Text};

fn reports() -> Vec<Vec<u8>> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().find(|folder| folder.join("Cargo.lock").is_file()).unwrap_or(&here);
    let folder =
        std::env::var_os("ZOPA_YARDSTICKS").map_or_else(|| PathBuf::from("../shared/yardsticks"), PathBuf::from);
    let folder = root.join(folder);
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
