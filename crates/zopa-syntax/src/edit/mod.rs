//! How does a program change one place of a case file, and nothing else?
//!
//! An [`Edit`] puts a text in the place of a span; [`apply`] makes several at once, or refuses them as data. Where a
//! line or an item goes, how deep it is indented and how its row ends is the business of the [`Editor`], which knows
//! the file; what is safe to write there is that of [`crate::write`]. All of it works on a file that cannot be read
//! whole, and leaves every byte outside its spans as it is.

mod editor;

pub use editor::Editor;

use crate::SourceFile;
use crate::span::{FileId, Span};
use std::fmt;

/// A text in the place of a span. An empty span inserts, an empty text deletes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What stands there instead.
    pub text: String,
}

impl Edit {
    /// `text` in the place of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Edit {
        Edit { span, text: text.into() }
    }

    /// `text` before the byte `at`.
    pub fn insert(file: FileId, at: u32, text: impl Into<String>) -> Edit {
        Edit::replace(Span { file, start: at, end: at }, text)
    }

    /// Nothing in the place of `span`.
    pub fn delete(span: Span) -> Edit {
        Edit::replace(span, "")
    }
}

/// Why edits are not made: none of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Two edits change the same bytes, or one inserts into what another replaces.
    Overlap(Span, Span),
    /// A span is no range of bytes of its file, or cuts a character in two.
    NotInFile(Span),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = |span: &Span| format!("bytes {} to {} of file {}", span.start, span.end, span.file.0);
        match self {
            Refused::Overlap(a, b) => write!(f, "two changes of one place: {} and {}", bytes(a), bytes(b)),
            Refused::NotInFile(span) => write!(f, "no such place: {}", bytes(span)),
        }
    }
}

impl std::error::Error for Refused {}

/// Makes edits of one text, all together; their spans are those of the text as it was, whatever their file.
///
/// Insertions at one place stand in the order in which they are given, and before what replaces the bytes after it.
///
/// # Errors
/// Edits that overlap, and places that the text has not: then nothing is changed.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, Refused> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    let mut before: Option<Span> = None;
    for edit in sorted {
        let Span { start, end, .. } = edit.span;
        if text.get(start as usize..end as usize).is_none() {
            return Err(Refused::NotInFile(edit.span));
        }
        if let Some(before) = before.filter(|before| start < before.end) {
            return Err(Refused::Overlap(before, edit.span));
        }
        out.push_str(text.get(kept..start as usize).unwrap_or_default());
        out.push_str(&edit.text);
        kept = end as usize;
        before = Some(edit.span);
    }
    out.push_str(text.get(kept..).unwrap_or_default());
    Ok(out)
}

/// Makes edits of the files of a case: the new texts of those that change, by file.
///
/// # Errors
/// As [`apply`], and a file that is not among `files`.
pub fn apply_to(files: &[SourceFile], edits: &[Edit]) -> Result<Vec<(FileId, String)>, Refused> {
    if let Some(edit) = edits.iter().find(|edit| files.get(edit.span.file.0 as usize).is_none()) {
        return Err(Refused::NotInFile(edit.span));
    }
    let mut changed = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let id = FileId(u32::try_from(at).unwrap_or(u32::MAX));
        let mine: Vec<Edit> = edits.iter().filter(|edit| edit.span.file == id).cloned().collect();
        let text = apply(&file.text, &mine)?;
        if text != file.text {
            changed.push((id, text));
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: u32, end: u32, text: &str) -> Edit {
        Edit::replace(Span { file: FileId(0), start, end }, text)
    }

    #[test]
    fn edits_are_made_together_whatever_their_order() {
        let made = apply("one two three", &[edit(8, 13, "3"), edit(0, 0, "> "), edit(4, 7, "2"), edit(0, 0, "! ")]);
        assert_eq!(made.unwrap(), "> ! one 2 3");
        assert_eq!(apply("ab", &[edit(0, 1, ""), edit(1, 1, "-"), edit(1, 2, "c")]).unwrap(), "-c");
    }

    #[test]
    fn what_overlaps_or_is_not_there_is_refused() {
        let (a, b) = (edit(0, 2, "x"), edit(1, 1, "y"));
        assert_eq!(apply("abc", &[b.clone(), a.clone()]), Err(Refused::Overlap(a.span, b.span)));
        for wrong in [edit(2, 9, ""), edit(2, 1, ""), edit(1, 1, "")] {
            assert_eq!(apply("é!", std::slice::from_ref(&wrong)), Err(Refused::NotInFile(wrong.span)));
        }
    }

    #[test]
    fn files_that_stay_as_they_are_are_not_named() {
        let file = |text: &str| SourceFile { path: String::new(), text: text.to_owned() };
        let files = [file("a"), file("b")];
        let second = Edit::insert(FileId(1), 1, "c");
        assert_eq!(apply_to(&files, &[second]).unwrap(), [(FileId(1), "bc".to_owned())]);
        assert!(apply_to(&files, &[Edit::insert(FileId(2), 0, "c")]).is_err());
    }
}
