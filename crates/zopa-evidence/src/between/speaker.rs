//! Do two documents name the same speaker?
//!
//! A name may be spelled in two ways ("Zelenka", "Zelenkaa") and with or without what stands before it, so the last
//! words are compared, with one letter in five or so allowed to differ. Somebody unnamed is the same as nobody: an
//! unnamed source belongs to its report, and is never made one with another's.

use zopa_finding::Holder;

/// Is it a pronoun that nobody could resolve? Then it names nobody.
pub(crate) fn is_pronoun(name: &str) -> bool {
    matches!(name.to_lowercase().as_str(), "he" | "she" | "they" | "it" | "we" | "i" | "who")
}

/// Are the two, both named, one speaker?
pub(crate) fn same(one: &Holder, other: &Holder) -> bool {
    !one.anonymous && !other.anonymous && same_name(&one.name, &other.name)
}

/// Are two names one, as far as spelling goes?
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    if speaks_for(one) != speaks_for(other) {
        return false;
    }
    let (left, right) = (name(one), name(other));
    let (Some(last), Some(other_last)) = (left.last(), right.last()) else { return false };
    let given = match (left.len(), right.len()) {
        (2.., 2..) => {
            left.first().and_then(|word| word.chars().next()) == right.first().and_then(|word| word.chars().next())
        }
        _ => true,
    };
    given && alike(last, other_last)
}

/// "The office of Teodor Vail", "a spokesman for Okell": whoever it is, it is not Vail, and not Okell.
fn speaks_for(name: &str) -> bool {
    let words: Vec<&str> = name.split(',').next().unwrap_or_default().split_whitespace().collect();
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let named = |at: usize| words.get(at).is_some_and(|word| word.starts_with(char::is_uppercase));
    let mut joints =
        (1..words.len()).filter(|at| words.get(*at).is_some_and(|word| matches!(*word, "of" | "for" | "to")));
    joints.any(|at| words.get(at - 1).is_some_and(|word| SPEAKERS.contains(word) && small(word)) && named(at + 1))
}

/// Who speaks for somebody.
const SPEAKERS: [&str; 9] =
    ["office", "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "lawyer", "deputy", "representative"];

/// The words of a name that begin with a capital, between two commas, in small letters.
fn name(spelled: &str) -> Vec<String> {
    let of = |part: &str| -> Vec<String> {
        let words = part.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '’' | '\''));
        // "Sedrin’s minister" is not Sedrin.
        let own = words.filter(|word| !word.ends_with("’s") && !word.ends_with("'s"));
        let names = own.filter(|word| word.starts_with(char::is_uppercase));
        names
            .filter(|word| !matches!(*word, "The" | "Mr" | "Mrs" | "Ms" | "Dr" | "President"))
            .map(str::to_lowercase)
            .collect()
    };
    // "Its chairman, Piet Morrow": the name is the part that has one.
    spelled.split(',').map(of).find(|words| !words.is_empty()).unwrap_or_default()
}

/// Are two words one, up to a letter in five, the first aside?
fn alike(one: &str, other: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let most = left.len().min(right.len()) / 5;
    left.first() == right.first() && left.len().abs_diff(right.len()) <= most && distance(&left, &right) <= most
}

/// The number of letters to be added, left out or exchanged (Levenshtein 1966).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, left) in one.iter().enumerate() {
        let mut corner = at;
        let mut last = at + 1;
        let mut next = vec![last];
        for (above, right) in row.iter().skip(1).zip(other) {
            last = (corner + usize::from(left != right)).min(above + 1).min(last + 1);
            corner = *above;
            next.push(last);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_speaker_in_two_spellings() {
        assert!(
            same_name("Captain Orlo Zelenka", "Zelenkaa") && same_name("Mira Tal, the port's secretary", "Mira Tal")
        );
        assert!(same_name("Ana Medvik", "A. Medwik"));
        assert!(!same_name("the office of Mira Tal", "Mira Tal") && !same_name("Okell", "a spokesman for Okell"));
        for (one, other) in [("Mira Tal", "Mira Tol"), ("Ana Vell", "Oru Vell"), ("the minister", "the minister")] {
            assert!(!same_name(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn distances() {
        let of =
            |one: &str, other: &str| distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>());
        assert_eq!((of("kitten", "sitting"), of("", "abc"), of("same", "same")), (3, 3, 0));
    }
}
