//! `zopa serve`: the desk, in the browser.

use crate::opened;
use crate::out::{self, End, Stop};
use clap::Args;
use std::path::PathBuf;
use zopa_web::{Failed, Settings};

/// Open the desk: bring reports in, review what is suggested, and read the brief in the browser, on this machine alone
#[derive(Args)]
pub struct Serve {
    /// The folder of the case; it may be empty
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The port on this machine's own address [default: 9672, or any that is free]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
}

impl Serve {
    /// Serves until it is stopped. What is shown is for the one at the terminal, and no answer: standard error.
    pub fn run(self) -> Result<End, Stop> {
        let settings = Settings { dir: self.dir, port: self.port };
        zopa_web::serve(&settings, out::message).map_err(|failed| match failed {
            Failed::Dossier(error) => opened::stop(&error),
            Failed::Machine(problem) => Stop::for_problems(End::Failed, &[problem]),
        })?;
        Ok(End::Fine)
    }
}
