//! Does the page of the Ukraine case show what the reports say? `coverage.tsv` names, for each row of the list below, the
//! words, the place on the page, and what a reader sees there.

use crate::coverage::{Line, lines};
use crate::examples::{folder, page, texts};
use crate::quotes::with_reports;
use crate::scan::{by_id, folded, ids};
use std::collections::BTreeSet;
use zopa::Request;

/// What has to be found: a name for the row, and words of the reports that its lines must carry.
const ROWS: [(&str, &[&str]); 24] = [
    ("conditional offer", &["but only if Kyiv agrees"]),
    ("second conditional offer", &["additional weapons", "if Kyiv withdraws its forces", "totally false"]),
    ("expiry", &["not be on the table forever"]),
    ("denial", &["absolutely false", "totally false"]),
    (
        "one origin",
        &[
            "if Kyiv agrees to a peace settlement",
            "if Ukraine agrees to a deal",
            "if a deal is agreed",
            "exploring the flexibility",
        ],
    ),
    ("one signature", &["100% ready", "will not sign security guarantees for Ukraine until"]),
    ("one approval told two ways", &["both the US Congress and the Ukrainian Parliament", "Senate approval"]),
    (
        "one line on land told two ways",
        &["without first holding a referendum", "will not surrender its land", "any occupied land", "any territory"],
    ),
    (
        "firmness",
        &[
            "testing how flexible each other’s red lines really are",
            "“maximalist” public statements",
            "maximalist demands",
        ],
    ),
    ("wishes", &["seeks", "paramount", "should include"]),
    ("NATO membership in exchange", &["forego NATO membership in exchange"]),
    (
        "anatomy of the guarantee",
        &["not perpetual", "72 hours", "new large-scale", "could trigger", "could be activated", "too vague"],
    ),
    ("forces after a deal", &["armed forces on the ground", "rejected Western security guarantees"]),
    (
        "army and EU accession",
        &["limitations on its military capabilities", "maintaining Ukraine’s military strength", "EU accession"],
    ),
    ("public opinion", &["Public opinion in Ukraine", "land-for-peace"]),
    ("power plant", &["Zaporizhzhia power plant"]),
    (
        "delegation",
        &["previously headed by Vladimir Medinski", "General Igor Kostyukov", "Yuri Ushakov", "Admiral Igor Kostyukov"],
    ),
    (
        "role told two ways",
        &["only role", "to bring both sides together", "ready to provide Ukraine with security guarantees"],
    ),
    ("why one side signs last", &["leverage", "firmed up"]),
    ("economic free zones", &["economic free zones", "rejects any Russian control", "control over all of Donbas"]),
    ("second track and precondition", &["negotiating on Iran", "preceded by further trilateral negotiations"]),
    ("rival assessments", &["no signs of serious Russian intent", "very close to a meeting"]),
    ("rounds", &["in Berlin", "in Abu Dhabi"]),
    ("left out", &["Asia Pacific correspondent", "Asia-Pacific and beyond", "email address", "(AP)", "Read also"]),
];

fn ukraine() -> String {
    page(&texts(&folder("ukraine-2026")))
}

/// What is wrong with a line, if anything.
fn missing(page: &str, line: &Line) -> Option<String> {
    let Some(element) = by_id(page, &line.place) else { return Some(format!("no element `{}`", line.place)) };
    let text = element.text();
    if !text.contains(&folded(&line.shows)) {
        return Some(format!("`{}` does not show: {}", line.place, line.shows));
    }
    let words = folded(&line.words);
    let opened =
        || element.links().into_iter().filter_map(|id| by_id(page, &id)).any(|entry| entry.text().contains(&words));
    if text.contains(&words) || opened() {
        return None;
    }
    Some(format!("`{}` neither has nor opens the words: {}", line.place, line.words))
}

#[test]
fn every_line_is_visible_at_its_place() {
    let page = ukraine();
    let missing: Vec<String> =
        lines().iter().filter_map(|line| Some(format!("{}: {}", line.row, missing(&page, line)?))).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_row_has_its_lines() {
    let lines = lines();
    for (row, keys) in ROWS {
        let words: Vec<String> = lines.iter().filter(|line| line.row == row).map(|line| folded(&line.words)).collect();
        for key in keys {
            assert!(words.iter().any(|words| words.contains(&folded(key))), "{row}: no line has: {key}");
        }
    }
    let known: BTreeSet<&str> = ROWS.iter().map(|(row, _)| *row).collect();
    let used: BTreeSet<&str> = lines.iter().map(|line| line.row.as_str()).collect();
    assert_eq!(known, used);
}

/// The words of a line are words that the case quotes from that report: what the page shows is not the line's own.
#[test]
fn every_line_is_a_quote_of_its_report() {
    let brief = zopa::read(&texts(&folder("ukraine-2026"))).brief(&Request::default()).unwrap();
    for line in lines() {
        let quoted = |quote: &zopa::finding::Quote| {
            quote.source == line.report && folded(&quote.words).contains(&folded(&line.words))
        };
        assert!(brief.quotes.iter().any(quoted), "{} does not have: {}", line.report, line.words);
    }
}

#[test]
fn yardstick_the_words_of_every_line_stand_in_the_report() {
    let Some(texts) = with_reports() else { return };
    let case = zopa::read(&texts).case;
    for line in lines() {
        let source = case.sources.values().find(|source| source.name == line.report).unwrap();
        let (path, _) = source.document.as_ref().unwrap();
        let bytes = &texts.documents.iter().find(|(name, _)| name == path).unwrap().1;
        let text = String::from_utf8(bytes.clone()).unwrap();
        for part in line.words.split(" [...] ") {
            assert!(text.contains(part), "{}: {part}", line.report);
        }
    }
}

/// With the documents attached, the page says so of every quote, and nothing else on it changes place.
#[test]
fn yardstick_every_line_is_visible_with_the_reports_attached() {
    let Some(texts) = with_reports() else { return };
    let page = page(&texts);
    let missing: Vec<String> = lines().iter().filter_map(|line| missing(&page, line)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// An id names one place, and every link on the page leads to one.
#[test]
fn links_lead_somewhere() {
    for name in crate::examples::names() {
        let page = page(&texts(&folder(&name)));
        let all = ids(&page);
        let once: BTreeSet<&str> = all.iter().copied().collect();
        let twice: Vec<&&str> = once.iter().filter(|id| all.iter().filter(|other| other == id).count() > 1).collect();
        assert!(twice.is_empty(), "{name}: used twice: {twice:?}");
        let body = by_id(&page, "answer").map(|_| crate::scan::Element(&page)).unwrap();
        let astray: Vec<String> = body.links().into_iter().filter(|id| !once.contains(id.as_str())).collect();
        assert!(astray.is_empty(), "{name}: {astray:?}");
    }
}
