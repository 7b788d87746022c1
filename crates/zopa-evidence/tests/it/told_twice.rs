//! Is it found that two reports do not agree? Two cuttings a case, in `told_twice.txt`, with what a reader says of them and
//! whether it is found.

use super::report;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use zopa_evidence::between::between;
use zopa_finding::between::{DisputeKind, Passage};

/// A case: two texts, and the sentences that do not agree, by their document and their first words.
struct Case<'f> {
    kind: &'f str,
    texts: [String; 2],
    marks: Vec<(&'static str, &'f str)>,
}

fn case(block: &str) -> Option<Case<'_>> {
    let kind = block.lines().next()?.strip_prefix("== ")?.split(' ').nth(1)?;
    let text = |name: &str| {
        let line = block.lines().find(|line| line.starts_with(name))?;
        Some(format!("Talks go on\n\n{}\n", line.split_once(": ")?.1))
    };
    let mark = |line: &'_ str| -> Option<(&'static str, usize)> {
        let name = if line.starts_with("* A: ") { "A" } else { line.starts_with("* B: ").then_some("B")? };
        Some((name, "* A: ".len()))
    };
    let marks = block.lines().filter_map(|line| mark(line).map(|(name, from)| (name, line.get(from..).unwrap_or(""))));
    Some(Case { kind, texts: [text("A ")?, text("B ")?], marks: marks.collect() })
}

/// Are two of the marked sentences set against each other?
fn is_found(case: &Case<'_>) -> bool {
    let [one, other] = &case.texts;
    let reports = [report("A", one), report("B", other)];
    let is = |told: &Passage, mark: &(&str, &str)| told.document == mark.0 && told.exact.starts_with(mark.1);
    let found = between(&reports);
    let disputes = found.disputes.iter().filter(|one| one.kind != DisputeKind::Wording);
    disputes.flat_map(|one| one.sides.iter().enumerate().map(move |(at, side)| (one, at, side))).any(
        |(one, at, side)| {
            let others = || one.sides.iter().skip(at + 1).flat_map(|other| &other.told);
            case.marks.iter().any(|mark| {
                side.told.iter().any(|told| is(told, mark))
                    && case.marks.iter().any(|other| other != mark && others().any(|told| is(told, other)))
            })
        },
    )
}

/// The file as it has to be, and how many of each kind are found, of how many.
fn told(file: &str) -> (String, BTreeMap<String, (usize, usize)>) {
    let (mut told, mut counts) = (String::new(), BTreeMap::new());
    for block in file.trim_end().split("\n\n") {
        let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with("= ")).collect();
        let block = lines.join("\n");
        let verdict = case(&block).map(|case| {
            let found = is_found(&case);
            let count: &mut (usize, usize) = counts.entry(case.kind.to_owned()).or_default();
            *count = (count.0 + usize::from(found), count.1 + 1);
            if found { "\n= found" } else { "\n= not found" }
        });
        write!(told, "{block}{}\n\n", verdict.unwrap_or_default()).unwrap();
    }
    (format!("{}\n", told.trim_end()), counts)
}

#[test]
fn what_two_reports_do_not_agree_in() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/told_twice.txt");
    let file = std::fs::read_to_string(&path).unwrap();
    let (told, counts) = told(&file);
    println!("found, of: {counts:?}");
    if std::env::var_os("ZOPA_BLESS").is_some() {
        std::fs::write(&path, &told).unwrap();
        return;
    }
    let (flagged, alike) = counts.get("none").copied().unwrap_or_default();
    assert!(alike > 0 && 4 * flagged <= alike, "{flagged} of {alike} that agree are set against each other");
    assert_eq!(file, told, "ZOPA_BLESS=1 writes what is found");
}
