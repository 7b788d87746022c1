//! Which words do a clause and a name of the case share?
//!
//! Words are compared by their beginnings, so that *Ukrainian* meets *Ukraine* and *withdraws* meets *withdrawal*; short
//! words and those that carry no matter are left aside.

use std::collections::BTreeSet;

/// Words that say nothing of the matter.
const EMPTY: &[&str] = &[
    "about", "after", "against", "all", "also", "and", "any", "are", "been", "before", "but", "can", "could", "does",
    "for", "from", "had", "has", "have", "her", "his", "its", "into", "may", "more", "most", "must", "not", "nor",
    "off", "only", "other", "our", "out", "over", "own", "shall", "she", "should", "some", "such", "than", "that",
    "the", "their", "them", "then", "there", "they", "this", "those", "under", "unless", "until", "was", "were",
    "what", "when", "which", "who", "will", "with", "without", "would", "you", "your",
];

/// The shortest word that counts, in characters.
const SHORT: usize = 3;

/// How many characters of a long word are compared.
const STEM: usize = 6;

/// What is compared of each word that carries matter.
pub(super) fn stems(text: &str) -> BTreeSet<String> {
    words(text).filter_map(|word| stem(&word)).collect()
}

/// The words of a text in small letters.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn stem(word: &str) -> Option<String> {
    let number = word.chars().all(|c| c.is_ascii_digit());
    if EMPTY.contains(&word) || (word.chars().count() < SHORT && !number) {
        return None;
    }
    // One fee, two fees.
    let single = word.strip_suffix('s').filter(|single| !single.ends_with('s') && single.chars().count() >= SHORT);
    let word = single.unwrap_or(word);
    let length = word.chars().count();
    // The ending of a word of middling length is not compared: harbour's, fees, Ukraine and Ukrainian.
    let kept = if length > STEM + 1 {
        STEM
    } else if length > SHORT + 1 && !number {
        length - 1
    } else {
        length
    };
    Some(word.chars().take(kept).collect())
}

/// Are all of these words of a name among those of a clause, and is there any?
pub(super) fn holds(clause: &BTreeSet<String>, name: &BTreeSet<String>) -> bool {
    !name.is_empty() && name.iter().all(|word| has(clause, word))
}

/// How many of them are.
pub(super) fn shared(clause: &BTreeSet<String>, name: &BTreeSet<String>) -> usize {
    name.iter().filter(|word| has(clause, word)).count()
}

/// One word stands for another if one begins with the other and they are nearly as long.
fn has(clause: &BTreeSet<String>, word: &str) -> bool {
    clause.iter().any(|known| {
        let (short, long) = if known.len() < word.len() { (known.as_str(), word) } else { (word, known.as_str()) };
        long.starts_with(short) && (short.len() == long.len() || (short.len() > SHORT && long.len() - short.len() < 3))
    })
}

/// A name without an article and in small letters: as far as two spellings of one are compared.
pub(crate) fn plain(name: &str) -> String {
    let small: Vec<String> = words(name).collect();
    let from = usize::from(small.len() > 1 && matches!(small.first().map(String::as_str), Some("the" | "a" | "an")));
    small.get(from..).unwrap_or_default().join(" ")
}

/// Does the whole of a name stand in a text, word by word?
pub(super) fn names(text: &str, name: &str) -> bool {
    let (text, name) = (format!(" {} ", plain(text)), format!(" {} ", plain(name)));
    name.trim().len() > 1 && text.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_meet_by_their_beginnings() {
        let clause = stems("The Ukrainians would withdraw from the harbour's fees");
        assert!(holds(&clause, &stems("Ukraine")) && holds(&clause, &stems("harbour fee")));
        assert!(holds(&clause, &stems("withdrawal")));
        assert!(!holds(&clause, &stems("harbour tolls")) && !holds(&clause, &stems("the")));
        assert_eq!(shared(&clause, &stems("harbour tolls")), 1);
    }

    #[test]
    fn a_name_is_found_whole() {
        assert!(names("officials of the North Quay said", "North Quay") && !names("the northern quay", "North Quay"));
        assert_eq!(plain("The Kremlin"), plain("kremlin"));
    }
}
