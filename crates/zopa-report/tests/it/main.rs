//! Is the page what it says it is? Checked on a brief written by hand that has every variant in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod diagnostics;
mod fixture;
mod terminal;
mod terminal_fixture;

#[test]
fn page_is_written() {
    let page = zopa_report::html(&fixture::brief());
    std::fs::write(std::env::temp_dir().join("zopa-fixture.html"), &page).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"));
}
