//! Is a case of 100,000 claims still checked at a desk? `zopa check` on seeded cases of many shapes, each against its bound.
//!
//! `cargo run --release -p xtask -- large [SHAPE...]`: writes the cases below `target/large`, checks each with the program
//! built before, and prints the seconds and the memory that it took.

mod shapes;

pub(crate) use shapes::Dice;
use shapes::{Made, SHAPES};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Claims of each case.
const CLAIMS: usize = 100_000;
/// Seconds that a check may take.
const SECONDS: f64 = 5.0;
/// Megabytes that it may use.
const MEGABYTES: f64 = 1000.0;
/// Bytes of one case file.
const PART: usize = 8 << 20;

/// Prints the figures of these shapes, or of all; `false` where one is over its bound.
pub fn run(names: &[String]) -> Result<bool, String> {
    if let Some(unknown) = names.iter().find(|name| !SHAPES.iter().any(|(known, _)| known == name)) {
        let known: Vec<&str> = SHAPES.iter().map(|(name, _)| *name).collect();
        return Err(format!("no shape `{unknown}`; there are: {}", known.join(", ")));
    }
    let chosen = SHAPES.iter().filter(|(name, _)| names.is_empty() || names.iter().any(|n| n == name));
    let mut within = true;
    for (name, make) in chosen {
        let folder = Path::new("target/large").join(name);
        written(&folder, &make(CLAIMS))?;
        within &= checked(name, &folder)?;
    }
    Ok(within)
}

fn written(folder: &Path, made: &Made) -> Result<(), String> {
    let put = |path: &Path, text: &str| fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()));
    fs::create_dir_all(folder.join("documents")).map_err(|e| e.to_string())?;
    let mut rest = made.case.as_str();
    for part in 1.. {
        // A case file has at most 16 MiB: a longer case is cut before a claim.
        let cut = rest.get(..PART.min(rest.len())).unwrap_or(rest);
        let end =
            if cut.len() < rest.len() { cut.rfind("\nclaim ").map_or(rest.len(), |feed| feed + 1) } else { rest.len() };
        let (file, more) = rest.split_at(end);
        put(&folder.join(format!("large-{part}.zopa")), file)?;
        rest = more;
        if rest.is_empty() {
            break;
        }
    }
    made.documents.iter().try_for_each(|(path, text)| put(&folder.join("documents").join(path), text))
}

fn checked(name: &str, folder: &Path) -> Result<bool, String> {
    let program = Path::new("target/release/zopa");
    let before = crate::measure::children()?;
    let started = Command::new(program).arg("check").arg(folder).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let running = started.map_err(|e| format!("{}: {e} (build it first: cargo build --release)", program.display()))?;
    let (code, megabytes) = ended(running)?;
    let seconds = (crate::measure::children()? - before) as f64 / 1000.0;
    let bounds = format!("bounds {SECONDS} and {MEGABYTES}");
    println!("{name}: {seconds:.2} s of CPU, {megabytes:.0} MB ({CLAIMS} claims; {bounds}), exit code {code}");
    Ok(seconds <= SECONDS && megabytes <= MEGABYTES && (0..=1).contains(&code))
}

/// The exit code, and the most memory seen while it ran: the system keeps the peak, so the last look tells it.
fn ended(mut running: Child) -> Result<(i32, f64), String> {
    let status = format!("/proc/{}/status", running.id());
    let mut kilobytes = 0.0;
    loop {
        if let Some(peak) = fs::read_to_string(&status).ok().as_deref().and_then(peak) {
            kilobytes = peak;
        }
        if let Some(status) = running.try_wait().map_err(|e| e.to_string())? {
            return Ok((status.code().unwrap_or(-1), kilobytes / 1000.0));
        }
        std::thread::sleep(Duration::from_millis(3));
    }
}

/// The most memory that a process used so far, in kilobytes, from what the system says of it.
pub(crate) fn peak(status: &str) -> Option<f64> {
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}
