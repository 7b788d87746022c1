//! Is what others have written harmless: in reports, names of files, outlets, titles, quotes, addresses?
//!
//! Every place that holds words of somebody else holds a piece of markup here; no screen may contain it as markup.

use crate::client::{Answer, Ask};
use crate::open::Open;

/// Ends a text, an attribute, a field and a script, and would run in each of these places.
const MARKUP: &str = "'></textarea></title></script><canary onload=canary()>";
/// The same in a place that holds quotation marks.
const QUOTED: &str = "x\" onfocus=\"canary()\" autofocus \"'></textarea></title></script><canary onload=canary()>";

fn case() -> String {
    format!(
        "\
case \"{MARKUP} case\"

party north \"{MARKUP} north\" also \"{MARKUP} also\"
party south \"{MARKUP} south\"
person ida \"{MARKUP} ida\" of south as \"{MARKUP} office\"
round one \"{MARKUP} round\" on 2026-03-01

source post \"{MARKUP} outlet\" published 2026-03-02
  document documents/post.txt
  omit \"{MARKUP} kind\" > {QUOTED}

issue fee \"{MARKUP} fee\"
  option low \"{MARKUP} low\"
  option high \"{MARKUP} high\"

claim north-low \"{MARKUP} claim\"
  north requires fee = low
  quote post > {QUOTED} said one
claim south-high \"{MARKUP} other\"
  south rejects fee = low
  because > {QUOTED}
claim denial \"{MARKUP} denial\"
  denies south-high
  said by ida
    quote post > {QUOTED} said two
claim waits \"{MARKUP} waits\"
  said by ida
  quote post > {QUOTED} said three
  because > {QUOTED}
  unconfirmed
"
    )
}

fn report() -> String {
    format!("{QUOTED} said one. {QUOTED} said two. {QUOTED} said three.\n")
}

fn harmless(answer: &Answer, place: &str) {
    let text = answer.text();
    for live in ["<canary", "\" onfocus=\"canary", "' onfocus='canary", "</textarea></title>", "href=\"javascript:"] {
        if let Some(at) = text.find(live) {
            let start = text[..at].char_indices().rev().nth(200).map_or(0, |(at, _)| at);
            panic!("{place}: …{}", &text[start..at + live.len()]);
        }
    }
    for (name, value) in &answer.headers {
        assert!(!value.contains("canary()") || name == "location" && !value.contains('<'), "{place}: {name}: {value}");
    }
}

/// Every screen, with hostile addresses too.
const SCREENS: [&str; 14] = [
    "/bring",
    "/review",
    "/review?at=waits",
    "/brief",
    "/page",
    "/save",
    "/page?unconfirmed=yes",
    "/page?for=north",
    "/page?since=one",
    "/sources",
    "/sources-page",
    "/document?source=post",
    "/text",
    "/nowhere",
];

#[test]
fn markup_in_a_case_is_text_on_every_screen() {
    let open = Open::with("hostile-case", &[("harbour.zopa", &case()), ("documents/post.txt", &report())]);
    for screen in SCREENS {
        let answer = open.get(screen);
        harmless(&answer, screen);
        let holds = answer.text().contains("canary onload") || ["/nowhere"].contains(&screen);
        assert!(holds, "{screen} shows nothing of it: the test sees nothing\n{}", answer.text());
    }
}

#[test]
fn markup_in_an_address_is_text() {
    let open = Open::with("hostile-address", &[("harbour.zopa", &case()), ("documents/post.txt", &report())]);
    let value = crate::client::encoded(QUOTED);
    for screen in ["bring", "review", "brief", "page", "save", "sources", "sources-page", "document", "text"] {
        for field in [
            "new", "known", "at", "source", "claim", "assume", "with", "without", "for", "since", "set", "file", "line",
        ] {
            harmless(&open.get(&format!("/{screen}?{field}={value}")), &format!("/{screen}?{field}"));
        }
    }
    harmless(&open.get(&format!("/{value}")), "an address of nothing");
}

#[test]
fn markup_in_what_is_sent_is_text() {
    let open = Open::with("hostile-form", &[("harbour.zopa", &case()), ("documents/post.txt", &report())]);
    let text = format!("case \"x\"\n{QUOTED}\nclaim {QUOTED}\n");
    let conflict = [("file", "0"), ("before", "x"), ("text", text.as_str())];
    for (target, fields) in [
        ("/text", &conflict[..]),
        ("/check", &conflict[..]),
        ("/check", &[("name", "waits"), ("before", "x"), ("text", &text)]),
        ("/rewrite", &[("name", "waits"), ("before", "x"), ("text", &text)]),
        ("/accept", &[("name", QUOTED)]),
        ("/reject", &[("name", QUOTED), ("because", QUOTED)]),
        ("/merge", &[("name", "waits"), ("into", QUOTED)]),
        ("/undo", &[("back", QUOTED)]),
    ] {
        let before = open.files();
        let answer = open.post(target, fields);
        harmless(&answer, target);
        assert!(answer.status >= 400 || target == "/check", "{target}: {}", answer.status);
        assert_eq!(open.files(), before, "{target}");
    }
    // A reason is words of the case.
    assert_eq!(open.post("/reject", &[("name", "waits"), ("because", QUOTED)]).status, 303);
    harmless(&open.get("/text"), "/text");
    harmless(&open.get("/review"), "/review");
}

/// A web page with scripts, under a name that is markup, of an outlet that is markup.
#[test]
fn markup_in_a_report_its_name_and_its_outlet_is_text() {
    let open = Open::with("hostile-report", &[]);
    let page = format!(
        "<!doctype html><html><head><title>{MARKUP}</title><script>canary()</script></head><body onload=canary()>\
         <nav><a href=\"javascript:canary()\">{MARKUP}</a></nav><article><h1>The talks</h1>\
         <p>North Quay said &lt;canary onload=canary()&gt; that the low fee stays. {}</p>\
         <img src=x onerror=canary()><iframe src=\"/undo\"></iframe></article></body></html>",
        "The harbour master said that the talks go on. ".repeat(8)
    );
    let parts = [
        ("file", Some("<canary onload=canary()>'.html"), page.as_bytes()),
        ("outlet", None, QUOTED.as_bytes()),
        ("published", None, b"2026-03-02".as_slice()),
    ];
    let brought = open.ask(Ask::files("/bring", &parts));
    assert_eq!(brought.status, 303, "{}", brought.text());
    harmless(&brought, "/bring");
    harmless(&open.get(brought.header("location").unwrap()), "/bring?new");
    assert_eq!(open.post("/suggest", &[]).status, 303);
    for screen in SCREENS {
        harmless(&open.get(screen), screen);
    }
    let source = brought.header("location").unwrap().split_once("new=").unwrap().1;
    let document = open.get(&format!("/document?source={source}"));
    harmless(&document, "/document");
    assert!(document.text().contains("&lt;canary onload"), "{}", document.text());
}

/// A folder is called by its name on the first page, where it has no case yet.
#[test]
fn a_folder_whose_name_is_markup_is_text() {
    let open = Open::with("hostile-folder/'><canary onload=canary()>", &[]);
    for screen in SCREENS {
        harmless(&open.get(screen), screen);
    }
    let parts = [("pasted", None, b"North Quay said that the talks go on.".as_slice())];
    assert_eq!(open.ask(Ask::files("/bring", &parts)).status, 303);
    for screen in SCREENS {
        harmless(&open.get(screen), screen);
    }
}

/// Where undoing leads back to is an address of the desk and of nowhere else.
#[test]
fn undoing_leads_nowhere_else() {
    let open = crate::open::harbour("hostile-back");
    for back in [
        "//attacker.example",
        "/\\attacker.example",
        "/\\/attacker.example",
        "https://attacker.example",
        "attacker.example",
        "/x\r\nSet-Cookie: a=b",
        "/\t/attacker.example",
        "\t//attacker.example",
        "/\n/attacker.example",
    ] {
        assert_eq!(open.post("/accept", &[("name", "first")]).status, 303);
        let answer = open.post("/undo", &[("back", back)]);
        assert_eq!(answer.status, 303);
        let to = answer.header("location").unwrap();
        // Browsers take `\` for `/`, and tabs and line ends for nothing.
        let plain: String = to.chars().filter(|c| !c.is_control()).map(|c| if c == '\\' { '/' } else { c }).collect();
        assert!(plain.starts_with('/') && !plain.starts_with("//"), "{back:?} leads to {to:?}");
        assert!(answer.header("set-cookie").is_none());
    }
}
