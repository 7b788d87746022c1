//! The whole help, in one file.

use crate::run::{Ran, blessed, cases, run};
use std::path::Path;

const COMMANDS: [&str; 21] = [
    "new",
    "add",
    "check",
    "fmt",
    "quote",
    "why",
    "openings",
    "hinges",
    "holds",
    "brief",
    "sources",
    "diff",
    "track",
    "claims",
    "accept",
    "reject",
    "merge",
    "undo",
    "serve",
    "completions",
    "man",
];

#[test]
fn the_whole_help_is_as_written_down() {
    let mut all = told(&[]);
    for command in COMMANDS {
        all.push_str(&told(&[command]));
    }
    blessed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/help.txt"), &all);
}

fn told(command: &[&str]) -> String {
    let args = [command, &["--help"]].concat();
    let Ran { out, err, code } = run(&cases(), &args);
    assert_eq!((err.as_str(), code), ("", 0));
    format!("$ zopa {}\n{out}\n", args.join(" "))
}

#[test]
fn every_command_is_in_the_list() {
    let help = run(&cases(), &["--help"]).out;
    let list = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let listed: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(listed, COMMANDS);
}

#[test]
fn no_command_is_wrong_usage_with_a_short_help() {
    let ran = run(&cases(), &[]);
    assert_eq!((ran.out.as_str(), ran.code), ("", 2));
    assert!(COMMANDS.iter().all(|command| ran.err.contains(command)));
}

#[test]
fn shells_and_the_manual_are_told_of_every_command() {
    let told = |args: &[&str]| {
        let ran = run(&cases(), args);
        assert_eq!((ran.err.as_str(), ran.code), ("", 0), "{args:?}");
        ran.out
    };
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = told(&["completions", shell]);
        assert!(COMMANDS.iter().all(|command| script.contains(command)), "{shell}");
    }
    let program = told(&["man"]);
    assert!(program.starts_with(".ie") && COMMANDS.iter().all(|command| program.contains(command)), "{program}");
    assert!(told(&["man", "track"]).contains("zopa\\-track"));
    let ran = run(&cases(), &["man", "trak"]);
    assert_eq!((ran.out.as_str(), ran.code), ("", 2));
    assert!(ran.err.contains("`trak`") && ran.err.contains("track"), "{}", ran.err);
}
