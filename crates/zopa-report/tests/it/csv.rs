//! Is the table of positions read back as it was written, and is no cell of it a formula?

use crate::fixture;
use crate::hostile::{changed, text};
use proptest::prelude::*;
use zopa_finding::Brief;
use zopa_report::csv;

/// What a reader of RFC 4180 sees, heads first.
fn rows(table: &str) -> Vec<Vec<String>> {
    let bytes = table.strip_prefix('\u{feff}').unwrap().as_bytes();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// A cell without the sign for text.
fn cell(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

fn title<'a>(brief: &'a Brief, list: &'a str, name: &'a str) -> &'a str {
    match list {
        "party" => brief.parties.iter().find(|x| x.name == name).map(|x| x.title.as_str()),
        "issue" => brief.issues.iter().find(|x| x.name == name).map(|x| x.title.as_str()),
        "claim" => brief.claims.iter().find(|x| x.name == name).map(|x| x.title.as_str()),
        _ => brief.rounds.iter().find(|x| x.name == name).map(|x| x.title.as_str()),
    }
    .unwrap_or(name)
}

#[test]
fn one_row_for_each_position_in_their_order() {
    let brief = fixture::brief();
    let table = csv(&brief);
    crate::terminal::expect_file("csv/positions.csv", &table);
    let rows = rows(&table);
    assert_eq!(rows.len(), brief.positions.len() + 1);
    assert_eq!(
        rows[0].join(","),
        "party,issue,claim,verb,statement,firmness,round,contested,not repeated since,reports,origins,quotes"
    );
    assert!(table.ends_with("\r\n") && table.matches('\n').count() == table.matches("\r\n").count());
}

#[test]
fn a_sheet_has_the_rows_of_its_party_and_its_bodies() {
    let mut brief = fixture::brief();
    let mut sheet = crate::terminal_fixture::brief(crate::terminal_fixture::AS_TOLD).sheet.unwrap();
    (sheet.party, sheet.bodies) = ("borea".into(), vec!["council".into()]);
    brief.sheet = Some(sheet);
    let wanted = brief.positions.iter().filter(|p| p.party == "borea" || p.party == "council").count();
    assert!(wanted > 0 && wanted < brief.positions.len());
    assert_eq!(rows(&csv(&brief)).len(), wanted + 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(texts in prop::collection::vec(text(), 8)) {
        let mut at = 0;
        let brief = changed(&fixture::brief(), &mut |_| { at += 1; format!("{}{at}", texts[at % 8]) });
        let rows = rows(&csv(&brief));
        for (row, position) in rows[1..].iter().zip(&brief.positions) {
            prop_assert_eq!(cell(&row[0]), title(&brief, "party", &position.party));
            prop_assert_eq!(cell(&row[1]), title(&brief, "issue", &position.issue));
            prop_assert_eq!(cell(&row[2]), &position.claim);
            prop_assert_eq!(cell(&row[4]), title(&brief, "claim", &position.claim));
            prop_assert_eq!(cell(&row[6]), position.round.as_ref().map_or("", |round| title(&brief, "round", round)));
            let numbers = brief.claims.iter().find(|c| c.name == position.claim).into_iter().flat_map(|c| &c.sayings);
            for quote in numbers.flat_map(|s| &s.quotes).filter_map(|n| brief.quotes.iter().find(|q| q.number == *n)) {
                prop_assert!(row[11].contains(&quote.words));
            }
        }
    }

    /// Beyond the white space that some trim, no cell begins with a sign of a formula.
    #[test]
    fn no_cell_is_a_formula(texts in prop::collection::vec(text(), 8)) {
        let mut at = 0;
        let brief = changed(&fixture::brief(), &mut |_| { at += 1; texts[at % 8].clone() });
        for cell in rows(&csv(&brief)).iter().flatten() {
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{cell:?}");
        }
    }
}
