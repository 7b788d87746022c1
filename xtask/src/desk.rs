//! Does the desk hold what it promises, worked in a browser as people work it?
//!
//! This side builds the program and makes the dossiers; `xtask/desk/check.mjs` runs `zopa serve` on copies of them, works every
//! screen in Chromium, kills what it started, and times it. Nothing outside the package registry of npm is asked for anything,
//! and that once.

mod many;

use crate::tools::Tools;
use serde_json::json;
use std::fs;

/// Each check with what it looks at, in the order in which they run.
const CHECKS: [(&str, &str); 18] = [
    ("bring", "files chosen, dropped and pasted; labels; what is known already"),
    ("keep", "what was left out of a report, brought back and left out again; the quotes that stand"),
    ("speakers", "the row of a report; who speaks, placed and taken back"),
    ("stating", "what a claim means: completion over parties, issues and options, new ones declared"),
    ("review", "every key, undo to the byte, a whole review by keyboard alone"),
    ("text", "a text broken and mended, with its messages while one writes"),
    ("brief", "switch, condition, source set aside, call, rounds: in the address, after a reload, in another window"),
    ("link", "the address of each view leads a colleague to the same at a desk of their own"),
    ("save", "the downloaded page has the bytes of `zopa brief`"),
    ("beside", "two coders' cases, a report and its rewrite, two wordings"),
    ("windows", "two windows: nothing is lost, the later one sees both texts, news arrive"),
    ("kill", "the process killed while it writes, and started again"),
    ("hostile", "markup of others in every place: no script, no dialog"),
    ("axe", "no serious or critical fault of accessibility on any screen"),
    ("width", "no sideways scrolling at 820 pixels"),
    ("scripts-off", "bring in, review and save without the script"),
    ("time", "from a key to the screen, a switch, start and memory, with 40 documents and 1,000 suggestions"),
    ("pictures", "screenshots of every screen in target/desk"),
];

/// Runs the checks asked for, all of them by default; `false` if one fails.
///
/// # Errors
/// A name that is no check, a tool that is missing (the message says how to get it), a program that fails.
pub(crate) fn run(words: &[String]) -> Result<bool, String> {
    if let Some(none) = words.iter().find(|word| CHECKS.iter().all(|(check, _)| check != word)) {
        let all: Vec<String> = CHECKS.iter().map(|(check, says)| format!("\n  {check:<12} {says}")).collect();
        return Err(format!("no check `{none}`; there are:{}", all.concat()));
    }
    let tools = Tools::found(false)?;
    tools.build()?;
    let out = tools.root.join("target/desk");
    let many = out.join("cases/many");
    many::write(&many)?;
    let asked = |check: &&str| words.is_empty() || words.iter().any(|word| word == check);
    let checks: Vec<&str> = CHECKS.iter().map(|(check, _)| *check).filter(asked).collect();
    let (chromium, zopa) = (tools.named(), tools.program());
    let plan =
        json!({ "tools": chromium, "zopa": zopa, "root": tools.root, "out": out, "many": many, "checks": checks });
    let path = out.join("plan.json");
    fs::write(&path, plan.to_string()).map_err(|error| format!("{}: {error}", path.display()))?;
    tools.check("desk/check.mjs", &path)
}
