//! What is the text of a Word file?
//!
//! Office Open XML (ECMA-376, part 1, section 17): the paragraphs of the document, then those of its notes. Changes that
//! are being tracked are read as they stand: what was put in is text, what was struck out is listed, and so are comments
//! and what is repeated on each page.

mod paragraphs;
mod styles;
mod zip;

use crate::block::{Block, Kind, LeftOut};
use crate::document::Format;
use crate::judge;
use crate::taken::Taken;
use crate::unread::{BYTES_MOST, Unread};
use paragraphs::{Paragraph, paragraphs};
use styles::Styles;
use zip::{Broken, Zip};

const DOCUMENT: &str = "word/document.xml";

/// Files whose paragraphs follow those of the document.
const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];

/// Is this packed file a document of Word?
pub(crate) fn is_docx(bytes: &[u8]) -> bool {
    Zip::open(bytes).map_or_else(|_| holds(bytes, DOCUMENT.as_bytes()), |zip| zip.names().any(|name| name == DOCUMENT))
}

/// Is this a document of Word that is locked with a password? Such a one is no packed file, but wrapped in the older
/// format, where names are UTF-16.
pub(crate) fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") && holds(bytes, &name)
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Takes the text of a Word file.
pub(crate) fn take(bytes: &[u8]) -> Result<Taken, Unread> {
    if is_locked(bytes) {
        return Err(Unread::Encrypted(Format::Docx));
    }
    let zip = Zip::open(bytes).map_err(unread)?;
    let styles = file(&zip, "word/styles.xml")?.map_or_else(Styles::default, |source| Styles::of(&source));
    let document = file(&zip, DOCUMENT)?.ok_or(Unread::Damaged(Format::Docx))?;
    let mut read = paragraphs(&document, &styles).ok_or(Unread::Damaged(Format::Docx))?;
    for name in NOTES {
        let notes = file(&zip, name)?.and_then(|source| paragraphs(&source, &styles));
        read.extend(notes.unwrap_or_default());
    }
    let mut taken = assembled(read)?;
    let margins: Vec<String> = zip.names().filter(|name| is_margin(name)).map(str::to_owned).collect();
    for (name, kind) in
        margins.iter().map(|name| (name.as_str(), Kind::Margin)).chain([("word/comments.xml", Kind::Note)])
    {
        let Some(source) = file(&zip, name)? else { continue };
        let words = paragraphs(&source, &styles).unwrap_or_default().into_iter().map(|paragraph| paragraph.text);
        taken.left_out.extend(words.filter(|words| !words.is_empty()).map(|words| LeftOut {
            kind,
            words,
            at: 0,
            in_text: false,
        }));
    }
    Ok(taken)
}

/// Headers and footers: what stands on each page.
fn is_margin(name: &str) -> bool {
    (name.starts_with("word/header") || name.starts_with("word/footer")) && name.ends_with(".xml")
}

fn unread(broken: Broken) -> Unread {
    match broken {
        Broken::Damaged => Unread::Damaged(Format::Docx),
        Broken::Encrypted => Unread::Encrypted(Format::Docx),
        Broken::TooLarge => Unread::TooLarge { most: BYTES_MOST },
    }
}

/// A file of the packed one, as characters.
fn file(zip: &Zip<'_>, name: &str) -> Result<Option<String>, Unread> {
    let Some(unpacked) = zip.file(name, BYTES_MOST) else { return Ok(None) };
    let bytes = unpacked.map_err(unread)?;
    String::from_utf8(bytes).map(Some).map_err(|_| Unread::Damaged(Format::Docx))
}

/// The paragraphs as one text, a blank line between them.
fn assembled(paragraphs: Vec<Paragraph>) -> Result<Taken, Unread> {
    let mut taken = Taken::default();
    let mut hints = Vec::new();
    for paragraph in paragraphs {
        let text = paragraph.text.trim();
        let gap = if text.is_empty() || taken.source.is_empty() { "" } else { "\n\n" };
        taken.source.push_str(gap);
        let at = taken.source.len();
        if !paragraph.deleted.is_empty() {
            taken.left_out.push(LeftOut { kind: Kind::Deleted, words: paragraph.deleted, at, in_text: false });
        }
        if !text.is_empty() {
            taken.source.push_str(text);
            hints.push(paragraph.kind);
            taken.blocks.push(Block { kind: Kind::Body, start: at, end: at + text.len() });
        }
    }
    if taken.blocks.is_empty() {
        return Err(Unread::NoText(Format::Docx));
    }
    let texts: Vec<&str> = taken.blocks.iter().filter_map(|block| taken.source.get(block.start..block.end)).collect();
    let kinds = judge::kinds_with(&texts, hints);
    taken.blocks.iter_mut().zip(kinds).for_each(|(block, kind)| block.kind = kind);
    Ok(taken)
}
