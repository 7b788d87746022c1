//! Where exactly do these words stand?
//!
//! An anchor is the pair of the W3C Web Annotation Data Model's TextQuoteSelector (the words with a little context) and
//! TextPositionSelector (the offsets), over the bytes of one document.

use crate::Span;
use crate::text::Text;

/// How many characters of context an anchor carries on either side, at most: five or six words, more than most phrases
/// that a report repeats.
pub const CONTEXT: usize = 32;

/// A span of one document: `bytes[start..end]` is `exact`, always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The byte at which the words begin.
    pub start: usize,
    /// The byte after their end.
    pub end: usize,
    /// The document's own characters from `start` to `end`, words left out of the quote included.
    pub exact: String,
    /// Up to [`CONTEXT`] characters that stand before.
    pub prefix: String,
    /// Up to [`CONTEXT`] characters that stand after.
    pub suffix: String,
    /// The quoted parts in order, as byte offsets: one, unless the quote leaves words out.
    pub parts: Vec<(usize, usize)>,
}

impl Anchor {
    /// `parts` are spans of `source` in order, on character boundaries; `mark` is what to add for document offsets.
    pub(crate) fn new(source: &str, mark: usize, parts: &[Span]) -> Self {
        let start = parts.first().map_or(0, |part| part.0);
        let end = parts.last().map_or(start, |part| part.1);
        Self {
            start: start + mark,
            end: end + mark,
            exact: slice(source, start, end).to_owned(),
            prefix: last_characters(slice(source, 0, start)).to_owned(),
            suffix: first_characters(slice(source, end, source.len())).to_owned(),
            parts: parts.iter().map(|(start, end)| (start + mark, end + mark)).collect(),
        }
    }

    /// Start and end counted in Unicode code points of [`Text::as_str`], as the TextPositionSelector counts them: a
    /// byte order mark is not counted. `None` if this is no anchor of `text`. Takes time in proportion to the offset.
    pub fn code_points(&self, text: &Text) -> Option<(usize, usize)> {
        let exact = text.slice(self.start, self.end).filter(|exact| *exact == self.exact)?;
        let before = text.as_str().get(..text.inside(self.start)?)?;
        let start = before.chars().count();
        Some((start, start + exact.chars().count()))
    }
}

/// The spans that reach here come from the text itself; an impossible one is empty rather than a crash.
fn slice(source: &str, start: usize, end: usize) -> &str {
    source.get(start..end).unwrap_or_default()
}

fn last_characters(before: &str) -> &str {
    let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    slice(before, from, before.len())
}

fn first_characters(after: &str) -> &str {
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    slice(after, 0, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_the_byte_order_mark_and_code_points_do_not() {
        let bytes = "\u{feff}Übergabe am Kai".as_bytes();
        let text = Text::from_bytes(bytes).unwrap();
        let anchor = text.anchor(13, 15).unwrap();
        assert_eq!(anchor.exact.as_bytes(), &bytes[13..15]);
        assert_eq!(
            (anchor.exact.as_str(), anchor.prefix.as_str(), anchor.suffix.as_str()),
            ("am", "Übergabe ", " Kai")
        );
        assert_eq!(anchor.code_points(&text), Some((9, 11)));
    }

    #[test]
    fn no_anchor_cuts_a_character_or_lies_outside() {
        let text = Text::from_bytes("\u{feff}Ü".as_bytes()).unwrap();
        assert_eq!(text.anchor(3, 4), None);
        assert_eq!(text.anchor(0, 3), None);
        assert_eq!(text.anchor(3, 9), None);
        assert!(text.anchor(3, 5).is_some());
    }

    #[test]
    fn context_is_characters_not_bytes() {
        let source = format!("{}X{}", "ß".repeat(40), "ж".repeat(40));
        let text = Text::from_bytes(source.as_bytes()).unwrap();
        let anchor = text.anchor(80, 81).unwrap();
        assert_eq!((anchor.prefix, anchor.suffix), ("ß".repeat(CONTEXT), "ж".repeat(CONTEXT)));
    }

    #[test]
    fn an_anchor_of_another_text_has_no_code_points() {
        let one = Text::from_bytes(b"one pier").unwrap();
        let other = Text::from_bytes(b"two piers").unwrap();
        assert_eq!(one.anchor(0, 3).unwrap().code_points(&other), None);
    }
}
