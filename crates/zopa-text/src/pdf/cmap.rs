//! Which characters do the codes of a font stand for, as its own table says?
//!
//! A `ToUnicode` table is a small program in PostScript (ISO 32000-1, 9.10.3); only its pairs and ranges are read.

use std::collections::BTreeMap;

/// Codes that are read of one table, at most.
const CODES_MOST: usize = 1 << 17;

#[derive(Debug, Default)]
pub(crate) struct Cmap {
    pub(crate) characters: BTreeMap<u32, String>,
    /// How many bytes a code has, where the table says one length for all.
    pub(crate) bytes: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
enum Word {
    Bytes(Vec<u8>),
    Open,
    Close,
    Other(String),
}

impl Cmap {
    pub(crate) fn of(source: &[u8]) -> Self {
        let mut cmap = Self::default();
        let mut operands: Vec<Word> = Vec::new();
        for word in words(source) {
            let Word::Other(operator) = &word else {
                operands.push(word);
                continue;
            };
            match operator.as_str() {
                "endcodespacerange" => cmap.spaces(&operands),
                "endbfchar" => cmap.pairs(&operands),
                "endbfrange" => cmap.ranges(&operands),
                _ => {}
            }
            operands.clear();
        }
        cmap
    }

    fn spaces(&mut self, operands: &[Word]) {
        let mut lengths =
            operands.iter().filter_map(|word| if let Word::Bytes(bytes) = word { Some(bytes.len()) } else { None });
        let first = lengths.next();
        self.bytes = first.filter(|first| (1..=4).contains(first) && lengths.all(|length| length == *first));
    }

    fn pairs(&mut self, operands: &[Word]) {
        for pair in operands.chunks(2) {
            if let [Word::Bytes(code), Word::Bytes(characters)] = pair {
                self.put(number(code), utf16(characters));
            }
        }
    }

    fn put(&mut self, code: u32, characters: String) {
        if self.characters.len() < CODES_MOST {
            self.characters.insert(code, characters);
        }
    }

    /// `<first> <last> <characters of the first>`, or `<first> <last> [<characters> ...]`.
    fn ranges(&mut self, operands: &[Word]) {
        let mut words = operands.iter();
        while let (Some(Word::Bytes(first)), Some(Word::Bytes(last)), Some(to)) =
            (words.next(), words.next(), words.next())
        {
            let codes = number(first)..=number(last);
            match to {
                Word::Bytes(bytes) => {
                    for (code, step) in codes.zip(0..=0xFFFF_u32) {
                        self.put(code, stepped(bytes, step));
                    }
                }
                Word::Open => {
                    let inside = words.by_ref().take_while(|word| **word != Word::Close);
                    for (code, word) in codes.zip(inside.collect::<Vec<_>>()) {
                        if let Word::Bytes(bytes) = word {
                            self.put(code, utf16(bytes));
                        }
                    }
                }
                _ => return,
            }
        }
    }
}

pub(crate) fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| (number << 8) | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = match bytes {
        [byte] => vec![u16::from(*byte)],
        _ => bytes.chunks_exact(2).map(|pair| number(pair) as u16).collect(),
    };
    String::from_utf16_lossy(&units)
}

/// The characters, the last one `step` further on.
fn stepped(bytes: &[u8], step: u32) -> String {
    let mut characters = utf16(bytes);
    let last = characters.pop().and_then(|last| char::from_u32(u32::from(last).checked_add(step)?));
    characters.extend(last);
    characters
}

/// The words of the program; names and numbers are words like any other.
fn words(source: &[u8]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = source;
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b'<' if after.first() != Some(&b'<') => {
                let end = after.iter().position(|byte| *byte == b'>').unwrap_or(after.len());
                words.push(Word::Bytes(from_hexadecimal(after.get(..end).unwrap_or_default())));
                after.get(end + 1..).unwrap_or_default()
            }
            b'[' => pushed(&mut words, Word::Open, after),
            b']' => pushed(&mut words, Word::Close, after),
            b'%' => after
                .iter()
                .position(|byte| matches!(byte, b'\n' | b'\r'))
                .and_then(|end| after.get(end..))
                .unwrap_or_default(),
            byte if byte.is_ascii_alphabetic() => {
                let end = after.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(after.len());
                let name: String =
                    rest.get(..=end).unwrap_or_default().iter().map(|byte| char::from(*byte)).take(32).collect();
                words.push(Word::Other(name));
                after.get(end..).unwrap_or_default()
            }
            _ => after,
        };
    }
    words
}

fn pushed<'a>(words: &mut Vec<Word>, word: Word, rest: &'a [u8]) -> &'a [u8] {
    words.push(word);
    rest
}

fn from_hexadecimal(digits: &[u8]) -> Vec<u8> {
    let values: Vec<u8> =
        digits.iter().filter_map(|digit| char::from(*digit).to_digit(16)).map(|digit| digit as u8).collect();
    values.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_ranges() {
        let cmap = Cmap::of(
            b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <ffff> endcodespacerange % <00>\n\
              2 beginbfchar <0003> <0020> <0057> <00660069> endbfchar\n\
              2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0416> <D83DDE00>] endbfrange",
        );
        let of = |code| cmap.characters.get(&code).map(String::as_str);
        assert_eq!(cmap.bytes, Some(2));
        assert_eq!((of(3), of(0x57), of(0x10), of(0x12)), (Some(" "), Some("fi"), Some("A"), Some("C")));
        assert_eq!((of(0x20), of(0x21), of(0x22)), (Some("Ж"), Some("😀"), None));
    }
}
