//! Which number has a word?
//!
//! A table of words in lower case, open addressing over FNV-1a: one look at a word of a running text costs less than
//! comparing it a dozen times in a sorted list, and needs no copy of it. It is walked in the order the words came in.

use crate::token::Word;

/// Words, numbered from 1 in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    words: Vec<Box<str>>,
    /// Numbers of words, 0 where there is none; a power of two, at most half full.
    slots: Vec<u16>,
}

impl Table {
    /// The number of `word`, which is put in if it is new; `UNKNOWN` when 65,000 are in.
    pub(crate) fn put(&mut self, word: &str) -> Word {
        let known = self.get(word);
        if known != Word::UNKNOWN || self.words.len() >= 65_000 {
            return known;
        }
        self.words.push(word.into());
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        } else {
            self.place(self.words.len());
        }
        Word(u16::try_from(self.words.len()).unwrap_or(0))
    }

    /// The number of a word that is already in lower case.
    pub(crate) fn get(&self, word: &str) -> Word {
        let Some(mask) = self.slots.len().checked_sub(1) else { return Word::UNKNOWN };
        let mut at = hash(word) & mask;
        loop {
            match self.slots.get(at) {
                Some(0) | None => return Word::UNKNOWN,
                Some(number) if self.spelled(Word(*number)) == word => return Word(*number),
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word of a number, in lower case.
    pub(crate) fn spelled(&self, word: Word) -> &str {
        usize::from(word.0).checked_sub(1).and_then(|at| self.words.get(at)).map_or("", |word| word)
    }

    fn grow(&mut self) {
        let size = (self.words.len() * 4).next_power_of_two().max(64);
        self.slots = vec![0; size];
        for number in 1..=self.words.len() {
            self.place(number);
        }
    }

    fn place(&mut self, number: usize) {
        let Some(mask) = self.slots.len().checked_sub(1) else { return };
        let Some(word) = self.words.get(number - 1) else { return };
        let mut at = hash(word) & mask;
        while self.slots.get(at).is_some_and(|slot| *slot != 0) {
            at = (at + 1) & mask;
        }
        if let (Some(slot), Ok(number)) = (self.slots.get_mut(at), u16::try_from(number)) {
            *slot = number;
        }
    }
}

fn hash(word: &str) -> usize {
    let hash =
        word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    usize::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_own_number_and_keeps_it() {
        let mut table = Table::default();
        let words: Vec<String> = (0..5000).map(|n| format!("word{}", n * 7919)).collect();
        let numbers: Vec<Word> = words.iter().map(|word| table.put(word)).collect();
        for (word, number) in words.iter().zip(&numbers) {
            assert_eq!((table.get(word), table.put(word), table.spelled(*number)), (*number, *number, word.as_str()));
        }
        assert_eq!(table.get("never"), Word::UNKNOWN);
        assert_eq!(Table::default().get(""), Word::UNKNOWN);
    }
}
