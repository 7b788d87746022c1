//! What do the reports say, and where does the page have it? The lines of `coverage.tsv`, and the page made from them.

use crate::examples::{current, folder};
use std::fmt::Write;

/// One line: words of a report, and where the page shows them.
pub struct Line {
    /// The row that it belongs to.
    pub row: String,
    /// The report, by its name in the case.
    pub report: String,
    /// Words of that report, as they stand there.
    pub words: String,
    /// The id of the place on the page.
    pub place: String,
    /// What a reader sees there.
    pub shows: String,
}

/// Every line, in order.
pub fn lines() -> Vec<Line> {
    let table = std::fs::read_to_string(folder("ukraine-2026").join("coverage.tsv")).unwrap();
    let mut rows = table.lines();
    assert_eq!(rows.next(), Some("row\treports\twords\tplace\tshows"));
    rows.map(line).collect()
}

fn line(row: &str) -> Line {
    let cells: Vec<String> = row.split('\t').map(str::to_owned).collect();
    let [row, report, words, place, shows] = cells.try_into().unwrap_or_else(|_| panic!("not five cells: {row}"));
    Line { row, report, words, place, shows }
}

const TITLE: &str = "What the reports say and where zopa has it";
const INTRO: &str = "Five reports of one negotiation. For each thing that they hold: their words, with the number of the report, and the \
place of the brief that has it. A link opens the brief there and says what is shown. The reports are numbered in the order of their file names.";
const COLUMNS: [&str; 3] = ["In the reports", "In their words", "In the brief"];
const BACK: &str = "To the brief";
const FOOT: &str = "Made from coverage.tsv. A test looks for the words and for what is shown at each of these places.";
const PARTS: [(&str, &str); 14] = [
    ("claim-", "claim"),
    ("clash", "clash"),
    ("commitment-", "commitment"),
    ("hinge-", "what it turns on"),
    ("issue-", "positions"),
    ("known", "how we know"),
    ("omit-", "left out"),
    ("others", "what else was said"),
    ("positions", "positions"),
    ("question-", "open point"),
    ("round", "round"),
    ("shut-out", "shut out"),
    ("step-", "step"),
    ("ask", "what to ask"),
];
const STYLE: &str = ":root{--ink:#1d1c1a;--text:#35332f;--soft:#5c5952;--line:#d9d5cc;--faint:#ece9e1;--key:#24507e;\
--serif:Charter,\"Charis SIL\",\"Bitstream Charter\",\"Iowan Old Style\",Cambria,Georgia,serif;\
--sans:Inter,\"Segoe UI\",\"Helvetica Neue\",Roboto,Arial,sans-serif}
body{margin:0 auto;max-width:1160px;padding:14px 24px 40px;background:#fff;color:var(--ink);font:16px/1.45 var(--serif);overflow-wrap:break-word}
h1{font:600 30px/1.15 var(--serif);margin:18px 0 6px}
p{max-width:52em;color:var(--text);margin:0 0 18px}
nav,footer,small{font:13px/1.4 var(--sans);color:var(--soft)}
nav{border-bottom:1px solid var(--line);padding-bottom:8px}
a{color:inherit;text-decoration-color:#a9a498;text-underline-offset:2px}a:hover{color:var(--key)}
table{border-collapse:collapse;width:100%;font-size:14.5px}
th,td{text-align:left;vertical-align:top;padding:5px 16px 5px 0}
thead th{font:500 12.5px/1.3 var(--sans);color:var(--soft);border-bottom:1px solid var(--ink)}
tbody tr{border-top:1px solid var(--faint)}tbody tr.first{border-top:1px solid var(--line)}
tbody th{font:600 14px/1.4 var(--sans);width:17%}td:nth-last-child(2){width:45%}
footer{margin-top:24px}
.no{font:11px/1.3 var(--sans);color:var(--soft);border:1px solid #c8c4ba;border-radius:2px;padding:0 3px}
@media(max-width:640px){thead{display:none}tr,th,td{display:block;padding:3px 0}tbody th,td:nth-last-child(2){width:auto}}
";

/// The page, one row for each of the things to be found.
fn page(lines: &[Line]) -> String {
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{TITLE}</title>\n<style>{STYLE}</style></head>\n\
<body><nav><a href=\"brief.html\">{BACK}</a></nav><main><h1>{TITLE}</h1><p>{INTRO}</p>\n<table><thead><tr>"
    );
    COLUMNS.iter().for_each(|column| write!(html, "<th scope=\"col\">{column}</th>").unwrap());
    html.push_str("</tr></thead>\n<tbody>\n");
    for group in lines.chunk_by(|one, other| one.row == other.row) {
        html.push_str(&row(group));
    }
    writeln!(html, "</tbody></table></main><footer>{FOOT}</footer></body></html>").unwrap();
    html
}

/// The lines of one row: each phrase once, with all the places that have it.
fn row(lines: &[Line]) -> String {
    let mut phrases: Vec<Vec<&Line>> = Vec::new();
    for line in lines {
        let same = |phrase: &&mut Vec<&Line>| phrase[0].words == line.words && phrase[0].report == line.report;
        match phrases.iter_mut().find(same) {
            Some(phrase) => phrase.push(line),
            None => phrases.push(vec![line]),
        }
    }
    let name: String =
        lines[0].row.char_indices().map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c }).collect();
    let mut html =
        format!("<tr class=\"first\"><th scope=\"rowgroup\" rowspan=\"{}\">{}</th>", phrases.len(), escaped(&name));
    for (at, phrase) in phrases.iter().enumerate() {
        html.push_str(if at == 0 { "" } else { "<tr>" });
        html.push_str(&cells(phrase));
    }
    html
}

/// Which part of the brief a place belongs to, by how its id begins.
fn part(place: &str) -> &'static str {
    let found = PARTS.iter().find(|(begin, _)| place.starts_with(begin));
    found.unwrap_or_else(|| panic!("no part of the brief for `{place}`")).1
}

/// One phrase and its places.
fn cells(phrase: &[&Line]) -> String {
    let (words, report) = (&phrase[0].words, &phrase[0].report);
    let inner = words.trim_start_matches('“').trim_end_matches('”');
    let words = if inner.contains(['“', '”']) { words } else { inner };
    let mut html =
        format!("<td><q>{}</q> <span class=\"no\">{}</span></td><td>", escaped(words), report.trim_start_matches('r'));
    for line in phrase {
        let (place, shows, part) = (escaped(&line.place), escaped(&line.shows), part(&line.place));
        write!(html, "<div><small>{part}</small> <a href=\"brief.html#{place}\">{shows}</a></div>").unwrap();
    }
    html.push_str("</td></tr>\n");
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn examples_coverage_is_current() {
    current(&folder("ukraine-2026").join("coverage.html"), &page(&lines()));
}
