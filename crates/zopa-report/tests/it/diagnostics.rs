//! Messages about a case file, against the texts in `tests/terminal/`.

use crate::terminal::expect;
use zopa_report::diagnostics::diagnostics;
use zopa_syntax::diagnostic::Diagnostic;
use zopa_syntax::span::{FileId, Span};

const CASE: &str = "case \"Zône\"\nissue zone \"Zône\"\n  option open\n\nclaim one \"One\"\n  north rejects zone = open_al_year unless survey = done\nclaim one \"Two\"\n";

fn span(file: u32, words: &str, from: usize) -> Span {
    let start = CASE[from..].find(words).unwrap() + from;
    Span { file: FileId(file), start: start as u32, end: (start + words.len()) as u32 }
}

fn files() -> Vec<(String, String)> {
    vec![("other.zopa".into(), "step one \"Elsewhere\"\n".into()), ("harbour/case.zopa".into(), CASE.into())]
}

fn messages() -> Vec<Diagnostic> {
    let elsewhere = Span { file: FileId(0), start: 5, end: 8 };
    let second = span(1, "one \"Two", 0);
    let second = Span { end: second.start + 3, ..second };
    vec![
        Diagnostic::error(
            "unknown-option",
            span(1, "open_al_year", 0),
            "`open_al_year` is not an option of issue `zone`",
            "did you mean `open`? options: open",
        )
        .labelled("unknown option"),
        Diagnostic::error("defined-twice", second, "`one` is defined twice", "give one of them another name")
            .labelled("defined again")
            .and(span(1, "one", 0), "first defined here")
            .and(elsewhere, "and here"),
        Diagnostic::warning(
            "no-case",
            Span { file: FileId(9), start: 3, end: 4 },
            "a file is not in hand",
            "put it where the case names it",
        ),
        Diagnostic::error("cut-short", Span { file: FileId(1), start: 9_999, end: 3 }, "the file ends here", "go on"),
    ]
}

#[test]
fn each_message_has_its_place_and_the_way_out() {
    expect("diagnostics", &diagnostics(&messages(), &files(), false));
}

#[test]
fn no_message_no_word() {
    assert_eq!(diagnostics(&[], &files(), true), "");
}

#[test]
fn the_column_counts_characters_and_the_last_line_counts_messages() {
    let umlaut = span(1, "ne\"\nissue", 0);
    let place = Span { end: umlaut.start + 2, ..umlaut };
    let told = diagnostics(&[Diagnostic::error("x", place, "m", "h")], &files(), false);
    assert!(told.contains("harbour/case.zopa:1:9"), "{told}");
    assert!(told.ends_with("\n\n1 error\n"), "{told}");
    let both = diagnostics(&messages(), &files(), false);
    assert!(both.ends_with("\n\n3 errors, 1 warning\n"), "{both}");
}

#[test]
fn any_span_is_told_without_a_stop() {
    for start in 0..80 {
        for end in 0..80 {
            for text in ["", "é", CASE, "\u{feff}a\r\n\tb"] {
                let span = Span { file: FileId(0), start, end };
                let told = diagnostics(&[Diagnostic::error("x", span, "m", "h")], &[("a".into(), text.into())], true);
                assert!(told.contains("a:"));
            }
        }
    }
}
