//! How fast are attributions found?
//!
//! `cargo run --release -p xtask -- measure-evidence FILE...`: CPU time of all the texts named, one after the other, from
//! text to attributions; the least of several runs, against the bound of 10 MB/s on one core.

use crate::measure::own_cpu;
use zopa_evidence::{Language, attributions};

const RUNS: usize = 5;
const BOUND: f64 = 10.0;

/// Prints the figure; `false` where it is under the bound.
pub fn run(files: &[String]) -> Result<bool, String> {
    let read = |file: &String| std::fs::read(file).map_err(|error| format!("{file}: {error}"));
    let texts: Vec<String> = files
        .iter()
        .map(|file| read(file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        .collect::<Result<_, _>>()?;
    let megabytes = texts.iter().map(String::len).sum::<usize>() as f64 / 1e6;
    if texts.is_empty() {
        return Err("cargo run --release -p xtask -- measure-evidence FILE...".to_owned());
    }
    let mut best = f64::INFINITY;
    let mut found = 0;
    for _ in 0..RUNS {
        let before = own_cpu()?;
        found = texts.iter().map(|text| attributions(text, Language::english()).len()).sum();
        best = best.min(own_cpu()? - before);
    }
    let speed = megabytes * 1000.0 / best;
    println!(
        "{found} attributions in {megabytes:.1} MB: {best:.0} ms of CPU, {speed:.1} MB/s (least of {RUNS} runs; bound {BOUND})"
    );
    Ok(speed >= BOUND)
}
