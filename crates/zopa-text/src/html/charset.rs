//! In which encoding is a page written?
//!
//! A byte order mark decides. Then bytes that are UTF-8 throughout, with characters beyond ASCII, are UTF-8 whatever the
//! page says: no other encoding looks so by chance, and browsers save pages anew without changing what they declare.
//! Else the page's own declaration holds; and where there is none, only UTF-8 is read.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::block::{Kind, LeftOut};
use crate::decode;
use crate::unread::Unread;

/// Where a declaration may stand.
const DECLARED_WITHIN: usize = 4096;

/// Of so many characters one may be damaged, at most.
const DAMAGED_ONE_IN: usize = 200;

/// A page's characters, and what is said of those that its bytes do not give.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) source: String,
    pub(crate) damaged: Option<LeftOut>,
}

/// `label` is what something outside the page says of its encoding.
pub(crate) fn decode(bytes: &[u8], label: Option<&str>) -> Result<Decoded, Unread> {
    let marked = Encoding::for_bom(bytes);
    let is_utf8 = || std::str::from_utf8(bytes).is_ok() && !bytes.is_ascii();
    let declared = || label.and_then(|label| Encoding::for_label(label.trim().as_bytes())).or_else(|| declared(bytes));
    let encoding = match marked {
        Some((encoding, _)) => encoding,
        None if is_utf8() => UTF_8,
        None => declared().or_else(|| by_zeros(bytes)).unwrap_or(UTF_8),
    };
    let (source, _) = encoding.decode_with_bom_removal(bytes);
    let damaged = source.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    // A zero is no character of a page; browsers show it as a damaged one too.
    let zeros = source.bytes().filter(|byte| *byte == 0).count();
    if (damaged + zeros) * DAMAGED_ONE_IN > source.len().max(1) {
        let offset = first_wrong(bytes, encoding);
        return Err(Unread::Encoding { declared: encoding.name(), offset, likely: decode::guess(bytes) });
    }
    let damaged =
        (damaged > 0).then(|| LeftOut { kind: Kind::Damaged, words: around_damage(&source), at: 0, in_text: false });
    Ok(Decoded { source: source.replace('\0', ""), damaged })
}

/// The encoding that the page's first bytes declare: `<meta charset>`, `<meta ... charset=`, `<?xml encoding=`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start: String = bytes.iter().take(DECLARED_WITHIN).map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let after = |mark: &str| start.find(mark).and_then(|at| start.get(at + mark.len()..));
    let label = after("charset").or_else(|| after("encoding").filter(|_| start.trim_start().starts_with("<?xml")))?;
    let label = label.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end =
        label.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))).unwrap_or(label.len());
    let encoding = Encoding::for_label(label.get(..end)?.as_bytes())?;
    // Such bytes were read as ASCII to get here: as in the standard, they cannot be UTF-16.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// UTF-16 without a mark: a page begins with ASCII.
fn by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, _, 0, ..] => Some(UTF_16LE),
        [0, b'<', 0, _, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// The first byte that is none of the encoding's.
fn first_wrong(bytes: &[u8], encoding: &'static Encoding) -> usize {
    if encoding == UTF_8 {
        return std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut decoded = String::with_capacity(bytes.len().saturating_mul(3).saturating_add(16));
    let (_, read) = decoder.decode_to_string_without_replacement(bytes, &mut decoded, true);
    read.saturating_sub(1)
}

/// Some characters on either side of the first damaged one.
fn around_damage(source: &str) -> String {
    let at = source.find(char::REPLACEMENT_CHARACTER).unwrap_or(0);
    let before = source.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().take(20).last().map_or(at, |(at, _)| at);
    source.get(from..).unwrap_or_default().chars().take(41).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes, None).unwrap().source
    }

    #[test]
    fn the_declaration_and_the_mark_are_honoured() {
        let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode("<meta charset=windows-1251>Гавань");
        assert_eq!(text(&cyrillic), "<meta charset=windows-1251>Гавань");
        let (koi, _, _) = encoding_rs::KOI8_U.encode("<meta http-equiv=a content='text/html; charset=koi8-u'>Гавань");
        assert!(text(&koi).ends_with("Гавань"));
        assert_eq!(text("<meta charset=iso-8859-1>Гавань".as_bytes()), "<meta charset=iso-8859-1>Гавань");
        let sixteen: Vec<u8> = "\u{feff}<p>Гавань".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&sixteen), "<p>Гавань");
        let sixteen: Vec<u8> = "<p>Гавань".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&sixteen), "<p>Гавань");
    }

    #[test]
    fn what_does_not_fit_is_refused_and_a_stray_byte_is_told() {
        let Err(Unread::Encoding { declared, offset, likely }) = decode(b"<p>The caf\xe9 at the pier", None) else {
            panic!()
        };
        assert_eq!((declared, offset, likely), ("UTF-8", 10, "windows-1252"));
        let long = [b"<p>".as_slice(), "The harbour opens in May. ".repeat(40).as_bytes(), b"\xe9 end"].concat();
        let decoded = decode(&long, None).unwrap();
        assert_eq!(decoded.damaged.unwrap().kind, Kind::Damaged);
        assert!(decoded.source.ends_with("\u{fffd} end"));
    }
}
