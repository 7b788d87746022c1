//! Why can a document not be read?

use std::fmt;

use crate::decode::NotText;

/// The most bytes of a document that are read: 64 MiB. A long report has one.
pub const BYTES_MOST: usize = 1 << 26;

/// Why no text was taken from a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is neither UTF-8 text nor of a known format.
    NotText(NotText),
    /// It is larger than is read.
    TooLarge {
        /// How many bytes are read at most.
        most: usize,
    },
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::NotText(error) => error.fmt(f),
            Unread::TooLarge { most } => write!(f, "larger than {most} bytes"),
        }
    }
}

impl std::error::Error for Unread {}
