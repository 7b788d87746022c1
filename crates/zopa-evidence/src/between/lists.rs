//! Word lists of a file by kind, read once: `kind: word row_of_words …`, on as many lines as it takes.

use super::effects::{Word, find_row};
use super::lexicon::lines;
use crate::span::Span;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The lists of one file.
pub(crate) struct WordLists(BTreeMap<&'static str, Kind>);

/// One list, in the order of the file.
#[derive(Default)]
struct Kind {
    words: Vec<&'static str>,
    /// The same, parted at `_`.
    rows: Vec<Vec<&'static str>>,
}

macro_rules! lists {
    ($($name:ident $file:literal)*) => {
        $(pub(crate) static $name: LazyLock<WordLists> =
            LazyLock::new(|| WordLists::read(include_str!(concat!("../../data/en/", $file, ".txt"))));)*
    };
}

lists! {
    DATES "dates"
    ESTIMATES "estimates"
    FIRMNESS "firmness"
    LEADS "leads"
    RATIFY "ratify"
    REPORTS_NAMED "reports_named"
    ROUNDS "rounds"
}

impl WordLists {
    fn read(file: &'static str) -> WordLists {
        let mut kinds: BTreeMap<&'static str, Kind> = BTreeMap::new();
        for (kind, entries) in lines(file).filter_map(|line| line.split_once(':')) {
            let kind = kinds.entry(kind).or_default();
            kind.words.extend(entries.split_whitespace());
            kind.rows.extend(entries.split_whitespace().map(|row| row.split('_').collect::<Vec<_>>()));
        }
        WordLists(kinds)
    }

    /// The words of a kind, in the order of the file.
    pub(crate) fn words(&self, kind: &str) -> &[&'static str] {
        self.0.get(kind).map_or(&[], |kind| &kind.words)
    }

    /// The rows of words of a kind.
    pub(crate) fn rows(&self, kind: &str) -> &[Vec<&'static str>] {
        self.0.get(kind).map_or(&[], |kind| &kind.rows)
    }

    pub(crate) fn has(&self, kind: &str, word: &str) -> bool {
        self.words(kind).contains(&word)
    }

    /// Does a word of the kind stand there?
    pub(crate) fn any(&self, kind: &str, words: &[Word]) -> bool {
        words.iter().any(|word| self.has(kind, &word.word))
    }

    /// Where the first row of the kind stands, in the order of the file.
    pub(crate) fn find(&self, kind: &str, words: &[Word]) -> Option<Span> {
        self.rows(kind).iter().find_map(|row| find_row(words, row))
    }
}
