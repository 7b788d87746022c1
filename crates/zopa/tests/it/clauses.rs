//! What the commitments leave open: one file a rule with what is said of it, treaties with what has to be found, and the
//! cards as a page. `ZOPA_BLESS=1 cargo test -p zopa --test it clauses` writes the texts and `docs/clauses.md` anew.

use crate::examples::root;
use crate::gallery::documents;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use zopa::finding::ClauseRule;
use zopa::report::{clauses, terminal};
use zopa::{Read, Texts, read};

fn blessing() -> bool {
    std::env::var_os("ZOPA_BLESS").is_some()
}

fn folder() -> PathBuf {
    root().join("tests/errors/clauses")
}

fn case_of(rule: ClauseRule) -> String {
    let path = folder().join(format!("{}.zopa", rule.code()));
    fs::read_to_string(&path).unwrap_or_else(|_| panic!("no file for `{}`", rule.code()))
}

fn read_alone(text: &str) -> Read {
    let documents = documents::named(text, zopa::text::BYTES_MOST);
    read(&Texts { documents, ..Texts::of_case("case", text) })
}

fn told(read: &Read) -> String {
    terminal::clauses(&read.notes_placed(), terminal::Style::default())
}

#[test]
fn every_rule_has_a_card_and_a_file() {
    let cards: Vec<ClauseRule> = zopa::clause_rules().collect();
    let all: BTreeSet<ClauseRule> = ClauseRule::ALL.into_iter().collect();
    assert_eq!(cards.len(), all.len(), "a rule with two cards or none");
    assert_eq!(cards.into_iter().collect::<BTreeSet<_>>(), all);
    let codes: BTreeSet<String> = all.iter().map(|rule| rule.code().to_owned()).collect();
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|ext| ext == "zopa"));
    let files: BTreeSet<String> = files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(files, codes);
}

#[test]
fn a_file_raises_its_rule_and_nothing_else() {
    let mut others = String::new();
    for rule in ClauseRule::ALL {
        let read = read_alone(&case_of(rule));
        let files: Vec<_> = read.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
        let messages = zopa::report::diagnostics::diagnostics(&read.diagnostics, &files, false);
        let found: BTreeSet<&str> = read.notes().iter().map(|noted| noted.note.rule.code()).collect();
        if !read.diagnostics.is_empty() || found != BTreeSet::from([rule.code()]) {
            writeln!(others, "{}:\n{messages}{}", rule.code(), told(&read)).unwrap();
        }
    }
    assert!(others.is_empty(), "{others}");
}

#[test]
fn what_is_said_of_each_file_stands_beside_it() {
    for rule in ClauseRule::ALL {
        let place = folder().join(format!("{}.txt", rule.code()));
        let said = told(&read_alone(&case_of(rule)));
        if blessing() {
            fs::write(&place, &said).unwrap();
        }
        let expected = fs::read_to_string(&place).unwrap_or_default();
        assert!(expected == said, "{}: is said now\n{said}", place.display());
    }
}

/// Code, sentence, place, a way to mend it: a note without one of them is no help.
#[test]
fn a_note_has_its_parts() {
    for rule in ClauseRule::ALL {
        let read = read_alone(&case_of(rule));
        for (note, place) in read.notes_placed() {
            let said = clauses::told(&note);
            assert!(said.len() > 20 && said.ends_with('.'), "{}: {said}", rule.code());
            assert!(!said.contains("“”") && !said.contains(": ."), "{}: something is not named: {said}", rule.code());
            assert!(place.starts_with("case.zopa:"), "{}: no place", rule.code());
            let named = note.commitments.iter().any(|one| case_of(rule).contains(&format!("commitment {}", one.name)));
            assert!(named, "{}: no commitment", rule.code());
        }
        let card = clauses::card(rule);
        for words in [card.finds, card.why, card.mend] {
            assert!(words.len() > 20, "{}: {words:?}", rule.code());
        }
    }
}

// ---------------------------------------------------------------- treaties

fn treaties() -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("tests/treaties")).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ext| ext == "zopa")).collect();
    files.sort();
    files
}

fn treaty(path: &Path) -> (String, Read) {
    let text = fs::read_to_string(path).unwrap();
    let folder = path.parent().unwrap().join("documents");
    let documents = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let document = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (format!("documents/{name}"), fs::read(path).unwrap())
    };
    let documents = documents.map(document).filter(|(name, _)| text.contains(name)).collect();
    let read = read(&Texts { documents, ..Texts::of_case("case", &text) });
    assert_eq!(read.errors(), 0, "{}: {:?}", path.display(), read.diagnostics);
    (text, read)
}

/// The rows `# planted: COMMITMENT RULE`.
fn planted(text: &str) -> Vec<String> {
    let rows = text.lines().filter_map(|row| row.strip_prefix("# planted: "));
    rows.map(str::to_owned).collect()
}

fn found(read: &Read) -> Vec<String> {
    let row = |noted: &zopa::Noted| format!("{} {}", noted.note.commitments[0].name, noted.note.rule.code());
    read.notes().iter().map(row).collect()
}

#[test]
fn what_is_planted_is_found_and_nothing_else() {
    let mut differing = String::new();
    for path in treaties() {
        let (text, read) = treaty(&path);
        let (mut planted, mut found) = (planted(&text), found(&read));
        planted.sort();
        found.sort();
        if planted != found {
            let missing: Vec<_> = planted.iter().filter(|row| !found.contains(row)).collect();
            let more: Vec<_> = found.iter().filter(|row| !planted.contains(row)).collect();
            writeln!(differing, "{}: not found {missing:?}, not planted {more:?}", path.display()).unwrap();
        }
    }
    assert!(differing.is_empty(), "{differing}");
}

#[test]
fn the_treaty_has_twenty_two_rules_and_more() {
    let (text, _) = treaty(&root().join("tests/treaties/three-lakes.zopa"));
    let rules: BTreeSet<String> = planted(&text).iter().map(|row| row.split_once(' ').unwrap().1.to_owned()).collect();
    assert!(rules.len() >= 22, "{}", rules.len());
}

// ---------------------------------------------------------------- the example

/// What the five reports leave open, and what they do not.
#[test]
fn the_holes_of_the_first_example_are_found() {
    let text = fs::read_to_string(root().join("examples/ukraine-2026/ukraine.zopa")).unwrap();
    let found = found(&read(&Texts::of_case("ukraine-2026", &text)));
    for known in [
        "us-defence no-decider",
        "us-defence end-without-date",
        "us-defence discretion-may",
        "us-defence ratification-two-ways",
        "response-in-72-hours below-trigger",
        "response-in-72-hours discretion-may",
    ] {
        assert!(found.iter().any(|row| row == known), "{known} in {found:#?}");
    }
    for invented in ["response-in-72-hours no-deadline", "us-weapons no-trigger", "us-defence no-trigger"] {
        assert!(!found.iter().any(|row| row == invented), "{invented}");
    }
}

// ---------------------------------------------------------------- the page of the cards

const HEAD: &str = "\
# What commitments leave open

`zopa check` reads every commitment of a case clause by clause and notes what it leaves open. A note is no warning and no
error: the reports may say no more, and then the hole is a fact about the promise. It judges nobody. The rules need no news,
and read the text of a treaty as they read reports; `zopa new DIR --treaty` begins with one.

A part of a commitment is *known*, or its line says `?`: no report tells it; or the case has no line on it. The three are
kept apart. Where a part is not known, the rules that need it are silent.

Here is each rule with a case that it has a note on, and what the check says. The files stand in `tests/errors/clauses`, and
a test writes this page from them. [The treaties](../tests/treaties/README.md) show them together.

";

fn page() -> String {
    let mut out = HEAD.to_owned();
    out.push_str("| rule | finds |\n|---|---|\n");
    let rules: Vec<ClauseRule> = zopa::clause_rules().collect();
    for rule in &rules {
        writeln!(out, "| [`{0}`](#{0}) | {1} |", rule.code(), clauses::card(*rule).finds).unwrap();
    }
    for rule in rules {
        let (card, case) = (clauses::card(rule), case_of(rule));
        let note = read_alone(&case).notes_placed().into_iter().next().unwrap().0;
        writeln!(
            out,
            "\n## {}\n\n{}.\n\n*Why it matters.* {}\n\n*What would mend it.* {}\n\n```zopa\n{}\n```\n\n```text\n{}\n```",
            rule.code(),
            card.finds,
            card.why,
            card.mend,
            case.trim_end(),
            clauses::told(&note)
        )
        .unwrap();
    }
    out
}

#[test]
fn the_page_of_the_cards_is_what_they_say() {
    let place = root().join("docs/clauses.md");
    let page = page();
    if blessing() {
        fs::write(&place, &page).unwrap();
    }
    let found = fs::read_to_string(&place).unwrap_or_default();
    assert!(found == page, "docs/clauses.md: ZOPA_BLESS=1 cargo test -p zopa --test it clauses writes it anew");
}
