//! What may stand next, line by line: `tests/complete/cases.txt` has a case, and places in lines with what is offered there.
//!
//! A block begins with rows that end at the place, `|`; below, `- what is offered: what it is`. `@condition` in the first row
//! asks for a field. `ZOPA_BLESS=1` writes what is offered today.

use std::fmt::Write;
use std::path::Path;
use zopa::{Texts, Writing, complete};

#[test]
fn what_may_stand_next_is_offered() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/complete/cases.txt");
    let expected = std::fs::read_to_string(&path).unwrap();
    let mut blocks = expected.split("\n====\n");
    let case = blocks.next().unwrap();
    let read = zopa::read(&Texts::of_case("harbour", case));
    assert_eq!(read.errors(), 0, "{:#?}", read.diagnostics);
    let mut told = case.to_owned();
    let mut count = 0;
    for block in blocks {
        let end = block.find('|').unwrap_or_else(|| panic!("no place: {block}"));
        let rows = &block[..end];
        let (writing, before) = match rows.strip_prefix('@').and_then(|rows| rows.split_once('\n')) {
            Some(("condition", rows)) => (Writing::Condition, rows),
            Some(("party", rows)) => (Writing::Party, rows),
            Some(("speaker", rows)) => (Writing::Speaker, rows),
            Some((other, _)) => panic!("{other}"),
            None => (Writing::Lines, rows),
        };
        write!(told, "\n====\n{rows}|").unwrap();
        for choice in complete(&read, before, writing) {
            let replaced = &before[choice.from..];
            assert!(!replaced.contains('\n'), "{replaced}");
            write!(told, "\n- {}: {}", choice.text, choice.says).unwrap();
            count += 1;
        }
    }
    told.push('\n');
    if std::env::var_os("ZOPA_BLESS").is_some() {
        return std::fs::write(&path, told).unwrap();
    }
    assert!(count > 60);
    assert_eq!(told, expected);
}

/// Whatever stands there, nothing fails, and what is replaced is the end of it.
#[test]
fn every_beginning_of_every_example_can_be_completed() {
    for name in crate::examples::names() {
        let texts = crate::examples::texts(&crate::examples::folder(&name));
        let read = zopa::read(&texts);
        for (_, bytes) in &texts.case_files {
            let text = String::from_utf8_lossy(bytes);
            for item in text.split("\n\n").take(40) {
                for (at, _) in item.char_indices().step_by(3) {
                    for writing in [Writing::Lines, Writing::Condition, Writing::Party, Writing::Speaker] {
                        let before = &item[..at];
                        complete(&read, before, writing)
                            .iter()
                            .for_each(|choice| assert!(before.get(choice.from..).is_some()));
                    }
                }
            }
        }
    }
}
