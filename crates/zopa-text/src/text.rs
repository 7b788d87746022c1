//! What is the text of a document?

use crate::Span;
use crate::anchor::Anchor;
use crate::block::{Block, LeftOut};
use crate::decode::{self, NotText};
use crate::document::Format;
use crate::fold::Folded;
use crate::keep::KeepFound;
use crate::starts::Starts;
use crate::taken::Taken;

/// A document's text, as taken from its bytes, ready to be searched.
///
/// All offsets, in and out, are byte offsets into the text taken. Of plain text and Markdown that is the file itself: a
/// byte order mark at its start is counted in the offsets and is not part of the text.
#[derive(Clone, Debug)]
pub struct Text {
    pub(crate) source: String,
    /// The length of the byte order mark of plain text: 0 or 3.
    pub(crate) mark: usize,
    /// The text as it is compared; its offsets are those of `source`.
    pub(crate) folded: Folded,
    pub(crate) format: Format,
    pub(crate) blocks: Vec<Block>,
    pub(crate) left_out: Vec<LeftOut>,
    /// What was looked for to be put back, and found or not.
    pub(crate) keeps: Vec<KeepFound>,
    /// Where quotes may begin, for a document that is quoted often.
    pub(crate) starts: Option<Starts>,
}

impl Text {
    /// Takes the text from UTF-8 bytes, with or without a byte order mark, and judges nothing: it has no blocks. For
    /// a document, see [`Text::of_document`].
    ///
    /// The text is folded here, once; that takes time and memory in proportion to the document.
    ///
    /// # Errors
    /// [`NotText`] if the bytes are not UTF-8 or contain a zero byte: the offset of the first offending byte, and what
    /// they look like instead.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotText> {
        let (mark, source) = decode::decode(bytes)?;
        Ok(Taken { source: source.to_owned(), mark, ..Taken::default() }.into_text(Format::Plain))
    }

    /// The text, without a byte order mark.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// How many bytes stand before the text and count in its offsets: those of a byte order mark, 0 or 3.
    pub fn mark(&self) -> usize {
        self.mark
    }

    /// What the text was taken from.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The paragraphs, headings and other stretches of the text, in order, each with what it is.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// What is not article text, in order: left out of the text, or standing in it.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// What stands at the bytes `start..end` of the document; `None` if they lie outside the text or cut a character.
    pub fn slice(&self, start: usize, end: usize) -> Option<&str> {
        self.source.get(start.checked_sub(self.mark)?..end.checked_sub(self.mark)?)
    }

    /// The anchor of the bytes `start..end`; `None` where [`Text::slice`] is.
    pub fn anchor(&self, start: usize, end: usize) -> Option<Anchor> {
        self.slice(start, end)?;
        Some(Anchor::new(&self.source, self.mark, &[(start - self.mark, end - self.mark)]))
    }

    /// The offset of a document byte in `source`.
    pub(crate) fn inside(&self, offset: usize) -> Option<usize> {
        offset.checked_sub(self.mark)
    }

    /// The anchor of spans of `source`.
    pub(crate) fn anchor_of(&self, parts: &[Span]) -> Anchor {
        Anchor::new(&self.source, self.mark, parts)
    }

    /// A span of `source` as a span of the document's bytes.
    pub(crate) fn outward(&self, (start, end): Span) -> Span {
        (start + self.mark, end + self.mark)
    }
}
