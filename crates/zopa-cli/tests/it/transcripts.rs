//! Each case folder has a `transcript.txt`: commands, and what they say. A new test is a new folder.
//!
//! A line `$ zopa ...` is run in the folder of all cases; then comes what it wrote to standard output, what it wrote to
//! standard error, and how it ended where that is not well.

use crate::run::{blessed, cases, files, run, scratch};
use std::fs;
use std::path::Path;

/// Commands that write into a dossier: their transcripts have a folder of all cases to themselves.
const WRITING: [&str; 6] = ["new", "add", "accept", "reject", "merge", "undo"];

#[test]
fn every_transcript_holds_and_nothing_is_written() {
    let folder = scratch("transcripts");
    let before = files(&folder);
    let mut names: Vec<_> = fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert!(names.len() >= 10);
    for name in names {
        let path = cases().join(&name).join("transcript.txt");
        let commands = fs::read_to_string(&path).unwrap();
        let commands: Vec<&str> = commands.lines().filter(|line| line.starts_with("$ zopa")).collect();
        assert!(!commands.is_empty(), "{}", path.display());
        let writes = commands.iter().any(|command| WRITING.contains(&command.split(' ').nth(2).unwrap_or_default()));
        let own = if writes { scratch(&format!("transcripts-{}", name.display())) } else { folder.clone() };
        let told: Vec<String> = commands.iter().map(|command| told(&own, command)).collect();
        blessed(&path, &told.join("\n"));
    }
    assert!(files(&folder) == before, "a command wrote into the folder of a case");
}

/// A command as it is typed, and what it says.
pub fn told(folder: &Path, command: &str) -> String {
    let words = split(command);
    let args: Vec<&str> = words.iter().skip(2).map(String::as_str).collect();
    let ran = run(folder, &args);
    let end = if ran.code == 0 { String::new() } else { format!("[exit {}]\n", ran.code) };
    format!("{command}\n{}{}{end}", ran.out, ran.err)
}

/// Words at spaces; double quotes hold words together.
fn split(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// The blessing writes down whatever is said; these must be said.
#[test]
fn bad_input_gets_a_clear_message_with_a_place() {
    let folder = scratch("bad-input");
    let said = [
        ("defined-twice", 1, vec!["defined-twice/case.zopa:3:7", "`north`"]),
        ("supersedes-circle", 1, vec!["error[supersedes-circle]", "supersedes-circle/case.zopa:9:3"]),
        ("words-not-there", 1, vec!["words-not-there/words.zopa:21:24", "no fee but the low one"]),
        ("changed-document", 0, vec!["warning[document-changed]", "changed-document/changed.zopa:12:12"]),
        ("gone-words", 0, vec!["warning[quote-gone]", "gone-words/case.zopa:26:24"]),
        ("missing-document", 0, vec!["documents/wire.txt, 2 quotes"]),
        ("impossible-limit", 0, vec!["warning[limit-impossible]", "impossible-limit/case.zopa:8:1"]),
        ("rules-contradict", 1, vec!["error[rules-contradict]", "rules-contradict/case.zopa:10:1"]),
        ("too-many-readings", 1, vec!["1099511627776 readings", "low-40"]),
    ];
    for (name, code, parts) in said {
        let ran = run(&folder, &["check", name]);
        assert_eq!(ran.code, code, "{name}");
        for part in parts {
            assert!(
                ran.out.contains(part) || ran.err.contains(part),
                "{name} says nothing of {part}: {}{}",
                ran.out,
                ran.err
            );
        }
    }
}

#[test]
fn what_nobody_can_meet_is_no_clash_of_parties() {
    let folder = scratch("nobodys");
    let impossible = run(&folder, &["why", "impossible-limit"]);
    assert!(impossible.out.contains("no clash between parties"), "{}", impossible.out);
    let rules = run(&folder, &["why", "rules-contradict"]);
    assert!(rules.out.contains("no stated limit is needed for the contradiction"), "{}", rules.out);
    for rule in ["fee = low implies dredging = yes", "fee = low", "dredging = no"] {
        assert!(rules.out.contains(rule), "{rule}");
    }
}
