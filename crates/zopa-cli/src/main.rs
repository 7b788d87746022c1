//! The command line: which command is asked for, and how did it end?
//!
//! One file a command in `commands/`. Answers go to standard output, messages to standard error.
//! Exit codes: 0 fine; 1 the case has errors, or a check failed; 2 wrong usage.

#![forbid(unsafe_code)]

mod args;
mod change;
mod commands;
mod json;
mod made_from;
mod opened;
mod out;
mod put;
mod sarif;
mod unmeetable;

use clap::Parser;
use std::process::ExitCode;

/// Pages and answers are made of many small texts: a system's own allocator takes up to a third of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Conflicting reports about a negotiation: why nothing fits all that was said, what would have to change, whose
/// changes together would be enough, and which contested report each answer turns on
#[derive(Parser)]
#[command(name = "zopa", version, arg_required_else_help = true, disable_help_subcommand = true)]
struct Zopa {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    let end = Zopa::parse().command.run().unwrap_or_else(|stop| stop.tell());
    ExitCode::from(end as u8)
}
