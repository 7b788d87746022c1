//! Which characters do the names of glyphs stand for?

use std::sync::LazyLock;

static NAMES: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let mut names: Vec<_> = lines(include_str!("../../rules/pdf/glyphs.txt")).filter_map(glyph).collect();
    names.sort_unstable();
    names
});

/// The bytes of the standard encoding that are not those of ASCII.
static STANDARD: LazyLock<Vec<(u8, &str)>> = LazyLock::new(|| {
    let lines = lines(include_str!("../../rules/pdf/standard.txt"));
    lines
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(byte, name)| Some((u8::from_str_radix(byte, 16).ok()?, name)))
        .collect()
});

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn glyph(line: &'static str) -> Option<(&'static str, String)> {
    let (name, codes) = line.split_once(' ')?;
    Some((name, codes.split(' ').map(hexadecimal).collect::<Option<String>>()?))
}

fn hexadecimal(code: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

/// The characters of a glyph: by its name, by the number in it (`uni0416`, `u1F600`), part by part (`f_i`). What
/// follows a full stop says how it looks.
pub(crate) fn characters(name: &str) -> Option<String> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    name.split('_').map(part).collect()
}

fn part(name: &str) -> Option<String> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    let known = NAMES.binary_search_by(|(known, _)| (*known).cmp(name)).ok().and_then(|at| NAMES.get(at));
    known.map(|(_, characters)| characters.clone()).or_else(|| numbered(name))
}

fn numbered(name: &str) -> Option<String> {
    let digits = name
        .strip_prefix("uni")
        .filter(|digits| digits.len() == 4)
        .or_else(|| name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len())))?;
    hexadecimal(digits).map(String::from)
}

/// The character of a byte in the encodings that PDF names.
pub(crate) fn of_byte(encoding: &str, byte: u8) -> Option<String> {
    let whole = |encoding: &'static encoding_rs::Encoding| {
        let bytes = [byte];
        encoding.decode_without_bom_handling(&bytes).0.into_owned()
    };
    let character = match encoding {
        "MacRomanEncoding" => whole(encoding_rs::MACINTOSH),
        "StandardEncoding" => match STANDARD.iter().find(|(known, _)| *known == byte) {
            Some((_, name)) => return characters(name),
            None if byte.is_ascii() => char::from(byte).to_string(),
            None => return None,
        },
        _ => whole(encoding_rs::WINDOWS_1252),
    };
    Some(character).filter(|character| !character.chars().any(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_bytes() {
        for (name, characters_of) in [
            ("A", "A"),
            ("eacute", "é"),
            ("afii10066", "б"),
            ("uni0416", "Ж"),
            ("f_i", "fi"),
            ("a.alt", "a"),
            ("quoteright", "’"),
        ] {
            assert_eq!(characters(name).as_deref(), Some(characters_of), "{name}");
        }
        assert_eq!(characters("g17"), None);
        assert_eq!(characters(".notdef"), None);
        assert_eq!(of_byte("WinAnsiEncoding", 0x93).as_deref(), Some("“"));
        assert_eq!(of_byte("StandardEncoding", 0x27).as_deref(), Some("’"));
        assert_eq!(of_byte("MacRomanEncoding", 0x8e).as_deref(), Some("é"));
    }
}
