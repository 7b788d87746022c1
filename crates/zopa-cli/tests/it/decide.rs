//! Accepted, rejected, merged, taken back: what the commands do to the files of a dossier.

use crate::run::{files, run, scratch};
use std::fs;

#[test]
fn whatever_was_decided_undo_restores_the_bytes() {
    let decisions: [&[&str]; 5] = [
        &["accept", "waiting", "not-low"],
        &["accept", "waiting", "--all"],
        &["reject", "waiting", "told-us", "--because", "the words are about another year"],
        &["merge", "waiting", "not-low", "low-only"],
        &["reject", "waiting", "not-low", "told-us", "--because", "neither"],
    ];
    // Every order of two, and of three that begins with one of them.
    for first in 0..decisions.len() {
        for second in 0..decisions.len() {
            let folder = scratch(&format!("decide-{first}-{second}"));
            let case = |folder: &std::path::Path| {
                let mut all = files(folder);
                all.retain(|(path, _)| !path.to_string_lossy().contains(".zopa/"));
                all
            };
            let before = case(&folder);
            let mut states = vec![before.clone()];
            for args in [decisions[first], decisions[second], decisions[(first + second) % 5]] {
                let ran = run(&folder, args);
                let now = case(&folder);
                assert_eq!(ran.code == 0, now != *states.last().unwrap(), "{args:?}: {}{}", ran.out, ran.err);
                if ran.code == 0 {
                    assert!(ran.out.contains("zopa undo takes it back"), "{}", ran.out);
                    states.push(now);
                }
            }
            assert!(states.len() > 1);
            states.pop();
            while let Some(expected) = states.pop() {
                let ran = run(&folder, &["undo", "waiting"]);
                assert_eq!((ran.code, case(&folder) == expected), (0, true), "{}", ran.err);
            }
            assert!(case(&folder) == before);
            assert_ne!(run(&folder, &["undo", "waiting"]).code, 0);
        }
    }
}

#[test]
fn a_file_that_changed_since_is_not_taken_back() {
    let folder = scratch("decide-changed");
    assert_eq!(run(&folder, &["accept", "waiting", "not-low"]).code, 0);
    let path = folder.join("waiting/waiting.zopa");
    let more = fs::read_to_string(&path).unwrap() + "# mine\n";
    fs::write(&path, &more).unwrap();
    let ran = run(&folder, &["undo", "waiting"]);
    assert_ne!(ran.code, 0, "{}", ran.out);
    assert_eq!(fs::read_to_string(&path).unwrap(), more);
}

/// A claim that waits, accepted: it counts; rejected: it is kept, and counts for nobody.
#[test]
fn what_was_decided_counts_or_does_not() {
    let folder = scratch("decide-counts");
    let fits = |args: &[&str]| !run(&folder, &[&["why", "waiting"], args].concat()).out.contains("No agreement is");
    assert!(fits(&[]) && !fits(&["--unconfirmed"]));
    let ran = run(&folder, &["reject", "waiting", "not-low", "told-us", "--because", "of another harbour"]);
    assert_eq!(ran.out, "rejected: not-low, told-us\nzopa undo takes it back\n");
    assert!(fits(&[]) && fits(&["--unconfirmed"]));
    let ran = run(&folder, &["undo", "waiting"]);
    assert!(ran.out.starts_with("taken back: reject not-low, told-us, in waiting.zopa"), "{}{}", ran.out, ran.err);
    assert_eq!(run(&folder, &["accept", "waiting", "not-low"]).code, 0);
    assert!(!fits(&[]));
}
