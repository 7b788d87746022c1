//! The page of a sheet: complete without a script, every link leads to something on it, every line to its quotes.

use crate::fixture;
use crate::terminal_fixture::{self, AS_TOLD, EXCHANGED};
use std::collections::BTreeSet;
use zopa_report::html_sheet;

fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let marker = format!(" {name}=\"");
    page.split(marker.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_id_is_there_once_and_every_link_leads_to_one() {
    let page = html_sheet(&terminal_fixture::brief(AS_TOLD)).unwrap();
    let ids = attributes(&page, "id");
    let set: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), set.len());
    for link in attributes(&page, "href") {
        assert!(set.contains(link.strip_prefix('#').unwrap()), "{link} leads nowhere");
    }
    for quote in [1, 2, 5] {
        assert!(set.contains(format!("quote-{quote}").as_str()), "{quote}");
        assert!(page.contains(&format!("href=\"#quote-{quote}\"")), "{quote}");
    }
}

#[test]
fn it_asks_nothing_of_any_server_and_runs_nothing() {
    let page = html_sheet(&terminal_fixture::brief(AS_TOLD)).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("default-src 'none'"));
    for outside in ["<script", "http://", "https://", " src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn two_parties_exchanged_change_places_and_nothing_else() {
    let exchanged = html_sheet(&terminal_fixture::brief(EXCHANGED)).unwrap();
    let told = html_sheet(&terminal_fixture::brief(AS_TOLD)).unwrap();
    assert_eq!(crate::terminal::exchange_back(&exchanged), told);
}

#[test]
fn who_denies_is_named_at_the_line() {
    let page = html_sheet(&terminal_fixture::brief(AS_TOLD)).unwrap();
    assert!(page.contains("denied by Ardland council; denied in a report’s own voice"), "{page}");
}

#[test]
fn a_brief_without_a_sheet_has_no_page_of_it() {
    assert_eq!(html_sheet(&fixture::brief()), None);
}
