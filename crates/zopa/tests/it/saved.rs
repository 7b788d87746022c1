//! A saved answer: its schema is published, and a program that never saw the case prints it again.

use crate::examples::{folder, texts};
use zopa::Request;
use zopa::finding::track::Track;
use zopa::finding::{Brief, Sources};
use zopa::report::terminal::{self, Style, brief as screen};

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs");

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
fn the_published_schemas_are_current() {
    let [brief, sources, track] =
        [schemars::schema_for!(Brief), schemars::schema_for!(Sources), schemars::schema_for!(Track)];
    for (name, schema) in [("brief", brief), ("sources", sources), ("track", track)] {
        let path = format!("{DOCS}/{name}.schema.json");
        let schema = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("ZOPA_BLESS").is_some() {
            std::fs::write(&path, &schema).unwrap();
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(published == schema, "docs/{name}.schema.json: ZOPA_BLESS=1 cargo test -p zopa --test it saved");
    }
}

/// What documents say, read back from JSON alone, gives the same page and the same screen.
#[test]
fn saved_sources_print_the_same_page() {
    let texts = texts(&folder("strait"));
    let made = zopa::read(&texts).sources(&texts, &Request::default(), &mut |_, _| ()).unwrap();
    assert!(made.documents.len() > 2 && !made.descents.is_empty() && !made.said.is_empty());
    let again: Sources = serde_json::from_str(&serde_json::to_string(&made).unwrap()).unwrap();
    assert_eq!(again, made);
    assert_eq!(zopa::report::html_sources(&again, "strait", true), zopa::report::html_sources(&made, "strait", true));
    assert_eq!(
        terminal::sources(&again, "strait", true, Style::default()),
        terminal::sources(&made, "strait", true, Style::default())
    );
}
