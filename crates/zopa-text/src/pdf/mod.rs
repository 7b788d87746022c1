//! What is the text of a PDF?
//!
//! `read` follows the pages' instructions to characters at places, with the tables of `font`, `cmap` and `glyphs`;
//! `lines` and `paragraphs` make lines and paragraphs of those. What a page shows as a picture is no text.

mod cmap;
mod font;
mod glyphs;
mod lines;
mod matrix;
mod paragraphs;
mod read;

use hayro_syntax::object::{Array, Object, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{Filter, LoadPdfError, Pdf};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use crate::block::{Block, Kind, LeftOut};
use crate::document::Format;
use crate::judge;
use crate::taken::Taken;
use crate::unread::Unread;
use crate::words::word_count;
use lines::Line;

/// Pages that are read, at most.
const PAGES_MOST: usize = 20_000;

/// The most bytes that one page's instructions have unpacked.
const CONTENT_MOST: usize = 1 << 26;

/// What is packed otherwise than usual is unpacked only if it is no larger than this.
const ODD_MOST: usize = 1 << 22;

/// The most bytes of instructions that one document has unpacked; what is drawn twice counts twice.
const ALL_MOST: usize = 1 << 28;

/// Takes the text of a PDF.
pub(crate) fn take(bytes: &[u8]) -> Result<Taken, Unread> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unread::Encrypted(Format::Pdf),
        // Where the table of objects is damaged too, the reader does not say so.
        LoadPdfError::Invalid if bytes.windows(8).any(|name| name == b"/Encrypt") => Unread::Encrypted(Format::Pdf),
        LoadPdfError::Invalid => Unread::Damaged(Format::Pdf),
    })?;
    let mut reader = read::Reader::default();
    let mut pages: Vec<Vec<Line>> = Vec::new();
    for page in pdf.pages().iter().take(PAGES_MOST) {
        let content = content(page);
        pages.push(lines::lines(reader.page(&content, page.resources())));
        if reader.is_exhausted() {
            return Err(Unread::TooLarge { most: ALL_MOST });
        }
    }
    if pages.is_empty() {
        return Err(Unread::Damaged(Format::Pdf));
    }
    let characters: usize = pages.iter().flatten().map(|line| line.text.chars().count()).sum();
    let words: usize = pages.iter().flatten().map(|line| word_count(&line.text)).sum();
    if words == 0 || reader.unknown > characters {
        return Err(Unread::NoText(Format::Pdf));
    }
    let margins = paragraphs::take_margins(&mut pages);
    Ok(assembled(paragraphs::paragraphs(&pages), margins))
}

/// A page's instructions.
fn content(page: &Page<'_>) -> Vec<u8> {
    let raw = page.raw();
    if let Some(stream) = raw.get::<Stream<'_>>(b"Contents") {
        return unpacked(&stream, CONTENT_MOST).unwrap_or_default();
    }
    let mut content = Vec::new();
    for item in raw.get::<Array<'_>>(b"Contents").iter().flat_map(|parts| parts.iter::<Object<'_>>()) {
        let left = CONTENT_MOST.saturating_sub(content.len());
        content.extend(item.into_stream().and_then(|stream| unpacked(&stream, left)).unwrap_or_default());
        // Parts are apart, whatever they end with.
        content.push(b' ');
    }
    content
}

/// What a stream holds, if that is no more than `most` bytes.
pub(crate) fn unpacked(stream: &Stream<'_>, most: usize) -> Option<Vec<u8>> {
    let raw = stream.raw_data();
    let plain = !stream.dict().contains_key(b"DecodeParms") && !stream.dict().contains_key(b"DP");
    if plain && stream.filters().as_slice() == [Filter::FlateDecode] {
        match decompress_to_vec_zlib_with_limit(&raw, most) {
            Ok(unpacked) => return Some(unpacked),
            Err(error) if error.status == TINFLStatus::HasMoreOutput => return None,
            // What a damaged stream holds up to the damage.
            Err(error) => return Some(error.output),
        }
    }
    if raw.len() > ODD_MOST {
        return None;
    }
    stream.decoded_data().ok().map(|unpacked| unpacked.into_owned()).filter(|unpacked| unpacked.len() <= most)
}

/// The paragraphs as one text, a blank line between them.
fn assembled(paragraphs: Vec<paragraphs::Paragraph>, left_out: Vec<LeftOut>) -> Taken {
    let mut taken = Taken { left_out, ..Taken::default() };
    let mut hints = Vec::new();
    for paragraph in &paragraphs {
        let gap = if taken.source.is_empty() { "" } else { "\n\n" };
        taken.source.push_str(gap);
        let start = taken.source.len();
        taken.source.push_str(&paragraph.text);
        taken.blocks.push(Block { kind: Kind::Body, start, end: taken.source.len() });
        hints.push(paragraph.kind);
    }
    let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let kinds = judge::kinds_with(&texts, hints);
    taken.blocks.iter_mut().zip(kinds).for_each(|(block, kind)| block.kind = kind);
    taken
}
