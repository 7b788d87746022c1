//! How do edits of the case get into its files: all of them or none, so that they can be taken back?

use crate::opened::{self, Opened};
use crate::out::{End, Stop};
use std::path::PathBuf;
use zopa::{Edited, Problem, SUGGESTED};
use zopa_dossier::{Change, DossierError, apply};

/// Makes the edits, if every file is still as it was read, and writes a new file of suggestions, if there is to be one.
/// `what` is kept for the one who takes them back.
pub fn make(opened: &Opened, what: &str, edited: &Edited, suggested: Option<&str>) -> Result<(), Stop> {
    let texts = &opened.dossier.texts;
    let files: Vec<_> = texts.case_files.iter().chain(&texts.private_files).collect();
    let mut change = Change::new(what);
    for (at, text) in &edited.files {
        let Some((shown, before)) = files.get(*at) else { continue };
        let inside = opened.dossier.inside(shown);
        let inside = inside.ok_or_else(|| opened::stop(&DossierError::BadPlace(PathBuf::from(shown))))?;
        change = change.with_edit(&inside, before.clone(), text.clone().into_bytes());
    }
    if let Some(text) = suggested {
        change = change.with_new(SUGGESTED, text.as_bytes().to_vec());
    }
    apply(opened.dossier.root(), &change).map_err(|error| opened::stop(&error))
}

/// What was asked for cannot be done; nothing was changed.
pub fn refused(problems: &[Problem]) -> Stop {
    Stop::for_problems(End::Usage, problems)
}
