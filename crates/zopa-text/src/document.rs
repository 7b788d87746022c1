//! What kind of document is this, and how is its text taken?
//!
//! The first bytes decide; only where they leave it open, between a web page, Markdown and plain text, the name does.
//! Nothing is kept: the same bytes give the same text each time.

use crate::decode;
use crate::plain;
use crate::taken::Taken;
use crate::text::Text;
use crate::unread::{BYTES_MOST, Unread};

/// The kinds of documents that text is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Plain text: the whole file is the text.
    Plain,
    /// Markdown: the whole file is the text, marks included.
    Markdown,
}

impl Format {
    /// Its name, with an article.
    pub fn with_article(self) -> &'static str {
        match self {
            Format::Plain => "a text file",
            Format::Markdown => "a Markdown file",
        }
    }

    /// Is the text the file itself, so that its offsets are those of the bytes as received?
    pub fn is_the_file_itself(self) -> bool {
        matches!(self, Format::Plain | Format::Markdown)
    }

    /// What these bytes are; `path` decides where they could be several.
    pub fn of(path: &str, _bytes: &[u8]) -> Self {
        match extension(path).as_str() {
            "md" | "markdown" => Format::Markdown,
            _ => Format::Plain,
        }
    }
}

/// What follows the last full stop of the name, in small letters.
fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

impl Text {
    /// Takes the text of a document as received: plain text, Markdown.
    ///
    /// Of plain text and Markdown nothing is left out, and offsets are those of the file. What is not article text is
    /// listed in [`Text::left_out`] either way, and [`Text::blocks`] says what each stretch is.
    ///
    /// # Errors
    /// [`Unread`]: why there is no text to be had.
    pub fn of_document(path: &str, bytes: &[u8]) -> Result<Self, Unread> {
        if bytes.len() > BYTES_MOST {
            return Err(Unread::TooLarge { most: BYTES_MOST });
        }
        let format = Format::of(path, bytes);
        let taken = match format {
            Format::Plain | Format::Markdown => {
                let (mark, source) = decode::decode(bytes).map_err(Unread::NotText)?;
                let blocks = plain::blocks(source, format == Format::Markdown);
                Taken { source: source.to_owned(), mark, blocks, left_out: Vec::new() }
            }
        };
        Ok(taken.into_text(format))
    }
}
