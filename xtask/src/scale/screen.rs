//! How long until the first screen stands, cold and after a switch?

use super::{median, rounded, timed, worst};
use serde_json::{Map, Value, json};
use zopa_analysis::{Active, First, Screens};
use zopa_case::{Case, LimitId};

/// The first screen, the oracle made anew; then each limit taken away by itself, and the screen again: straight after the
/// first screen (`switch_ms`), and one after the other, as somebody does who tries them all (`in_a_row_ms`).
pub fn line(file: &str, case: &Case) -> Result<Value, String> {
    let active = Active::all(case);
    let (smallest, _) = timed(|| Screens::of(case).smallest(&active))?;
    let (cold, (mut screens, first)) = timed(|| after_the_first(case, &active))?;
    let calls = screens.calls();
    let limits: Vec<LimitId> = active.limits.iter().copied().collect();
    let alone: Vec<f64> = limits
        .iter()
        .map(|limit| switched(&mut after_the_first(case, &active).0, &active, *limit))
        .collect::<Result<_, String>>()?;
    let row: Vec<f64> =
        limits.iter().map(|limit| switched(&mut screens, &active, *limit)).collect::<Result<_, String>>()?;
    Ok(json!({
        "file": file,
        "answer": answer(case, &first),
        "enough": first.enough.map(|sets| sets.len()),
        "smallest_ms": rounded(smallest),
        "first_screen_ms": rounded(cold),
        "switch_ms": rounded(median(&alone)),
        "switch_worst_ms": rounded(worst(&alone)),
        "in_a_row_ms": rounded(median(&row)),
        "in_a_row_worst_ms": rounded(worst(&row)),
        "calls": calls,
        "in_a_row_calls": screens.calls() - calls,
    }))
}

fn after_the_first<'a>(case: &'a Case, active: &Active) -> (Screens<'a>, First) {
    let mut screens = Screens::of(case);
    let first = screens.at(active);
    (screens, first)
}

/// The CPU time until the screen stands again without a limit.
pub fn switched(screens: &mut Screens<'_>, active: &Active, limit: LimitId) -> Result<f64, String> {
    let mut without = active.clone();
    without.limits.remove(&limit);
    Ok(timed(|| screens.at(&without))?.0)
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
