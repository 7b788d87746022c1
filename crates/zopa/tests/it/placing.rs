//! Whoever speaks in the documents and is nobody of the case is placed by a person, and then what they say is suggested.

use zopa::finding::{Attribution, PrivateState};
use zopa::{Is, Placed, Placing, Read, Request, Texts, place_speakers, suggest, unplaced};

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
