//! How fast are the answers at a size that nobody writes by hand?
//!
//! `cargo run --release -p xtask -- scale FILE...`: a line of JSON a file. The first screen is asked cold, the oracle
//! made anew; then single limits are taken away, each by itself, and the screen is asked again. CPU time throughout.

use crate::measure::{build, own_cpu};
use serde_json::{Map, Value, json};
use zopa_analysis::{Active, First, Screens};
use zopa_case::{Case, LimitId};

/// Prints what was found of each file and how long it took.
pub fn run(files: &[String]) -> Result<bool, String> {
    for file in files {
        println!("{}", line(file)?);
    }
    Ok(true)
}

fn line(file: &str) -> Result<Value, String> {
    let case = read(file)?;
    let active = Active::all(&case);
    let start = own_cpu()?;
    let mut screens = Screens::of(&case);
    let first = screens.at(&active);
    let cold = own_cpu()? - start;
    let calls = screens.calls();
    let (alone, row) = (alone(&case, &active)?, in_a_row(&mut screens, &active)?);
    Ok(json!({
        "file": file,
        "answer": answer(&case, &first),
        "first_screen_ms": rounded(cold),
        "switch_ms": rounded(median(&alone)),
        "switch_worst_ms": rounded(worst(&alone)),
        "in_a_row_ms": rounded(median(&row)),
        "in_a_row_worst_ms": rounded(worst(&row)),
        "calls": calls,
        "in_a_row_calls": screens.calls() - calls,
        "enough": first.enough.map(|sets| sets.len()),
    }))
}

/// Each limit taken away by itself, straight after the first screen.
fn alone(case: &Case, active: &Active) -> Result<Vec<f64>, String> {
    let after_the_first = |limit: &LimitId| {
        let mut screens = Screens::of(case);
        screens.at(active);
        timed(&mut screens, active, *limit)
    };
    active.limits.iter().map(after_the_first).collect()
}

/// The same one after the other, as somebody does who tries them all.
fn in_a_row(screens: &mut Screens<'_>, active: &Active) -> Result<Vec<f64>, String> {
    active.limits.iter().map(|limit| timed(screens, active, *limit)).collect()
}

fn timed(screens: &mut Screens<'_>, active: &Active, limit: LimitId) -> Result<f64, String> {
    let mut without = active.clone();
    without.limits.remove(&limit);
    let start = own_cpu()?;
    screens.at(&without);
    Ok(own_cpu()? - start)
}

fn median(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn worst(times: &[f64]) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}

/// A case in the format of the yardsticks.
pub(crate) fn read(file: &str) -> Result<Case, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    Ok(build::case(&serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?))
}

fn rounded(milliseconds: f64) -> f64 {
    (milliseconds * 1000.0).round() / 1000.0
}

/// The size of the smallest opening, and for each party of the smallest that leaves its limits as stated.
fn answer(case: &Case, first: &First) -> Value {
    let mut answer = Map::new();
    answer.insert(String::new(), json!(first.smallest.as_ref().map(Vec::len)));
    for (party, opening) in &first.leaving {
        answer.insert(case.parties[*party].name.clone(), json!(opening.as_ref().map(Vec::len)));
    }
    Value::Object(answer)
}
