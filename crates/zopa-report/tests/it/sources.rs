//! The page of the documents: every line leads to its place, every word of a document is on it once and harmless.

use zopa_finding::between::{
    Descent, DescentSign, Dispute, DisputeKind, DisputeSide, FoundOrigin, OriginKind, Passage, RewriteEffect,
    Rewritten, SentencePair, SignFound, Utterance, WordingKind, WordingPair,
};
use zopa_finding::{
    Act, AroundArticle, Attribution, AttributionKind, CaseHead, Holder, Place, PrivateState, SOURCES_FORMAT, Said,
    SourceDocument, Sources, Voice,
};
use zopa_report::terminal::{Style, sources as screen};
use zopa_report::{html_sources, markdown};

const FIRST: &str = "<b>Oru</b> said & swore “we sail only at dawn”.\nNobody else was asked.";
const SECOND: &str = "They sail mainly at dawn.";

fn place(text: &str, exact: &str) -> Place {
    let start = text.find(exact).unwrap();
    Place { start, end: start + exact.len(), exact: exact.to_owned() }
}

fn passage(document: &str, text: &str, exact: &str) -> Passage {
    let place = place(text, exact);
    Passage { document: document.to_owned(), start: place.start, end: place.end, exact: place.exact }
}

fn document(number: u32, source: &str, text: &str, attributions: Vec<Attribution>) -> SourceDocument {
    SourceDocument {
        source: source.to_owned(),
        number,
        outlet: (number == 1).then(|| "The \"Bell\" <img src=x onerror=y>".to_owned()),
        published: None,
        copies: Vec::new(),
        path: format!("documents/{source}.txt"),
        text: text.to_owned(),
        mark: 3,
        unread: None,
        sentences: 1,
        attributions,
        left_out: vec![AroundArticle { kind: "menu".to_owned(), words: "<script>go()</script>".to_owned() }],
    }
}

fn said() -> Attribution {
    let oru = Holder {
        name: "<b>Oru</b>".to_owned(),
        office: Some("master".to_owned()),
        anonymous: false,
        outlet: false,
        implicit: false,
        mention: None,
    };
    Attribution {
        sentence: 0,
        source: Some(place(FIRST, "<b>Oru</b>")),
        cue: vec![place(FIRST, "said")],
        content: vec![place(FIRST, "“we sail only at dawn”")],
        kind: AttributionKind::Direct,
        act: Act::Demand,
        addressee: None,
        chain: vec![oru],
        relayed: false,
        within: None,
    }
}

fn found() -> Sources {
    let (first, second) = (passage("one", FIRST, "“we sail only at dawn”"), passage("two", SECOND, SECOND));
    let told = |passage: &Passage| DisputeSide { told: vec![passage.clone()], origins: Some(1) };
    Sources {
        format: SOURCES_FORMAT.to_owned(),
        case: CaseHead { name: "sail".to_owned(), title: "Sails <i>".to_owned(), as_of: None },
        private: PrivateState::Unsaid,
        without: Vec::new(),
        documents: vec![document(1, "one", FIRST, vec![said()]), document(2, "two", SECOND, Vec::new())],
        descents: vec![Descent {
            derived: "two".to_owned(),
            source: "one".to_owned(),
            direction_shown: true,
            sentences_matched: 1,
            sentences: 1,
            source_matched: 1,
            source_sentences: 2,
            in_order: 1,
            signs: vec![SignFound { sign: DescentSign::QuoteMarks, source: first.clone(), derived: None }],
            pairs: vec![SentencePair { derived: second.clone(), source: first.clone(), alike: 700, in_order: true }],
            changes: vec![Rewritten {
                effect: RewriteEffect::QuantityChanged,
                before: Some(passage("one", FIRST, "only")),
                after: Some(passage("two", SECOND, "mainly")),
            }],
        }],
        disputes: vec![Dispute {
            kind: DisputeKind::Denial,
            sides: vec![told(&first), told(&second)],
            whole_report: true,
        }],
        unasked_denials: 0,
        utterances: vec![Utterance {
            speaker: None,
            fullest: first.clone(),
            pairs: vec![WordingPair { fuller: first.clone(), other: second, kind: WordingKind::SourceDropped }],
        }],
        origins: vec![FoundOrigin {
            name: "<b>Oru</b>".to_owned(),
            kind: OriginKind::Speaker,
            report: None,
            told: vec![first],
            documents: vec!["one".to_owned(), "two".to_owned()],
        }],
        said: vec![Said {
            document: "one".to_owned(),
            attribution: 0,
            act: Act::Demand,
            also: vec!["two".to_owned()],
            disputes: vec![0],
        }],
        voices: vec![Voice { origin: 0, times: 1, quoted_words: 5 }],
    }
}

/// The values of an attribute, in order.
fn values<'p>(page: &'p str, before: &str) -> Vec<&'p str> {
    page.split(before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn every_link_of_the_page_leads_somewhere_and_no_place_is_named_twice() {
    let page = html_sources(&found(), "sail", true);
    let ids = values(&page, " id=\"");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{ids:?}");
    let links = values(&page, " href=\"#");
    assert!(links.iter().any(|link| link.starts_with("at-one-")) && links.len() > 12);
    for link in links {
        assert!(ids.contains(&link), "{link} leads nowhere");
    }
}

#[test]
fn a_document_stands_on_the_page_word_for_word_and_is_no_markup() {
    let page = html_sources(&found(), "sail", true);
    for hostile in ["<img", "<b>Oru", "<script", "<i>"] {
        assert!(!page.contains(hostile), "{hostile}");
    }
    let text = page.split("<div class=\"text\" dir=\"auto\">").nth(1).unwrap().split("</div>").next().unwrap();
    let mut bare = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => bare.push(c),
            _ => {}
        }
    }
    let bare = bare.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    assert_eq!(bare, FIRST);
    assert!(text.contains("<mark class=\"k\">said</mark>") && text.contains("<mark class=\"s\">"));
}

#[test]
fn every_form_shows_the_words_and_where_they_are_from() {
    let found = found();
    let forms = [
        html_sources(&found, "sail", true),
        markdown::sources(&found, "sail", true),
        screen(&found, "sail", true, Style::default()),
    ];
    for told in &forms {
        for words in ["we sail only at dawn", "mainly", "how much, changed", "No claim has been coded yet"] {
            assert!(told.contains(words), "{words}: {told}");
        }
    }
    // Offsets are those of the file, its byte order mark included.
    let at = FIRST.find('“').unwrap() + 3;
    assert!(forms[2].contains(&format!("[1] at {at}")));
    let claims = screen(&found, "sail", false, Style::default());
    assert!(!claims.contains("No claim has been coded yet"));
}

#[test]
fn what_was_not_asked_is_said_in_every_form() {
    for (count, words) in [(0, None), (1, Some("1 more denial was")), (30, Some("30 more denials were"))] {
        let found = Sources { unasked_denials: count, ..found() };
        let screen = screen(&found, "sail", true, Style::default());
        for told in [screen, html_sources(&found, "sail", true), markdown::sources(&found, "sail", true)] {
            assert_eq!(told.contains("not asked what"), words.is_some());
            assert!(words.is_none_or(|words| told.contains(words)), "{told}");
        }
    }
}

#[test]
fn what_counts_private_documents_says_so_first() {
    let private = Sources { private: PrivateState::Counted, ..found() };
    assert!(screen(&private, "sail", true, Style::default()).starts_with(zopa_report::BANNER));
    assert!(html_sources(&private, "sail", true).contains(&format!("role=\"note\">{}", zopa_report::BANNER)));
    assert!(markdown::sources(&private, "sail", true).contains(zopa_report::BANNER));
    assert!(!html_sources(&found(), "sail", true).contains(zopa_report::BANNER));
}

#[test]
fn what_only_mentions_private_documents_says_that_sentence_in_every_form() {
    let told = |private: PrivateState| {
        let found = Sources { private, ..found() };
        let screen = screen(&found, "sail", true, Style::default());
        [screen, html_sources(&found, "sail", true), markdown::sources(&found, "sail", true)]
    };
    for (mentioned, unsaid) in told(PrivateState::Mentioned).iter().zip(&told(PrivateState::Unsaid)) {
        assert!(mentioned.contains(zopa_report::MENTION) && !mentioned.contains(zopa_report::BANNER), "{mentioned}");
        assert!(!unsaid.contains(zopa_report::MENTION));
    }
}

#[test]
fn a_line_for_the_case_is_told_only_where_the_case_leaves_room_for_it() {
    let told = |one: &[&str], two: &[&str]| {
        let mut found = found();
        for (document, copies) in found.documents.iter_mut().zip([one, two]) {
            document.copies = copies.iter().map(|name| (*name).to_owned()).collect();
        }
        screen(&found, "sail", true, Style::default())
    };
    let (line, write) = ("in the case, `", "write `copies one` under source `two`");
    assert!(told(&[], &[]).contains(write));
    // The case says so already, directly or through another.
    for two in [&["one"][..], &["three", "one"]] {
        let told = told(&[], two);
        assert!(!told.contains(write) && !told.contains(line), "{told}");
    }
    for (one, two, stated) in [(&[][..], &["three"][..], "`two` copies `three`"), (&["two"], &[], "`one` copies `two`")]
    {
        let told = told(one, two);
        assert!(!told.contains(write) && told.contains(&format!("in the case, {stated}")), "{told}");
    }
}
