//! Which part of a page saved as one file is the page?
//!
//! Browsers write a page with all that belongs to it as a letter of many parts (RFC 2557, RFC 2045): the first part that
//! is HTML is the page.

use crate::document::Format;
use crate::html;
use crate::taken::Taken;
use crate::unread::Unread;

/// Where the heading that says so may stand.
const HEADINGS_WITHIN: usize = 8192;

/// Parts that are looked at, at most.
const PARTS_MOST: usize = 1000;

/// Is this a letter of related parts?
pub(crate) fn is_mhtml(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(HEADINGS_WITHIN)).unwrap_or_default();
    let (headings, _) = split(start);
    headings
        .iter()
        .any(|(name, value)| name == "content-type" && value.to_ascii_lowercase().starts_with("multipart/related"))
}

/// Takes the text of the page.
pub(crate) fn take(bytes: &[u8]) -> Result<Taken, Unread> {
    let (headings, body) = split(bytes);
    let boundary = parameter(heading(&headings, "content-type"), "boundary").ok_or(Unread::Damaged(Format::Mhtml))?;
    let (headings, body) = parts(body, format!("--{boundary}").as_bytes())
        .into_iter()
        .take(PARTS_MOST)
        .map(split)
        .find(|(headings, _)| heading(headings, "content-type").to_ascii_lowercase().contains("html"))
        .ok_or(Unread::Damaged(Format::Mhtml))?;
    let bytes = match heading(&headings, "content-transfer-encoding").trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => from_printable(body),
        "base64" => from_base64(body),
        _ => body.to_vec(),
    };
    html::take(&bytes, parameter(heading(&headings, "content-type"), "charset").as_deref(), Format::Mhtml)
}

/// Name in small letters, and value.
type Headings = Vec<(String, String)>;

/// The headings of a letter or a part, and what follows the empty line after them.
fn split(bytes: &[u8]) -> (Headings, &[u8]) {
    let mut headings: Headings = Vec::new();
    let mut rest = bytes;
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        let line = String::from_utf8_lossy(rest.get(..end).unwrap_or_default()).into_owned();
        rest = rest.get(end..).unwrap_or_default();
        let goes_on = line.starts_with([' ', '\t']);
        match (headings.last_mut(), line.split_once(':')) {
            _ if line.trim().is_empty() => return (headings, rest),
            (Some((_, value)), _) if goes_on => *value = format!("{value} {}", line.trim()),
            (_, Some((name, value))) => headings.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            _ => {}
        }
    }
}

fn heading<'a>(headings: &'a Headings, wanted: &str) -> &'a str {
    headings.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value)
}

/// `name=value` or `name="value"` after a semicolon.
fn parameter(heading: &str, wanted: &str) -> Option<String> {
    let mut parameters = heading.split(';').skip(1).filter_map(|part| part.split_once('='));
    let (_, value) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted))?;
    Some(value.trim().trim_matches('"').to_owned()).filter(|value| !value.is_empty())
}

/// What stands between the lines that begin with the boundary.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(boundary) {
            marks.push((at, at + line.len()));
        }
        at += line.len();
    }
    let ends = marks.iter().skip(1).map(|mark| mark.0).chain([body.len()]);
    marks.iter().zip(ends).filter_map(|(mark, end)| body.get(mark.1..end)).collect()
}

/// RFC 2045, 6.7: `=3D` is a byte, and `=` at the end of a line joins it with the next.
fn from_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        rest = match (digit(0), digit(1)) {
            (Some(high), Some(low)) if *first == b'=' => {
                bytes.push((high * 16 + low) as u8);
                after.get(2..).unwrap_or_default()
            }
            _ if *first == b'=' && after.starts_with(b"\r\n") => after.get(2..).unwrap_or_default(),
            _ if *first == b'=' && after.starts_with(b"\n") => after.get(1..).unwrap_or_default(),
            _ => {
                bytes.push(*first);
                after
            }
        };
    }
    bytes
}

/// RFC 2045, 6.8; what is no digit is passed over.
fn from_base64(body: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = body.iter().filter_map(digit).collect();
    let bytes = digits.chunks(4).flat_map(|four| {
        let whole = four.iter().fold(0, |whole, digit| (whole << 6) | digit) << (6 * (4 - four.len()));
        let [_, first, second, third] = whole.to_be_bytes();
        [first, second, third].into_iter().take(four.len().saturating_sub(1))
    });
    bytes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_found_and_decoded() {
        for (encoding, body) in [
            ("quoted-printable", "<html><body><p>The caf=\r\n=C3=A9 at the pier =3D shut.</p></body></html>"),
            ("base64", "PGh0bWw+PGJvZHk+PHA+VGhlIGNhZsOpIGF0\r\nIHRoZSBwaWVyID0gc2h1dC48L3A+PC9ib2R5PjwvaHRtbD4="),
            ("8bit", "<html><body><p>The café at the pier = shut.</p></body></html>"),
        ] {
            let letter = format!(
                "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"; boundary=\"--b1\"\r\n\r\n\
                 ----b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n\
                 ----b1\r\nContent-Type: image/png\r\n\r\nxx\r\n----b1--\r\n"
            );
            assert!(is_mhtml(letter.as_bytes()));
            assert_eq!(take(letter.as_bytes()).unwrap().source, "The café at the pier = shut.");
        }
        assert!(!is_mhtml("Content: multipart/related\n\nThe pier".as_bytes()));
        assert_eq!(take(b"Content-Type: multipart/related\n\n").unwrap_err(), Unread::Damaged(Format::Mhtml));
    }
}
