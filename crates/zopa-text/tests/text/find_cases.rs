//! Quotes in documents, case by case.

use proptest::prelude::*;
use zopa_text::{Found, GAP_MOST, SEVERAL_MOST};

use crate::{anchors, starts, text};

const HARBOUR: &str = "\u{feff}The keeper said: “The harbour can’t open\r\nbefore May”. The old pier stays shut. The north pier \
                       stays shut, the keeper said.";

#[test]
fn a_quote_is_found_folded_and_given_back_as_it_stands() {
    let document = text(HARBOUR);
    let Found::Verified { anchor, byte_exact } = document.find("\"The harbour can't open before May\"", None) else {
        panic!()
    };
    assert_eq!(anchor.exact, "“The harbour can’t open\r\nbefore May”");
    assert_eq!(anchor.exact.as_bytes(), &HARBOUR.as_bytes()[anchor.start..anchor.end]);
    assert_eq!(anchor.start, HARBOUR.find('“').unwrap());
    assert_eq!(
        (anchor.prefix.as_str(), anchor.suffix.as_str()),
        ("The keeper said: ", ". The old pier stays shut. The n")
    );
    assert!(!byte_exact);
    let Found::Verified { byte_exact: true, .. } = document.find("  The old pier\n", None) else { panic!() };
}

#[test]
fn the_offset_asked_for_decides_between_places() {
    let document = text(HARBOUR);
    let places = starts(document.find("pier stays shut", None));
    assert_eq!(places.len(), 2);
    for place in places {
        let Found::Verified { anchor, .. } = document.find("pier stays shut", Some(place)) else { panic!() };
        assert_eq!(anchor.start, place);
    }
    let Found::Several(elsewhere) = document.find("pier stays shut", Some(0)) else { panic!() };
    assert_eq!(elsewhere.len(), 2);
    let Found::Moved { anchor, byte_exact: true } = document.find("north pier", Some(7)) else { panic!() };
    assert_eq!(anchor.start, HARBOUR.find("north").unwrap());
    for outside in [1, HARBOUR.len(), usize::MAX] {
        assert!(matches!(document.find("north pier", Some(outside)), Found::Moved { .. }));
    }
}

#[test]
fn only_whole_words_and_whole_letters_are_found() {
    let document =
        text("We cannot pay 1.5 million, can't we? An unsafe re\u{301}sume\u{301} of the States' plan l’accord.");
    for inside in
        ["We can", "5 million", "1.5 mill", "can", "safe", "re\u{301}sume", "sume\u{301}", "e", "\u{301}", "1"]
    {
        assert!(matches!(document.find(inside, None), Found::Orphaned { .. }), "{inside}");
    }
    for whole in ["We cannot", "1.5 million,", "can’t", "unsafe résumé of", "the States", "States’ plan", "accord"]
    {
        assert!(matches!(document.find(whole, None), Found::Verified { .. }), "{whole}");
    }
}

#[test]
fn case_and_dashes_are_kept() {
    let document = text("The May plan, 2014–22 — a non\u{2011}paper.");
    assert!(matches!(document.find("the May plan", None), Found::Orphaned { .. }));
    assert!(matches!(document.find("2014-22", None), Found::Orphaned { .. }));
    assert!(matches!(document.find("2014—22 – a non-paper", None), Found::Verified { .. }));
}

#[test]
fn nothing_to_compare_is_found_nowhere() {
    for words in ["", " \n", "\u{200b}", "[...]", " [...] [...] "] {
        assert_eq!(text("a b").find(words, Some(0)), Found::Orphaned { nearest: None }, "{words:?}");
    }
    assert_eq!(text("").find("a", None), Found::Orphaned { nearest: None });
}

#[test]
fn overlapping_places_all_count_and_the_list_ends() {
    assert_eq!(starts(text("no no no").find("no no", None)), [0, 3]);
    assert_eq!(anchors(text(&"no ".repeat(500)).find("no", None)).len(), SEVERAL_MOST);
}

#[test]
fn words_left_out_are_spanned_and_the_parts_kept() {
    let document = text(HARBOUR);
    for quote in ["The harbour can't open [...] stays shut", "The harbour can't open […] stays shut"] {
        let Found::Verified { anchor, byte_exact: false } = document.find(quote, None) else { panic!() };
        let parts: Vec<&str> = anchor.parts.iter().map(|(start, end)| &HARBOUR[*start..*end]).collect();
        assert_eq!(parts, ["The harbour can’t open", "stays shut"]);
        assert_eq!(anchor.exact, "The harbour can’t open\r\nbefore May”. The old pier stays shut");
    }
    let Found::Verified { byte_exact: true, .. } = document.find("keeper [...] harbour [...] shut,", None) else {
        panic!()
    };
    assert!(matches!(document.find("stays shut [...] The harbour", None), Found::Orphaned { .. }));
}

#[test]
fn words_left_out_are_few() {
    let apart = |characters: usize| text(&format!("first {} second", "ж".repeat(characters - 2)));
    assert!(matches!(apart(GAP_MOST).find("first [...] second", None), Found::Verified { .. }));
    assert!(matches!(apart(GAP_MOST + 1).find("first [...] second", None), Found::Orphaned { .. }));
}

#[test]
fn a_mark_in_the_document_itself_is_a_word_like_others() {
    let document = text("He wrote: we accept [...] the plan. We accept [..] it.");
    let Found::Verified { anchor, byte_exact: true } = document.find("we accept [...] the plan", None) else {
        panic!()
    };
    assert_eq!(anchor.parts.len(), 1);
    assert!(matches!(document.find("We accept [..] it", None), Found::Verified { .. }));
}

#[test]
fn an_offset_names_a_place_that_holds_a_smaller_one() {
    let document = text("pier one pier two shut");
    assert_eq!(starts(document.find("pier [...] shut", None)), [9]);
    let Found::Verified { anchor, .. } = document.find("pier [...] shut", Some(0)) else { panic!() };
    assert_eq!(anchor.parts, [(0, 4), (18, 22)]);
}

/// Every way to choose places of the parts, less those that hold another one.
fn smallest_spans(document: &str, parts: &[&str]) -> Vec<(usize, usize)> {
    let mut ways: Vec<(usize, usize)> =
        document.match_indices(parts[0]).map(|(at, part)| (at, at + part.len())).collect();
    for part in &parts[1..] {
        let mut longer = Vec::new();
        for (start, end) in ways {
            let next = document.match_indices(part).filter(|(at, _)| *at >= end && at - end <= GAP_MOST);
            longer.extend(next.map(|(at, part)| (start, at + part.len())));
        }
        longer.sort_unstable();
        longer.dedup();
        ways = longer;
    }
    let holds =
        |outer: &(usize, usize), inner: &(usize, usize)| outer != inner && outer.0 <= inner.0 && inner.1 <= outer.1;
    ways.iter().filter(|way| !ways.iter().any(|other| holds(way, other))).copied().collect()
}

proptest! {
    #[test]
    fn quotes_with_words_left_out_equal_brute_force(
        tokens in prop::collection::vec(0..7_usize, 1..30),
        parts in prop::collection::vec(0..4_usize, 2..5),
    ) {
        let long = "x".repeat(247);
        let words = ["one", "two", "six", "ten", "--", &long, &long];
        let document = tokens.iter().map(|token| words[*token]).collect::<Vec<_>>().join(" ");
        let parts: Vec<&str> = parts.iter().map(|part| words[*part]).collect();
        let found = anchors(text(&document).find(&parts.join(" [...] "), None));
        let spans: Vec<(usize, usize)> = found.iter().map(|anchor| (anchor.start, anchor.end)).collect();
        prop_assert_eq!(spans, smallest_spans(&document, &parts));
        for anchor in found {
            let quoted: Vec<&str> = anchor.parts.iter().map(|(start, end)| &document[*start..*end]).collect();
            prop_assert_eq!(&quoted, &parts);
            prop_assert!(anchor.parts.windows(2).all(|pair| pair[0].1 <= pair[1].0 && pair[1].0 - pair[0].1 <= GAP_MOST));
        }
    }
}
