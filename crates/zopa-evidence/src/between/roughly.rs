//! Is a number told as none too exact? "About ten", "up to a third", "more than 100".

use super::facts::Fact;
use super::lexicon::{lines, words};
use std::sync::LazyLock;

/// Rows of words that stand before such a number (`data/en/approximately.txt`).
static ROWS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let rows = lines(include_str!("../../data/en/approximately.txt")).flat_map(str::split_whitespace);
    rows.map(|row| row.split('_').collect()).collect()
});

/// Does one of them stand right before the number, in its sentence?
pub(crate) fn is_roughly(text: &str, number: &Fact) -> bool {
    let before = text.get(..number.span.start).unwrap_or_default();
    let sentence = before.rfind(['.', '\n']).unwrap_or_default();
    let before = words(before.get(sentence..).unwrap_or_default());
    let ends = |row: &Vec<&str>| {
        let tail = before.get(before.len().saturating_sub(row.len())..).unwrap_or_default();
        tail.iter().map(|(word, _)| word.as_str()).eq(row.iter().copied())
    };
    ROWS.iter().any(ends)
}
