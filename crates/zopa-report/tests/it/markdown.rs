//! Does the Markdown say what its files say, and can no text of a case become markup in it?

use crate::fixture;
use crate::hostile::{changed, text};
use crate::terminal::{exchange_back, expect_file};
use crate::terminal_fixture::{self, AS_TOLD, EXCHANGED};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::cell::Cell;
use zopa_finding::Brief;
use zopa_report::markdown;

type View = fn(&Brief) -> String;

const VIEWS: [(&str, View); 5] = [
    ("brief", markdown::brief),
    ("why", markdown::why),
    ("openings", markdown::openings),
    ("hinges", markdown::hinges),
    ("sheet", markdown::sheet),
];

/// The case of every variant, with the other's sheet: all sections have something in them.
fn every_variant() -> Brief {
    Brief { sheet: terminal_fixture::brief(AS_TOLD).sheet, ..fixture::brief() }
}

#[test]
fn each_text_says_what_its_file_says() {
    let brief = terminal_fixture::brief(AS_TOLD);
    VIEWS.iter().for_each(|(name, view)| expect_file(&format!("markdown/{name}.md"), &view(&brief)));
    expect_file("markdown/every-variant.md", &markdown::brief(&fixture::brief()));
}

#[test]
fn two_parties_exchanged_change_places_and_nothing_else() {
    let (told, exchanged) = (terminal_fixture::brief(AS_TOLD), terminal_fixture::brief(EXCHANGED));
    for (name, view) in VIEWS {
        assert_eq!(exchange_back(&view(&exchanged)), view(&told), "{name}");
    }
}

/// Everything that readers of Markdown know beside CommonMark, but the setting of dashes and quotation marks.
fn events(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect()
}

/// What is there beside text.
fn shape(text: &str) -> Vec<String> {
    let events = events(text).into_iter();
    events.filter(|event| !matches!(event, Event::Text(_))).map(|event| format!("{event:?}")).collect()
}

/// The text of each block: heading, paragraph, item or cell.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for event in events(text) {
        match event {
            Event::Text(text) => blocks.last_mut().unwrap().push_str(&text),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => {}
            _ => blocks.push(String::new()),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// White space folded and control characters replaced: what a text is in a line.
fn in_a_line(text: &str) -> String {
    let seen: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Only what the texts are made of: no link, no code, no picture, no HTML, no emphasis but bold.
#[test]
fn the_texts_are_made_of_headings_paragraphs_lists_and_tables() {
    for (name, view) in VIEWS {
        for event in shape(&view(&every_variant())) {
            let plain = ["Heading", "Paragraph", "List", "Item", "Table", "Strong"];
            assert!(plain.iter().any(|known| event.contains(known)), "{name}: {event}");
        }
    }
}

#[test]
fn tables_have_four_columns_at_most() {
    for (name, view) in VIEWS {
        let text = view(&every_variant());
        let tables =
            events(&text).into_iter().filter_map(|e| if let Event::Start(Tag::Table(a)) = e { Some(a) } else { None });
        tables.for_each(|columns| assert!((2..=4).contains(&columns.len()), "{name}: {} columns", columns.len()));
    }
}

/// The references to quotes in a text, and the quotes that it lists.
#[test]
fn every_quote_that_a_text_names_is_listed_at_its_end() {
    for (name, view) in VIEWS {
        let text = view(&every_variant());
        let Some((above, list)) = text.split_once("## Quotes, by their numbers") else {
            panic!("{name} lists no quote");
        };
        let named =
            above.split('[').skip(1).filter_map(|rest| rest.split_once(']')).flat_map(|(inside, _)| inside.split(", "));
        let mut named: Vec<u32> = named.filter_map(|number| number.parse().ok()).collect();
        named.sort_unstable();
        named.dedup();
        let listed: Vec<u32> =
            list.lines().filter_map(|l| l.strip_prefix("- [")?.split_once(']')?.0.parse().ok()).collect();
        assert!(!named.is_empty(), "{name} names no quote");
        if name == "brief" {
            assert!(named.iter().all(|number| listed.contains(number)), "{name}");
            assert_eq!(listed.len(), every_variant().quotes.len());
        } else {
            assert_eq!(named, listed, "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// The same brief with plain words has the same shape: nothing in a case can add, end or change a block.
    #[test]
    fn no_text_of_a_case_changes_the_shape(texts in prop::collection::vec(text(), 8)) {
        let at = Cell::new(0);
        let number = || { at.set(at.get() + 1); at.get() };
        let plain = changed(&every_variant(), &mut |_| format!("w{} x", number()));
        at.set(0);
        let hostile = changed(&every_variant(), &mut |_| { let n = number(); format!("{} w{n}", texts[n % 8]) });
        for (name, view) in VIEWS {
            let (told, hostile) = (view(&plain), view(&hostile));
            prop_assert_eq!(shape(&told), shape(&hostile), "{}: {}", name, hostile);
        }
    }

    /// And every text is there, read back from the parsed text: in cells of its own, character by character.
    #[test]
    fn every_text_survives(texts in prop::collection::vec(text(), 8)) {
        let at = Cell::new(0);
        let hostile = changed(&every_variant(), &mut |_| { at.set(at.get() + 1); format!("{} w{}", texts[at.get() % 8], at.get()) });
        let told = markdown::brief(&hostile);
        let blocks = blocks(&told);
        for party in hostile.parties.iter().filter(|party| party.of.is_none()) {
            let title = in_a_line(&party.title);
            prop_assert!(blocks.contains(&title), "{title:?} is no cell");
        }
        for issue in &hostile.issues {
            prop_assert!(blocks.contains(&in_a_line(&issue.title)), "{}", issue.title);
        }
        let words = hostile.quotes.iter().map(|quote| &quote.words).chain(hostile.claims.iter().map(|claim| &claim.title));
        for words in words {
            let words = in_a_line(words);
            prop_assert!(blocks.iter().any(|block| block.contains(&words)), "{words:?}");
        }
    }
}
