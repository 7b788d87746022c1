//! `zopa add` as people run it: pasted text, two at once, a new case from nothing.

use crate::run::{Ran, files, ran, run, scratch, zopa};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

fn pasted(folder: &Path, args: &[&str], text: &str) -> Ran {
    let mut child =
        zopa(folder, args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
}

#[test]
fn what_is_pasted_is_kept_byte_for_byte() {
    let folder = scratch("paste-add");
    let text = "Пошта: “ні”.\r\n";
    let added =
        pasted(&folder, &["add", "harbour", "-", "--outlet", "Київська пошта", "--published", "2026-05-03"], text);
    assert_eq!((added.code, added.err.as_str()), (0, ""));
    assert_eq!(fs::read_to_string(folder.join("harbour/documents/київська-пошта.txt")).unwrap(), text);
    assert!(
        added.out.starts_with("added documents/київська-пошта.txt as source `київська-пошта` (harbour/"),
        "{}",
        added.out
    );
    assert!(!added.out.contains('?'), "{}", added.out);
    let again = pasted(&folder, &["add", "harbour", "-"], text);
    assert!(again.out.contains("standard input is there already, byte for byte"), "{}", again.out);
    assert_eq!(pasted(&folder, &["add", "harbour", "-"], "").code, 2);
    assert_eq!(run(&folder, &["check", "harbour"]).code, 0);
}

/// From nothing to a brief with a report and a claim of one's own, as the README and the starter tell it.
#[test]
fn from_nothing_to_a_brief_of_ones_own() {
    let folder = scratch("from-nothing");
    assert_eq!(run(&folder, &["new", "mine"]).code, 0);
    fs::write(folder.join("herald.txt"), "Highmoor is ready to read the meters jointly, its council said.\n").unwrap();
    assert_eq!(run(&folder, &["add", "mine", "herald.txt", "--outlet", "Hill Herald"]).code, 0);
    let quote = run(&folder, &["quote", "mine", "meters jointly"]).out;
    let line = quote.lines().find(|line| line.trim_start().starts_with("quote")).unwrap().trim();
    let claim = format!("claim ready \"Highmoor reads jointly\"\n  highmoor accepts meters = joint\n  {line}\n");
    let case = fs::read_to_string(folder.join("mine/case.zopa")).unwrap();
    fs::write(folder.join("mine/case.zopa"), case + &claim).unwrap();
    let checked = run(&folder, &["check", "mine"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
    assert!(run(&folder, &["brief", "mine"]).out.contains("A brief from three reports"));
}

/// One that is at work is waited for, for a while; then it is said, and nothing is written.
#[test]
fn one_zopa_at_a_time_writes() {
    let folder = scratch("add-at-once");
    assert_eq!(run(&folder, &["new", "mine"]).code, 0);
    fs::write(folder.join("a.txt"), "A report.\n").unwrap();
    let before = files(&folder.join("mine"));
    let lock = File::options().write(true).open(folder.join("mine/.zopa/lock")).unwrap();
    lock.lock().unwrap();
    let refused = run(&folder, &["add", "mine", "a.txt"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.starts_with("error[busy]: another zopa is at work in `"), "{}", refused.err);
    assert!(files(&folder.join("mine")) == before);
    drop(lock);
    let texts = ["one", "two", "three", "four"];
    for name in texts {
        fs::write(folder.join(format!("{name}.txt")), format!("Report {name}.\n")).unwrap();
    }
    let (at, ends) = (&folder, std::sync::Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for name in texts {
            let ends = &ends;
            scope.spawn(move || {
                ends.lock().unwrap().push((name, ran(zopa(at, &["add", "mine", &format!("{name}.txt")]))))
            });
        }
    });
    let case = fs::read_to_string(folder.join("mine/case.zopa")).unwrap();
    for (name, ran) in ends.into_inner().unwrap() {
        let is_there = folder.join(format!("mine/documents/{name}.txt")).is_file();
        assert_eq!((is_there, case.contains(&format!("\nsource {name} "))), (ran.code == 0, ran.code == 0), "{ran:?}");
        assert!(
            ran.code == 0 || ran.err.contains("error[busy]") || ran.err.contains("error[changed-since]"),
            "{ran:?}"
        );
    }
    assert_eq!(run(&folder, &["check", "mine"]).code, 0);
}
