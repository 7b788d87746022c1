//! What arrives at a dossier: which bytes, what text, and is it there already?

use crate::DossierError;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use zopa::Problem;
use zopa::report::adding as words;
use zopa::text::{BYTES_MOST, Text};

/// A document on its way into a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// What messages call it: the path as the user gave it.
    pub called: String,
    /// Its name as a file; none if it was pasted.
    pub file_name: Option<String>,
    /// Its bytes as received.
    pub bytes: Vec<u8>,
}

impl Arrival {
    /// Takes a file into memory.
    ///
    /// # Errors
    /// Nothing is there, it is a folder, it has too many bytes, or the system refuses to read it.
    pub fn of_file(path: &Path) -> Result<Arrival, Problem> {
        let called = path.display().to_string();
        let refused = |error: io::Error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => problem("no-such-file", words::no_such_file(&called)),
            ErrorKind::IsADirectory => problem("is-a-folder", words::is_a_folder(&called)),
            _ => DossierError::Unreadable(path.to_owned(), error).problem(),
        };
        let file = File::open(path).map_err(refused)?;
        if file.metadata().map_err(refused)?.is_dir() {
            return Err(refused(ErrorKind::IsADirectory.into()));
        }
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Arrival::read(called, file_name, file)
    }

    /// Takes what is pasted on standard input.
    ///
    /// # Errors
    /// As [`Arrival::of_file`].
    pub fn of_paste(input: impl Read) -> Result<Arrival, Problem> {
        Arrival::read(words::STANDARD_INPUT.to_owned(), None, input)
    }

    fn read(called: String, file_name: Option<String>, input: impl Read) -> Result<Arrival, Problem> {
        let mut bytes = Vec::new();
        let most = BYTES_MOST as u64;
        let read = input.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|error| DossierError::Unreadable(called.clone().into(), error).problem())?;
        match bytes.len() as u64 > most {
            true => Err(problem("document-too-large", words::too_large(&called, most))),
            false => Ok(Arrival { called, file_name, bytes }),
        }
    }

    /// Its text.
    ///
    /// # Errors
    /// It is of no kind that text is taken from, or there is no text in it.
    pub(crate) fn text(&self) -> Result<Text, Problem> {
        match Text::of_document(self.file_name.as_deref().unwrap_or_default(), &self.bytes) {
            Ok(text) if text.as_str().trim().is_empty() => Err(problem("no-text", words::no_text(&self.called))),
            Ok(text) => Ok(text),
            Err(unread) => Err(problem("not-a-document", words::unread(&self.called, &unread.to_string()))),
        }
    }

    /// The name that it gets in the dossier, before others are looked at: its own, without what is no part of a name
    /// everywhere.
    pub(crate) fn kept_name(&self, source: &str) -> String {
        let own = self.file_name.as_deref().unwrap_or_default();
        let fit = |c: char| if c.is_control() || "\\:\"/<>|?*".contains(c) { '-' } else { c };
        let own: String = own.chars().map(fit).collect();
        let own = own.trim_matches([' ', '.', '-']);
        match own.rsplit_once('.') {
            Some((stem, extension)) => format!("{}.{}", shortened(stem), shortened(extension)),
            None if own.is_empty() => format!("{source}.{}", self.extension()),
            None => format!("{}.{}", shortened(own), self.extension()),
        }
    }

    fn extension(&self) -> &'static str {
        let start = self.bytes.trim_ascii_start().get(..5).unwrap_or_default().to_ascii_lowercase();
        if start == b"<!doc" || start == b"<html" { "html" } else { "txt" }
    }
}

/// No name of a file is longer than its system allows.
fn shortened(stem: &str) -> String {
    stem.chars().take(60).collect()
}

/// Do two texts say the same, whatever their white space?
pub(crate) fn say_the_same(one: &Text, other: &Text) -> bool {
    one.as_str().split_whitespace().eq(other.as_str().split_whitespace())
}

/// What is said, with its code.
pub(crate) fn problem(code: &'static str, (message, help): (String, impl Into<String>)) -> Problem {
    Problem { code, message, help: help.into() }
}
