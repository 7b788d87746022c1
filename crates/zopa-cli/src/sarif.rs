//! How are the messages of `zopa check` written for programs that read SARIF?
//!
//! SARIF 2.1.0, the OASIS standard for results of checks: one run, a rule for every code that there is, a result for every
//! message, in the order of the files and places. Lines and columns count from 1, columns in code points
//! (`columnKind`), a byte order mark at the start of a file not counted. The way out stands under the message, since
//! few readers show anything else of a result.

use crate::json::{array, document, object, quoted};
use std::collections::BTreeMap;
use zopa::finding::ClauseRule;
use zopa::report::clauses;
use zopa::{Diagnostic, Label, Noted, Problem, Read, Severity, Span};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Every message, and what keeps the case from being answered.
pub fn check(read: &Read, problems: &[Problem]) -> String {
    let codes: Vec<(&str, &str)> = zopa::codes().collect();
    let places: Vec<zopa::Places<'_>> = read.files.iter().map(|file| zopa::Places::of(&file.text)).collect();
    let named = codes.iter().map(|(code, _)| *code).chain(zopa::clause_rules().map(ClauseRule::code));
    let numbers = named.enumerate().map(|(at, code)| (code, at));
    let run = Run { read, places, numbers: numbers.collect() };
    let messages = read.diagnostics.iter().map(|told| run.result(told));
    let problems = problems.iter().map(|problem| run.problem(problem));
    let notes = read.notes();
    let results: Vec<String> = messages.chain(problems).chain(notes.iter().map(|noted| run.noted(noted))).collect();
    let clauses = zopa::clause_rules().map(clause);
    let rules: Vec<String> = codes.iter().map(|(code, says)| rule(code, says)).chain(clauses).collect();
    let driver = object(&[
        ("name", quoted("zopa")),
        ("version", quoted(env!("CARGO_PKG_VERSION"))),
        ("semanticVersion", quoted(env!("CARGO_PKG_VERSION"))),
        ("rules", array(&rules)),
    ]);
    let artifacts: Vec<String> = read.files.iter().map(|file| artifact(&file.path)).collect();
    let run = object(&[
        ("tool", object(&[("driver", driver)])),
        ("columnKind", quoted("unicodeCodePoints")),
        ("artifacts", array(&artifacts)),
        ("results", array(&results)),
    ]);
    document(&[("$schema", quoted(SCHEMA)), ("version", quoted("2.1.0")), ("runs", array(&[run]))])
}

fn rule(code: &str, says: &str) -> String {
    let warning = says.strip_suffix(" (warning)");
    let level = if warning.is_some() { "warning" } else { "error" };
    object(&[
        ("id", quoted(code)),
        ("shortDescription", text(warning.unwrap_or(says))),
        ("defaultConfiguration", object(&[("level", quoted(level))])),
    ])
}

/// A rule on clauses: it says what is open, and nothing is amiss with the case.
fn clause(rule: ClauseRule) -> String {
    object(&[
        ("id", quoted(rule.code())),
        ("shortDescription", text(clauses::card(rule).finds)),
        ("defaultConfiguration", object(&[("level", quoted("note"))])),
    ])
}

fn artifact(path: &str) -> String {
    object(&[("location", object(&[("uri", quoted(&uri(path)))])), ("encoding", quoted("utf-8"))])
}

fn text(words: &str) -> String {
    object(&[("text", quoted(words))])
}

struct Run<'a> {
    read: &'a Read,
    places: Vec<zopa::Places<'a>>,
    /// The place of each code among the rules.
    numbers: BTreeMap<&'a str, usize>,
}

impl Run<'_> {
    fn result(&self, told: &Diagnostic) -> String {
        let level = match told.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut fields = self.head(told.code.0, level, &told.message, &told.help);
        fields.push(("locations", array(&self.location(told.primary.span, None).into_iter().collect::<Vec<_>>())));
        let others = told.others.iter().enumerate();
        let others: Vec<String> =
            others.filter_map(|(at, label)| self.location(label.span, Some((at, label)))).collect();
        if !others.is_empty() {
            fields.push(("relatedLocations", array(&others)));
        }
        object(&fields)
    }

    /// What a commitment leaves open, with the other commitments and the claims that it names.
    fn noted(&self, noted: &Noted) -> String {
        let rule = noted.note.rule;
        let mut fields = self.head(rule.code(), "note", &clauses::told(&noted.note), clauses::card(rule).mend);
        let mut places = noted.places.iter();
        let first = places.next().and_then(|span| self.location(*span, None));
        fields.push(("locations", array(&first.into_iter().collect::<Vec<_>>())));
        let others: Vec<Label> = places.map(|span| Label { span: *span, text: String::new() }).collect();
        let others = others.iter().enumerate();
        let others: Vec<String> =
            others.filter_map(|(at, label)| self.location(label.span, Some((at, label)))).collect();
        if !others.is_empty() {
            fields.push(("relatedLocations", array(&others)));
        }
        object(&fields)
    }

    /// What belongs to no place.
    fn problem(&self, problem: &Problem) -> String {
        object(&self.head(problem.code, "error", &problem.message, &problem.help))
    }

    fn head(&self, code: &str, level: &str, message: &str, help: &str) -> Vec<(&'static str, String)> {
        let mut fields = vec![("ruleId", quoted(code))];
        fields.extend(self.numbers.get(code).map(|number| ("ruleIndex", number.to_string())));
        let words = if help.is_empty() { message.to_owned() } else { format!("{message}\nhelp: {help}") };
        fields.extend([("level", quoted(level)), ("message", text(&words))]);
        fields
    }

    /// A place, if its file is one that was read; another place of a message has a number and a word of its own.
    fn location(&self, span: Span, label: Option<(usize, &Label)>) -> Option<String> {
        let at = usize::try_from(span.file.0).ok()?;
        let (file, places) = (self.read.files.get(at)?, self.places.get(at)?);
        let (start, end) = (places.place(span.start), places.place(span.end));
        let region = object(&[
            ("startLine", start.line.to_string()),
            ("startColumn", start.column.to_string()),
            ("endLine", end.line.to_string()),
            ("endColumn", end.column.to_string()),
        ]);
        let artifact = object(&[("uri", quoted(&uri(&file.path))), ("index", at.to_string())]);
        let place = object(&[("artifactLocation", artifact), ("region", region)]);
        let mut fields = Vec::new();
        fields.extend(label.map(|(at, _)| ("id", (at + 1).to_string())));
        fields.push(("physicalLocation", place));
        fields
            .extend(label.filter(|(_, label)| !label.text.is_empty()).map(|(_, label)| ("message", text(&label.text))));
        Some(object(&fields))
    }
}

/// A path as a reference in the sense of RFC 3986: relative to where the program was run, or whole.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let drive = path.as_bytes().get(1) == Some(&b':');
    let before = match path.starts_with('/') {
        true => "file://",
        false if drive => "file:///",
        false => "",
    };
    let mut out = before.to_owned();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            b':' if drive => out.push(':'),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
