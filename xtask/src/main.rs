//! Chores of this repository: `cargo xtask help`.

#![forbid(unsafe_code)]

mod desk;
mod fuzz;
mod large;
mod lineage_speed;
mod measure;
mod measure_evidence;
mod page;
mod reading;
mod scale;
mod tools;
mod wrong;
mod yardstick_between;
mod yardstick_evidence;

use std::process::ExitCode;

/// Pages and answers are made of many small texts: a system's own allocator takes up to a third of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const HELP: &str = "\
cargo xtask wrong [NAME...]   plants wrong definitions one at a time in a copy; each must be caught by the tests
cargo run --release -p xtask -- measure [FILE...]   CPU time of the brief and of cases of a desk's size, against their bounds
cargo run --release -p xtask -- scale [--beside LINES] FILE...   the first screen of cases in the yardsticks' format, and CPU time until it stands, cold and after a switch; with lines of another solver, against them
cargo run --release -p xtask -- scale --lists FILE...   their clashes and smallest openings, each checked
cargo run --release -p xtask -- scale --parties COUNT FILE...   who could open them, dealt out to so many parties, against every set of parties
cargo run --release -p xtask -- scale --page        the readings of a case of ten questions, and its page, against their bounds
cargo run --release -p xtask -- scale --curves      how cost grows with the size of a case, the tables of docs/scale.md
cargo run --release -p xtask -- scale --count       instructions of three fixed cases against those recorded (needs valgrind; ZOPA_BLESS=1 records)
cargo run --release -p xtask -- large [SHAPE...]   seconds and memory of `zopa check` on cases of 100,000 claims, against their bounds
cargo run --release -p xtask -- reading             CPU time of reading and formatting 10 MB, as cases are written and as nobody writes them
cargo run --release -p xtask -- fuzz [COUNT] [SEED] random changes of case files, a million by default: nothing may break
cargo run --release -p xtask -- lineage-speed [COUNT...]   CPU time and memory to find which of many articles were made from which
cargo run --release -p xtask -- measure-evidence FILE...   CPU time of finding who said what in texts, against its bound
cargo xtask page [EXAMPLE...] [--check NAME,...] [--page FILE]   looks at the pages in a browser: all checks, or those named
cargo xtask desk [CHECK...]   works the desk in a browser as people do, and times it: all checks, or those named
cargo run --release -p xtask -- yardstick-evidence --kind KIND FILE...   what is found in texts, in the scorer's formats
cargo xtask help              this";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let rest = words.get(1..).unwrap_or_default();
    let done = match words.first().map(String::as_str) {
        Some("wrong") => wrong::run(rest),
        Some("lineage-speed") => lineage_speed::run(rest),
        Some("measure-evidence") => measure_evidence::run(rest),
        Some("measure") => measure::run(rest),
        Some("large") => large::run(rest),
        Some("scale") => scale::run(rest),
        Some("reading") => reading::run(),
        Some("fuzz") => fuzz::run(rest),
        Some("page") => page::run(rest),
        Some("desk") => desk::run(rest),
        Some("yardstick-evidence") => yardstick_evidence::run(rest),
        Some("help") | None => {
            println!("{HELP}");
            Ok(true)
        }
        Some(other) => Err(format!("no chore `{other}`\n{HELP}")),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}
