//! Which commands are there?

mod accept;
mod add;
mod brief;
mod check;
mod claims;
mod completions;
mod diff;
mod fmt;
mod hinges;
mod holds;
mod man;
mod merge;
mod new;
mod openings;
mod quote;
mod reject;
mod serve;
mod sources;
mod track;
mod undo;
mod why;

use crate::out::{End, Stop};
use clap::Subcommand;

/// What is asked for.
#[derive(Subcommand)]
pub enum Command {
    New(new::New),
    Add(add::Add),
    Check(check::Check),
    Fmt(fmt::Fmt),
    Quote(quote::Quote),
    Why(why::Why),
    Openings(openings::Openings),
    Hinges(hinges::Hinges),
    Holds(holds::Holds),
    Brief(brief::Brief),
    Sources(sources::Sources),
    Diff(diff::Diff),
    Track(track::Track),
    Claims(claims::Claims),
    Accept(accept::Accept),
    Reject(reject::Reject),
    Merge(merge::Merge),
    Undo(undo::Undo),
    Serve(serve::Serve),
    Completions(completions::Completions),
    Man(man::Manual),
}

impl Command {
    /// Runs it.
    pub fn run(self) -> Result<End, Stop> {
        match self {
            Command::New(command) => command.run(),
            Command::Add(command) => command.run(),
            Command::Check(command) => command.run(),
            Command::Fmt(command) => command.run(),
            Command::Quote(command) => command.run(),
            Command::Why(command) => command.run(),
            Command::Openings(command) => command.run(),
            Command::Hinges(command) => command.run(),
            Command::Holds(command) => command.run(),
            Command::Brief(command) => command.run(),
            Command::Sources(command) => command.run(),
            Command::Diff(command) => command.run(),
            Command::Track(command) => command.run(),
            Command::Claims(command) => command.run(),
            Command::Accept(command) => command.run(),
            Command::Reject(command) => command.run(),
            Command::Merge(command) => command.run(),
            Command::Undo(command) => command.run(),
            Command::Serve(command) => command.run(),
            Command::Completions(command) => command.run(),
            Command::Man(command) => command.run(),
        }
    }
}
