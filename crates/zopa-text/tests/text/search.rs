//! Passages with given words.

use proptest::prelude::*;
use zopa_text::NEAR_MOST;

use crate::text;

const DOCUMENT: &str = "Harbour news\n\nThe pier in the north is shut. “It isn’t safe!” The North Pier, says the keeper, \
                        reopens in May. Nobody asked the pier.";

fn found(words: &[&str], most: usize) -> Vec<(String, bool)> {
    let passages = text(DOCUMENT).search(words, most).into_iter();
    passages.map(|passage| (passage.anchor.exact, passage.phrase)).collect()
}

#[test]
fn phrases_come_first_then_the_tightest() {
    assert_eq!(found(&["north", "pier"], 9), [("North Pier".into(), true), ("pier in the north".into(), false)]);
    assert_eq!(found(&["north pier"], 1), [("North Pier".into(), true)]);
    assert_eq!(found(&["pier"], 9).len(), 3);
    assert_eq!(found(&["isn't"], 9), [("isn’t".into(), true)]);
    assert_eq!(found(&["keeper", "keeper"], 9), []);
    assert_eq!(found(&["zebra", "pier"], 9), []);
    assert_eq!(found(&[], 9), []);
    assert_eq!(found(&["pier"], 0), []);
}

#[test]
fn the_sentence_around_is_shown() {
    let sentence = |words: &[&str]| {
        let (start, end) = text(DOCUMENT).search(words, 1)[0].sentence;
        &DOCUMENT[start..end]
    };
    assert_eq!(sentence(&["in the north"]), "The pier in the north is shut.");
    assert_eq!(sentence(&["safe"]), "“It isn’t safe!”");
    assert_eq!(sentence(&["keeper"]), "The North Pier, says the keeper, reopens in May.");
    assert_eq!(sentence(&["news"]), "Harbour news");
    assert_eq!(sentence(&["asked"]), "Nobody asked the pier.");
    let endless = "ж ".repeat(2_000) + "pier" + &" ж".repeat(2_000);
    let (start, end) = text(&endless).search(&["pier"], 1)[0].sentence;
    assert!(end - start < 2_000);
}

/// The smallest spans of words that hold all of `wanted`, shortest first.
fn covering(words: &[&str], wanted: &[&str]) -> Vec<(usize, usize)> {
    let count = |words: &[&str], word: &str| words.iter().filter(|other| **other == word).count();
    let covers = |span: &[&str]| wanted.iter().all(|word| count(span, word) >= count(wanted, word));
    let mut spans = Vec::new();
    for length in 1..=words.len().min(NEAR_MOST.max(wanted.len())) {
        for start in 0..=words.len() - length {
            if covers(&words[start..start + length]) {
                spans.push((start, start + length));
            }
        }
    }
    spans
}

proptest! {
    #[test]
    fn search_equals_brute_force(
        words in prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "x", "y"]), 1..80),
        wanted in prop::collection::vec(prop::sample::select(vec!["a", "b", "c"]), 1..4),
        most in 1..6_usize,
    ) {
        let phrases = (0..words.len()).filter(|at| words[*at..].starts_with(&wanted)).map(|at| (at, at + wanted.len()));
        let mut expected: Vec<(usize, usize)> = Vec::new();
        for span in phrases.chain(covering(&words, &wanted)) {
            if expected.iter().all(|other| span.1 <= other.0 || other.1 <= span.0) {
                expected.push(span);
            }
        }
        expected.truncate(most);
        let passages = text(&words.join(" ")).search(&wanted, most);
        let spans: Vec<(usize, usize)> = passages.iter().map(|p| (p.anchor.start / 2, p.anchor.end.div_ceil(2))).collect();
        prop_assert_eq!(spans, expected);
    }
}
