//! `zopa check --format sarif` against the structure that the standard publishes: which properties an object may have
//! and has to have, and of which kind they are (SARIF 2.1.0, sarif-schema-2.1.0.json).

use crate::run::{Ran, cases, run, scratch};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// What an object may hold: a name, whether it has to be there, and what holds for its value.
type Shape<'s> = &'s [(&'static str, bool, fn(&Value))];

fn holds(value: &Value, shape: Shape<'_>) {
    let object = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    for (name, needed, check) in shape {
        match object.get(*name) {
            Some(value) => check(value),
            None => assert!(!needed, "no `{name}` in {value}"),
        }
    }
    let known = |name: &&String| shape.iter().any(|(known, ..)| known == name);
    assert_eq!(object.keys().find(|name| !known(name)), None, "{value}");
}

fn each(value: &Value, check: impl Fn(&Value)) {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}")).iter().for_each(check);
}

fn unique(value: &Value) {
    let all: Vec<String> = value.as_array().unwrap().iter().map(Value::to_string).collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{value}");
}

fn words(value: &Value) {
    assert!(value.as_str().is_some_and(|words| !words.is_empty()), "{value}");
}

fn count(value: &Value) {
    assert!(value.as_u64().is_some_and(|n| n >= 1), "{value}");
}

fn index(value: &Value) {
    assert!(value.as_u64().is_some(), "{value}");
}

fn level(value: &Value) {
    assert!(["none", "note", "warning", "error"].contains(&value.as_str().unwrap()), "{value}");
}

/// A reference of RFC 3986: its characters, and two hexadecimal digits after each `%`.
fn reference(value: &Value) {
    let uri = value.as_str().unwrap();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    assert!(!uri.is_empty() && uri.chars().all(allowed), "{uri}");
    let escapes = uri.split('%').skip(1);
    escapes.for_each(|rest| assert!(rest.len() > 1 && rest[..2].chars().all(|c| c.is_ascii_hexdigit()), "{uri}"));
}

fn text(value: &Value) {
    holds(value, &[("text", true, words), ("markdown", false, words)]);
}

fn region(value: &Value) {
    holds(
        value,
        &[
            ("startLine", true, count),
            ("startColumn", true, count),
            ("endLine", true, count),
            ("endColumn", true, count),
        ],
    );
    let number = |name: &str| value[name].as_u64().unwrap();
    assert!((number("startLine"), number("startColumn")) <= (number("endLine"), number("endColumn")), "{value}");
}

fn artifact_location(value: &Value) {
    holds(value, &[("uri", true, reference), ("index", false, index)]);
}

fn location(value: &Value) {
    let physical =
        |value: &Value| holds(value, &[("artifactLocation", true, artifact_location), ("region", true, region)]);
    holds(value, &[("id", false, count), ("physicalLocation", true, physical), ("message", false, text)]);
}

fn rule(value: &Value) {
    let configuration = |value: &Value| holds(value, &[("level", true, level)]);
    holds(
        value,
        &[("id", true, words), ("shortDescription", true, text), ("defaultConfiguration", true, configuration)],
    );
}

fn result(value: &Value) {
    holds(
        value,
        &[
            ("ruleId", true, words),
            ("ruleIndex", false, index),
            ("level", true, level),
            ("message", true, text),
            ("locations", false, |value| each(value, location)),
            ("relatedLocations", false, |value| {
                unique(value);
                each(value, location);
            }),
        ],
    );
}

fn run_of(value: &Value) {
    let driver: fn(&Value) = |value| {
        let rules: fn(&Value) = |value| {
            unique(value);
            each(value, rule);
        };
        let fields: Shape<'_> = &[
            ("name", true, words),
            ("version", false, words),
            ("semanticVersion", false, words),
            ("rules", false, rules),
        ];
        let object = value.as_object().unwrap();
        fields.iter().for_each(|(name, _, check)| check(&object[*name]));
        assert_eq!(object.len(), fields.len());
    };
    let artifact: fn(&Value) =
        |value| holds(value, &[("location", true, artifact_location), ("encoding", false, words)]);
    assert_eq!(value["columnKind"], "unicodeCodePoints");
    driver(&value["tool"]["driver"]);
    unique(&value["artifacts"]);
    each(&value["artifacts"], artifact);
    each(&value["results"], result);
    let names: BTreeSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, BTreeSet::from(["tool", "columnKind", "artifacts", "results"]));
}

/// What was written, if it has the structure of the standard and its numbers lead to what they name.
fn valid(ran: &Ran) -> Value {
    let log: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    assert_eq!(log["version"], "2.1.0");
    reference(&log["$schema"]);
    assert_eq!(log.as_object().unwrap().len(), 3);
    each(&log["runs"], run_of);
    let run = &log["runs"][0];
    for result in run["results"].as_array().unwrap() {
        if let Some(rule) = result["ruleIndex"].as_u64() {
            assert_eq!(run["tool"]["driver"]["rules"][rule as usize]["id"], result["ruleId"]);
        }
        let places = result["locations"].as_array().into_iter().chain(result["relatedLocations"].as_array()).flatten();
        for place in places.map(|place| &place["physicalLocation"]["artifactLocation"]) {
            assert_eq!(run["artifacts"][place["index"].as_u64().unwrap() as usize]["location"]["uri"], place["uri"]);
        }
    }
    log
}

#[test]
fn every_case_of_the_tests_is_told_in_the_structure_of_the_standard() {
    for entry in fs::read_dir(cases()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let mut files = fs::read_dir(cases().join(&name)).unwrap().map(|file| file.unwrap().path());
        if !files.any(|file| file.extension().is_some_and(|extension| extension == "zopa")) {
            continue;
        }
        let ran = run(&cases(), &["check", &name, "--format", "sarif"]);
        // A folder without a case is no case with mistakes.
        if ran.err.starts_with("error[no-case-file]") {
            continue;
        }
        let log = valid(&ran);
        let json = run(&cases(), &["check", &name, "--format", "json"]);
        let json: Value = serde_json::from_str(&json.out).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        let messages = json["diagnostics"].as_array().unwrap();
        // What commitments leave open stands after the messages, and is none of them.
        let is_note = |result: &&Value| result["level"] == "note";
        let notes: Vec<&Value> = results.iter().filter(is_note).map(|result| &result["ruleId"]).collect();
        let noted: Vec<&Value> = json["notes"].as_array().unwrap().iter().map(|note| &note["code"]).collect();
        assert_eq!(notes, noted, "{name}");
        let results: Vec<&Value> = results.iter().filter(|result| !is_note(result)).collect();
        assert_eq!(results.len(), messages.len(), "{name}");
        for (result, message) in results.iter().zip(messages) {
            assert_eq!((&result["ruleId"], &result["level"]), (&message["code"], &message["severity"]), "{name}");
            let start = &result["locations"][0]["physicalLocation"]["region"];
            assert_eq!((&start["startLine"], &start["startColumn"]), (&message["line"], &message["column"]), "{name}");
        }
    }
}

#[test]
fn two_places_other_scripts_and_spaces_in_a_path() {
    let folder = scratch("sarif");
    let case = "\u{feff}party порт \"Порт\"\r\n  quote \u{1f6a2} > x\r\nparty порт \"Another\"\r\n";
    fs::create_dir(folder.join("a port")).unwrap();
    fs::write(folder.join("a port/порт #1.zopa"), case).unwrap();
    let ran = run(&folder, &["check", "a port", "--format", "sarif"]);
    assert_eq!(ran.code, 1);
    let log = valid(&ran);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let twice = results.iter().find(|result| result["ruleId"] == "defined-twice").unwrap();
    let region = |place: &Value| {
        let region = &place["physicalLocation"]["region"];
        ["startLine", "startColumn", "endLine", "endColumn"].map(|name| region[name].as_u64().unwrap())
    };
    assert_eq!(region(&twice["locations"][0]), [3, 7, 3, 11]);
    assert_eq!(region(&twice["relatedLocations"][0]), [1, 7, 1, 11]);
    assert!(twice["message"]["text"].as_str().unwrap().contains("\nhelp: "));
    let uri = &twice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "a%20port/%D0%BF%D0%BE%D1%80%D1%82%20%231.zopa");
    assert_eq!(run(&folder, &["check", "a port", "--format", "sarif"]), ran);
}

#[test]
fn a_sound_case_has_no_result() {
    let log = valid(&run(&cases(), &["check", "harbour", "--format", "sarif"]));
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.len() > 50, "{}", rules.len());
}
