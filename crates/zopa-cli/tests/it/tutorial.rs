//! Does the tutorial go as it says? Its files are written, its edits made and its commands run, from top to bottom.
//!
//! A block `file PATH` is a file; `zopa PATH` goes to the end of one; `edit PATH` has old lines, `---` and new ones; a
//! block `console` has commands with what they say, and is what a blessing writes anew.

use crate::run::blessed;
use crate::transcripts::told;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn the_tutorial_goes_as_it_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/tutorial.md");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tutorial");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let gone = Walk { folder }.gone(&fs::read_to_string(&path).unwrap());
    blessed(&path, &gone);
    let spoken: Vec<&str> = gone.lines().filter(|line| line.starts_with("$ zopa ")).collect();
    for command in ["add", "quote", "check", "brief", "why", "openings"] {
        assert!(spoken.iter().any(|line| line.starts_with(&format!("$ zopa {command}"))), "{command} is never run");
    }
}

/// Somebody who does what the tutorial says, in a folder.
pub struct Walk {
    pub folder: PathBuf,
}

impl Walk {
    /// The text again, with what its commands say now.
    pub fn gone(&self, text: &str) -> String {
        let mut out = String::new();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            out.push_str(&format!("{line}\n"));
            let Some(opened) = line.strip_prefix("```") else { continue };
            let block: String =
                lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
            out.push_str(&self.block(opened, &block));
            out.push_str("```\n");
        }
        out
    }

    fn block(&self, opened: &str, block: &str) -> String {
        match opened.split_once(' ') {
            Some(("file", name)) => fs::write(self.folder.join(name), block).unwrap(),
            Some(("zopa", name)) => self.change(name, |text| text + block),
            Some(("edit", name)) => self.change(name, |text| edited(&text, block)),
            None if opened == "console" => return self.run(block),
            _ => panic!("a block opens with {opened:?}"),
        }
        block.to_owned()
    }

    fn change(&self, name: &str, how: impl FnOnce(String) -> String) {
        let path = self.folder.join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, how(text)).unwrap();
    }

    fn run(&self, block: &str) -> String {
        let commands = block.lines().filter(|line| line.starts_with("$ "));
        commands.map(|command| told(&self.folder, command)).collect()
    }
}

/// The old lines, which stand there once, replaced by the new.
fn edited(text: &str, block: &str) -> String {
    let (old, new) = block.split_once("---\n").expect("an edit has `---` between old and new");
    assert_eq!(text.matches(old).count(), 1, "{old:?} stands once in {text:?}");
    text.replacen(old, new, 1)
}
