//! On which line and in which column does a byte stand?

use crate::span::Place;

/// The line and column of a byte of `text`. Lines end with a line feed; columns count characters from 1, a tab
/// is one character, a byte order mark at the start is none. An offset inside a character counts as its start,
/// one past the end as the end.
pub fn place(text: &str, offset: u32) -> Place {
    let offset = floor(text, offset as usize);
    let before = text.get(..offset).unwrap_or("");
    let line = before.bytes().filter(|&byte| byte == b'\n').count();
    let start = before.rfind('\n').map_or(0, |feed| feed + 1);
    let head = before.get(start..).unwrap_or("");
    let head = if start == 0 { head.strip_prefix('\u{feff}').unwrap_or(head) } else { head };
    Place { line: count(line), column: count(head.chars().count()) }
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
}
