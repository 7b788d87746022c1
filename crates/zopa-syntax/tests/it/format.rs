//! Formatting: white space alone changes, what is said never, and twice is once.

use proptest::prelude::*;

use crate::properties::{mutated, pieces};
use crate::{SAMPLE, all_told, plain, read};
use zopa_syntax::{Part, Severity, SourceFile, format, parse, without};

/// What a text says: its items, and its errors without their places.
fn said(text: &str) -> (String, Vec<(String, String)>, String) {
    let tree = read(text);
    let errors = tree.diagnostics.iter().filter(|told| told.severity == Severity::Error);
    let errors = errors.map(|told| (told.code.0.to_owned(), told.message.clone())).collect();
    (plain(&tree.items), errors, plain(&tree.declared))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What is left of a text without the parts that an answer can be made without.
fn public(text: &str) -> String {
    let files = [SourceFile { path: String::new(), text: text.to_owned() }];
    squeezed(&without(&files, &parse(&files), &[Part::Private, Part::Unconfirmed])[0].text)
}

fn check(text: &str) {
    let once = format(text).text;
    assert_eq!(squeezed(&once), squeezed(text), "white space alone changes");
    assert_eq!(said(&once), said(text), "it says the same:\n{text}\n{once}");
    assert_eq!(format(&once).text, once, "twice is once:\n{text}");
    // Where lines stand oddly, which rows a mark takes with it is told by a message first.
    if read(text).diagnostics.is_empty() {
        assert_eq!(public(&once), public(text), "what is private stays so:\n{text}");
    }
}

#[test]
fn a_file_is_written_evenly() {
    let text = "\n\ncase   \"A  b\"\n     # about\n    as of ?\n\n\n\n# parties\nparty n \"N\"also \"a\" ,\"b\",\n\"c\"  # x  y\nclaim k \"K\"\n\
                    \x20   n rejects ( x=y and z in{ a , b } )\n            or not w\n       because >  one  two   \n                three\n   \
                \x20   # kept\n\n\n                # prose\n    said by n\n\n      # who\n      quote post at 7>words\n# end";
    let expected = "case \"A  b\"\n  # about\n  as of ?\n\n# parties\nparty n \"N\" also \"a\", \"b\",\n  \"c\" # x  y\nclaim k \"K\"\n  \
                    n rejects (x = y and z in {a, b})\n    or not w\n    because > one  two\n      three\n    # kept\n\n      # prose\n  \
                    said by n\n\n    # who\n    quote post at 7 > words\n# end\n";
    assert_eq!(all_told(text).matches("mixed-and-or").count(), 0);
    assert_eq!(format(text).text, expected);
    check(text);
}

#[test]
fn what_is_even_stays() {
    assert_eq!(format(SAMPLE).text, SAMPLE);
    assert_eq!(format("").text, "");
}

#[test]
fn an_item_with_a_mistake_is_left_as_it_is() {
    let text =
        "party  n  \"N\"\nparty  s  S\nclaim a   \"A\"\n     n seeks   x\n     n sekes   x\n\n\n\ngate  g by  n\n";
    let formatted = format(text);
    assert_eq!(
        formatted.text,
        "party n \"N\"\nparty  s  S\nclaim a   \"A\"\n     n seeks   x\n     n sekes   x\n\ngate g by n\n"
    );
    assert_eq!(formatted.left.len(), 2);
}

#[test]
fn invisible_marks_and_paths_stay() {
    let text = "\u{feff}source s  \"S\"\r\n document a-b/c.d  sha256  00\r\nparty \u{200f}n  \"N\"\u{200f} # x\r\nparty m \"M\"";
    let expected = "\u{feff}source s  \"S\"\r\n document a-b/c.d  sha256  00\r\nparty\u{200f} n \"N\"\u{200f} # x\r\nparty m \"M\"\r\n";
    assert_eq!(format(text).text, expected);
    let path = "source s \"S\"\n  document   a=b/c(d).txt   # x\n";
    assert_eq!(format(path).text, "source s \"S\"\n  document a=b/c(d).txt # x\n");
}

#[test]
fn a_file_indented_as_a_whole_goes_to_the_margin_as_a_whole() {
    assert_eq!(format("  party n \"N\"\n  party s \"S\"\n").text, "party n \"N\"\nparty s \"S\"\n");
    let broken = "  party  n \"N\"\n  party s\n";
    assert_eq!(format(broken).text, broken);
}

/// The sample with other white space, here and there.
fn uneven() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..6_usize);
    prop::collection::vec(change, 1..40).prop_map(|changes| {
        let mut text = SAMPLE.to_owned();
        for (at, how) in changes {
            let places: Vec<usize> = text.match_indices([' ', '\n']).map(|(at, _)| at).collect();
            let at = places[at.index(places.len())];
            let more = [" ", "\t", "\n", "\r", "\u{200f}", "\n   # note\n"][how];
            if how < 2 || text[at..].starts_with('\n') {
                text.insert_str(at, more);
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pieces_are_formatted(text in pieces()) {
        check(&text);
    }

    #[test]
    fn any_text_is_formatted(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_mutation_is_formatted(text in mutated()) {
        check(&text);
    }

    #[test]
    fn any_white_space_is_formatted(text in uneven()) {
        check(&text);
    }
}
