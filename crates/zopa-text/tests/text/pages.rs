//! Saved pages: does each sentence that can be quoted survive, and is what stands around the article listed?
//!
//! A page is a file of `tests/pages`; beside it stands what is so of it, a line each: `quote > words` that must be found
//! in the article, `title >`, `byline >`, and `left KIND > words` that must be listed as that kind and be no body.

use std::path::PathBuf;

use zopa_text::{Found, Kind, Text};

use crate::anchors;

/// The share of quotes that must survive, in hundredths.
const SURVIVE: usize = 97;

/// Each page with the lines about it.
pub fn pages() -> Vec<(String, Vec<u8>, String)> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages"));
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_none_or(|extension| extension != "txt"));
    paths.sort();
    let page = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let lines = std::fs::read_to_string(path.with_extension("txt")).unwrap();
        (name, std::fs::read(path).unwrap(), lines)
    };
    paths.iter().map(page).collect()
}

/// Does the text have these words in blocks of the article?
fn in_article(text: &Text, words: &str) -> bool {
    let article =
        |at: usize| text.blocks().iter().any(|block| block.start <= at && at < block.end && block.kind.is_article());
    !anchors(text.find(words, None)).is_empty()
        && anchors(text.find(words, None)).iter().all(|anchor| article(anchor.start))
}

fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn block_of(text: &Text, kind: Kind) -> String {
    let block = text.blocks().iter().find(|block| block.kind == kind);
    block.map_or_else(String::new, |block| spaced(text.slice(block.start, block.end).unwrap()))
}

/// What a line about a page says is not so of it.
fn wrong(text: &Text, line: &str) -> bool {
    let (what, words) = line.split_once(" > ").unwrap();
    match what.split_once(' ') {
        None if what == "quote" => !in_article(text, words),
        None if what == "title" => block_of(text, Kind::Title) != words,
        None if what == "byline" => block_of(text, Kind::Byline) != words,
        Some(("left", kind)) => {
            let listed =
                text.left_out().iter().any(|left| left.kind.word() == kind && spaced(&left.words).contains(words));
            let repeated = kind == "pull-quote" || kind == "script";
            !listed || (!repeated && in_article(text, words))
        }
        _ => panic!("{line}"),
    }
}

#[test]
fn quotes_survive_and_what_stands_around_is_listed() {
    let pages = pages();
    assert!(pages.len() >= 10);
    let (mut quotes, mut lost, mut others) = (0, Vec::new(), Vec::new());
    for (name, bytes, lines) in &pages {
        let text = Text::of_document(name, bytes).unwrap();
        for line in lines.lines() {
            let is_quote = line.starts_with("quote");
            quotes += usize::from(is_quote);
            if wrong(&text, line) {
                let missed = format!("{name}: {line}");
                if is_quote { lost.push(missed) } else { others.push(missed) }
            }
        }
        if std::env::var_os("ZOPA_SHOW").is_some_and(|show| name.contains(show.to_str().unwrap())) {
            eprintln!("{}\n{:#?}\n{:#?}", text.as_str(), text.blocks(), text.left_out());
        }
    }
    eprintln!("{} of {quotes} quotes survive", quotes - lost.len());
    assert!((quotes - lost.len()) * 100 >= quotes * SURVIVE, "{lost:#?}");
    assert!(others.is_empty(), "{others:#?} {lost:#?}");
}

/// Every block and everything that stands in the text is where it says, and blocks follow each other.
#[test]
fn blocks_and_lists_point_into_the_text() {
    for (name, bytes, _) in pages() {
        let text = Text::of_document(&name, &bytes).unwrap();
        let mut at = 0;
        for block in text.blocks() {
            assert!(at <= block.start && block.start < block.end, "{name} {block:?}");
            assert!(text.slice(block.start, block.end).is_some(), "{name} {block:?}");
            at = block.end;
        }
        for left in text.left_out() {
            assert!(left.at <= text.as_str().len());
            assert!(!left.in_text || text.slice(left.at, left.at + left.words.len()) == Some(left.words.as_str()));
        }
        assert_eq!(text.left_out(), Text::of_document(&name, &bytes).unwrap().left_out());
        assert!(matches!(text.find("zebra crossing", None), Found::Orphaned { .. }));
    }
}
