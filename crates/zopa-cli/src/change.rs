//! How does a command change the case, or say why it cannot?

use crate::opened::{self, Opened};
use crate::out::{End, Stop};
use zopa::{Edited, Problem, Suggested};

/// Makes the edits, and writes a new file of suggestions, if there is to be one.
pub fn make(opened: &Opened, what: &str, edited: &Edited, suggested: Option<&str>) -> Result<(), Stop> {
    opened.dossier.edit(what, edited, suggested).map_err(|error| opened::stop(&error))
}

/// Puts suggestions into their files.
pub fn suggested(opened: &Opened, suggested: &Suggested) -> Result<(), Stop> {
    opened.dossier.suggest(suggested).map_err(|error| opened::stop(&error))
}

/// What was asked for cannot be done; nothing was changed.
pub fn refused(problems: &[Problem]) -> Stop {
    Stop::for_problems(End::Usage, problems)
}
