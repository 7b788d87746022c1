//! Attributions become claims that wait: with their words, who said it, and a statement only where one reading is left.
//! They change no answer, and suggesting twice adds nothing.

use crate::examples::{folder, names, texts as example};
use zopa::finding::{Act, Attribution, AttributionKind, Holder, Place};
use zopa::{Read, Request, Suggested, Texts, accept_all, reject, suggest};

const CASE: &str = "case \"Harbour\"\nparty north \"North Quay\" also \"the Quay\"\nparty south \"Southland\"\n\
    person ada \"Ada Brook\" of north as \"harbour master\"\nsource post \"Harbour Post\"\n  document documents/post.txt\n\
    source wire \"Wire\"\n  document private/wire.txt\n\
    issue fee \"Harbour fee\"\n  option low \"low fee\"\n  option high \"high fee\"\n\
    issue ferry \"Winter ferry\"\n  option daily \"daily sailing\"\n  option weekly \"weekly sailing\"\n";

const POST: &str = "Ada Brook insisted on the low harbour fee for the winter and for good, whatever may come of the other \
    talks. Southland would offer the daily sailing of the winter ferry only if the harbour fee is a low fee. \
    A Southland official said the weekly sailing was paid for. Sources close to North Quay told the Ferry Times that North Quay \
    would not accept the high fee. Jane Doe, a lawyer, said it would last. The Quay denied that it insisted on the low \
    harbour fee for good.";

const WIRE: &str = "Bo Reed, Southland’s minister, rejected the high harbour fee.";

fn texts() -> Texts {
    let documents = vec![("documents/post.txt".to_owned(), POST.into()), ("private/wire.txt".to_owned(), WIRE.into())];
    Texts { documents, ..Texts::of_case("harbour", CASE) }
}

fn place(text: &str, exact: &str) -> Place {
    let start = text.find(exact).unwrap_or_else(|| panic!("{exact}"));
    Place { start, end: start + exact.len(), exact: exact.to_owned() }
}

fn holder(name: &str) -> Holder {
    let anonymous = name.contains("ources") || name.contains("official");
    Holder {
        name: name.to_owned(),
        office: None,
        anonymous,
        outlet: name.contains("Times"),
        implicit: false,
        mention: None,
    }
}

fn said(text: &str, chain: &[&str], cue: &str, content: &str, act: Act) -> Attribution {
    Attribution {
        sentence: 0,
        source: None,
        cue: vec![place(text, cue)],
        content: vec![place(text, content)],
        kind: AttributionKind::Indirect,
        act,
        addressee: None,
        chain: chain.iter().map(|name| holder(name)).collect(),
        relayed: false,
        within: None,
    }
}

fn found() -> Vec<(String, Vec<Attribution>)> {
    let mut reed = said(WIRE, &["Bo Reed"], "rejected", "the high harbour fee", Act::Rejection);
    reed.chain[0].office = Some("Southland’s minister".to_owned());
    let post = vec![
        said(
            POST,
            &["Brook"],
            "insisted",
            "on the low harbour fee for the winter and for good, whatever may come of the other talks",
            Act::Demand,
        ),
        said(
            POST,
            &["Southland"],
            "would offer",
            "the daily sailing of the winter ferry only if the harbour fee is a low fee",
            Act::ConditionalOffer,
        ),
        said(POST, &["A Southland official"], "said the weekly", "the weekly sailing was paid for", Act::Report),
        said(
            POST,
            &["the Ferry Times", "Sources close to North Quay"],
            "told",
            "North Quay would not accept the high fee",
            Act::Rejection,
        ),
        said(POST, &["Jane Doe"], "said it", "it would last", Act::Forecast),
        said(POST, &["the Quay"], "denied", "that it insisted on the low harbour fee for good", Act::Denial),
    ];
    vec![("post".to_owned(), post), ("wire".to_owned(), vec![reed])]
}

/// The dossier with what was suggested.
fn with(texts: &Texts, suggested: &Suggested) -> Texts {
    let mut after = texts.clone();
    for (path, text) in &suggested.files {
        let files = if path.starts_with("private/") { &mut after.private_files } else { &mut after.case_files };
        files.retain(|(known, _)| known != path);
        files.push((path.clone(), text.clone().into_bytes()));
    }
    after
}

fn read(texts: &Texts) -> Read {
    let read = zopa::read(texts);
    let text = texts.case_files.last().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    assert_eq!(read.errors(), 0, "{:#?}\n{}", read.diagnostics, text.unwrap_or_default());
    read
}

#[test]
fn each_attribution_is_a_claim_with_its_words_and_who_said_it() {
    let suggested = suggest(&texts(), &read(&texts()), &found());
    let (path, text) = &suggested.files[0];
    let expected = r#"
anonymous a-southland-official "A Southland official" of south told post
  unconfirmed

source the-ferry-times "the Ferry Times" unseen
  unconfirmed

anonymous sources-close-to-north-quay "Sources close to North Quay" told the-ferry-times
  unconfirmed

claim ada-low-harbour-fee-winter "North Quay requires Harbour fee: low fee"
  unconfirmed
  north requires fee = low
  said by ada
    quote post at 19 > on the low harbour fee for the winter and for good, whatever may come of
"#;
    assert_eq!(path, "suggested.zopa");
    assert!(text.contains(expected), "{text}");
    let rows = [
        "  south offers ferry = daily only if fee = low\n  said by south\n",
        "claim a-southland-official-weekly-sailing \"A Southland official: the weekly sailing was paid for\"\n  unconfirmed\n  said by a-southland-official\n    quote",
        "\"Sources close to North Quay: North Quay would not accept the high fee\"\n  unconfirmed\n  said by sources-close-to-north-quay to the-ferry-times\n",
        "  denies ada-low-harbour-fee-winter\n  said by north\n",
    ];
    rows.iter().for_each(|row| assert!(text.contains(row), "{row}\n{text}"));
    assert_eq!(suggested.left.iter().map(|left| left.who.as_str()).collect::<Vec<_>>(), ["Jane Doe"]);
    assert!(!text.contains("Reed"), "what a private report says stands in private/");
    let (path, text) = &suggested.files[1];
    assert_eq!(path, "private/suggested.zopa");
    assert!(text.contains("person reed \"Bo Reed\" of south as \"Southland’s minister\"\n  unconfirmed\n"), "{text}");
    assert!(text.contains("  south rejects fee = high\n  said by reed\n    quote wire at"), "{text}");
}

#[test]
fn suggestions_change_no_answer_and_come_once() {
    let texts = texts();
    let before = read(&texts);
    let suggested = suggest(&texts, &before, &found());
    let after = with(&texts, &suggested);
    let now = read(&after);
    for request in [Request::default(), Request { private: zopa::finding::PrivateState::Counted, ..Request::default() }]
    {
        assert_eq!(now.brief(&request).unwrap(), before.brief(&request).unwrap());
    }
    let again = suggest(&after, &now, &found());
    assert_eq!((again.files.len(), again.claims.len(), again.known), (0, 0, suggested.claims.len()));
    // Rejected, accepted or merged: never again.
    let edited = reject(&after, &now, &suggested.claims, "not so").unwrap();
    let rejected = edited.texts(&after);
    assert_eq!(suggest(&rejected, &read(&rejected), &found()).claims, [""; 0]);
    let accepted = accept_all(&after, &now).unwrap().texts(&after);
    assert_eq!(suggest(&accepted, &read(&accepted), &found()).claims, [""; 0]);
    // A new attribution comes beside those that wait.
    let (first, rest) = (found()[0].1[..1].to_vec(), found());
    let one = suggest(&texts, &before, &[("post".to_owned(), first)]);
    let some = with(&texts, &one);
    let more = suggest(&some, &read(&some), &rest);
    assert_eq!(more.claims.len() + 1, suggested.claims.len());
    assert!(more.files[0].1.starts_with(&one.files[0].1));
}

/// Where two readings are left, there is none: the words speak for themselves.
#[test]
fn nothing_is_stated_where_the_words_leave_it_open() {
    let sentences = [
        (
            "Southland would offer the daily sailing or the weekly sailing of the winter ferry",
            "would offer",
            Act::Offer,
        ),
        ("Southland would not offer the daily sailing of the winter ferry", "would", Act::Offer),
        ("Southland said the daily sailing of the winter ferry was dear", "said", Act::Assessment),
        ("Southland demanded the daily sailing of the winter ferry if the tide allows", "demanded", Act::Demand),
        ("Southland rejected and accepted the daily sailing of the winter ferry", "rejected and accepted", Act::Report),
        ("Southland said Southland and North Quay would accept the high fee of the harbour", "said", Act::Acceptance),
    ];
    for (text, cue, act) in sentences {
        let texts = Texts { documents: vec![("documents/post.txt".to_owned(), text.into())], ..texts() };
        let content = text.split_once(cue).unwrap().1.trim();
        let one = said(text, &["Southland"], cue, content, act);
        let suggested = suggest(&texts, &zopa::read(&texts), &[("post".to_owned(), vec![one])]);
        let written = &suggested.files[0].1;
        let verbs = [" requires ", " rejects ", " seeks ", " offers ", " accepts ", "denies "];
        let stated = written
            .lines()
            .filter(|line| line.starts_with("  "))
            .any(|line| verbs.iter().any(|verb| format!("{line} ").contains(verb) && line.contains('=')));
        assert!(!stated, "{text}\n{written}");
    }
}

/// The documents of the examples, with what is really found in them.
#[test]
fn the_documents_of_the_examples_give_suggestions_that_read_and_change_nothing() {
    let mut made = 0;
    for name in names() {
        let texts = example(&folder(&name));
        let before = zopa::read(&texts);
        let attributions = |source: &zopa::syntax::Source| {
            let path = &source.document.as_ref()?.path;
            let (_, bytes) = texts.documents.iter().find(|(known, _)| known == path)?;
            let text = zopa::text::Text::of_document(path, bytes).ok()?;
            let found = zopa_evidence::attributions(text.as_str(), zopa_evidence::Language::english());
            Some((source.name.text.clone(), found))
        };
        let sources = before.tree.items.iter().filter_map(|item| match &item.kind {
            zopa::syntax::ItemKind::Source(source) => attributions(source),
            _ => None,
        });
        let found: Vec<_> = sources.collect();
        let suggested = suggest(&texts, &before, &found);
        let after = with(&texts, &suggested);
        let now = read(&after);
        let plain = Request::default();
        assert_eq!(now.brief(&plain).unwrap(), before.brief(&plain).unwrap(), "{name}");
        assert_eq!(suggest(&after, &now, &found).claims, [""; 0], "{name}");
        let asked = now.brief(&Request { unconfirmed: true, ..plain }).unwrap();
        let orphans =
            asked.quotes.iter().filter(|quote| matches!(quote.state, zopa::finding::QuoteState::Orphaned { .. }));
        assert_eq!(orphans.count(), 0, "{name}");
        assert!(
            suggested.claims.iter().all(|claim| asked.claims.iter().any(|row| row.name == *claim && row.unconfirmed))
        );
        made += suggested.claims.len();
    }
    assert!(made > 5, "{made}");
}
