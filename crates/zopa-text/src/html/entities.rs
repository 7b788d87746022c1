//! Which characters do the references of a page stand for?

use std::borrow::Cow;
use std::sync::LazyLock;

/// The names, in order, each with what it stands for.
static NAMES: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let lines = include_str!("../../rules/html/entities.txt").lines().filter(|line| !line.starts_with('#'));
    let mut names: Vec<(&str, String)> = lines.filter_map(named).collect();
    names.sort_unstable();
    names
});

/// The longest name, in bytes.
const NAME_MOST: usize = 33;

fn named(line: &str) -> Option<(&str, String)> {
    let (name, codes) = line.split_once(' ')?;
    let characters = codes.split(' ').map(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
    Some((name, characters.collect::<Option<String>>()?))
}

/// What a browser makes of the numbers 128 to 159: windows-1252. Zero where that has nothing.
const FROM_128: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
];

/// The text with its references resolved. In an attribute a name wants its semicolon: links are full of `&`.
pub(crate) fn decoded(text: &str, attribute: bool) -> String {
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (character, length) = reference(part, attribute);
        decoded.push_str(&character);
        decoded.push_str(part.get(length..).unwrap_or_default());
    }
    decoded
}

/// What stands for the reference that follows `&`, and how many bytes it takes.
fn reference(after: &str, attribute: bool) -> (Cow<'static, str>, usize) {
    let found = if after.starts_with('#') { number(after) } else { name(after, attribute) };
    found.unwrap_or((Cow::Borrowed("&"), 0))
}

fn number(after: &str) -> Option<(Cow<'static, str>, usize)> {
    let hexadecimal = after.starts_with("#x") || after.starts_with("#X");
    let (radix, from) = if hexadecimal { (16, 2) } else { (10, 1) };
    let digits = after.get(from..)?;
    let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let digits = digits.get(..length).filter(|digits| !digits.is_empty())?;
    let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    let old = code.checked_sub(128).and_then(|at| FROM_128.get(at as usize)).filter(|code| **code != 0);
    let code = old.map_or(code, |code| u32::from(*code));
    let character = char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER);
    let end = from + length;
    let semicolon = after.get(end..).is_some_and(|rest| rest.starts_with(';'));
    Some((Cow::Owned(character.to_string()), end + usize::from(semicolon)))
}

/// The longest name that stands here.
fn name(after: &str, attribute: bool) -> Option<(Cow<'static, str>, usize)> {
    let letters = after.bytes().take(NAME_MOST).take_while(u8::is_ascii_alphanumeric).count();
    let semicolon = after.get(letters..).is_some_and(|rest| rest.starts_with(';'));
    let whole = semicolon.then(|| after.get(..=letters).and_then(look_up)).flatten();
    if let Some(whole) = whole {
        return Some((Cow::Borrowed(whole), letters + 1));
    }
    if attribute {
        return None;
    }
    (1..=letters).rev().find_map(|length| Some((Cow::Borrowed(look_up(after.get(..length)?)?), length)))
}

fn look_up(name: &str) -> Option<&'static str> {
    let at = NAMES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    NAMES.get(at).map(|(_, characters)| characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        for (source, text) in [
            ("a&amp;b &lt;&#60;&#x3C;&#X3c;", "a&b <<<<"),
            ("&nbsp;&shy;&#8217;&rsquo;&#146;", "\u{a0}\u{ad}’’’"),
            ("&copy 2031 &notit; &notin;", "© 2031 ¬it; ∉"),
            ("AT&T & co &; &#; &#x; &unknown;", "AT&T & co &; &#; &#x; &unknown;"),
            ("&#0;&#xD800;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(decoded(source, false), text);
        }
        assert_eq!(decoded("?a=1&copy=2&amp;b", true), "?a=1&copy=2&b");
    }

    #[test]
    fn every_name_is_read() {
        assert_eq!(NAMES.len(), 2231);
        assert!(NAMES.iter().all(|(name, _)| name.len() <= NAME_MOST));
    }
}
