//! `zopa completions`: what does a shell offer while one types a command?

use crate::Zopa;
use crate::out::{self, End, Stop};
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

/// Print what a shell needs to complete the commands and their flags
#[derive(Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    /// Prints the script.
    pub fn run(self) -> Result<End, Stop> {
        let mut script = Vec::new();
        generate(self.shell, &mut Zopa::command(), "zopa", &mut script);
        out::answer(&String::from_utf8_lossy(&script))?;
        Ok(End::Fine)
    }
}
