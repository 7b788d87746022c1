//! How fast is it? The figures of the house, each with the count of runs it is the median of.
//!
//! `cargo run --release -p xtask -- measure`: the CPU time of the brief of the first example, and of complete answers
//! on seeded cases of a desk's size, which `scale.py` among the yardsticks makes.

#[path = "../../crates/zopa/tests/it/build.rs"]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::disallowed_methods)]
pub(crate) mod build;

use std::path::Path;
use std::process::{Command, Stdio};

const RUNS: usize = 9;

/// Prints the figures, or those of the case files named alone; `false` where one is over its bound.
pub fn run(files: &[String]) -> Result<bool, String> {
    if files.is_empty() {
        return Ok(brief()? & desk()?);
    }
    files.iter().try_fold(true, |fast, file| Ok(fast & answered(file)?))
}

/// CPU milliseconds used by the children of this process that have ended.
pub(crate) fn children() -> Result<u64, String> {
    let stat = std::fs::read_to_string("/proc/self/stat").map_err(|e| e.to_string())?;
    let fields: Vec<i64> =
        stat.rsplit(')').next().unwrap_or("").split_whitespace().filter_map(|f| f.parse().ok()).collect();
    // After the name: state (no number), then ppid as the first; cutime and cstime are the 13th and 14th, in ticks of 10 ms.
    Ok(fields.iter().skip(12).take(2).sum::<i64>().unsigned_abs() * 10)
}

fn brief() -> Result<bool, String> {
    let run = || {
        let program = Path::new("target/release/zopa");
        let done = Command::new(program)
            .args(["brief", "examples/ukraine-2026", "-o", "target/measured.html"])
            .stdout(Stdio::null())
            .status();
        match done {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("{} ended with {status}", program.display())),
            Err(error) => Err(format!("{}: {error} (build it first: cargo build --release)", program.display())),
        }
    };
    run()?;
    let before = children()?;
    let many = RUNS * 20;
    for _ in 0..many {
        run()?;
    }
    let each = (children()? - before) as f64 / many as f64;
    println!("brief of examples/ukraine-2026: {each:.1} ms of CPU (mean of {many} runs; bound 50)");
    Ok(each < 50.0)
}

fn desk() -> Result<bool, String> {
    let Some(folder) = build::yardsticks("consistency") else { return Ok(true) };
    let mut fast = true;
    for kind in ["near", "any", "noise"] {
        for seed in ["1", "2", "3", "4", "5"] {
            let file = format!("target/{kind}-{seed}.json");
            let made =
                Command::new("python3").arg(folder.join("scale.py")).args(["gen", kind, "desk", seed, &file]).status();
            made.map_err(|e| format!("python3: {e}"))?;
            fast &= answered(&file)?;
        }
    }
    Ok(fast)
}

fn answered(file: &str) -> Result<bool, String> {
    let text = std::fs::read_to_string(file).map_err(|e| e.to_string())?;
    let case = build::case(&serde_json::from_str(&text).map_err(|e| e.to_string())?);
    let mut times: Vec<f64> = Vec::new();
    let mut told = String::new();
    for _ in 0..RUNS.min(3) {
        let before = own_cpu()?;
        let lists = zopa_analysis::reading_lists(&case, &Default::default()).map_err(|e| format!("{e:?}"))?;
        times.push(own_cpu()? - before);
        if let Some((_, lists)) = lists.first() {
            let openings: usize = lists.openings.iter().map(|knot| knot.len()).sum();
            let (clashes, knots) = (lists.clashes.len(), lists.knots.len());
            told = format!("{clashes} clashes, {knots} knots, {openings} openings, complete: {}", lists.complete);
        }
    }
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    println!("{file}: {median:.0} ms of CPU (median of {}; bound 500): {told}", times.len());
    Ok(median < 500.0)
}

/// CPU milliseconds of this thread, from the scheduler's count of nanoseconds. It is brought up to date when the thread
/// stops running, so it stops for a moment.
pub(crate) fn own_cpu() -> Result<f64, String> {
    std::thread::sleep(std::time::Duration::from_micros(1));
    let stat = std::fs::read_to_string("/proc/self/schedstat").map_err(|e| e.to_string())?;
    let nanoseconds: f64 = stat.split_whitespace().next().and_then(|field| field.parse().ok()).unwrap_or_default();
    Ok(nanoseconds / 1e6)
}
