//! What kind of document is this, and how is its text taken?
//!
//! The first bytes decide; only where they leave it open, between a web page, Markdown and plain text, the name does.
//! Nothing is kept: the same bytes give the same text each time.

use crate::decode;
use crate::docx;
use crate::html;
use crate::mhtml;
use crate::pdf;
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
    /// A web page, as a browser saves it.
    Html,
    /// A web page saved with all its parts in one file.
    Mhtml,
    /// A Word file, Office Open XML.
    Docx,
    /// A PDF with a layer of text.
    Pdf,
}

impl Format {
    /// Its name, with an article.
    pub fn with_article(self) -> &'static str {
        match self {
            Format::Plain => "a text file",
            Format::Markdown => "a Markdown file",
            Format::Html => "a web page",
            Format::Mhtml => "a web page in one file",
            Format::Docx => "a Word file",
            Format::Pdf => "a PDF",
        }
    }

    /// Is the text the file itself, so that its offsets are those of the bytes as received?
    pub fn is_the_file_itself(self) -> bool {
        matches!(self, Format::Plain | Format::Markdown)
    }

    /// What these bytes are; `path` decides where they could be several.
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        match extension(path).as_str() {
            _ if is_page(bytes) => Format::Html,
            _ if is_pdf(bytes) => Format::Pdf,
            _ if mhtml::is_mhtml(bytes) => Format::Mhtml,
            _ if docx::is_locked(bytes) || (bytes.starts_with(b"PK") && docx::is_docx(bytes)) => Format::Docx,
            "html" | "htm" | "xhtml" | "xht" => Format::Html,
            "md" | "markdown" => Format::Markdown,
            _ => Format::Plain,
        }
    }
}

/// Does a PDF begin here? Some have other bytes before it, as many as readers have always allowed for.
fn is_pdf(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let at = start.windows(5).position(|window| window == b"%PDF-");
    at.is_some_and(|at| at == 0 || std::str::from_utf8(bytes).is_err())
}

/// Tags with which pages begin.
const PAGE_TAGS: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];

/// Does a page begin here, remarks and declarations of XML aside? Zeros are passed over, so that UTF-16 is seen.
fn is_page(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes.iter().take(4096).copied().filter(|byte| *byte != 0).collect();
    let start = String::from_utf8_lossy(&start).to_ascii_lowercase();
    let mut rest = start.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->"), ("<!--", "-->")] {
        if rest.starts_with(open) {
            rest = rest.split_once(close).map_or("", |(_, after)| after.trim_start());
        }
    }
    let begins = |tag: &&str| {
        let after = rest.strip_prefix(*tag).and_then(|after| after.chars().next());
        after.is_some_and(|c| c.is_whitespace() || matches!(c, '>' | '/'))
    };
    PAGE_TAGS.iter().any(begins)
}

/// What follows the last full stop of the name, in small letters.
fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

impl Text {
    /// Takes the text of a document as received: plain text, Markdown, a saved web page, a Word file,
    /// a PDF.
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
            Format::Html => html::take(bytes, None, format)?,
            Format::Mhtml => mhtml::take(bytes)?,
            Format::Docx => docx::take(bytes)?,
            Format::Pdf => pdf::take(bytes)?,
        };
        Ok(taken.into_text(format))
    }
}
