//! Does every text come out in order, whatever its bytes?

use proptest::prelude::*;
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

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
