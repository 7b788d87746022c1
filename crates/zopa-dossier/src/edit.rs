//! How do edits of the case get into its files: all of them or none, so that they can be taken back?

use crate::{Change, Dossier, DossierError, apply};
use std::path::PathBuf;
use zopa::report::suggest as words;
use zopa::{Edited, SUGGESTED, Suggested};

impl Dossier {
    /// Makes the edits, if every file is still as it was read, and writes a new file of suggestions, if there is to be
    /// one. `what` is kept for the one who takes them back.
    ///
    /// # Errors
    /// As [`apply`].
    pub fn edit(&self, what: &str, edited: &Edited, suggested: Option<&str>) -> Result<(), DossierError> {
        let mut change = self.editing(Change::new(what), edited, &[])?;
        if let Some(text) = suggested {
            change = change.with_new(SUGGESTED, text.as_bytes().to_vec());
        }
        self.made(&change)
    }

    /// Puts suggestions into their files: all of them or none.
    ///
    /// # Errors
    /// As [`apply`].
    pub fn suggest(&self, suggested: &Suggested) -> Result<(), DossierError> {
        let what = words::what(suggested.claims.len());
        self.made(&self.suggesting(Change::new(&what), suggested))
    }

    /// Makes edits, and puts the suggestions that follow from them into their files, as one change. The texts of the
    /// suggestions are those of the files after the edits.
    ///
    /// # Errors
    /// As [`apply`].
    pub fn edit_and_suggest(&self, what: &str, edited: &Edited, suggested: &Suggested) -> Result<(), DossierError> {
        let change = self.editing(Change::new(what), edited, &suggested.files)?;
        self.made(&self.suggesting(change, suggested))
    }

    /// The files that change, but for those that are written otherwise.
    fn editing(
        &self,
        mut change: Change,
        edited: &Edited,
        otherwise: &[(String, String)],
    ) -> Result<Change, DossierError> {
        let files: Vec<_> = self.texts.case_files.iter().chain(&self.texts.private_files).collect();
        for (at, text) in &edited.files {
            let Some((shown, before)) = files.get(*at) else { continue };
            let inside = self.inside(shown).ok_or_else(|| DossierError::BadPlace(PathBuf::from(shown)))?;
            let is_otherwise = otherwise.iter().any(|(path, _)| *path == inside);
            if !is_otherwise && before != text.as_bytes() {
                change = change.with_edit(&inside, before.clone(), text.clone().into_bytes());
            }
        }
        Ok(change)
    }

    fn suggesting(&self, mut change: Change, suggested: &Suggested) -> Change {
        for (inside, text) in &suggested.files {
            let mut files = self.texts.case_files.iter().chain(&self.texts.private_files);
            let before = files.find(|(shown, _)| self.inside(shown).as_ref() == Some(inside));
            change = match before {
                Some((_, before)) if before == text.as_bytes() => change,
                Some((_, before)) => change.with_edit(inside, before.clone(), text.clone().into_bytes()),
                None => change.with_new(inside, text.clone().into_bytes()),
            };
        }
        change
    }

    /// What changes nothing is no change that could be taken back.
    fn made(&self, change: &Change) -> Result<(), DossierError> {
        if change.entries.is_empty() { Ok(()) } else { apply(self.root(), change) }
    }
}
