//! A saved answer: its schema is published, and a program that never saw the case prints it again.

use crate::examples::{folder, texts};
use zopa::Request;
use zopa::finding::Brief;
use zopa::report::terminal::{Style, brief as screen};

const SCHEMA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/brief.schema.json");

/// Read back from JSON alone, a brief gives the same page, the same screen and the same JSON.
#[test]
fn a_saved_brief_prints_the_same_page() {
    for example in ["labour-2023", "strait", "ukraine-2026"] {
        let request = Request { switches: true, ..Request::default() };
        let made = zopa::read(&texts(&folder(example))).brief(&request).unwrap();
        let saved = serde_json::to_string_pretty(&made).unwrap();
        let again: Brief = serde_json::from_str(&saved).unwrap();
        assert_eq!(again, made, "{example}");
        assert_eq!(zopa::report::html(&again), zopa::report::html(&made), "{example}");
        assert_eq!(screen(&again, Style::default()), screen(&made, Style::default()), "{example}");
        assert_eq!(serde_json::to_string_pretty(&again).unwrap(), saved, "{example}");
    }
}

/// So does the sheet for a call; a brief without one says nothing of it.
#[test]
fn a_saved_sheet_prints_the_same_page() {
    let read = zopa::read(&texts(&folder("strait")));
    for party in ["tarvia", "ostrel", "league", "assembly"] {
        let made = read.brief(&Request { party: Some(party.to_owned()), ..Request::default() }).unwrap();
        let again: Brief = serde_json::from_str(&serde_json::to_string(&made).unwrap()).unwrap();
        assert_eq!(again, made, "{party}");
        assert_eq!(zopa::report::html_sheet(&again), zopa::report::html_sheet(&made), "{party}");
    }
    let without = read.brief(&Request::default()).unwrap();
    assert_eq!(without.sheet, None);
    assert!(!serde_json::to_string(&without).unwrap().contains("\"sheet\""));
}

#[test]
fn the_published_schema_is_current() {
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(Brief)).unwrap() + "\n";
    if std::env::var_os("ZOPA_BLESS").is_some() {
        std::fs::write(SCHEMA, &schema).unwrap();
    }
    let published = std::fs::read_to_string(SCHEMA).unwrap_or_default();
    assert!(published == schema, "docs/brief.schema.json: ZOPA_BLESS=1 cargo test -p zopa --test it saved");
}
