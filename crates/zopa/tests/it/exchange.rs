//! Even-handed: exchange two parties in a case, exchange them back in the answer, and nothing is different.

use zopa::report::terminal::{Style, brief, hinges, openings, sheet, since, why};
use zopa::report::{csv, html_sheet, markdown};
use zopa::{Request, Texts};

const ONE: [&str; 2] = ["pone", "Onelandia"];
const TWO: [&str; 2] = ["ptwo", "Twolandia"];

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_' || c == '.'
}

/// Replaces whole words, but not in the words of quotes.
fn replaced(text: &str, pairs: &[(&str, &str)]) -> String {
    let line = |line: &str| match (line.trim_start().starts_with("quote "), line.split_once('>')) {
        (true, Some((head, prose))) => format!("{}>{prose}", words(head, pairs)),
        _ => words(line, pairs),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

fn words(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        // A full stop that ends a sentence is no part of the word before it.
        let word = rest[..length].trim_end_matches('.');
        if word.is_empty() {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        out.push_str(pairs.iter().find(|(from, _)| *from == word).map_or(word, |(_, to)| to));
        rest = &rest[word.len()..];
    }
    out
}

/// Every occurrence, as one would exchange names in an answer.
fn exchanged_back(text: &str) -> String {
    let mut text = text.to_owned();
    for (one, two) in ONE.iter().zip(TWO) {
        text = text.replace(one, "\u{1}").replace(two, one).replace('\u{1}', two);
    }
    text
}

fn answers(case: &str) -> Vec<(&'static str, String)> {
    let read = zopa::read(&Texts::of_case("exchange", case));
    assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
    let found = read.brief(&Request::default()).unwrap();
    let style = Style::default();
    let mut answers = vec![
        ("json", serde_json::to_string_pretty(&found).unwrap()),
        ("brief", brief(&found, style)),
        ("why", why(&found, style)),
        ("openings", openings(&found, style)),
        ("hinges", hinges(&found, style)),
        ("html", zopa::report::html(&found)),
        ("markdown of the brief", markdown::brief(&found)),
        ("markdown of why", markdown::why(&found)),
        ("markdown of the openings", markdown::openings(&found)),
        ("markdown of the hinges", markdown::hinges(&found)),
        ("csv", csv(&found)),
        ("notes", zopa::report::terminal::clauses(&read.notes_placed(), style)),
    ];
    for round in &found.rounds {
        let changed = read.since_round(&Request::default(), &round.name, None).unwrap();
        let found = found.clone().compared(changed);
        answers.push(("json since", serde_json::to_string_pretty(&found.since).unwrap()));
        answers.push(("since", since(&found, style)));
        answers.push(("markdown since", markdown::since(&found)));
        answers.push(("html since", zopa::report::html(&found)));
    }
    answers
}

/// The sheet for a call with one party, in every form.
fn sheets(case: &str, party: &str) -> Vec<(&'static str, String)> {
    let read = zopa::read(&Texts::of_case("exchange", case));
    let request = Request { party: Some(party.to_owned()), ..Request::default() };
    let found = read.brief(&request).unwrap();
    assert_eq!(found.sheet.as_ref().unwrap().party, party);
    vec![
        ("json of the sheet", serde_json::to_string_pretty(&found).unwrap()),
        ("screen of the sheet", sheet(&found, Style::default())),
        ("page of the sheet", html_sheet(&found).unwrap()),
        ("markdown of the sheet", markdown::sheet(&found)),
        ("csv of the sheet", csv(&found)),
    ]
}

fn exchange_in(example: &str, one: [&str; 2], two: [&str; 2]) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/");
    let path = format!("{folder}{example}");
    let text = std::fs::read_to_string(&path).unwrap();
    let named = [(one[0], ONE[0]), (one[1], ONE[1]), (two[0], TWO[0]), (two[1], TWO[1])];
    let plain = replaced(&text, &named);
    let pairs: Vec<(&str, &str)> = ONE.into_iter().zip(TWO).flat_map(|(a, b)| [(a, b), (b, a)]).collect();
    let exchanged = replaced(&plain, &pairs);
    assert_ne!(plain, exchanged, "nothing was exchanged in {path}");
    same(example, answers(&plain), answers(&exchanged));
    // What is told of one party is then told of the other.
    same(example, sheets(&plain, ONE[0]), sheets(&exchanged, TWO[0]));
    same(example, sheets(&plain, TWO[0]), sheets(&exchanged, ONE[0]));
}

fn same(example: &str, before: Vec<(&str, String)>, after: Vec<(&str, String)>) {
    for ((kind, before), (_, after)) in before.into_iter().zip(after) {
        let after = exchanged_back(&after);
        let differs = before.lines().zip(after.lines()).find(|(a, b)| a != b);
        assert!(before == after, "{kind} of {example} differs: {differs:?}");
    }
}

#[test]
fn parties_of_the_strait_can_be_exchanged() {
    exchange_in("strait/strait.zopa", ["tarvia", "Tarvia"], ["ostrel", "Ostrel"]);
}

#[test]
fn parties_of_the_first_case_can_be_exchanged() {
    exchange_in("ukraine-2026/ukraine.zopa", ["russia", "Russia"], ["ukraine", "Ukraine"]);
}

#[test]
fn parties_of_the_contract_can_be_exchanged() {
    exchange_in("labour-2023/labour.zopa", ["teamsters", "Teamsters"], ["ups", "UPS"]);
}
