//! Which letters look like letters of another script?
//!
//! A small table of the Cyrillic and Greek letters that most typefaces draw like Latin ones (after the confusables of
//! Unicode Technical Standard 39), enough to notice a name that was typed with the wrong keyboard.

/// Cyrillic letters with the Latin ones that they look like.
const CYRILLIC: &[(char, char)] = &[
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ї', 'ï'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('һ', 'h'),
    ('ԁ', 'd'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ї', 'Ï'),
    ('Ј', 'J'),
    ('Ѕ', 'S'),
];

/// Greek letters with the Latin ones that they look like.
const GREEK: &[(char, char)] = &[
    ('ο', 'o'),
    ('ν', 'v'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
];

/// A letter where another of the same look belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// The letter that stands there.
    pub here: char,
    /// The letter that it looks like.
    pub like: char,
}

impl Foreign {
    /// What is the matter with it.
    pub fn told(self) -> String {
        let (here, like) = (self.here, self.like);
        format!("`{here}` ({}) looks like `{like}` ({})", script(here), script(like))
    }
}

/// The script of a letter of the table.
pub(crate) fn script(c: char) -> &'static str {
    match c {
        '\u{400}'..='\u{52f}' => "Cyrillic",
        '\u{370}'..='\u{3ff}' => "Greek",
        _ => "Latin",
    }
}

/// A letter with those of one look made one.
pub(crate) fn latin(c: char) -> char {
    let known = CYRILLIC.iter().chain(GREEK).find(|(other, _)| *other == c);
    known.map_or(c, |(_, latin)| *latin)
}

/// A word with letters of one look made one, small.
pub(crate) fn skeleton(word: &str) -> String {
    word.chars().map(latin).flat_map(char::to_lowercase).collect()
}

/// The first letter of a word that differs from one of the same look in another.
pub(crate) fn foreign(word: &str, other: &str) -> Option<Foreign> {
    let differing = word.chars().zip(other.chars()).find(|(here, like)| here != like && latin(*here) == latin(*like));
    differing.map(|(here, like)| Foreign { here, like })
}

/// The first letter of a word that belongs to another script than the rest, and the look that it borrows: a word of Latin
/// letters with a Cyrillic one among them, or the other way round.
pub(crate) fn mixed(word: &str) -> Option<Foreign> {
    let letters = || word.chars().filter(|c| c.is_alphabetic() && is_latin_cyrillic_or_greek(*c));
    let of = |name: &'static str| letters().filter(move |c| script(*c) == name).count();
    let (latin_count, others) = (of("Latin"), of("Cyrillic") + of("Greek"));
    if latin_count == 0 || others == 0 {
        return None;
    }
    // The few stand among the many.
    let foreign = |c: &char| (script(*c) == "Latin") == (latin_count < others);
    let here = letters().find(|c| foreign(c) && (latin(*c) != *c || of_latin(*c).is_some()))?;
    Some(Foreign { here, like: if latin(here) == here { of_latin(here)? } else { latin(here) } })
}

/// The Cyrillic letter that a Latin one looks like.
fn of_latin(c: char) -> Option<char> {
    CYRILLIC.iter().find(|(_, latin)| *latin == c).map(|(other, _)| *other)
}

fn is_latin_cyrillic_or_greek(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_another_script_is_found() {
        assert_eq!(skeleton("Кyiv"), "kyiv");
        assert_eq!(mixed("Кyiv").map(|f| (f.here, f.like)), Some(('К', 'K')));
        assert_eq!(mixed("Киiв").map(|f| (f.here, f.like)), Some(('i', 'і')));
        assert_eq!(mixed("Київ"), None);
        assert_eq!(mixed("Kyiv"), None);
        assert_eq!(mixed("北京"), None);
        assert_eq!(foreign("nоrth", "north").map(|f| f.here), Some('о'));
    }
}
