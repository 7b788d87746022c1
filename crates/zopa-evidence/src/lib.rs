//! Who said what, via whom?
//!
//! Text comes in, attributions go out, each with its spans. No weights, no network, no parser: rules over tokens, whose
//! words stand in files that a linguist can extend (`data/en`). The way through the files:
//!
//! - `tokenise`, `token`: one pass from text to tokens; `table`, `classes`, `frames`, `inflect`, `language`: what the data
//!   files say of a word;
//! - `sentence`: where a sentence ends; `prose`: text, tokens and sentences together.
//!
//! ```
//! use zopa_evidence::{Language, Prose};
//!
//! let prose = Prose::new("Gen. Oru spoke. \u{201c}We will sail,\u{201d} he said.", Language::english());
//! let sentences: Vec<&str> = prose.sentences.iter().map(|sentence| prose.spelled(sentence)).collect();
//! assert_eq!(sentences, ["Gen. Oru spoke.", "\u{201c}We will sail,\u{201d} he said."]);
//! ```

#![forbid(unsafe_code)]

mod according;
mod act;
mod attribute;
mod chain;
mod classes;
mod complement;
mod cue;
mod document;
mod frames;
mod hearsay;
mod inflect;
mod label;
mod language;
mod names;
mod nominal;
mod phrase;
mod prose;
mod quotes;
mod reader;
mod scope;
mod sentence;
mod span;
mod subject;
mod table;
mod tag;
mod token;
mod tokenise;
mod voice;

pub use classes::{Class, Classes};
pub use document::{attributions, of_prose};
pub use language::Language;
pub use prose::Prose;
pub use sentence::Sentence;
pub use span::Span;
pub use token::{Mark, Token, TokenKind, Word};
