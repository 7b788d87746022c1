//! Claims out to a spreadsheet or as annotations, and back: unchanged they change nothing; edited, they are edits.

use crate::examples::{folder, names, texts as example};
use crate::random::{Maker, count};
use std::fs;
use zopa::{Read, Returned, Texts, annotations, claims_table, from_annotations, from_table};

const CASE: &str = "case \"Harbour\"\nparty north \"North\"\nparty south \"South\"\nperson ada \"Ada\" of north\n\
    source post \"Post\"\n  document documents/post.txt\nround may \"May\"\nissue fee \"Fee\"\n  option low\n  option high\n\
    claim low \"Low\"\n  unconfirmed # from the Post\n  north requires fee = low\n    because > so\n  said by ada to post\n    quote post at 5 > low it is\n    quote post > and low\n\
    claim high \"High: =1+1\"\n  south requires fee = high # once\n  said by south\n  quote post > high it is\n  round may\n  coded by \"B\"\n\
    claim old \"Old\"\n  rejected > of last year\n  quote post > low it is\n\
    claim desk \"Desk\"\n  private\n  quote post > high it is\nsuppose perhaps \"Perhaps\"\n  north seeks fee = low\n";
const POST: &str = "\u{feff}So, low it is; and low for good. Others: high it is.";

fn texts(case: &str) -> Texts {
    let documents = vec![("documents/post.txt".to_owned(), POST.replace("So, ", "So ").into_bytes())];
    Texts { documents, ..Texts::of_case("harbour", case) }
}

fn back(case: &str, table: &str) -> (Returned, String) {
    let texts = texts(case);
    let read = zopa::read(&texts);
    let returned = from_table(&texts, &read, table).unwrap();
    let text = returned.files.first().map_or_else(|| case.to_owned(), |(_, text)| text.clone());
    (returned, text)
}

fn read(case: &str) -> Read {
    let read = zopa::read(&texts(case));
    assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
    read
}

#[test]
fn unchanged_rows_change_no_byte() {
    let none = |texts: &Texts| {
        let read = zopa::read(texts);
        for private in [false, true] {
            let (table, _) = claims_table(&read, private);
            assert_eq!(from_table(texts, &read, &table).unwrap(), Returned::default(), "{table}");
            let (json, _) = annotations(texts, &read, private);
            if json.contains("\"Annotation\"") {
                assert_eq!(from_annotations(texts, &read, &json).unwrap(), Returned::default(), "{json}");
            }
        }
    };
    none(&texts(CASE));
    for seed in 0..count(1000) / 10 {
        none(&Texts::of_case("random", &Maker::new(seed).case()));
    }
    for name in names() {
        none(&example(&folder(&name)));
    }
}

#[test]
fn what_is_private_is_left_out_unless_asked_for() {
    let read = read(CASE);
    let (table, left) = claims_table(&read, false);
    assert!(left == 1 && !table.contains("Desk"));
    let (table, left) = claims_table(&read, true);
    assert!(left == 0 && table.contains("Desk") && !table.contains("Perhaps"));
    assert!(table.contains("High: =1+1") && table.starts_with("\u{feff}name,title,status,reason,statements"));
}

/// One cell after the other, each an edit of its own place.
#[test]
fn an_edited_cell_is_an_edit_of_its_place_and_no_other() {
    let (table, _) = claims_table(&read(CASE), false);
    let edits = [
        ("low,Low,", "low,Lower,", "\"Low\"", "\"Lower\""),
        ("Low,unconfirmed", "Low,confirmed", "  unconfirmed # from the Post\n", ""),
        ("Low,unconfirmed,", "Low,rejected,\"no, not so\"", "unconfirmed # from the Post", "rejected > no, not so"),
        ("High: =1+1,confirmed", "High: =1+1,unconfirmed", "  coded by \"B\"\n", "  coded by \"B\"\n  unconfirmed\n"),
        ("rejected,of last year", "rejected,of the year before", "of last year", "of the year before"),
        ("Old,rejected,of last year", "Old,unconfirmed,", "rejected > of last year", "unconfirmed"),
        ("Old,rejected,of last year", "Old,confirmed,", "  rejected > of last year\n", ""),
        (
            "south requires fee = high",
            "south rejects fee = low",
            "south requires fee = high",
            "south rejects fee = low",
        ),
        (
            "south requires fee = high",
            "\"south requires fee = high\nsouth rejects fee = low\"",
            "  coded by \"B\"\n",
            "  coded by \"B\"\n  south rejects fee = low\n",
        ),
        ("low it is\nand low\"", "low it is\nand low for good\"", "post > and low", "post > and low for good"),
        ("\"ada\n..\"", "\"ada, north\n..\"", "said by ada to post", "said by ada, north to post"),
        ("\"5\n\"", "\"\n\"", "quote post at 5 > low", "quote post > low"),
        (",may,,B,", ",may,fee,B,", "  coded by \"B\"\n", "  coded by \"B\"\n  about fee\n"),
        (",may,,B,", ",may,,C,", "coded by \"B\"", "coded by \"C\""),
    ];
    for (cell, edited, stands, becomes) in edits {
        let table = table.replacen(cell, edited, 1);
        let (returned, text) = back(CASE, &table);
        assert_eq!(returned.unplaced, [""; 0], "{edited}\n{table}");
        assert_eq!(text, CASE.replacen(stands, becomes, 1), "{edited}");
        assert_eq!(returned.changed.len(), 1);
    }
}

#[test]
fn what_cannot_be_placed_is_said_and_the_rest_is_placed() {
    let (table, _) = claims_table(&read(CASE), false);
    let table = table.replacen("south requires fee = high", "south requires fee = dear", 1).replacen(
        "low,Low,",
        "low,Lower,",
        1,
    );
    let table = table.replacen(",may,,B,", ",,,B,", 1)
        + "fresh,Fresh,confirmed,,north seeks fee = low,ada,,,,post,,high it is,,,,\r\nbad name,Bad,,,,,,,,,,,,,,\r\n,,x,,,,,,,,,,,,,\r\nlow,Twice,,,,,,,,,,,,,,\r\n";
    let (returned, text) = back(CASE, &table);
    assert_eq!(text, CASE.replacen("\"Low\"", "\"Lower\"", 1));
    assert_eq!(
        (returned.changed.as_slice(), returned.new.as_slice()),
        (&["low".to_owned()][..], &["fresh".to_owned()][..])
    );
    let suggested = returned.suggested.unwrap();
    let claim = "\n\nclaim fresh \"Fresh\"\n  unconfirmed\n  north seeks fee = low\n  said by ada\n    quote post > high it is\n";
    assert!(suggested.ends_with(claim), "{suggested}");
    let told = returned.unplaced.join("\n");
    for said in [
        "row 3 (`high`): not placed: round",
        "row 3 (`high`): not placed: nothing was changed, since after it `dear`",
        "row 6 (`bad name`)",
        "row 7: not placed: it has no name",
        "row 8 (`low`)",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// As spreadsheets save it: other signs between cells, other ends of rows, columns moved or gone.
#[test]
fn a_table_from_a_spreadsheet_is_read() {
    let semicolons = "name;title;status\nlow;'=Lower;unconfirmed\nold;\"Old; older\";rejected\n";
    let (returned, text) = back(CASE, semicolons);
    assert_eq!(returned.unplaced, [""; 0]);
    assert_eq!(text, CASE.replacen("\"Low\"", "\"=Lower\"", 1).replacen("\"Old\"", "\"Old; older\"", 1));
    let read = read(CASE);
    assert!(from_table(&texts(CASE), &read, "who,what\n1,2\n").is_err());
    let (returned, _) = back(CASE, "status\tname\tmood\nconfirmed\tlow\tgood\n");
    assert_eq!((returned.changed.len(), returned.unplaced.len()), (1, 1));
}

#[test]
fn annotations_bring_the_claims_back_into_a_case_without_them() {
    let mut cases: Vec<(Texts, String)> = vec![(texts(CASE), CASE.to_owned())];
    for name in names() {
        let texts = example(&folder(&name));
        let text = String::from_utf8(texts.case_files[0].1.clone()).unwrap();
        cases.push((texts, text));
    }
    for (texts, _) in cases {
        let read = zopa::read(&texts);
        let (json, _) = annotations(&texts, &read, true);
        let mut bare = texts.clone();
        let claims: Vec<String> = read
            .tree
            .items
            .iter()
            .filter_map(|item| match &item.kind {
                zopa::syntax::ItemKind::Claim(claim) if !claim.suppose => Some(claim.name.text.clone()),
                _ => None,
            })
            .collect();
        let kept = |text: &str| -> String {
            let mut out = String::new();
            let mut inside = false;
            for row in text.split_inclusive('\n') {
                if row.starts_with(char::is_alphabetic) {
                    inside = row.starts_with("claim ") || row.starts_with("question ");
                }
                if !inside {
                    out.push_str(row);
                }
            }
            out
        };
        bare.case_files[0].1 = kept(&String::from_utf8(texts.case_files[0].1.clone()).unwrap()).into_bytes();
        let without = zopa::read(&bare);
        let returned = from_annotations(&bare, &without, &json).unwrap();
        // A claim that names a later one finds it only once that is there: those are said, and come the next time.
        assert_eq!(returned.new.len() + returned.unplaced.len(), claims.len());
        assert!(returned.new.len() * 10 >= claims.len() * 7, "{:?}", returned.unplaced);
        bare.case_files.push(("suggested.zopa".to_owned(), returned.suggested.unwrap().into_bytes()));
        let again = zopa::read(&bare);
        let (table, _) = claims_table(&again, true);
        let (before, _) = claims_table(&read, true);
        let rows =
            |table: &str| zopa::formats::table::read(table).0.into_iter().map(|(_, row)| row).collect::<Vec<_>>();
        let (rows, before) = (rows(&table), rows(&before));
        for name in &returned.new {
            let find = |rows: &[zopa::formats::ClaimRow]| rows.iter().find(|row| row.name == *name).unwrap().clone();
            let (mut now, was) = (find(&rows), find(&before));
            assert!(now.status.as_deref() == Some("unconfirmed") || now.status == was.status);
            now.status = was.status.clone();
            assert_eq!(now, was);
        }
    }
}

/// What another program annotated: the words are found, and the claim waits.
#[test]
fn an_annotation_of_somebody_else_becomes_an_unconfirmed_claim() {
    let json = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"http://example.org/1","type":"Annotation",
        "bodyValue":"The high fee is meant","target":{"source":"http://example.org/documents/post.txt",
        "selector":[{"type":"TextQuoteSelector","exact":"high it is","prefix":"Others: ","suffix":"."}]}}"#;
    let texts = texts(CASE);
    let returned = from_annotations(&texts, &read(CASE), json).unwrap();
    assert_eq!(returned.new, ["the-high-fee-is-meant"]);
    let suggested = returned.suggested.unwrap();
    assert!(suggested.contains("  unconfirmed\n  quote post at 43 > high it is\n"), "{suggested}");
    let nowhere = json.replace("high it is", "nobody said so");
    let returned = from_annotations(&texts, &read(CASE), &nowhere).unwrap();
    assert_eq!((returned.new.len(), returned.unplaced.len()), (0, 1));
    assert!(
        from_annotations(&texts, &read(CASE), "{}").is_err() && from_annotations(&texts, &read(CASE), "x").is_err()
    );
}

/// The rules of the model that a reader may rely on: https://www.w3.org/TR/annotation-model/
#[test]
fn annotations_keep_the_rules_of_the_model() {
    let mut all = vec![texts(CASE)];
    all.extend(names().iter().map(|name| example(&folder(name))));
    for texts in all {
        let read = zopa::read(&texts);
        let (json, _) = annotations(&texts, &read, true);
        let collection: serde_json::Value = serde_json::from_str(&json).unwrap();
        collection_rules(&collection);
        for annotation in collection["first"]["items"].as_array().unwrap() {
            annotation_rules(annotation, &texts);
        }
    }
    let _ = fs::metadata(".");
}

fn is_iri(value: &serde_json::Value) -> bool {
    value.as_str().is_some_and(|iri| {
        let right = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`".contains(c);
        !iri.is_empty() && iri.chars().all(right) && iri.is_ascii()
    })
}

/// 5.1: a collection has the context, one id, the type, a total, and its first page with the items and where they begin.
fn collection_rules(collection: &serde_json::Value) {
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert!(is_iri(&collection["id"]) && collection["type"] == "AnnotationCollection");
    assert!(collection["label"].is_string());
    let page = &collection["first"];
    assert!(is_iri(&page["id"]) && page["type"] == "AnnotationPage" && page["startIndex"] == 0);
    let items = page["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    let ids: std::collections::BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len(), "each annotation has an id of its own");
}

/// 3.1 to 3.3 and 4.2: one id, one type, one target or more; what kinds of bodies, purposes and selectors there are.
fn annotation_rules(annotation: &serde_json::Value, texts: &Texts) {
    const MOTIVATIONS: [&str; 13] = [
        "assessing",
        "bookmarking",
        "classifying",
        "commenting",
        "describing",
        "editing",
        "highlighting",
        "identifying",
        "linking",
        "moderating",
        "questioning",
        "replying",
        "tagging",
    ];
    let known = |value: &serde_json::Value| MOTIVATIONS.contains(&value.as_str().unwrap());
    assert!(is_iri(&annotation["id"]) && annotation["type"] == "Annotation" && known(&annotation["motivation"]));
    assert!(annotation.get("bodyValue").is_none(), "a body and a bodyValue exclude each other");
    for body in annotation["body"].as_array().unwrap() {
        assert!(body["type"] == "TextualBody" && body["value"].is_string() && known(&body["purpose"]));
        let (kind, sub) = body["format"].as_str().unwrap().split_once('/').unwrap();
        assert!(!kind.is_empty() && !sub.is_empty());
    }
    let targets = annotation["target"].as_array().unwrap();
    assert!(!targets.is_empty());
    for target in targets.iter().filter(|target| target.is_object()) {
        assert!(is_iri(&target["source"]));
        selector_rules(target, texts);
    }
    assert!(targets.iter().all(|target| target.is_object() || is_iri(target)));
}

/// 4.2.4 and 4.2.5: the words exactly once, with what is around them; places that count characters, and lead to them.
fn selector_rules(target: &serde_json::Value, texts: &Texts) {
    let selectors = target["selector"].as_array().unwrap();
    let of = |kind: &str| selectors.iter().filter(|one| one["type"] == kind).collect::<Vec<_>>();
    let (quotes, places) = (of("TextQuoteSelector"), of("TextPositionSelector"));
    assert!(quotes.len() == 1 && places.len() <= 1 && quotes.len() + places.len() == selectors.len());
    let exact = quotes[0]["exact"].as_str().unwrap();
    assert!(!exact.is_empty() && quotes[0].get("prefix").is_none_or(serde_json::Value::is_string));
    let Some(place) = places.first() else { return };
    let (start, end) = (place["start"].as_u64().unwrap() as usize, place["end"].as_u64().unwrap() as usize);
    let path = target["source"].as_str().unwrap().replace("%20", " ");
    let (_, bytes) = texts.documents.iter().find(|(known, _)| *known == path).unwrap();
    let text = zopa::text::Text::of_document(&path, bytes).unwrap();
    let characters: Vec<char> = text.as_str().chars().collect();
    assert!(start <= end && end <= characters.len());
    assert_eq!(characters[start..end].iter().collect::<String>(), exact);
    let before: String = characters[..start].iter().collect();
    assert!(before.ends_with(quotes[0]["prefix"].as_str().unwrap_or_default()));
}
