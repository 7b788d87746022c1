//! Is it what another solver says, and how much sooner?

use super::{read, screen};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Milliseconds: the first screen, the median switch, any switch.
const SCREEN: f64 = 50.0;
const SWITCH: f64 = 2.0;
const WORST: f64 = 16.0;
/// A switch is that much sooner.
const SOONER: f64 = 10.0;

/// Prints our line for each file and what it comes to beside the other's; `false` where an answer differs or one is late.
pub fn run(lines: &str, files: &[String]) -> Result<bool, String> {
    let text = std::fs::read_to_string(lines).map_err(|error| format!("{lines}: {error}"))?;
    let theirs: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{lines}: {error}")))
        .collect::<Result<_, String>>()?;
    let theirs: BTreeMap<&str, &Value> =
        theirs.iter().filter_map(|line| Some((line["file"].as_str()?, line))).collect();
    let mut all = true;
    for file in files {
        let ours = screen::line(file, &read(file)?)?;
        println!("{ours}");
        let other = theirs.get(file.as_str()).ok_or_else(|| format!("{lines}: no line for `{file}`"))?;
        let compared = compared(&ours, other);
        all &= compared.get("met") == Some(&json!(true));
        println!("{compared}");
    }
    Ok(all)
}

fn compared(ours: &Value, theirs: &Value) -> Value {
    let equal = ours["answer"] == theirs["answer"];
    let number = |line: &Value, name: &str| line[name].as_f64().unwrap_or(f64::MAX);
    let switch = number(ours, "switch_ms").max(number(ours, "in_a_row_ms"));
    let worst = number(ours, "switch_worst_ms").max(number(ours, "in_a_row_worst_ms"));
    let sooner = number(theirs, "switch_ms") / switch.max(0.001);
    let soon = number(ours, "first_screen_ms") < SCREEN && switch < SWITCH && worst < WORST && sooner >= SOONER;
    json!({
        "file": ours["file"],
        "equal": equal,
        "switch_sooner": super::rounded(sooner),
        "met": equal && soon,
    })
}
