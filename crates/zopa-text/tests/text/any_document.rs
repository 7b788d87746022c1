//! What holds for every document and every quote from it.

use proptest::prelude::*;
use zopa_text::{Anchor, Found};

use crate::{anchors, text};

/// Any characters, or few that matter: marks, accents apart from their letters, white space, what has no width.
const ANY: &str = "\\PC{1,60}|[abc \n1.,'’“”—\u{ad}\u{200b}\u{a0}\u{301}\u{327}é가\u{1161}\u{11a8}五]{1,60}";

fn check(anchor: &Anchor, document: &str) {
    assert_eq!(anchor.exact.as_bytes(), &document.as_bytes()[anchor.start..anchor.end]);
    assert!(document[..anchor.start].ends_with(&anchor.prefix) && document[anchor.end..].starts_with(&anchor.suffix));
}

/// One way to write each of these characters; `choice` chooses.
fn spell(c: char, choice: u8) -> String {
    let ways: &[&str] = match c {
        '"' => &["\"", "“", "”", "„", "«", "»"],
        '\'' => &["'", "’", "‘", "ʼ"],
        '-' => &["-", "\u{2010}", "\u{2011}"],
        '–' => &["–", "—"],
        ' ' => &[" ", "\u{a0}", "\n", "\r\n", " \t ", "\u{200b} \u{2003}"],
        'é' => &["é", "e\u{301}"],
        'ệ' => &["ệ", "e\u{323}\u{302}", "e\u{302}\u{323}", "ẹ\u{302}"],
        't' => &["t", "t\u{ad}", "t\u{200d}"],
        _ => return c.to_string(),
    };
    ways[usize::from(choice) % ways.len()].to_owned()
}

fn spelled(tokens: &[&str], choices: &[u8]) -> String {
    let plain = tokens.join(" ");
    plain.chars().zip(choices.iter().cycle()).map(|(c, choice)| spell(c, *choice)).collect()
}

const WORDS: [&str; 12] =
    ["pier", "piers", "the", "\"the", "can", "can't", "fiancé", "\"Việt", "non-stop", "–", "2,000", "shut,"];

fn tokens(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), length)
}

fn choices() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 40)
}

proptest! {
    /// From any span, whatever is found is the document's bytes; and a span is found if it ends where words do.
    #[test]
    fn what_is_found_are_the_documents_bytes(document in ANY, from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let ends: Vec<usize> = (0..=document.len()).filter(|at| document.is_char_boundary(*at)).collect();
        let (start, end) = (*from.get(&ends), *to.get(&ends));
        let (start, end) = (start.min(end), start.max(end));
        let found = text(&document).find(&document[start..end], None);
        anchors(found.clone()).iter().for_each(|anchor| check(anchor, &document));
        let spaced = |around: Option<char>| around.is_none_or(char::is_whitespace);
        let whole = spaced(document[..start].chars().next_back()) && spaced(document[end..].chars().next());
        if whole && document[start..end].contains(|c: char| c.is_alphanumeric()) {
            let orphaned = matches!(found, Found::Orphaned { .. });
            prop_assert!(!orphaned);
        }
    }

    #[test]
    fn every_anchor_is_found_again_where_it_is(document in ANY, from in any::<prop::sample::Index>()) {
        let words: Vec<&str> = document.split_whitespace().collect();
        prop_assume!(!words.is_empty());
        for anchor in anchors(text(&document).find(words[from.index(words.len())], None)) {
            let Found::Verified { anchor: again, byte_exact } = text(&document).find(&anchor.exact, Some(anchor.start)) else {
                panic!("{anchor:?} is not found again");
            };
            prop_assert!(byte_exact);
            prop_assert_eq!(again, anchor);
        }
    }

    /// Written in any other way that folds alike, a quote is found at its place, and the anchor has the document's way.
    #[test]
    fn a_quote_written_otherwise_is_found(
        words in tokens(1..20), ours in choices(), theirs in choices(), a in 0..20_usize, b in 0..20_usize,
    ) {
        let (a, b) = (a % words.len(), b % words.len());
        let (first, last) = (a.min(b), a.max(b));
        let document = spelled(&words, &theirs);
        let quote = spelled(&words[first..=last], &ours);
        let places = anchors(text(&document).find(&quote, None));
        let start = spelled(&words[..first], &theirs).len();
        places.iter().for_each(|anchor| check(anchor, &document));
        // Whatever white space parts the words is as wide as it happens to be.
        let at = document[start..].find(|c: char| !c.is_whitespace() && c != '\u{200b}' && c != '\u{ad}' && c != '\u{200d}');
        let at = start + at.unwrap();
        prop_assert!(places.iter().any(|anchor| anchor.start == at), "{:?} in {:?}", quote, document);
        let verified = matches!(text(&document).find(&quote, Some(at)), Found::Verified { anchor, .. } if anchor.start == at);
        prop_assert!(verified);
    }

    /// One word changed, cut short or made longer: found where the changed words stand, and nowhere else.
    #[test]
    fn one_changed_word_is_noticed(
        words in prop::collection::vec(prop::sample::select(vec!["pier", "piers", "can", "can't", "cannot", "the", "th"]), 1..30),
        a in 0..30_usize, length in 1..6_usize, at in 0..6_usize,
        change in prop::sample::select(vec!["pier", "piers", "can", "can't", "cannot", "the", "th", "zebra", "pie", "'t"]),
    ) {
        let first = a % words.len();
        let mut quote = words[first..(first + length).min(words.len())].to_vec();
        let changed = at % quote.len();
        quote[changed] = change;
        let document = words.join(" ");
        let mut places = Vec::new();
        let mut start = 0;
        for at in 0..words.len() {
            if words[at..].starts_with(&quote) {
                places.push(start);
            }
            start += words[at].len() + 1;
        }
        let found = anchors(text(&document).find(&quote.join(" "), None));
        prop_assert_eq!(found.iter().map(|anchor| anchor.start).collect::<Vec<_>>(), places);
    }
}
