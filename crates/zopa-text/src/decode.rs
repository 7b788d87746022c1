//! Are these bytes text?
//!
//! Only UTF-8 is taken. Anything else is refused with the place of the first offending byte and a guess at the
//! encoding, so that a person can save the document anew; nothing is converted behind anyone's back.

use std::fmt;

use crate::fold::BYTE_ORDER_MARK;

/// Why bytes are no text that is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// The offset of the first byte that cannot stand in UTF-8 text.
    pub offset: usize,
    /// What the bytes look like: an encoding or a kind of file, or `unknown`. A guess from simple statistics.
    pub likely: &'static str,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "byte {} is not UTF-8 text; the bytes look like: {}", self.offset, self.likely)
    }
}

impl std::error::Error for NotText {}

/// The length of the byte order mark (0 or 3) and the text after it.
pub(crate) fn decode(bytes: &[u8]) -> Result<(usize, &str), NotText> {
    let refuse = |offset| NotText { offset, likely: guess(bytes) };
    let text = std::str::from_utf8(bytes).map_err(|error| refuse(error.valid_up_to()))?;
    // A zero byte is valid UTF-8, and no document has one: it is the mark of UTF-16 and of binary files.
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(refuse(offset));
    }
    let after = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    Ok((text.len() - after.len(), after))
}

/// First bytes that name the format.
const SIGNATURES: [(&[u8], &str); 6] = [
    (&[0xFF, 0xFE, 0, 0], "UTF-32 LE"),
    (&[0, 0, 0xFE, 0xFF], "UTF-32 BE"),
    (&[0xFF, 0xFE], "UTF-16 LE"),
    (&[0xFE, 0xFF], "UTF-16 BE"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file (docx, odt)"),
];

pub(crate) fn guess(bytes: &[u8]) -> &'static str {
    let signature = SIGNATURES.iter().find(|(first, _)| bytes.starts_with(first));
    signature.map(|(_, name)| *name).or_else(|| by_zeros(bytes)).unwrap_or_else(|| by_letters(bytes))
}

/// UTF-16 of mostly Latin text has a zero in every second byte: the odd ones in LE, the even ones in BE.
fn by_zeros(bytes: &[u8]) -> Option<&'static str> {
    let zeros = |skip| bytes.iter().skip(skip).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), bytes.len() / 2);
    match (even, odd) {
        (0, 0) => None,
        _ if odd * 5 > half && even * 10 < odd => Some("UTF-16 LE"),
        _ if even * 5 > half && odd * 10 < even => Some("UTF-16 BE"),
        _ => Some("unknown"),
    }
}

/// UTF-8 with damage, or one of the two single-byte encodings in which most old Russian and western files are.
fn by_letters(bytes: &[u8]) -> &'static str {
    if damaged_utf8(bytes) {
        return "UTF-8, damaged";
    }
    let count = |wanted: fn(u8) -> bool| bytes.iter().filter(|byte| wanted(**byte)).count();
    let controls = count(|byte| byte < 0x20 && !byte.is_ascii_whitespace());
    if controls * 100 > bytes.len() {
        return "unknown";
    }
    let high = count(|byte| byte >= 0xC0);
    let pairs = bytes.iter().zip(bytes.iter().skip(1)).filter(|(a, b)| **a >= 0xC0 && **b >= 0xC0).count();
    // Cyrillic words are runs of high letters, most of them small; western ones have single high letters among ASCII.
    if pairs * 2 > high {
        let small = count(|byte| byte >= 0xE0);
        // In KOI8 the small letters are the lower half of that range, and the text would be a wrong guess either way.
        return if small * 2 > high { "windows-1251" } else { "unknown" };
    }
    // windows-1252 leaves five bytes without a meaning.
    let unused = count(|byte| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D));
    if unused == 0 && count(|byte| byte.is_ascii()) * 2 > bytes.len() { "windows-1252" } else { "unknown" }
}

/// More valid characters beyond ASCII than broken places: single-byte encodings hardly ever look so.
fn damaged_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid > broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> (usize, &'static str) {
        let error = decode(bytes).unwrap_err();
        (error.offset, error.likely)
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    /// The Cyrillic letters А to я, the rest as ASCII.
    fn windows_1251(text: &str) -> Vec<u8> {
        let byte = |c: char| {
            if c.is_ascii() { c as u8 } else { (c as u32 - 0x410 + 0xC0) as u8 }
        };
        text.chars().map(byte).collect()
    }

    #[test]
    fn utf8_is_taken_with_and_without_a_mark() {
        assert_eq!(decode("Kai 4 – Süd".as_bytes()), Ok((0, "Kai 4 – Süd")));
        assert_eq!(decode("\u{feff}Kai".as_bytes()), Ok((3, "Kai")));
        assert_eq!(decode(b""), Ok((0, "")));
    }

    #[test]
    fn utf16_is_named_by_its_mark_or_its_zeros() {
        let text = "The harbour opens in May, \u{201c}weather permitting\u{201d}.";
        let marked = format!("\u{feff}{text}");
        assert_eq!(refusal(&utf16(&marked, u16::to_le_bytes)), (0, "UTF-16 LE"));
        assert_eq!(refusal(&utf16(&marked, u16::to_be_bytes)), (0, "UTF-16 BE"));
        assert_eq!(refusal(&utf16(text, u16::to_le_bytes)).1, "UTF-16 LE");
        assert_eq!(refusal(&utf16(text, u16::to_be_bytes)).1, "UTF-16 BE");
        assert_eq!(refusal(&utf16("plain", u16::to_le_bytes)), (1, "UTF-16 LE"));
    }

    #[test]
    fn single_byte_encodings_are_told_apart() {
        let cyrillic = windows_1251("Pier 4: Гавань откроется в мае, сказал смотритель.");
        assert_eq!(refusal(&cyrillic), (8, "windows-1251"));
        assert_eq!(refusal(b"The \x93old pier\x94 caf\xe9 opens in May"), (4, "windows-1252"));
        assert_eq!(refusal(b"Stra\xdfe zum S\xfcdkai, \xd6ffnung im M\xe4rz"), (4, "windows-1252"));
    }

    #[test]
    fn damage_and_other_files_are_named() {
        assert_eq!(refusal(b"na\xc3\xafve caf\xc3\xa9 \xff"), (13, "UTF-8, damaged"));
        assert_eq!(refusal(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"), (10, "a PDF file"));
        assert_eq!(refusal(b"text\0\0\0\x01"), (4, "unknown"));
        assert_eq!(refusal(&[0x81, 0x9D, 1, 2, 3]), (0, "unknown"));
    }
}
