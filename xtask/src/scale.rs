//! How fast are the answers at a size that nobody writes by hand?
//!
//! `cargo run --release -p xtask -- scale FILE...`: a line of JSON a file, and last the memory that it took. CPU time
//! throughout. With `--beside LINES` each is held against a line of another solver on the same file, in the same form:
//! `python3 scale.py time FILE... > LINES` where the yardsticks are at hand.

mod beside;
mod counted;
mod curves;
mod lists;
mod made;
mod page;
mod parties;
mod screen;

use crate::measure::{build, own_cpu};
use serde_json::{Value, json};
use zopa_case::Case;

/// Megabytes that no case may take.
const MEGABYTES: f64 = 200.0;

/// Prints what was asked for; `false` where something is over its bound, or not so.
pub fn run(words: &[String]) -> Result<bool, String> {
    let done = match words {
        [what] if what == "--curves" => curves::run()?,
        [what] if what == "--page" => page::run()?,
        [what] if what == "--count" => counted::run()?,
        [what, name] if what == "--made" => counted::made(name)?,
        [what, files @ ..] if what == "--lists" => each(files, lists::line)?,
        [what, count, files @ ..] if what == "--parties" => {
            let count = count.parse().map_err(|error| format!("`{count}`: {error}"))?;
            each(files, |file, case| parties::line(file, &parties::dealt(case.clone(), count)))?
        }
        [what, lines, files @ ..] if what == "--beside" => beside::run(lines, files)?,
        files => each(files, screen::line)?,
    };
    let megabytes = megabytes()?;
    println!("{}", json!({ "peak_mb": rounded(megabytes) }));
    Ok(done && megabytes < MEGABYTES)
}

/// A line for each file; `false` where one says that something is not so.
fn each(files: &[String], line: impl Fn(&str, &Case) -> Result<Value, String>) -> Result<bool, String> {
    files.iter().try_fold(true, |all, file| {
        let line = line(file, &read(file)?)?;
        println!("{line}");
        Ok(all && ["verified", "exact"].iter().all(|so| line.get(so) != Some(&json!(false))))
    })
}

/// A case in the format of the yardsticks.
fn read(file: &str) -> Result<Case, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    Ok(build::case(&serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?))
}

/// CPU milliseconds.
fn timed<T>(run: impl FnOnce() -> T) -> Result<(f64, T), String> {
    let start = own_cpu()?;
    let done = run();
    Ok((own_cpu()? - start, done))
}

fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

fn median(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn worst(times: &[f64]) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}

/// The most memory that this process used so far.
fn megabytes() -> Result<f64, String> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|error| error.to_string())?;
    Ok(crate::large::peak(&status).unwrap_or_default() / 1000.0)
}
