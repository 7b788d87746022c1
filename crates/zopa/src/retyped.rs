//! What does the case say if one of its files had another text, and may that text be put there?
//!
//! Whoever writes in a file may leave it with mistakes: they are told, and the text is theirs.

use crate::review::as_ended;
use crate::{Edited, Problem, Read, Texts};
use zopa_report::desk as words;
use zopa_text::sha256;

/// Another text for a case file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retyped<'a> {
    /// The file, by its place in [`Read::files`].
    pub file: usize,
    /// The `sha256` of its text as it was shown to the one who wrote.
    pub before: &'a str,
    /// Its text from now on.
    pub text: &'a str,
}

impl Retyped<'_> {
    /// The edit, whatever the case then says.
    ///
    /// # Errors
    /// There is no such file, or its text is another by now, which the problem `changed-since` says.
    pub fn edited(&self, read: &Read) -> Result<Edited, Problem> {
        let known = read.files.get(self.file).filter(|known| sha256(known.text.as_bytes()) == self.before);
        let known = known.ok_or_else(|| {
            Problem::new("changed-since", words::FILE_CHANGED.to_owned(), words::LOOK_AT_BOTH.to_owned())
        })?;
        let files = vec![(self.file, as_ended(&known.text, self.text))];
        Ok(Edited { files, names: vec![known.path.clone()], ..Edited::default() })
    }

    /// The case as it would be read with this text.
    pub fn tried(&self, texts: &Texts, read: &Read) -> Read {
        let now = read.files.get(self.file).map(|file| file.text.as_str()).unwrap_or_default();
        let files = vec![(self.file, as_ended(now, self.text))];
        crate::read(&Edited { files, ..Edited::default() }.texts(texts))
    }
}
