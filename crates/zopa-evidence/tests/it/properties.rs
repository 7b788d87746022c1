//! Does every text come out in order, whatever its bytes?

use crate::report;
use proptest::prelude::*;
use std::path::Path;
use std::sync::OnceLock;
use zopa_evidence::between::between;
use zopa_evidence::{Language, Prose, attributions};

/// Every span of every attribution holds the words it says it holds, and its content is told in the order of the text.
fn check_attributions(text: &str) {
    for one in attributions(text, Language::english()) {
        assert!(!one.content.is_empty());
        assert!(one.content.is_sorted_by_key(|place| place.start), "{:?}", one.content);
        let mentions = one.chain.iter().filter_map(|holder| holder.mention.as_ref());
        let places = one.content.iter().chain(&one.cue).chain(&one.source).chain(&one.addressee).chain(mentions);
        for place in places {
            assert_eq!(text.get(place.start..place.end), Some(place.exact.as_str()));
        }
    }
}

/// Tokens and sentences lie in order within the text, on character boundaries, and lose nothing but white space.
fn check(text: &str) {
    check_attributions(text);
    let prose = Prose::new(text, Language::english());
    let mut end = 0;
    for token in &prose.tokens {
        assert!(token.span.start >= end && token.span.end > token.span.start);
        assert!(text.get(token.span.start..token.span.end).is_some());
        assert!(!text[end..token.span.start].chars().any(|c| c.is_alphanumeric() || c.is_ascii_punctuation()));
        end = token.span.end;
    }
    let mut next = 0;
    for sentence in &prose.sentences {
        assert_eq!(sentence.tokens.start, next);
        assert!(!sentence.tokens.is_empty());
        next = sentence.tokens.end;
    }
    assert_eq!(next, prose.tokens.len());
}

/// Pieces that texts of this kind are made of, and that rules stumble over.
const PIECES: [&str; 44] = [
    "said",
    "told",
    "The minister",
    "according to",
    "“",
    "”",
    "\"",
    "''",
    "'",
    "’",
    "‘",
    "she",
    " ",
    "\n",
    "\n\n",
    ".",
    ",",
    "?",
    "that",
    "reportedly",
    "is said to",
    "the newspaper",
    "States’",
    "U.S.",
    "Mr.",
    "—",
    "...",
    "Kyiv Post",
    "denied",
    "to",
    "and",
    "(",
    ")",
    "Harbour Board",
    "denial",
    "é",
    "港口",
    "\u{feff}",
    "0",
    "5.5",
    "who",
    "by",
    "sources",
    "as",
];

/// The articles of `tests/evidence`: where a cut falls in the middle of a report, rules meet what no reporter writes.
fn articles() -> &'static [String] {
    static ARTICLES: OnceLock<Vec<String>> = OnceLock::new();
    ARTICLES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/evidence");
        let listed = |folder: &Path| -> Vec<_> {
            let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
            paths.sort();
            paths
        };
        let families = listed(&folder).into_iter().filter(|path| path.is_dir());
        let files = families.flat_map(|family| listed(&family));
        let text = |path: &std::path::PathBuf| path.extension().is_some_and(|end| end == "txt");
        files
            .filter(text)
            .filter(|path| !path.ends_with("gold.txt"))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect()
    })
}

/// Rules look at what stands in front of a word; in front of the first there is nothing.
#[test]
fn a_text_may_begin_at_any_word() {
    for text in articles() {
        let starts =
            text.char_indices().filter(|(at, _)| text[..*at].chars().next_back().is_none_or(|c| !c.is_alphanumeric()));
        for (start, _) in starts {
            check_attributions(&text[start..text.floor_char_boundary(start + 250)]);
        }
    }
}

/// The end of one article and the start of another, cut anywhere, with pieces put in anywhere.
fn spliced() -> impl Strategy<Value = String> {
    let place = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 200..1500_usize);
    let pieces = proptest::collection::vec((any::<prop::sample::Index>(), 0..PIECES.len()), 0..12);
    (place.clone(), place, pieces).prop_map(|(one, other, pieces)| {
        let cut = |(which, from, many): (prop::sample::Index, prop::sample::Index, usize)| {
            let letters: Vec<char> = which.get(articles()).chars().collect();
            let from = from.index(letters.len());
            letters[from..letters.len().min(from + many)].to_vec()
        };
        let mut letters = [cut(one), cut(other)].concat();
        for (at, piece) in pieces {
            let at = at.index(letters.len());
            letters.splice(at..at, PIECES[piece].chars());
        }
        letters.into_iter().collect()
    })
}

/// What several texts say of each other holds the words that it points at.
fn check_between(texts: &[String]) {
    let names = ["one", "two", "three"];
    let reports: Vec<_> = names.iter().zip(texts).map(|(name, text)| report(name, text)).collect();
    let found = between(&reports);
    for pair in found.descents.iter().flat_map(|edge| &edge.pairs) {
        for passage in [&pair.derived, &pair.source] {
            let text = &texts[names.iter().position(|name| *name == passage.document).unwrap()];
            assert!(text.get(passage.start..passage.end).is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_two_articles_are_cut(text in spliced()) {
        check(&text);
    }

    #[test]
    fn any_text_is_cut(text in "\\PC{0,80}") {
        check(&text);
    }

    #[test]
    fn any_bytes_are_cut(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_pieces_are_cut(picked in proptest::collection::vec((0..PIECES.len(), any::<bool>()), 0..60)) {
        let text: String = picked.iter().map(|(at, space)| format!("{}{}", PIECES[*at], if *space { " " } else { "" })).collect();
        check(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_articles_are_set_side_by_side(texts in proptest::collection::vec(spliced(), 3)) {
        check_between(&texts);
    }
}
