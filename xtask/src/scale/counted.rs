//! Has the work grown? Instructions of three fixed cases, counted by valgrind, against those that are recorded.
//!
//! The count is the same on every run of one build; another compiler gives another, so what differs by little is let
//! pass, and `ZOPA_BLESS=1` records what is counted.

use super::made::{FIXED, case};
use super::screen::switched;
use std::process::Command;
use zopa_analysis::{Active, Choices, Screens, reading_lists};

const RECORD: &str = "xtask/instructions.txt";
/// Hundredths by which a count may differ from the record.
const LEEWAY: u64 = 3;

/// What is counted of one case: the first screen, the screen without each limit, and the lists but for the largest.
pub fn made(name: &str) -> Result<bool, String> {
    let known = || FIXED.map(|(name, _)| name).join(", ");
    let size = FIXED.iter().find(|(fixed, _)| *fixed == name).map(|(_, size)| *size);
    let case = case(size.ok_or_else(|| format!("no case `{name}`; there are: {}", known()))?)?;
    let active = Active::all(&case);
    let mut screens = Screens::of(&case);
    screens.at(&active);
    for limit in &active.limits {
        switched(&mut screens, &active, *limit)?;
    }
    if name != "large" {
        let lists = reading_lists(&case, &Choices::default()).map_err(|refusal| format!("{refusal:?}"))?;
        return Ok(lists.iter().all(|(_, lists)| lists.complete));
    }
    Ok(true)
}

/// Counts all three; `false` where one differs from its record.
pub fn run() -> Result<bool, String> {
    let mut counted = String::new();
    for (name, _) in FIXED {
        counted.push_str(&format!("{name} {}\n", instructions(name)?));
    }
    print!("{counted}");
    if std::env::var_os("ZOPA_BLESS").is_some() {
        std::fs::write(RECORD, &counted).map_err(|error| format!("{RECORD}: {error}"))?;
        return Ok(true);
    }
    let record = std::fs::read_to_string(RECORD).map_err(|error| format!("{RECORD}: {error}"))?;
    let number = |line: &str| line.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok()).unwrap_or_default();
    let near = |(now, then): (&str, &str)| number(now).abs_diff(number(then)) * 100 <= number(then) * LEEWAY;
    Ok(counted.lines().zip(record.lines()).all(near) && counted.lines().count() == record.lines().count())
}

fn instructions(name: &str) -> Result<u64, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let tool = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
    let ran = Command::new("valgrind").args(tool).arg(program).args(["scale", "--made", name]).output();
    let ran = ran.map_err(|error| format!("valgrind: {error}"))?;
    let said = String::from_utf8_lossy(&ran.stderr);
    let counted = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    counted.ok_or_else(|| format!("valgrind counted nothing of `{name}`:\n{said}"))
}
