//! Does each form of the desk change the case as it says it will, and nothing where it only asks?

use crate::open::{CASE, Open, POST, WIRE, harbour};

/// What a claim means is shown as it will stand, written where it belongs, and taken back to the byte.
#[test]
fn a_statement_is_shown_and_then_written() {
    let open = harbour("forms-state");
    let fields =
        [("name", "first"), ("who", "South Quay"), ("verb", "requires"), ("what", "Harbour fee = Sliding fee")];
    let before = open.files();
    let shown = open.post("/stating", &fields);
    assert_eq!((shown.status, open.files() == before), (200, true), "{}", shown.text());
    for line in ["south requires fee = sliding-fee", "option sliding-fee &quot;Sliding fee&quot;"] {
        assert!(shown.text().contains(line), "{line}: {}", shown.text());
    }
    let made = open.post("/state", &fields);
    assert_eq!((made.status, made.header("location")), (303, Some("/review?at=first")));
    let case = CASE.replacen("stays open\"\n", "stays open\"\n  south requires fee = sliding-fee\n", 1).replacen(
        "\"high\"\n",
        "\"high\"\n  option sliding-fee \"Sliding fee\"\n",
        1,
    );
    assert_eq!(open.read("harbour.zopa"), case);
    assert!(open.get("/review?at=first").text().contains("south requires fee = sliding-fee"));
    assert_eq!(open.post("/undo", &[("back", "/review")]).status, 303);
    assert_eq!(open.files(), before);
}

/// What cannot be said is told in place while one writes, and refused when it is sent.
#[test]
fn a_statement_that_says_nothing_changes_nothing() {
    let open = harbour("forms-state-none");
    let before = open.files();
    let cases: [&[(&str, &str)]; 4] = [
        &[("name", "first"), ("who", "South Quay"), ("verb", "requires"), ("what", "")],
        &[("name", "first"), ("who", ""), ("verb", "requires"), ("what", "fee = low")],
        &[("name", "first"), ("who", "South Quay"), ("verb", "demands"), ("what", "fee = low")],
        &[("name", "nothing"), ("who", "South Quay"), ("verb", "requires"), ("what", "fee = low")],
    ];
    for fields in cases {
        let refused = open.post("/state", fields);
        assert_eq!(refused.status, 422, "{fields:?}: {}", refused.text());
        let shown = open.post("/stating", fields);
        let is_told = shown.text().contains("class=\"problems\"");
        assert_eq!((shown.status, is_told), (200, !fields[3].1.is_empty()), "{fields:?}: {}", shown.text());
    }
    assert_eq!(open.files(), before);
}

const PAGE: &str = "<html><body><article><h1>The fee</h1><p>North Quay wants the low fee, the minister said on Monday.</p>\
    <aside class=related><a href=a>Read more: <i>the &lt;b&gt; weather</i></a></aside><p>South Quay did not answer on Monday.</p>\
    <script>count()</script></article></body></html>";

/// A piece that was left out is brought back and left out again, from the list beside the report and from its document.
#[test]
fn a_piece_is_brought_back_and_left_out_again() {
    let case = "case \"Harbour\"\nsource post \"Post\" # mine\n  document documents/post.html\n";
    let open = Open::with("forms-keep", &[("harbour.zopa", case), ("documents/post.html", PAGE)]);
    let piece = [("source", "post"), ("words", "Read more: the <b> weather"), ("piece", "0")];
    for (screen, back) in [("/bring", "bring"), ("/document?source=post", "document")] {
        let before = open.get(screen).text().to_owned();
        assert!(before.contains("Bring back") && !before.contains("Leave out again"), "{before}");
        // What a program runs is no words of the report.
        assert_eq!(before.matches("action=\"/keep\"").count(), 1, "{before}");
        let to = if back == "bring" { "/bring?source=post&piece=0" } else { "/document?source=post&piece=0" };
        let made = open.post("/keep", &[&piece[..], &[("back", back)]].concat());
        assert_eq!((made.status, made.header("location")), (303, Some(to)), "{}", made.text());
        assert_eq!(open.read("harbour.zopa"), format!("{case}  keep > Read more: the <b> weather\n"));
        let after = open.get(to).text().to_owned();
        assert!(after.contains("Leave out again") && after.contains("<details class=\"pieces-out\" open"), "{after}");
        assert!(
            open.get("/document?source=post")
                .text()
                .contains("on Monday.\n\nRead more: the &lt;b&gt; weather\n\nSouth")
        );
        assert_eq!(open.post("/keep", &piece).status, 422, "it is there already");
        let gone = open.post("/keep", &[&piece[..], &[("out", "yes"), ("back", back)]].concat());
        assert_eq!(gone.status, 303, "{}", gone.text());
        assert_eq!(open.read("harbour.zopa"), case);
        assert_eq!(open.post("/keep", &[&piece[..], &[("out", "yes")]].concat()).status, 422);
    }
    for wrong in [("post", "Nothing of it"), ("post", ""), ("post", "count()"), ("nobody", "Read more")] {
        let refused = open.post("/keep", &[("source", wrong.0), ("words", wrong.1)]);
        assert_eq!(refused.status, 422, "{wrong:?}");
    }
    assert_eq!(open.read("harbour.zopa"), case);
}

const TOLD: &str = "Ada Brook, the harbour master, said the low fee would stay. Bo Reed said the ferry would wait.\n";

fn told(name: &str) -> Open {
    let case = "case \"Harbour\"\nsource post \"Post\"\n  document documents/post.txt\n";
    Open::with(name, &[("harbour.zopa", case), ("documents/post.txt", TOLD)])
}

/// Whoever is named and not placed is listed with where; once somebody has said who they are, what they say is suggested.
#[test]
fn speakers_are_listed_and_placed() {
    let open = told("forms-place");
    let listed = open.get("/speakers");
    for who in ["Ada Brook", "Bo Reed", "harbour master"] {
        assert!(listed.text().contains(who), "{who}: {}", listed.text());
    }
    let before = open.files();
    // What a field may be filled with stands behind the rows, and names everybody who is placed.
    let rows = |text: &str| text.split("<datalist").next().unwrap_or_default().to_owned();
    let row = |text: &str, who: &str| rows(text).contains(&format!("value=\"{who}\""));
    assert!(row(listed.text(), "Ada Brook") && row(listed.text(), "Bo Reed"));
    let made =
        open.post("/place", &[("who-0", "Ada Brook"), ("is-0", ""), ("of-0", "North Quay"), ("who-1", "Bo Reed")]);
    assert_eq!((made.status, made.header("location")), (303, Some("/speakers")), "one is left: {}", made.text());
    let case = open.read("harbour.zopa");
    for line in
        ["party north-quay \"North Quay\"", "person brook \"Ada Brook\" of north-quay as \"the harbour master\""]
    {
        assert!(case.contains(line), "{line}: {case}");
    }
    assert!(open.read("suggested.zopa").contains("said by brook"));
    assert!(!row(open.get("/speakers").text(), "Ada Brook"));
    assert_eq!(open.post("/undo", &[("back", "/speakers")]).status, 303);
    assert_eq!(open.files(), before, "placing and suggesting are one change");
    let nobody = open.post("/place", &[("who-0", "Ada Brook"), ("is-0", ""), ("of-0", "")]);
    assert_eq!((nobody.status, open.files() == before), (422, true), "{}", nobody.text());
}

/// Where everybody is placed, one goes on to what waits.
#[test]
fn with_everybody_placed_the_review_follows() {
    let open = told("forms-place-all");
    let fields =
        [("who-0", "Ada Brook"), ("of-0", "North Quay"), ("who-1", "Bo Reed"), ("is-1", "unnamed"), ("of-1", "")];
    let made = open.post("/place", &fields);
    assert_eq!((made.status, made.header("location")), (303, Some("/review")), "{}", made.text());
}

/// What may stand next: titles in a field, words of the language in lines; nothing is changed.
#[test]
fn what_may_stand_next_is_offered() {
    let open = harbour("forms-complete");
    let before = open.files();
    let cases = [
        ("condition", "Har", "Harbour fee = "),
        ("condition", "Harbour fee = l", "low"),
        ("party", "Sou", "South Quay"),
        ("speaker", "Ida", "Ida Lund"),
        ("", "claim x \"X\"\n  south re", "requires"),
    ];
    for (writing, written, choice) in cases {
        let offered = open.post("/complete", &[("writing", writing), ("before", written)]);
        let option = format!("role=\"option\" aria-selected=\"false\" data-text=\"{choice}\"");
        assert!(offered.status == 200 && offered.text().contains(&option), "{writing} {written}: {}", offered.text());
    }
    let none = open.post("/complete", &[("writing", "party"), ("before", "Nowhere")]);
    assert_eq!((none.status, none.text()), (200, ""));
    assert_eq!(open.files(), before);
}

/// What is known of a report is written into its line; what is no date is refused, and a source that is not there.
#[test]
fn a_report_is_labelled() {
    let case = "case \"Harbour\"\nsource post \"?\" published ?\n  document documents/post.txt\nsource wire \"Wire\"\n  document documents/wire.txt\n";
    let open =
        Open::with("forms-label", &[("a.zopa", case), ("documents/post.txt", POST), ("documents/wire.txt", WIRE)]);
    let label = |source: &str, outlet: &str, published: &str, private: &[(&str, &str)]| {
        let fields = [("source", source), ("outlet", outlet), ("published", published)];
        open.post("/label", &[&fields[..], private].concat())
    };
    let made = label("post", "Morning Post", "2026-03-02", &[]);
    assert_eq!((made.status, made.header("location")), (303, Some("/bring")), "{}", made.text());
    let labelled = case.replacen("\"?\" published ?", "\"Morning Post\" published 2026-03-02", 1);
    assert_eq!(open.read("a.zopa"), labelled);
    assert!(open.get("/bring").text().contains("value=\"Morning Post\""));
    assert_eq!(label("wire", "", "", &[("private", "yes")]).status, 303);
    assert_eq!(open.read("a.zopa"), format!("{labelled}  private\n"));
    let before = open.files();
    for (source, published) in [("post", "yesterday"), ("post", "2026-02-30"), ("nowhere", "2026-03-02")] {
        assert_eq!(label(source, "", published, &[]).status, 422, "{source} {published}");
    }
    assert_eq!(open.files(), before);
    for _ in 0..2 {
        assert_eq!(open.post("/undo", &[("back", "/bring")]).status, 303);
    }
    assert_eq!(open.read("a.zopa"), case);
}

/// A claim that was accepted without saying anything is no dead end: the review lists it, the brief leads there, and it may be
/// said still what it means.
#[test]
fn an_accepted_claim_can_be_given_its_meaning() {
    let case = "case \"Harbour\"\nparty south \"South\"\nsource post \"Post\"\n  document documents/post.txt\n\
        claim first \"The pier stays open\"\n  quote post > the pier stays open\n  unconfirmed\n";
    let open = Open::with("forms-unsaid", &[("a.zopa", case), ("documents/post.txt", POST)]);
    assert!(!open.get("/brief").text().contains("says nothing yet"));
    assert_eq!(open.post("/accept", &[("name", "first")]).status, 303);
    for screen in ["/brief", "/review"] {
        assert!(open.get(screen).text().contains("1 accepted claim says nothing yet"), "{screen}");
    }
    assert!(open.get("/review").text().contains("href=\"/review?at=first\""));
    let decided = open.get("/review?at=first");
    assert!(decided.text().contains("Accepted") && decided.text().contains("action=\"/state\""), "{}", decided.text());
    let fields = [("name", "first"), ("who", "South"), ("verb", "requires"), ("what", "pier = open")];
    let made = open.post("/state", &fields);
    assert_eq!((made.status, made.header("location")), (303, Some("/review?at=first")), "{}", made.text());
    for screen in ["/brief", "/review"] {
        assert!(!open.get(screen).text().contains("says nothing yet"), "{screen}");
    }
}
