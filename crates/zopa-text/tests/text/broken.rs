//! Any bytes: no document makes a panic, and the same bytes give the same text.

use std::sync::LazyLock;

use proptest::prelude::*;
use zopa_text::{Text, Unread};

use crate::office::{page, pdf, word_file};

/// Names that decide where the bytes leave it open.
const NAMES: [&str; 3] = ["a.txt", "a.md", "a.html"];

/// A document of each kind, whole.
static WHOLE: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let mut pages: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let mut all: Vec<Vec<u8>> = pages.iter().map(|path| std::fs::read(path).unwrap()).collect();
    all.push(word_file());
    all.push(pdf(&[
        page(1, Some("The talks"), &["The pier is shut, the keeper said.", "Nobody asked."]),
        page(2, None, &["More."]),
    ]));
    all
});

/// Whatever is read holds together.
fn check(bytes: &[u8]) {
    for name in NAMES {
        let read = Text::of_document(name, bytes);
        let again = Text::of_document(name, bytes);
        match (read, again) {
            (Ok(text), Ok(again)) => {
                assert_eq!(text.as_str(), again.as_str());
                assert_eq!(text.left_out(), again.left_out());
                let mut at = 0;
                for block in text.blocks() {
                    assert!(at <= block.start && block.start < block.end, "{block:?}");
                    assert!(text.anchor(block.start, block.end).is_some(), "{block:?}");
                    at = block.end;
                }
                for left in text.left_out().iter().filter(|left| left.in_text) {
                    assert_eq!(text.slice(left.at, left.at + left.words.len()), Some(left.words.as_str()));
                }
            }
            (Err(error), Err(again)) => assert_eq!(error, again),
            _ => panic!("{name} is read once and not again"),
        }
    }
}

fn index() -> impl Strategy<Value = prop::sample::Index> {
    any::<prop::sample::Index>()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn any_beginning(start in prop::sample::select(vec!["%PDF-1.7\n", "PK\u{3}\u{4}word/document.xml", "<html>", "<?xml ?><html><p>", "\u{feff}<!doctype html>"]), rest in "\\PC{0,200}|[<>/a-d\"'=&;! -]{0,200}") {
        check(format!("{start}{rest}").as_bytes());
    }

    #[test]
    fn any_tags(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div class='related'>", "</div>", "<table>", "<td>", "</table>", "<li>", "<ul>", "</ul>", "<a href=x>", "</a>", "<br>",
        "<br><br>", "<h1>", "</h1>", "<script>", "</script>", "<q>", "</q>", "<article>", "</article>", "<pre>", "</pre>", "text ", "The pier is shut, he said. ",
        "\n", "&amp;", "&#0;", "<!--", "-->", "<head>", "<body>", "<span class=author>", "</span>", "<aside class=pullquote>", "</aside>", "é\u{301}",
    ]), 0..60)) {
        check(format!("<html>{}", parts.concat()).as_bytes());
    }

    /// Bytes of whole documents changed, cut out, doubled, and the end cut off.
    #[test]
    fn changed_documents(
        which in index(), changes in prop::collection::vec((index(), any::<u8>()), 0..12), cut in index(), (from, to) in (index(), index()), way in 0..4_u8,
    ) {
        let mut bytes = WHOLE[which.index(WHOLE.len())].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
        let (from, to) = (from.min(to), from.max(to));
        match way {
            0 => bytes.truncate(cut.index(bytes.len())),
            1 => drop(bytes.drain(from..to)),
            2 => bytes = [&bytes[..to], &bytes[from..]].concat(),
            _ => {}
        }
        check(&bytes);
    }
}

#[test]
fn depth_and_length_have_bounds() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<b>", "</b>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td>", ""),
        ("<p><a>", ""),
        ("<aside>", ""),
    ] {
        let deep = format!("<html><p>The pier is shut.</p>{}x{}", open.repeat(30_000), close.repeat(30_000));
        assert!(Text::of_document("deep.html", deep.as_bytes()).unwrap().as_str().contains("The pier is shut."));
    }
    let arrays = format!("%PDF-1.4\n1 0 obj {}", "[".repeat(100_000));
    assert!(Text::of_document("deep.pdf", arrays.as_bytes()).is_err());
    let large = vec![b' '; zopa_text::BYTES_MOST + 1];
    assert!(matches!(Text::of_document("large.txt", &large), Err(Unread::TooLarge { .. })));
}
