//! On which line and in which column does a byte stand?

use crate::span::Place;

/// The line and column of a byte of `text`. Lines end with a line feed; columns count characters from 1, a tab
/// is one character, a byte order mark at the start is none. An offset inside a character counts as its start,
/// one past the end as the end. Takes time in proportion to the offset; for many places use [`Places`].
pub fn place(text: &str, offset: u32) -> Place {
    let offset = floor(text, offset as usize);
    let before = text.get(..offset).unwrap_or("");
    let line = before.bytes().filter(|&byte| byte == b'\n').count();
    let start = before.rfind('\n').map_or(0, |feed| feed + 1);
    Place { line: count(line), column: column(text, start, offset) }
}

/// The places of one text: the same answers as [`place`], each in a short time that does not grow with the text.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many characters begin before each stretch of so many bytes: a line may be as long as a file.
    before: Vec<usize>,
}

/// The bytes of a stretch.
const STRETCH: usize = 1024;

impl<'a> Places<'a> {
    /// Counts the lines and characters of a text.
    pub fn of(text: &'a str) -> Self {
        let after_feed = text.match_indices('\n').map(|(feed, _)| feed + 1);
        let mut before = vec![0];
        for stretch in text.as_bytes().chunks(STRETCH) {
            before.push(before.last().copied().unwrap_or(0) + begun(stretch));
        }
        Places { text, starts: std::iter::once(0).chain(after_feed).collect(), before }
    }

    /// The line and column of a byte.
    pub fn place(&self, offset: u32) -> Place {
        let offset = floor(self.text, offset as usize);
        let line = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let mark = usize::from(start == 0 && offset > 0 && self.text.starts_with('\u{feff}'));
        let characters = self.characters(offset).saturating_sub(self.characters(start) + mark);
        Place { line: count(line), column: count(characters) }
    }

    /// How many characters begin before a byte.
    fn characters(&self, offset: usize) -> usize {
        let stretch = offset / STRETCH;
        let rest = self.text.as_bytes().get(stretch * STRETCH..offset).unwrap_or(&[]);
        self.before.get(stretch).copied().unwrap_or(0) + begun(rest)
    }
}

fn column(text: &str, start: usize, offset: usize) -> u32 {
    let head = text.get(start..offset).unwrap_or("");
    let head = if start == 0 { head.strip_prefix('\u{feff}').unwrap_or(head) } else { head };
    count(head.chars().count())
}

fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn count(before: usize) -> u32 {
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// How many characters begin in some bytes.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: u32) -> (u32, u32) {
        let place = place(text, offset);
        (place.line, place.column)
    }

    #[test]
    fn lines_and_columns_are_counted_from_one_in_characters() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("ab\ncd", 3), (2, 1));
        assert_eq!(at("ab\r\ncd", 5), (2, 2));
        assert_eq!(at("й x", 3), (1, 3));
        assert_eq!(at("й x", 1), (1, 1));
        assert_eq!(at("\u{feff}ab", 3), (1, 1));
        assert_eq!(at("ab", 99), (1, 3));
    }

    #[test]
    fn many_places_are_the_same_places() {
        for text in ["", "\n", "a\r\nй\n\nz", "\u{feff}a\nb"] {
            let places = Places::of(text);
            for offset in 0..12 {
                assert_eq!(places.place(offset), place(text, offset), "{text:?} {offset}");
            }
        }
        let long = format!("\u{feff}a\n{}\n{}", "é".repeat(2000), "x".repeat(1500));
        let places = Places::of(&long);
        for offset in (0..long.len() as u32 + 2).step_by(7) {
            assert_eq!(places.place(offset), place(&long, offset), "{offset}");
        }
    }
}
