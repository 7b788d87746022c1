//! A piece that was left out is put back by a line of its source; whoever quoted the document quotes it still, and leaving
//! it out again gives the file as it was.

use proptest::prelude::*;
use zopa::Severity;
use zopa::text::Keep;
use zopa::{Edited, Texts, keep, leave_out, pieces};

const PAGE: &str = "<html><body><article><h1>The fee of the harbour</h1><p hidden>Advertisement</p>\
    <p>North Quay wants the low fee, the minister said on Monday morning.</p>\
    <aside class=related><a href=a>Read more: the weather</a></aside>\
    <p>South Quay did not answer, and its mayor was not to be found on Monday.</p>\
    <figure><figcaption>The mayor of South Quay says that she knows of no fee at all</figcaption></figure>\
    <p>Nobody asked the pilots of the harbour, who have their own wishes.</p><p hidden>Advertisement</p>\
    <script>fill()</script></article></body></html>\n";

const CASE: &str = "case \"Harbour\"\nparty north \"North Quay\"\nissue fee \"Fee\"\n  option low\n    quote post at 25 > North Quay wants\n  option high\n\
    source post \"Post\" # as received\n  document documents/post.html # saved\n  rests on wire\nsource wire \"Wire\" unseen\n\
    claim low \"Low\"\n  north requires fee = low\n  said by north\n    quote post at 36 > wants the low fee\n  quote post at 110 > did not answer\n\
    claim none \"None\"\n  about fee\n  quote post > asked the pilots\n  quote wire > nothing of it\n";

fn texts(case: &str) -> Texts {
    let documents = vec![("documents/post.html".to_owned(), PAGE.as_bytes().to_vec())];
    Texts { documents, ..Texts::of_case("harbour", case) }
}

/// The case with every place of a quote as it is.
fn case() -> String {
    let text = texts(CASE).text("documents/post.html", &[]).unwrap().unwrap();
    let at = |words: &str| text.as_str().find(words).unwrap().to_string();
    let case = CASE.replace("at 25 ", &format!("at {} ", at("North Quay wants")));
    let case = case.replace("at 36 ", &format!("at {} ", at("wants the low fee")));
    case.replace("at 110 ", &format!("at {} ", at("did not answer")))
}

fn named(words: &str, number: Option<usize>) -> Keep {
    Keep { words: words.to_owned(), number }
}

fn text_of(texts: &Texts, edited: &Edited) -> String {
    String::from_utf8(edited.texts(texts).case_files[0].1.clone()).unwrap()
}

/// The codes of what is wrong with quotes and pieces.
fn wrong(case: &str) -> Vec<&'static str> {
    let told = zopa::read(&texts(case)).diagnostics;
    let all = told.iter().filter(|told| {
        told.severity == Severity::Error || told.code.0.starts_with("quote") || told.code.0.starts_with("keep")
    });
    all.map(|told| told.code.0).collect()
}

fn made(case: &str, piece: &Keep, back: bool) -> Result<String, &'static str> {
    let texts = texts(case);
    let read = zopa::read(&texts);
    let edit = if back { keep } else { leave_out };
    let edited = edit(&texts, &read, "post", piece).map_err(|problems| {
        assert!(problems.iter().all(|problem| !problem.help.is_empty() && !problem.message.is_empty()));
        problems[0].code
    })?;
    let text = text_of(&texts, &edited);
    assert_eq!(edited.after.read().unwrap().case, zopa::read(&self::texts(&text)).case);
    Ok(text)
}

#[test]
fn a_piece_comes_back_by_a_line_and_goes_again_to_the_byte() {
    let case = case();
    assert_eq!(wrong(&case), [""; 0]);
    let caption = named("The mayor of South Quay says", None);
    let with = made(&case, &caption, true).unwrap();
    let line = "  document documents/post.html # saved\n  keep > The mayor of South Quay says\n";
    // It stands behind everything that says where it stands.
    assert_eq!(with, case.replace("  document documents/post.html # saved\n", line));
    assert_eq!(wrong(&with), [""; 0]);
    let claim = "claim known \"Known\"\n  about fee\n  quote post > she knows of no fee at all\n";
    assert_eq!(wrong(&format!("{with}{claim}")), [""; 0]);
    assert_eq!(wrong(&format!("{case}{claim}")), ["quote-orphaned"]);
    assert_eq!(made(&with, &caption, false).unwrap(), case);
}

#[test]
fn quotes_that_say_where_they_stand_say_the_new_place() {
    let case = case();
    let with = made(&case, &named("Advertisement", Some(1)), true).unwrap();
    let changed =
        case.lines().zip(with.replace("  keep 1 > Advertisement\n", "").lines()).filter(|(a, b)| a != b).count();
    assert_eq!((changed, wrong(&with).len()), (3, 0), "{with}");
    let both = made(&with, &named("Advertisement", Some(2)), true).unwrap();
    assert!(both.contains("  keep 1 > Advertisement\n  keep 2 > Advertisement\n"));
    assert_eq!(made(&both, &named("Advertisement", Some(1)), false).unwrap().replace("keep 2", "keep 1"), {
        let last = made(&case, &named("Advertisement", Some(2)), true).unwrap();
        last.replace("keep 2", "keep 1")
    });
    // A place that was wrong before is not made right behind somebody's back.
    let off = case.replace("at ", "at 1");
    let moved = made(&off, &named("Advertisement", Some(1)), true).unwrap();
    assert_eq!(moved.replace("  keep 1 > Advertisement\n", ""), off);
}

#[test]
fn what_cannot_come_back_is_refused_and_changes_nothing() {
    let case = case();
    let with = made(&case, &named("Read more", None), true).unwrap();
    for (case, piece, back, code) in [
        (&case, named("Nothing of it", None), true, "no-piece"),
        (&case, named("fill", None), true, "no-piece"),
        (&case, named("Advertisement", Some(3)), true, "no-piece"),
        (&case, named("Read more", None), false, "nothing-new"),
        (&with, named("Read more", None), true, "nothing-new"),
    ] {
        assert_eq!(made(case, &piece, back).unwrap_err(), code, "{piece:?}");
    }
    // A quote that goes on where the piece would stand, and one that needs the piece.
    let across =
        format!("{case}claim long \"Long\"\n  about fee\n  quote post > on Monday morning. South Quay did not\n");
    assert_eq!(wrong(&across), [""; 0]);
    assert_eq!(made(&across, &named("Read more", None), true).unwrap_err(), "quote-orphaned");
    let on = format!("{with}claim read \"Read\"\n  about fee\n  quote post > more: the weather\n");
    assert_eq!(wrong(&on), [""; 0]);
    assert_eq!(made(&on, &named("Read more", None), false).unwrap_err(), "quote-orphaned");
    let texts = texts(&case);
    assert_eq!(keep(&texts, &zopa::read(&texts), "pst", &named("x", None)).unwrap_err()[0].code, "unknown-source");
    assert_eq!(keep(&texts, &zopa::read(&texts), "wire", &named("x", None)).unwrap_err()[0].code, "no-piece");
}

#[test]
fn what_is_left_out_is_listed_with_its_line() {
    let list = |case: &str| {
        let texts = texts(case);
        let pieces = pieces(&texts, &zopa::read(&texts), "post");
        pieces.into_iter().map(|piece| (piece.kind, piece.line(), piece.is_kept)).collect::<Vec<_>>()
    };
    let case = case();
    let lines = [
        ("hidden", Some("keep 1 > Advertisement")),
        ("teaser", Some("keep > Read more: the weather")),
        ("caption", Some("keep > The mayor of South Quay says that she")),
        ("hidden", Some("keep 2 > Advertisement")),
        ("script", None),
    ];
    let lines = lines.map(|(kind, line)| (kind, line.map(str::to_owned), false)).to_vec();
    assert_eq!(list(&case), lines);
    // Each line does what it says, and the list stays the same but for that.
    for (at, (_, line, _)) in lines.iter().enumerate() {
        let Some(line) = line else { continue };
        let with = case.replace("  rests on wire\n", &format!("  rests on wire\n  {line}\n"));
        let kept: Vec<usize> = (0..5).filter(|at| list(&with)[*at].2).collect();
        assert_eq!(kept, [at]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whatever is put back and left out again, in whatever order: nothing is wrong with any quote in between, and without
    /// a piece the file is as it was.
    #[test]
    fn any_pieces_in_any_order(toggles in prop::collection::vec(0..4_usize, 1..9)) {
        let before = case();
        let (mut now, mut kept) = (before.clone(), [false; 4]);
        let names = {
            let texts = texts(&before);
            pieces(&texts, &zopa::read(&texts), "post").into_iter().filter_map(|piece| piece.keep).collect::<Vec<_>>()
        };
        let ends: Vec<usize> = toggles.iter().copied().chain(0..4).collect();
        for (step, at) in ends.into_iter().enumerate() {
            if step >= toggles.len() && !kept[at] {
                continue;
            }
            kept[at] = !kept[at];
            now = made(&now, &names[at], kept[at]).unwrap();
            prop_assert_eq!(wrong(&now), [""; 0], "{}", now);
        }
        prop_assert_eq!(now, before);
    }
}
