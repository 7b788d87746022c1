//! Does the page on tracking say what is said? Its commands are run beside a copy of the examples.

use crate::run::{blessed, copy};
use crate::tutorial::Walk;
use std::fs;
use std::path::Path;

#[test]
fn the_page_on_tracking_says_what_is_said() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("docs/tracking.md");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tracking");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    copy(&root.join("examples/ukraine-2026"), &folder.join("ukraine-2026"));
    let text = fs::read_to_string(&path).unwrap();
    let gone = Walk { folder }.gone(&text);
    blessed(&path, &gone);
    // Whoever reads the block alone sees that nobody reported any of it.
    let list = gone.split("```file invented.events\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(list.starts_with("# Invented"));
    assert_eq!(list.lines().filter(|line| !line.starts_with(['#', 'o'])).count(), 8);
}
