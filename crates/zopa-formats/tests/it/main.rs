//! What is written is read again, whatever it holds; what is not ours is read as far as it goes, and nothing panics.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use zopa_formats::table::{self, Fault, SAME};
use zopa_formats::{Annotation, ClaimRow, Position, Target, Telling, annotations};

/// A cell as a case gives it: one row, no white space at its ends.
fn cell() -> impl Strategy<Value = String> {
    "[-=+@'\"a-z,;#é>]{0,3}( ?[-=+@'\"a-zA-Z0-9,;\t]{1,6}){0,3}".prop_map(|text| text.trim().to_owned())
}

fn filled() -> impl Strategy<Value = String> {
    cell().prop_map(|text| if text.is_empty() { "x".to_owned() } else { text })
}

fn telling() -> impl Strategy<Value = Telling> {
    (filled(), cell(), cell(), cell(), cell(), filled(), any::<bool>()).prop_map(
        |(by, relaying, to, round, source, quote, same)| {
            let by = if same { SAME.to_owned() } else { by };
            Telling { by, relaying, to, round, source, at: String::new(), quote }
        },
    )
}

prop_compose! {
    fn claim()(
        name in "[a-z][a-z0-9-]{0,8}",
        one in prop::collection::vec(cell(), 6),
        statements in prop::collection::vec(filled(), 0..3),
        tellings in prop::collection::vec(telling(), 0..4),
        status in prop::sample::select(vec!["confirmed", "unconfirmed", "rejected"]),
    ) -> ClaimRow {
        let cell = |at: usize| Some(one[at].clone());
        ClaimRow {
            name, title: cell(0), status: Some(status.to_owned()), reason: cell(1), statements: Some(statements),
            tellings: Some(tellings), round: cell(2), about: cell(3), coded_by: cell(4), checked_by: cell(5),
        }
    }
}

proptest! {
    #[test]
    fn a_table_is_read_as_it_was_written(mut claims in prop::collection::vec(claim(), 0..6)) {
        claims.sort_by(|a, b| a.name.cmp(&b.name));
        claims.dedup_by(|a, b| a.name == b.name);
        let text = table::write(&claims);
        let (rows, faults) = table::read(&text);
        prop_assert_eq!(faults, vec![]);
        prop_assert_eq!(rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>(), claims);
    }

    #[test]
    fn no_cell_begins_as_a_formula_does(claim in claim()) {
        let text = table::write(&[claim]);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
    }

    #[test]
    fn whatever_is_given_is_read_or_told(text in "\\PC{0,200}", rows in "(name[,;\t])?[a-z,;\n\"'=]{0,80}") {
        for text in [text, rows] {
            let _ = table::read(&text);
            let _ = annotations::read(&text);
        }
    }

    #[test]
    fn annotations_are_read_as_they_were_written(
        name in "[a-zé][a-z0-9é-]{0,8}", words in "\\PC{0,20}", lines in "\\PC{0,30}", path in "[a-zA-Z0-9 é%#?/._-]{1,20}",
        exact in "\\PC{1,20}", around in "\\PC{0,8}", place in prop::option::of((0usize..99, 0usize..99)),
    ) {
        let position = place.map(|(start, length)| Position { start, end: start + length });
        let target = Target { source: path, exact: Some(exact), prefix: around.clone(), suffix: around, position };
        let all = vec![
            Annotation { claim: name.clone(), words: words.clone(), lines: Some(lines.clone()), targets: vec![target.clone(), target] },
            Annotation { claim: format!("{name}2"), words, lines: Some(lines), targets: Vec::new() },
        ];
        let text = annotations::write("a case", "A case", &all);
        prop_assert_eq!(annotations::read(&text).unwrap(), all);
    }
}

#[test]
fn what_is_wrong_with_a_table_is_told_row_by_row() {
    let (rows, faults) = table::read("Name,Title,Mood\nlow,Low,good\n,No name,\nlow,Twice,\n,,\nhigh\n");
    assert_eq!(rows.iter().map(|(at, row)| (*at, row.name.as_str())).collect::<Vec<_>>(), [(2, "low"), (6, "high")]);
    assert_eq!(faults, [Fault::UnknownColumn("mood".to_owned()), Fault::NoName(3), Fault::Twice(4, "low".to_owned())]);
    assert_eq!(rows[0].1.status, None);
    assert_eq!(table::read("a,b\n1,2\n").1, [Fault::NoNames]);
    let heads = table::HEADS.join(",");
    let (_, faults) = table::read(&format!("{heads}\nlow,Low,,,,\"a\nb\",,,,post,,\"x\ny\nz\",,,,\n"));
    assert_eq!(faults, [Fault::Uneven(2, "low".to_owned())]);
}

#[test]
fn annotations_of_others_are_read_as_far_as_they_go() {
    let one =
        r#"{"type":"Annotation","body":{"type":"TextualBody","value":"Yes"},"target":"http://example.org/a%20b.txt"}"#;
    let read = annotations::read(&format!("[{one}, 3, {{}}]")).unwrap();
    assert_eq!(read[0].words, "Yes");
    assert_eq!(read[0].targets, [Target { source: "http://example.org/a b.txt".to_owned(), ..Target::default() }]);
    assert_eq!(annotations::read("[]"), Err(annotations::NotAnnotations::None));
    assert_eq!(annotations::read("x"), Err(annotations::NotAnnotations::NotJson));
    let deep = "[".repeat(60) + &"]".repeat(60);
    assert_eq!(annotations::read(&deep), Err(annotations::NotAnnotations::None));
}
