//! What an orphan is shown beside.

use proptest::prelude::*;
use zopa_text::{Differing, Found, Nearest};

use crate::text;

fn nearest(document: &str, quote: &str) -> Option<Nearest> {
    match text(document).find(quote, None) {
        Found::Orphaned { nearest } => nearest,
        found => panic!("found: {found:?}"),
    }
}

fn differing(document: &str, quote: &str) -> (String, Vec<(String, String)>) {
    let nearest = nearest(document, quote).unwrap();
    let pairs = nearest.differing.into_iter().map(|Differing { quote, document }| (quote, document));
    (nearest.anchor.exact, pairs.collect())
}

fn pair(quote: &str, document: &str) -> (String, String) {
    (quote.to_owned(), document.to_owned())
}

const DOCUMENT: &str = "Earlier it was shut. “The harbour will not\nopen before May”, the keeper said. The pier, he added, can’t \
                        open at all.";

#[test]
fn what_differs_is_named() {
    let whole = "The harbour will not\nopen before May";
    assert_eq!(
        differing(DOCUMENT, "The harbour would not open before May"),
        (whole.into(), vec![pair("would", "will")])
    );
    assert_eq!(differing(DOCUMENT, "The harbour will open before May"), (whole.into(), vec![pair("", "not")]));
    assert_eq!(differing(DOCUMENT, "The old harbour will not open before May"), (whole.into(), vec![pair("old", "")]));
    assert_eq!(
        differing(DOCUMENT, "the harbour will not open before may"),
        (whole.into(), vec![pair("the", "The"), pair("may", "May")])
    );
    assert_eq!(
        differing(DOCUMENT, "the pier he added"),
        ("The pier, he added".into(), vec![pair("the", "The"), pair("", ",")])
    );
    assert_eq!(
        differing(DOCUMENT, "\"The harbour would not open"),
        ("“The harbour will not\nopen".into(), vec![pair("would", "will")])
    );
    assert_eq!(differing(DOCUMENT, "he added, can"), ("he added, can’t".into(), vec![pair("can", "can’t")]));
    assert_eq!(differing(DOCUMENT, "open before May."), ("open before May”,".into(), vec![pair(".", "”,")]));
}

#[test]
fn less_than_half_is_nothing() {
    assert_eq!(nearest(DOCUMENT, "a bridge to the island"), None);
    assert_eq!(nearest(DOCUMENT, "zebra"), None);
    assert_eq!(nearest("", "zebra"), None);
    let half = nearest(DOCUMENT, "harbour lights will dim").unwrap();
    assert_eq!((half.shared, half.words), (2, 4));
}

#[test]
fn the_first_of_equals() {
    let found = nearest("a b x d. a b y d.", "a b c d").unwrap();
    assert_eq!((found.anchor.start, found.anchor.exact.as_str()), (0, "a b x d"));
}

#[test]
fn of_a_quote_that_leaves_words_out_the_missing_part() {
    let found = nearest(DOCUMENT, "The harbour [...] the keeper denied [...] can't open").unwrap();
    assert_eq!((found.part, found.anchor.exact.as_str()), (1, "the keeper said"));
    let turned = nearest(DOCUMENT, "can't open at all [...] The harbour").unwrap();
    assert_eq!((turned.part, turned.differing.len()), (0, 0));
}

#[test]
fn a_large_document_is_searched_to_its_end() {
    let document = format!("{} the keeper will never open the pier", "the ship and the sea ".repeat(20_000));
    assert_eq!(
        nearest(&document, "keeper would never open the pier").unwrap().anchor.exact,
        "keeper will never open the pier"
    );
}

/// Edits, quote words not shared, quote words left out: the best of every way to turn one into the other.
fn cost(quote: &[&str], passage: &[&str]) -> (usize, usize, usize) {
    let (Some((ours, quote_rest)), Some((theirs, passage_rest))) = (quote.split_first(), passage.split_first()) else {
        return (quote.len() + passage.len(), quote.len(), quote.len());
    };
    let (edits, missed, dropped) = cost(quote_rest, passage_rest);
    let changed = usize::from(ours != theirs);
    let replaced = (edits + changed, missed + changed, dropped);
    let (edits, missed, dropped) = cost(quote_rest, passage);
    let left_out = (edits + 1, missed + 1, dropped + 1);
    let (edits, missed, dropped) = cost(quote, passage_rest);
    replaced.min(left_out).min((edits + 1, missed, dropped))
}

proptest! {
    #[test]
    fn the_nearest_passage_equals_brute_force(
        words in prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d", "e"]), 1..11),
        quote in prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "z"]), 1..5),
    ) {
        let Found::Orphaned { nearest } = text(&words.join(" ")).find(&quote.join(" "), None) else { return Ok(()) };
        let windows = (0..words.len()).flat_map(|first| (first..words.len()).map(move |last| (first, last)));
        let ranked = windows.map(|(first, last)| (cost(&quote, &words[first..=last]), last, std::cmp::Reverse(first)));
        let ((_, missed, _), last, first) = ranked.min().unwrap();
        let shared = quote.len() - missed;
        let expected = (shared * 2 >= quote.len()).then(|| (first.0 * 2, last * 2 + 1, shared));
        prop_assert_eq!(nearest.map(|nearest| (nearest.anchor.start, nearest.anchor.end, nearest.shared)), expected);
    }
}
