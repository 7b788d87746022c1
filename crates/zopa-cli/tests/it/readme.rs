//! Is what the README shows what the program says? Its report, its case, its screen and its message.

use crate::run::{run, scratch};
use std::fs;
use std::path::Path;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap()
}

/// The fenced block that begins so.
fn block(text: &str, start: &str) -> String {
    let mut blocks = text.split("```\n").skip(1).step_by(2);
    blocks.find(|block| block.starts_with(start)).unwrap_or_else(|| panic!("no block begins {start:?}")).to_owned()
}

#[test]
fn the_readme_shows_what_is_said() {
    let text = readme();
    let folder = scratch("readme");
    let (case, report) = (block(&text, "case \"Harbour fees\""), block(&text, "North Quay will accept"));
    assert_eq!(case.lines().count(), 20);
    let dossier = folder.join("shown/harbour");
    fs::create_dir_all(dossier.join("documents")).unwrap();
    fs::write(dossier.join("documents/post.txt"), report).unwrap();
    fs::write(dossier.join("harbour.zopa"), &case).unwrap();

    let beside = folder.join("shown");
    let checked = run(&beside, &["check", "harbour"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
    assert!(checked.out.contains("3 quotes: 3 verified, 0 not in hand, 0 orphaned"), "{}", checked.out);
    assert_eq!(run(&beside, &["brief", "harbour"]).out, block(&text, "Harbour fees ·"));

    let line = |case: &str| case.replacen("north requires fee = low", "north requires fee = lwo", 1);
    fs::write(dossier.join("harbour.zopa"), line(&case)).unwrap();
    let mistaken = run(&beside, &["check", "harbour"]);
    assert_eq!(mistaken.code, 1);
    let message = block(&text, "error[unknown-option]");
    assert!(
        mistaken.err.contains(message.trim_end()) || mistaken.out.contains(message.trim_end()),
        "{}{}",
        mistaken.out,
        mistaken.err
    );
}
