//! Is the page what it says it is? Checked on a brief written by hand that has every variant in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod csv;
mod diagnostics;
mod fixture;
mod hostile;
mod markdown;
mod neutral;
mod page;
mod pictures;
mod sheet;
mod sheet_fixture;
mod sources;
mod terminal;
mod terminal_fixture;

/// Written where a browser can open it.
#[test]
fn page_is_written() {
    let file = std::env::temp_dir().join("zopa-fixture.html");
    std::fs::write(file, zopa_report::html(&fixture::brief())).unwrap();
}
