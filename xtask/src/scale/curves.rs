//! How does cost grow? One thing after the other made more of, the rest of a case staying as it is.

use super::made::{Size, case};
use super::screen::switched;
use super::{timed, worst};
use zopa_analysis::{Active, Choices, Screens, reading_lists};
use zopa_case::LimitId;

const BASE: Size = Size { issues: 20, limits: 100, steps: 6, parties: 8, questions: 0, chains: 6, near: 6, seed: 7 };

type Row = (&'static str, &'static [usize], fn(&mut Size, usize));

const ROWS: [Row; 5] = [
    ("limits", &[50, 100, 200, 400, 800], |size, number| size.limits = number),
    ("issues", &[10, 20, 40, 80, 160], |size, number| size.issues = number),
    ("steps", &[0, 6, 12, 24, 48], |size, number| size.steps = number),
    ("questions", &[0, 2, 4, 6, 8, 10], |size, number| size.questions = number),
    ("planted knots", &[1, 2, 4, 8, 16, 32], |size, number| size.chains = number),
];
/// Limits switched for the figure of a switch.
const SWITCHED: usize = 20;

/// Prints a table for each.
pub fn run() -> Result<bool, String> {
    for (name, numbers, set) in ROWS {
        println!("| {name} | first screen ms | slowest switch ms | lists ms | clashes | complete |");
        println!("|---:|---:|---:|---:|---:|---|");
        for number in numbers {
            let mut size = BASE;
            set(&mut size, *number);
            println!("{}", row(*number, size)?);
        }
        println!();
    }
    Ok(true)
}

fn row(number: usize, size: Size) -> Result<String, String> {
    let case = case(size)?;
    let active = Active::all(&case);
    let (screen, mut screens) = timed(|| {
        let mut screens = Screens::of(&case);
        screens.at(&active);
        screens
    })?;
    let limits: Vec<LimitId> = active.limits.iter().copied().collect();
    let some = limits.iter().step_by((limits.len() / SWITCHED).max(1));
    let switches = some.map(|limit| switched(&mut screens, &active, *limit)).collect::<Result<Vec<f64>, String>>()?;
    let (ms, lists) = timed(|| reading_lists(&case, &Choices::default()))?;
    let lists = lists.map_err(|refusal| format!("{refusal:?}"))?;
    let clashes: std::collections::BTreeSet<_> = lists.iter().flat_map(|(_, lists)| &lists.clashes).collect();
    let complete = if lists.iter().all(|(_, lists)| lists.complete) { "yes" } else { "at least" };
    Ok(format!("| {number} | {screen:.1} | {:.1} | {ms:.0} | {} | {complete} |", worst(&switches), clashes.len()))
}
