//! Which characters does a string of a PDF show, and how wide is each?
//!
//! ISO 32000-1, 9.6 to 9.10. A font's own table of characters comes first, then the names of its glyphs, then the
//! encoding that it names. Widths are needed to see where a word ends; where there is none, half the size is taken.

use std::collections::BTreeMap;

use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::cmap::{Cmap, number};
use super::glyphs;

/// Widths that are read of one font, at most.
const WIDTHS_MOST: usize = 1 << 17;

/// The width of a glyph of which none is known, in thousandths of the size.
const WIDTH: f64 = 500.0;

/// A table of characters has no more bytes.
const TABLE_MOST: usize = 1 << 22;

#[derive(Debug, Default)]
pub(crate) struct Font {
    characters: BTreeMap<u32, String>,
    widths: BTreeMap<u32, f64>,
    width: f64,
    /// How many bytes a code has.
    bytes: usize,
    /// Codes are UTF-16 already.
    unicode: bool,
}

/// A code of a string: what it shows, how wide it is, and whether it is the space that word spacing widens.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) characters: Option<std::borrow::Cow<'a, str>>,
    pub(crate) width: f64,
    pub(crate) is_space: bool,
}

impl Font {
    pub(crate) fn of(font: &Dict<'_>) -> Self {
        let table = font.get::<Stream<'_>>(b"ToUnicode").and_then(|table| super::unpacked(&table, TABLE_MOST));
        let cmap = table.map(|table| Cmap::of(&table)).unwrap_or_default();
        let composite = font.get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_str() == "Type0");
        if composite { Self::composite(font, cmap) } else { Self::simple(font, cmap) }
    }

    fn composite(font: &Dict<'_>, cmap: Cmap) -> Self {
        let encoding = font.get::<Name<'_>>(b"Encoding").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let unicode = encoding.contains("UCS2") || encoding.contains("UTF16");
        let descendant = font.get::<Array<'_>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let width = descendant.as_ref().and_then(|font| font.get::<f64>(b"DW")).unwrap_or(1000.0);
        let widths = descendant
            .and_then(|font| font.get::<Array<'_>>(b"W"))
            .map(|widths| composite_widths(&widths))
            .unwrap_or_default();
        Self {
            characters: cmap.characters,
            widths,
            width,
            bytes: cmap.bytes.filter(|bytes| *bytes <= 2).unwrap_or(2),
            unicode,
        }
    }

    fn simple(font: &Dict<'_>, cmap: Cmap) -> Self {
        let first = font.get::<i32>(b"FirstChar").unwrap_or(0).max(0) as u32;
        let widths = font.get::<Array<'_>>(b"Widths").map(|widths| widths.iter::<f64>().take(256).collect::<Vec<_>>());
        let widths = (first..).zip(widths.unwrap_or_default()).filter(|(_, width)| *width > 0.0).collect();
        let base = font.get::<Name<'_>>(b"BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let width = if base.contains("Courier") { 600.0 } else { WIDTH };
        let mut characters = encoded(font);
        characters.extend(cmap.characters);
        Self { characters, widths, width, bytes: 1, unicode: false }
    }

    /// The codes of a string, in order.
    pub(crate) fn shown<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = Shown<'a>> {
        string.chunks(self.bytes.max(1)).map(|bytes| {
            let code = number(bytes);
            let own = || self.unicode.then(|| char::from_u32(code).map(|c| c.to_string().into())).flatten();
            Shown {
                characters: self.characters.get(&code).map(|characters| characters.as_str().into()).or_else(own),
                width: self.widths.get(&code).copied().unwrap_or(self.width),
                is_space: self.bytes == 1 && code == 32,
            }
        })
    }
}

/// The characters of a simple font's 256 codes, by its encoding.
fn encoded(font: &Dict<'_>) -> BTreeMap<u32, String> {
    let encoding = font.get::<Dict<'_>>(b"Encoding");
    let named = font.get::<Name<'_>>(b"Encoding").or_else(|| encoding.as_ref()?.get::<Name<'_>>(b"BaseEncoding"));
    let base = named.map(|name| name.as_str().to_owned()).unwrap_or_else(|| "StandardEncoding".to_owned());
    let mut characters: BTreeMap<u32, String> =
        (0..=255_u8).filter_map(|byte| Some((u32::from(byte), glyphs::of_byte(&base, byte)?))).collect();
    let differences = encoding.and_then(|encoding| encoding.get::<Array<'_>>(b"Differences"));
    let mut code = 0_u32;
    for item in differences.iter().flat_map(|differences| differences.iter::<Object<'_>>()).take(1024) {
        match item {
            Object::Number(first) => code = first.as_i64().clamp(0, 255) as u32,
            Object::Name(name) => {
                match glyphs::characters(name.as_str()) {
                    Some(known) => characters.insert(code, known),
                    None => characters.remove(&code),
                };
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    characters
}

/// `first [width ...]` or `first last width`.
fn composite_widths(array: &Array<'_>) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let mut items = array.iter::<Object<'_>>().take(WIDTHS_MOST);
    let code = |number: &Number| number.as_i64().clamp(0, 0xFFFF) as u32;
    while let Some(Object::Number(first)) = items.next() {
        match items.next() {
            Some(Object::Array(listed)) => widths.extend((code(&first)..=0xFFFF).zip(listed.iter::<f64>())),
            Some(Object::Number(last)) => {
                let width = items.next().and_then(Object::into_f32).map_or(WIDTH, f64::from);
                widths.extend((code(&first)..=code(&last)).map(|code| (code, width)));
            }
            _ => break,
        }
    }
    widths
}
