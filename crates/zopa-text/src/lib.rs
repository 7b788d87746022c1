//! What do the documents say, word for word?
//!
//! Bytes come in and stay as they are; everything found in them is an [`Anchor`]: a span of the bytes as received, with
//! the exact words that stand there. The way through the files:
//!
//! - [`Text::of_document`] (`document`): from the bytes of a document to its text, or the reason why there is none;
//! - [`Text::from_bytes`] (`decode`): from bytes to text, nothing judged;
//! - [`Text::blocks`], [`Text::left_out`] (`block`): which stretches are the article, and what else there is;
//! - [`Keep`] (`keep`): what of that is put back into the text;
//! - `html`, `mhtml`: the text of a web page, and what was left out of it;
//! - `docx`, `pdf`: the text of a Word file, of a PDF;
//! - `plain`, `judge`, `rules`: paragraphs of plain text, judged by words that stand in `rules/LANGUAGE/*.txt`;
//! - `fold`: the one normal form in which words are compared, with the way back to the bytes;
//! - `words`: where words begin and end, and how many there are;
//! - `anchor`: a span with its exact words;
//! - [`Text::find`] (`find`): a quote in its document: verified, moved, at several places, or orphaned;
//! - [`Text::find_again`] (`again`): an anchor in a document that has changed since;
//! - `nearest`, `differing`: what an orphan may have been, and what differs, for a person to look at;
//! - [`Text::search`] (`search`): passages with given words, to choose a quote from;
//! - [`directly_quoted_words`] (`marks`): how much of a quote stands inside quotation marks.
//!
//! ```
//! use zopa_text::{Found, Text};
//!
//! let text = Text::from_bytes("The ferry \u{201c}will\u{a0}run\u{201d} again in May.".as_bytes()).unwrap();
//! let Found::Verified { anchor, byte_exact } = text.find("ferry \"will run\"", None) else { unreachable!() };
//! assert_eq!(anchor.exact, "ferry \u{201c}will\u{a0}run\u{201d}"); // the document's own characters
//! assert_eq!((anchor.start, byte_exact), (4, false));
//! assert!(matches!(text.find("ferry will not run", None), Found::Orphaned { .. }));
//! ```
//!
//! Nothing here reads a file, a clock or a locale; the same bytes and words give the same answer everywhere. Every
//! bound on work is a count.

#![forbid(unsafe_code)]

mod again;
mod anchor;
mod block;
mod decode;
mod differing;
mod document;
mod docx;
mod find;
mod fold;
mod hash;
mod html;
mod judge;
mod keep;
mod kept;
mod marks;
mod mhtml;
mod nearest;
mod pdf;
mod plain;
mod rules;
mod search;
mod starts;
mod taken;
mod text;
mod unread;
mod words;

pub use anchor::{Anchor, CONTEXT};
pub use block::{Block, Kind, LeftOut};
pub use decode::NotText;
pub use differing::Differing;
pub use document::Format;
pub use find::{Found, GAP_MOST, SEVERAL_MOST};
pub use hash::sha256;
pub use keep::{Keep, KeepFound};
pub use kept::Kept;
pub use marks::directly_quoted_words;
pub use nearest::Nearest;
pub use search::{NEAR_MOST, Passage};
pub use text::Text;
pub use unread::{BYTES_MOST, Unread};
pub use words::word_count;

/// A half-open range of byte offsets.
pub(crate) type Span = (usize, usize);
