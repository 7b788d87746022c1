//! `zopa man`: the help as a page of the manual.

use crate::Zopa;
use crate::out::{self, End, Stop};
use clap::{Args, CommandFactory};
use clap_mangen::Man;
use zopa::Problem;
use zopa::report::cli as words;

/// Print a page of the manual, for `man -l`: of the program, or of one of its commands
#[derive(Args)]
pub struct Manual {
    /// The command; the program as a whole if none is given
    command: Option<String>,
}

impl Manual {
    /// Prints the page, in the manual's own format.
    pub fn run(self) -> Result<End, Stop> {
        let mut program = Zopa::command();
        // Gives each command its whole name, and the program's version.
        program.build();
        let shown = match &self.command {
            None => program,
            Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| unknown(name, &program))?,
        };
        let mut page = Vec::new();
        // Writing into memory does not fail.
        let _ = Man::new(shown).render(&mut page);
        out::answer(&String::from_utf8_lossy(&page))?;
        Ok(End::Fine)
    }
}

fn unknown(name: &str, program: &clap::Command) -> Stop {
    let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
    let problem = Problem { code: "unknown-command", message: words::no_command(name), help: words::commands(&names) };
    Stop::for_problems(End::Usage, &[problem])
}
