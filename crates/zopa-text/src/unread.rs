//! Why can a document not be read?

use std::fmt;

use crate::decode::NotText;
use crate::document::Format;

/// The most bytes of a document that are read: 64 MiB. A long report has one.
pub const BYTES_MOST: usize = 1 << 26;

/// Why no text was taken from a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is neither UTF-8 text nor of a known format.
    NotText(NotText),
    /// The encoding that a web page declares, or none, does not fit its bytes.
    Encoding {
        /// What is declared, or taken for want of a declaration.
        declared: &'static str,
        /// The first byte that does not fit.
        offset: usize,
        /// What the bytes look like.
        likely: &'static str,
    },
    /// The file breaks off, or is damaged where its text should be.
    Damaged(Format),
    /// It opens with a password only.
    Encrypted(Format),
    /// It has no text: a scan, a page that a script would fill, an empty file of pages.
    NoText(Format),
    /// It is larger than is read, packed or unpacked.
    TooLarge {
        /// How many bytes are read at most.
        most: usize,
    },
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::NotText(error) => error.fmt(f),
            Unread::Encoding { declared, offset, likely } => {
                write!(f, "byte {offset} is not {declared}; the bytes look like: {likely}")
            }
            Unread::Damaged(format) => write!(f, "{} is damaged or breaks off", format.with_article()),
            Unread::Encrypted(format) => write!(f, "{} opens with a password only", format.with_article()),
            Unread::NoText(format) => write!(f, "{} holds no text", format.with_article()),
            Unread::TooLarge { most } => write!(f, "larger than {most} bytes"),
        }
    }
}

impl std::error::Error for Unread {}
