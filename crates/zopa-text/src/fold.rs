//! Which characters count as the same when words are compared?
//!
//! Folded alike, for finding and never for storing:
//!
//! | in the document | folded |
//! |---|---|
//! | characters that Unicode holds canonically equivalent (NFC and NFD) | NFC |
//! | “ ” „ ‟ « » ″ and the straight double mark | `"` |
//! | ‘ ’ ‚ ‛ ‹ › ′ ʼ ` ´ and the straight apostrophe | `'` |
//! | hyphen, non-breaking hyphen, hyphen-minus | `-` |
//! | en dash, em dash, figure dash, horizontal bar | `–` |
//! | any run of white space, line ends and no-break spaces included | one space |
//! | soft hyphens, zero-width characters, marks of writing direction | nothing |
//!
//! Case is kept, and so is all else. Each folded character leads back to the bytes that it came from; a letter and its
//! accents are one unit and are never taken apart.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// U+FEFF: a byte order mark at the start of a file, a zero-width no-break space elsewhere.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// A text as it is compared, with the way back.
#[derive(Clone, Debug)]
pub(crate) struct Folded {
    pub(crate) text: String,
    /// In the order of both texts. What lies between two of them in the source was dropped.
    pieces: Vec<Piece>,
}

/// A stretch of the folded text and the source bytes that it stands for.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: usize,
    folded_end: usize,
    start: usize,
    end: usize,
    /// Every character stands for itself, so that the piece may be cut anywhere; else only the whole has a place.
    same: bool,
}

impl Folded {
    pub(crate) fn new(source: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(source.len()), pieces: Vec::new() };
        let mut unit = String::new();
        let mut at = 0;
        while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = plain_run(rest);
            if let Some(run) = rest.get(..plain).filter(|run| !run.is_empty()) {
                folded.push(run, true, at, at + plain);
                at += plain;
            } else {
                let (start, end) = next_unit(rest, &mut unit);
                folded.push_unit(&unit, at + start, at + end);
                at += end;
            }
        }
        folded
    }

    fn push_unit(&mut self, unit: &str, start: usize, end: usize) {
        if unit.starts_with(char::is_whitespace) {
            self.push(" ", unit == " ", start, end);
        } else if !unit.is_empty() {
            let kept: String = unit.nfc().map(fold_mark).collect();
            self.push(&kept, kept == unit && unit.chars().nth(1).is_none(), start, end);
        }
    }

    fn push(&mut self, kept: &str, same: bool, start: usize, end: usize) {
        let folded = self.text.len();
        self.text.push_str(kept);
        let folded_end = self.text.len();
        match self.pieces.last_mut() {
            Some(last) if same && last.same && last.end == start => (last.folded_end, last.end) = (folded_end, end),
            _ => self.pieces.push(Piece { folded, folded_end, start, end, same }),
        }
    }

    /// The source offset where the folded character at `folded` begins; `None` inside a unit.
    pub(crate) fn start_of(&self, folded: usize) -> Option<usize> {
        let piece = self.piece_at(folded)?;
        let inside = folded - piece.folded;
        (piece.same || inside == 0).then_some(piece.start + inside)
    }

    /// The source offset after the folded character that ends at `folded`; `None` inside a unit.
    pub(crate) fn end_of(&self, folded: usize) -> Option<usize> {
        let piece = self.piece_at(folded.checked_sub(1)?)?;
        if piece.same {
            return Some(piece.start + (folded - piece.folded));
        }
        (folded == piece.folded_end).then_some(piece.end)
    }

    /// The smallest source span that stands for all of a folded span that is not empty.
    pub(crate) fn cover(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let first = self.piece_at(start)?;
        let last = self.piece_at(end.checked_sub(1)?)?;
        Some((self.start_of(start).unwrap_or(first.start), self.end_of(end).unwrap_or(last.end)))
    }

    /// The folded offset of what begins at `start` in the source; `None` if nothing comparable begins there.
    pub(crate) fn folded_at(&self, start: usize) -> Option<usize> {
        let index = self.pieces.partition_point(|piece| piece.start <= start).checked_sub(1)?;
        let piece = self.pieces.get(index)?;
        let inside = start - piece.start;
        (start < piece.end && (piece.same || inside == 0)).then_some(piece.folded + inside)
    }

    fn piece_at(&self, folded: usize) -> Option<&Piece> {
        let index = self.pieces.partition_point(|piece| piece.folded <= folded).checked_sub(1)?;
        self.pieces.get(index).filter(|piece| folded < piece.folded_end)
    }
}

/// The folded form of words without a way back.
pub(crate) fn fold(words: &str) -> String {
    Folded::new(words).text
}

/// The length of the ASCII at the start that folds to itself, for speed only: most of most texts. The last character of
/// a run is left to [`next_unit`], since an accent may follow.
fn plain_run(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let graphic = |byte: u8| byte.is_ascii_graphic() && byte != b'`';
    if !bytes.first().is_some_and(|byte| graphic(*byte)) {
        return 0;
    }
    let keeps = |(byte, next): (&u8, &u8)| (graphic(*byte) && next.is_ascii()) || (*byte == b' ' && graphic(*next));
    bytes.iter().zip(bytes.iter().skip(1)).take_while(|pair| keeps(*pair)).count()
}

/// Puts the characters that are folded together at the start of `rest` into `unit`: a run of white space, or a
/// character with what joins it. Returns where they lie; all before them, and between them, is dropped.
fn next_unit(rest: &str, unit: &mut String) -> (usize, usize) {
    unit.clear();
    let mut characters = rest.char_indices().filter(|(_, c)| !is_dropped(*c)).peekable();
    let Some((start, c)) = characters.next() else {
        return (rest.len(), rest.len());
    };
    unit.push(c);
    let mut end = start + c.len_utf8();
    let more = if c.is_whitespace() { char::is_whitespace } else { joins_the_last };
    while let Some((at, next)) = characters.next_if(|(_, next)| more(*next)) {
        end = at + next.len_utf8();
        unit.push(next);
    }
    (start, end)
}

fn fold_mark(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '\u{2bc}' | '`' | '´' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        '—' | '‒' | '―' => '–',
        _ => c,
    }
}

/// Soft hyphen, zero-width space, joiners, word joiner, byte order mark inside a text, marks of direction.
pub(crate) fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
        || c == BYTE_ORDER_MARK
}

/// Can `c` reorder or compose with what stands before it? Between characters that cannot, NFC works on either side
/// alone (UAX 15, section 9).
fn joins_the_last(c: char) -> bool {
    // No character below U+0300 does, and they are most of most texts.
    if c < '\u{300}' {
        return false;
    }
    let mut first = None;
    decompose_canonical(c, |part| first = first.or(Some(part)));
    let first = first.unwrap_or(c);
    canonical_combining_class(first) != 0 || is_nfc_quick(std::iter::once(first)) == IsNormalized::Maybe
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_row_of_the_table() {
        for (given, folded) in [
            ("cafe\u{301} \u{212b}ngstro\u{308}m", "café Ångström"),
            ("“a” „b‟ «c» \"d\"", "\"a\" \"b\" \"c\" \"d\""),
            ("‘a’ ‚b‛ ‹c› м’ята мʼята `e´", "'a' 'b' 'c' м'ята м'ята 'e'"),
            ("non‐stop non\u{2011}stop non-stop", "non-stop non-stop non-stop"),
            ("2014–22 a—b ‒ ―", "2014–22 a–b – –"),
            ("a \u{a0}\r\n\t b\u{2003}c", "a b c"),
            ("agree\u{ad}ment\u{200b} \u{feff} \u{200e}x\u{2060}y", "agreement xy"),
            ("\u{1112}\u{1161}\u{11ab}", "한"),
            ("Case STAYS, ½ … ² ﬁ stay", "Case STAYS, ½ … ² ﬁ stay"),
        ] {
            assert_eq!(fold(given), folded);
        }
    }

    #[test]
    fn a_letter_and_its_accents_are_one_unit() {
        let folded = Folded::new("xe\u{301}y");
        assert_eq!((folded.start_of(1), folded.end_of(3)), (Some(1), Some(4)));
        let unusual = Folded::new("ax\u{301}b");
        assert_eq!((unusual.start_of(1), unusual.end_of(2), unusual.end_of(4)), (Some(1), None, Some(4)));
    }

    /// As [`Folded::new`], without the short cut for ASCII.
    fn folded_slowly(source: &str) -> Folded {
        let mut folded = Folded { text: String::new(), pieces: Vec::new() };
        let (mut unit, mut at) = (String::new(), 0);
        while at < source.len() {
            let (start, end) = next_unit(&source[at..], &mut unit);
            folded.push_unit(&unit, at + start, at + end);
            at += end;
        }
        folded
    }

    proptest! {
        #[test]
        fn the_short_cut_changes_nothing(text in "\\PC{0,40}|[a-e`'. \u{ad}\n\u{301}é]{0,40}") {
            let (fast, slow) = (Folded::new(&text), folded_slowly(&text));
            prop_assert_eq!(&fast.text, &slow.text);
            for at in 0..=text.len() {
                prop_assert_eq!(fast.folded_at(at), slow.folded_at(at));
                prop_assert_eq!(fast.end_of(at), slow.end_of(at));
            }
        }

        #[test]
        fn folding_composed_and_decomposed_is_the_same(text in "\\PC{0,40}|[a-eé\u{300}-\u{33f}가각\u{1161}\u{11a8} ’]{0,40}") {
            prop_assert_eq!(fold(&text), fold(&text.nfc().collect::<String>()));
            prop_assert_eq!(fold(&text), fold(&text.nfd().collect::<String>()));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}|[a-e’“—\u{ad}\u{a0}\n\u{301}]{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn every_unit_leads_back_to_bytes_that_fold_to_it(text in "\\PC{0,40}|[a-e’“—\u{ad}\u{a0}\n\u{301}가\u{11a8}]{0,40}") {
            let folded = Folded::new(&text);
            let ends: Vec<usize> = (0..=folded.text.len()).filter(|at| folded.text.is_char_boundary(*at)).collect();
            for &start in &ends {
                let Some(from) = folded.start_of(start) else { continue };
                prop_assert_eq!(folded.folded_at(from), Some(start));
                for &end in ends.iter().filter(|end| **end > start) {
                    let Some(to) = folded.end_of(end) else { continue };
                    prop_assert_eq!(&fold(&text[from..to]), &folded.text[start..end]);
                    prop_assert_eq!(folded.cover(start, end), Some((from, to)));
                }
            }
        }
    }
}
