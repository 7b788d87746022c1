//! Telling a thing twice changes no answer; how a position is cut changes neither whether anything fits nor whose
//! changes would be enough.

use crate::random::{Maker, count};
use std::fmt::Write;
use zopa::finding::Answer;
use zopa::{Request, Texts};

fn answer(case: &str) -> Answer {
    let read = zopa::read(&Texts::of_case("invariant", case));
    assert_eq!(read.errors(), 0, "{:?}\n{case}", read.diagnostics);
    read.brief(&Request::default()).unwrap().answer
}

/// Everything that is said, but for what it rests on.
fn said(answer: &Answer) -> String {
    let mut text = format!("{} readings, {:?}, {:?}\n", answer.readings, answer.verdict, answer.witness);
    for clash in &answer.clashes {
        writeln!(text, "clash {:?} {:?} {:?}", clash.limits, clash.holders, clash.presence).unwrap();
    }
    for knot in &answer.knots {
        writeln!(text, "knot {:?} {:?} {:?}", knot.clashes, knot.joined, knot.enough).unwrap();
        for opening in &knot.openings {
            writeln!(text, "  opening {:?} {:?} {:?}", opening.limits, opening.holders, opening.world).unwrap();
        }
    }
    writeln!(text, "enough {:?}", answer.enough).unwrap();
    for shut in &answer.shut_out {
        let sets: Vec<_> = shut.sets.iter().map(|set| (&set.limits, &set.presence)).collect();
        writeln!(text, "shut {:?} {:?} {:?} {sets:?}", shut.claim, shut.asked, shut.held).unwrap();
    }
    text
}

/// The case with one claim told again in another claim: the same statements, wherever the first is named by an
/// answer or superseded or tested. Claims that somebody denies are left: each denied claim is disputed by itself.
fn retold(case: &str, claim: &str) -> Option<String> {
    if case.contains(&format!("denies {claim}\n")) {
        return None;
    }
    let body: Vec<&str> = (case.lines().skip_while(|line| *line != format!("claim {claim} \"Claim\"")).skip(1))
        .take_while(|line| line.starts_with("  "))
        .collect();
    // A claim that supersedes something would be told again as a second event; the statements alone are told again.
    if body.is_empty() || body.iter().any(|line| line.contains("supersedes")) {
        return None;
    }
    let mut text = String::new();
    for line in case.lines() {
        let named = line.contains(" holds ") || line.trim_start().starts_with("supersedes ");
        let again = named && line.ends_with(&format!(" {claim}"));
        writeln!(text, "{line}{}", if again { ", again" } else { "" }).unwrap();
    }
    writeln!(text, "claim again \"Told again\"\n{}", body.join("\n")).unwrap();
    Some(text)
}

#[test]
fn telling_a_thing_twice_changes_no_answer() {
    let mut tried = 0;
    for seed in 0..count(1000) / 4 {
        let case = Maker::new(seed).case();
        let before = said(&answer(&case));
        for claim in ["c0", "c1", "c2"] {
            let Some(again) = retold(&case, claim) else { continue };
            assert_eq!(before, said(&answer(&again)), "seed {seed}, {claim} told again\n{case}");
            tried += 1;
        }
    }
    assert!(tried > 100, "only {tried} were tried");
}

#[test]
fn another_report_of_the_same_origin_changes_no_answer() {
    let text = include_str!("../../../../examples/strait/strait.zopa");
    let with = |more: &str| {
        let line = "  said by gazette-sources";
        let at = text.find(line).expect("the strait case has a telling of the gazette's sources");
        let end = at + text[at..].find('\n').unwrap() + 1;
        format!(
            "{}{}{}\nsource extra \"Another outlet\"\n  document documents/extra.txt\n",
            &text[..end],
            more,
            &text[end..]
        )
    };
    assert_eq!(said(&answer(&with(""))), said(&answer(&with("    quote extra > as told elsewhere\n"))));
}

/// The case with every `requires a and b` cut in two claims, which the same answers hold.
fn cut(case: &str) -> Option<String> {
    let mut text = String::new();
    let mut more = String::new();
    let mut current = "";
    let mut cuts: Vec<String> = Vec::new();
    for line in case.lines() {
        if let Some(name) = line.strip_prefix("claim ").and_then(|rest| rest.split(' ').next()) {
            current = name;
        }
        let whole = line.trim_start().split_once(" requires ").filter(|_| !line.contains('('));
        match whole.and_then(|(who, both)| Some((who, both.split_once(" and ")?))) {
            Some((who, (a, b))) if !case.contains(&format!("denies {current}\n")) && !softened(case, current) => {
                writeln!(text, "  {who} requires {a}").unwrap();
                let name = format!("cut{}", cuts.len());
                writeln!(more, "claim {name} \"Cut\"\n  {who} requires {b}").unwrap();
                cuts.push(current.to_owned());
            }
            _ => writeln!(text, "{line}").unwrap(),
        }
    }
    if cuts.is_empty() {
        return None;
    }
    let mut named = String::new();
    for line in text.lines() {
        let names = line.contains(" holds ") || line.trim_start().starts_with("supersedes ");
        let mut line = line.to_owned();
        for (at, claim) in cuts.iter().enumerate() {
            if names && line.split([' ', ',']).any(|word| word == claim) {
                write!(line, ", cut{at}").unwrap();
            }
        }
        writeln!(named, "{line}").unwrap();
    }
    Some(named + &more)
}

/// A softening names a claim, so cutting the claim would cut what is softened.
fn softened(case: &str, claim: &str) -> bool {
    case.contains(&format!("softens {claim} "))
}

#[test]
fn how_a_position_is_cut_changes_neither_fit_nor_who_is_enough() {
    let mut tried = 0;
    for seed in 0..count(1000) {
        let case = Maker::new(seed).case();
        let Some(cut) = cut(&case) else { continue };
        let (whole, parts) = (answer(&case), answer(&cut));
        assert_eq!(whole.verdict, parts.verdict, "seed {seed}\n{case}\n{cut}");
        assert_eq!(whole.enough, parts.enough, "seed {seed}\n{case}\n{cut}");
        tried += 1;
    }
    assert!(tried > 50, "only {tried} were tried");
}

/// Words are counted for whoever speaks them, once for each utterance; a party's number is the sum.
#[test]
fn words_quoted_directly_are_counted_by_speaker() {
    let case = "\
case \"Quay\"
party north \"North\"
party south \"South\"
person ada \"Ada\" of north
anonymous aides \"aides\" of north
source post \"Post\"
issue fee \"Fee\"
  option low
  option high
claim one \"One\"
  north requires fee = high
  said by ada
    quote post > said that a low fee was “out of the question”
    quote post > a “high” fee
claim two \"Two\"
  north rejects fee = low
  said by ada
    quote post > said that a low fee was “out of the question”
  said by aides
    quote post > called it “a joke, no more”
";
    let read = zopa::read(&Texts::of_case("invariant", case));
    assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
    let heard = read.brief(&Request::default()).unwrap().heard;
    let voices: Vec<(Vec<&str>, u32)> =
        heard[0].voices.iter().map(|v| (v.by.iter().map(String::as_str).collect(), v.words)).collect();
    assert_eq!(voices, [(vec!["ada"], 5), (vec!["aides"], 4)]);
    assert_eq!((heard[0].words, heard[0].speakers.len()), (9, 2));
    assert_eq!((heard[1].words, heard[1].voices.len()), (0, 0));
}
