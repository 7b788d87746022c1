//! `editors/vscode`: colours for case files, from the tables that the reader uses.
//! `ZOPA_BLESS=1 cargo test -p zopa-syntax` writes the generated files anew.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{SAMPLE, repository};
use zopa_syntax::keywords::{ITEMS, LINES, LineWord, RESERVED, VERBS};

/// A character that a name can go on with.
const IN_NAME: &str = "[\\p{L}\\p{M}\\p{N}_.-]";
const NAME: &str = "\\p{L}[\\p{L}\\p{M}\\p{N}_.-]*";

/// One of these words, and not a part of a longer one. Longer ones first, so that they win.
fn whole(words: impl IntoIterator<Item = String>) -> String {
    format!("(?<!{IN_NAME})(?:{})(?!{IN_NAME})", either(words))
}

fn either(words: impl IntoIterator<Item = String>) -> String {
    let mut words: Vec<String> = words.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.iter().map(|word| word.replace(' ', "[ \\t]+")).collect::<Vec<_>>().join("|")
}

fn items() -> impl Iterator<Item = String> {
    ITEMS.iter().map(|form| form.word.to_owned())
}

fn lines() -> impl Iterator<Item = String> {
    LINES.iter().filter(|form| form.line != LineWord::Statement).map(|form| form.words.to_owned())
}

fn verbs() -> impl Iterator<Item = String> {
    VERBS.iter().flat_map(|form| [form.one, form.several]).map(str::to_owned)
}

/// The small words of the forms, behind those that open them: `of`, `told`, `relaying`, ...
fn clauses() -> Vec<String> {
    let behind = |form: &'static str, words: &str| form.strip_prefix(words).unwrap_or(form);
    let forms = ITEMS.iter().map(|form| behind(form.form, form.word));
    let forms = forms.chain(LINES.iter().map(|form| behind(form.form, form.words)));
    let mut words = BTreeSet::new();
    for form in forms.chain(VERBS.iter().map(|form| form.form)) {
        let outside: String = form.split('>').next().unwrap_or_default().split('"').step_by(2).collect();
        let small =
            |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        words.extend(outside.split(|c: char| !c.is_alphanumeric()).filter(small).map(str::to_owned));
    }
    let verbs: BTreeSet<String> = verbs().collect();
    words.into_iter().filter(|word| !verbs.contains(word) && !RESERVED.contains(&word.as_str())).collect()
}

fn grammar() -> Value {
    let declaring = ITEMS.iter().filter(|form| form.form.contains("NAME")).map(|form| form.word.to_owned());
    let reserved = || RESERVED.iter().map(|word| (*word).to_owned());
    json!({
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "zopa case",
        "scopeName": "source.zopa",
        "fileTypes": ["zopa"],
        "patterns": [{ "include": "#prose" }, { "include": "#code" }],
        "repository": {
            "prose": {
                "comment": "words after >, with the deeper rows that go on with them",
                "begin": "^(?=([ \\t]*))((?:\"[^\"]*\"|[^\"#>]|(?<=[^\\s#])#)*)(>)",
                "beginCaptures": {
                    "2": { "patterns": [{ "include": "#code" }] },
                    "3": { "name": "keyword.operator.prose.zopa" }
                },
                "while": "^(?:\\1[ \\t]+(?=\\S)|[ \\t]*$)",
                "contentName": "string.unquoted.prose.zopa",
                "patterns": [{ "name": "constant.character.left-out.zopa", "match": "\\[\\.\\.\\.\\]" }]
            },
            "code": {
                "patterns": [
                    { "include": "#comment" },
                    { "include": "#text" },
                    { "include": "#head" },
                    { "include": "#option" },
                    { "include": "#line" },
                    { "include": "#hash" },
                    { "include": "#date" },
                    { "include": "#number" },
                    { "include": "#unknown" },
                    { "include": "#word" },
                    { "include": "#sign" }
                ]
            },
            "comment": { "name": "comment.line.number-sign.zopa", "match": "(?:^|(?<=\\s))#.*$" },
            "text": {
                "patterns": [
                    { "name": "string.quoted.double.zopa", "match": "\"[^\"]*\"" },
                    { "name": "invalid.illegal.unclosed.zopa", "match": "\"[^\"]*$" }
                ]
            },
            "head": {
                "patterns": [
                    {
                        "match": format!("^({})[ \\t]+({NAME})", either(declaring)),
                        "captures": {
                            "1": { "name": "keyword.control.item.zopa" },
                            "2": { "name": "entity.name.type.zopa" }
                        }
                    },
                    { "name": "keyword.control.item.zopa", "match": format!("^(?:{})(?!{IN_NAME})", either(items())) }
                ]
            },
            "option": {
                "match": format!("^[ \\t]+(option|answer)[ \\t]+({NAME})"),
                "captures": {
                    "1": { "name": "keyword.control.line.zopa" },
                    "2": { "name": "constant.other.option.zopa" }
                }
            },
            "line": {
                "match": format!("^[ \\t]+({})(?!{IN_NAME})", either(lines())),
                "captures": { "1": { "name": "keyword.control.line.zopa" } }
            },
            "hash": { "name": "constant.other.hash.zopa", "match": "(?<=sha256[ \\t])[ \\t]*[0-9A-Fa-f]{64}(?![0-9A-Za-z])" },
            "date": {
                "name": "constant.numeric.date.zopa",
                "match": format!("(?<!{IN_NAME})[0-9]{{4}}(?:-[0-9]{{2}}(?:-[0-9]{{2}})?)?(?!{IN_NAME})")
            },
            "number": { "name": "constant.numeric.zopa", "match": format!("(?<!{IN_NAME})[0-9]+(?:\\.[0-9]+)?(?!{IN_NAME})") },
            "unknown": { "name": "constant.language.unknown.zopa", "match": "\\?" },
            "word": {
                "patterns": [
                    { "name": "keyword.operator.verb.zopa", "match": whole(verbs()) },
                    { "name": "keyword.operator.word.zopa", "match": whole(reserved()) },
                    { "name": "storage.modifier.zopa", "match": whole(clauses()) },
                    { "name": "variable.other.name.zopa", "match": NAME }
                ]
            },
            "sign": { "name": "punctuation.zopa", "match": "[=,(){}\\[\\]]" }
        }
    })
}

fn configuration() -> Value {
    let owners = ITEMS.iter().filter(|form| !form.lines.is_empty()).map(|form| form.word.to_owned());
    let lines = LINES.iter().filter(|form| form.lines.contains(&LineWord::Round)).map(|form| form.words.to_owned());
    json!({
        "comments": { "lineComment": "#" },
        "brackets": [["(", ")"], ["{", "}"]],
        "autoClosingPairs": [
            { "open": "\"", "close": "\"", "notIn": ["string", "comment"] },
            { "open": "(", "close": ")", "notIn": ["string", "comment"] },
            { "open": "{", "close": "}", "notIn": ["string", "comment"] }
        ],
        "wordPattern": { "pattern": NAME, "flags": "u" },
        "onEnterRules": [
            { "beforeText": format!("^(?:{})\\s.*$", either(owners)), "action": { "indent": "indent" } },
            { "beforeText": format!("^\\s+(?:{})\\s.*$", either(lines)), "action": { "indent": "indent" } }
        ]
    })
}

/// A generated file holds this; one command writes it.
fn kept_json(path: &str, value: &Value) {
    let place = repository().join(path);
    if std::env::var_os("ZOPA_BLESS").is_some() {
        std::fs::write(&place, format!("{value:#}\n")).unwrap();
    }
    let found = std::fs::read_to_string(&place).unwrap_or_default();
    let found: Value = serde_json::from_str(&found).unwrap_or_default();
    assert!(&found == value, "{path}: ZOPA_BLESS=1 cargo test -p zopa-syntax writes it anew");
}

#[test]
fn the_grammar_is_the_tables() {
    kept_json("editors/vscode/syntaxes/zopa.tmLanguage.json", &grammar());
    kept_json("editors/vscode/language-configuration.json", &configuration());
}

#[test]
fn the_package_names_what_is_there() {
    let folder = repository().join("editors/vscode");
    let package: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("package.json")).unwrap()).unwrap();
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    let contributes = &package["contributes"];
    for path in [&contributes["grammars"][0]["path"], &contributes["languages"][0]["configuration"]] {
        assert!(folder.join(path.as_str().unwrap()).is_file(), "{path}");
    }
    assert_eq!(contributes["grammars"][0]["scopeName"], grammar()["scopeName"]);
}

#[test]
fn every_small_word_of_the_sample_has_a_colour() {
    let known: BTreeSet<String> = items()
        .chain(lines().flat_map(|words| words.split(' ').map(str::to_owned).collect::<Vec<_>>()))
        .chain(verbs())
        .chain(clauses())
        .chain(RESERVED.iter().map(|word| (*word).to_owned()))
        .collect();
    for word in [
        "also",
        "of",
        "as",
        "by",
        "when",
        "then",
        "until",
        "told",
        "published",
        "unseen",
        "outside",
        "with",
        "on",
        "to",
        "expected",
        "sha256",
    ] {
        assert!(SAMPLE.contains(word) && known.contains(word), "{word}");
    }
}
