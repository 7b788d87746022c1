//! Whoever speaks in the documents and is nobody of the case is placed by a person, and then what they say is suggested.

use zopa::finding::{Attribution, PrivateState};
use zopa::{Is, Left, Placed, Placing, Read, Request, Texts, nobodys, place_speakers, suggest, unplaced};

const CASE: &str = "case \"Harbour\"\nsource post \"Post\"\n  document documents/post.txt\nsource wire \"Wire\"\n  document private/wire.txt\n";

const POST: &str = "Ada Brook, the harbour master, said the low fee would stay. Brook said the tide would help. \
    “We want the high fee,” Bo Reed said. Southland said it would wait. Southern rejected the low fee. Dee Marsh said \
    it would strike.";

const WIRE: &str = "Cy Vane said the ferry would sail.";

fn texts() -> Texts {
    let documents = vec![("documents/post.txt".to_owned(), POST.into()), ("private/wire.txt".to_owned(), WIRE.into())];
    Texts { documents, ..Texts::of_case("harbour", CASE) }
}

fn found(texts: &Texts, read: &Read) -> Vec<(String, Vec<Attribution>)> {
    let request = Request { private: PrivateState::Counted, ..Request::default() };
    let found = read.sources(texts, &request, &mut |_, _| {}).unwrap();
    found.documents.into_iter().map(|document| (document.source, document.attributions)).collect()
}

fn says<'a>(who: &'a str, is: Option<Is>, of: &'a str) -> Placing<'a> {
    Placing { who, is, of }
}

fn placed(texts: &Texts, placings: &[Placing<'_>]) -> Placed {
    let read = zopa::read(texts);
    place_speakers(texts, &read, &found(texts, &read), placings).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn case(placed: &Placed, texts: &Texts) -> String {
    String::from_utf8(placed.edited.texts(texts).case_files[0].1.clone()).unwrap()
}

#[test]
fn each_name_is_listed_once_with_where_it_stands() {
    let read = zopa::read(&texts());
    let left = suggest(&texts(), &read, &found(&texts(), &read)).left;
    let all = unplaced(&left);
    let shown: Vec<(&str, Option<&str>, usize)> = all.iter().map(|one| (one.who, one.office, one.left.len())).collect();
    assert_eq!(shown[0], ("Ada Brook", Some("the harbour master"), 2), "{shown:?}");
    for who in ["Bo Reed", "Southland", "Southern", "Cy Vane"] {
        assert!(shown.contains(&(who, None, 1)), "{who}: {shown:?}");
    }
    let reed = all.iter().find(|one| one.who == "Bo Reed").unwrap();
    assert!(reed.left[0].words.contains("high fee") && POST[reed.left[0].at..].starts_with(&reed.left[0].words));
}

fn named(names: &[&str]) -> Vec<Left> {
    let left = |(at, who): (usize, &&str)| Left {
        source: "post".to_owned(),
        at,
        who: (*who).to_owned(),
        office: None,
        told: "post".to_owned(),
        words: format!("words {at}"),
    };
    names.iter().enumerate().map(left).collect()
}

#[test]
fn a_name_in_two_spellings_is_one_and_two_names_are_two() {
    let rows = |names: &[&str]| {
        let left = named(names);
        let rows = unplaced(&left).into_iter().map(|one| (one.who.to_owned(), one.left.len()));
        rows.collect::<Vec<_>>()
    };
    let one = |who: &str, times| vec![(who.to_owned(), times)];
    assert_eq!(rows(&["Ada Orlenskiy", "Ada Orlenski", "Ada Orlenski"]), one("Ada Orlenski", 3));
    assert_eq!(rows(&["Orlenskiy", "Ada Orlenski"]), one("Ada Orlenski", 2));
    assert_eq!(rows(&["the harbour council", "The Harbour Council"]), one("the harbour council", 2));
    assert_eq!(rows(&["US", "United States", "U.S."]), one("United States", 3));
    for two in [
        ["US", "Union of States"],
        ["Bo Petrov", "Ada Petrova"],
        ["Petrov", "Petrova"],
        ["Petrova", "Bo Petrov"],
        ["Gambia", "Zambia"],
        ["Ada Reed", "Bo Reed"],
        ["Southland", "Southern"],
        ["Ada Lind", "Ada Lund"],
    ] {
        assert_eq!(rows(&two).len(), 2, "{two:?}");
    }
    // Of two it could be, nobody guesses.
    assert_eq!(rows(&["Orlenski", "Ada Orlenskiy", "Bo Orlenski"]).len(), 3);
}

/// Nothing is lost: what is nobody's name is listed apart.
#[test]
fn what_can_be_nobody_is_no_speaker() {
    let left = named(&["she", "Ada Brook", "a meeting on Monday", "Photo", "the mayor", "Tags", "US"]);
    let who: Vec<&str> = unplaced(&left).into_iter().map(|one| one.who).collect();
    assert_eq!(who, ["Ada Brook", "the mayor", "US"]);
    let nobody: Vec<&str> = nobodys(&left).into_iter().map(|left| left.who.as_str()).collect();
    assert_eq!(nobody, ["she", "a meeting on Monday", "Photo", "Tags"]);
}

/// Whoever was placed is found under every spelling of the documents, and is not asked for again.
#[test]
fn every_spelling_of_somebody_is_placed_with_them() {
    let post = "Ada Orlenski said the low fee would stay. Bo Reed said the tide would help.";
    let wire = "Ada Orlenskiy said the high fee would stay. Orlenskiy said the ferry would sail.";
    let documents =
        vec![("documents/post.txt".to_owned(), post.into()), ("documents/wire.txt".to_owned(), wire.into())];
    let texts = Texts { documents, ..Texts::of_case("harbour", &CASE.replace("private/", "documents/")) };
    let placed = placed(&texts, &[says("Ada Orlenskiy", Some(Is::Person), "North Quay")]);
    let text = case(&placed, &texts);
    assert!(text.contains("person orlenskiy \"Ada Orlenskiy\" also \"Ada Orlenski\" of north-quay\n"), "{text}");
    let left: Vec<&str> = placed.suggested.left.iter().map(|left| left.who.as_str()).collect();
    assert_eq!((left, placed.suggested.claims.len()), (vec!["Bo Reed"], 3));
    // What only a private document has stays there.
    let mut private = texts.clone();
    private.case_files[0].1 = CASE.into();
    private.documents[1].0 = "private/wire.txt".to_owned();
    let placed = self::placed(&private, &[says("Ada Orlenskiy", Some(Is::Person), "North Quay")]);
    let text = case(&placed, &private);
    assert!(text.contains("person orlenski \"Ada Orlenski\" of north-quay\n") && !text.contains("skiy"), "{text}");
}

#[test]
fn all_are_placed_in_one_edit_and_what_they_say_is_suggested() {
    let texts = texts();
    let placings = [
        says("Bo Reed", None, "Southland"),
        says("Southern", Some(Is::Same), "Southland"),
        says("Ada Brook", Some(Is::Person), "North Quay"),
        says("Southland", Some(Is::Party), ""),
        says("Dee Marsh", Some(Is::Unnamed), "southland"),
        says("Cy Vane", Some(Is::Body), "Southland"),
    ];
    let placed = placed(&texts, &placings);
    let declared = "\nparty southland \"Southland\" also \"Southern\"\nparty north-quay \"North Quay\"\n\
        \nperson brook \"Ada Brook\" of north-quay as \"the harbour master\"\nperson reed \"Bo Reed\" of southland\n\
        \nanonymous dee-marsh \"Dee Marsh\" of southland told post\n";
    let text = case(&placed, &texts);
    assert!(text.contains("party southland \"Southland\" also \"Southern\"\n"), "{text}");
    assert_eq!(text.matches("Cy Vane").count(), 1, "{text}");
    for row in declared.lines() {
        assert!(text.contains(row), "{row}\n{text}");
    }
    assert!(text.starts_with(CASE));
    let after = placed.edited.texts(&texts);
    let now = zopa::read(&after);
    assert_eq!(now.errors(), zopa::read(&texts).errors(), "{:#?}", now.diagnostics);
    let suggested = &placed.suggested;
    assert!(
        suggested.left.iter().all(|left| placings.iter().all(|placing| placing.who != left.who)),
        "{:?}",
        suggested.left
    );
    let written: String = suggested.files.iter().map(|(_, text)| text.as_str()).collect();
    for line in ["said by reed", "said by southland", "said by brook", "said by dee-marsh"] {
        assert!(written.contains(line), "{line}\n{written}");
    }
}

#[test]
fn another_name_goes_behind_those_of_the_line() {
    let mut texts = texts();
    texts.case_files[0].1 = format!("{CASE}party s \"S\" also \"The South\" # note\nparty n \"N\"\n").into_bytes();
    let both = [
        says("Southland", Some(Is::Same), "s"),
        says("Southern", Some(Is::Same), "The South"),
        says("Bo Reed", Some(Is::Same), "N"),
    ];
    let text = case(&placed(&texts, &both), &texts);
    let rows = "party s \"S\" also \"The South\", \"Southland\", \"Southern\" # note\nparty n \"N\" also \"Bo Reed\"\n";
    assert_eq!(text, format!("{CASE}{rows}"));
}

#[test]
fn whom_private_documents_alone_name_stays_at_the_desk() {
    let mut texts = texts();
    let one = [says("Cy Vane", Some(Is::Party), "")];
    let text = case(&placed(&texts, &one), &texts);
    assert!(text.ends_with("party cy-vane \"Cy Vane\"\n  private\n"), "{text}");
    texts.private_files.push(("private/case.zopa".to_owned(), "# at the desk\n".into()));
    let placed = placed(&texts, &one);
    assert_eq!(case(&placed, &texts), CASE);
    let private = placed.edited.texts(&texts).private_files[0].1.clone();
    assert_eq!(String::from_utf8(private).unwrap(), "# at the desk\n\nparty cy-vane \"Cy Vane\"\n");
}

#[test]
fn what_cannot_be_placed_is_refused_with_a_way_out() {
    let texts = texts();
    let read = zopa::read(&texts);
    let cases: &[(&[Placing<'_>], &str)] = &[
        (&[], "nobody-placed"),
        (&[says("Southland", None, " ")], "nobody-placed"),
        (&[says("Nobody", Some(Is::Party), "")], "not-left"),
        (&[says("Southland", Some(Is::Same), "North")], "nobody-of-that-name"),
        (&[says("Bo Reed", Some(Is::Person), "")], "no-party"),
    ];
    for (placings, code) in cases {
        let problems = place_speakers(&texts, &read, &found(&texts, &read), placings).unwrap_err();
        assert_eq!(problems[0].code, *code);
        assert!(!problems[0].help.is_empty());
    }
}
