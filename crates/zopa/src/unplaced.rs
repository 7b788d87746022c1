//! Who speaks in the documents that the case cannot place yet?
//!
//! One entry for each name, however often it stands there and however it is spelt: names of as many words that are the same
//! word by word, or nearly, are one; a last name alone goes with the one full name that ends in it. Words that can be nobody (a pronoun, a thing, the label of a line) are nobody's name.

use crate::suggest::{Left, plain};
use zopa_evidence::{Language, nearly_equal};

/// Somebody who is named in the documents and is nobody of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced<'a> {
    /// As the documents name them; of several spellings the one that stands there most often, the first of those.
    pub who: &'a str,
    /// The office that a document gives them.
    pub office: Option<&'a str>,
    /// Where they are named: at least one place.
    pub left: Vec<&'a Left>,
}

/// One entry for each name, those named most often first, then in the order of the documents.
pub fn unplaced(left: &[Left]) -> Vec<Unplaced<'_>> {
    let mut all: Vec<Unplaced<'_>> = Vec::new();
    for one in left.iter().filter(|one| is_somebody(one)) {
        match all.iter_mut().find(|known| plain(known.who) == plain(&one.who)) {
            Some(known) => known.left.push(one),
            None => all.push(Unplaced { who: &one.who, office: None, left: vec![one] }),
        }
    }
    // What stands most often names the others that are nearly it.
    all.sort_by_key(|one| std::cmp::Reverse(one.left.len()));
    let mut all = by_last_name(by_spelling(all));
    for one in &mut all {
        one.office = one.left.iter().find_map(|left| left.office.as_deref());
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.left.len()));
    all
}

/// Passages that nobody can be named for: who speaks there is not said, or is nobody.
pub fn nobodys(left: &[Left]) -> Vec<&Left> {
    left.iter().filter(|one| !is_somebody(one)).collect()
}

fn is_somebody(left: &Left) -> bool {
    Language::english().is_somebody(&left.who)
}

/// Names that are the same word by word, or nearly, are one: *Ada Orlenski*, *Ada Orlenskiy*.
fn by_spelling(all: Vec<Unplaced<'_>>) -> Vec<Unplaced<'_>> {
    let mut kept: Vec<Unplaced<'_>> = Vec::new();
    for one in all {
        match kept.iter_mut().find(|known| is_nearly(&folded(known.who), &folded(one.who))) {
            Some(known) => known.left.extend(one.left),
            None => kept.push(one),
        }
    }
    kept
}

/// A name as it is compared: *U.S.* is *US*.
fn folded(name: &str) -> String {
    let is_initials = name.contains('.') && name.split('.').all(|part| part.chars().nth(1).is_none());
    plain(&if is_initials { name.replace('.', "") } else { name.to_owned() })
}

/// Of folded names.
fn is_nearly(one: &str, other: &str) -> bool {
    let pairs = || one.split(' ').zip(other.split(' '));
    one.split(' ').count() == other.split(' ').count() && pairs().all(|(one, other)| is_nearly_the_word(one, other))
}

/// Another first letter is another name (*Gambia*, *Zambia*), and so is one more `a` (*Petrov*, *Petrova*).
fn is_nearly_the_word(one: &str, other: &str) -> bool {
    let another = |one: &str, other: &str| one.strip_suffix('a') == Some(other);
    let first = one.chars().next() == other.chars().next();
    nearly_equal(one, other) && first && !another(one, other) && !another(other, one)
}

/// Last names join the one full name that ends in them, so spelt or nearly, and initials the one name that they are of (*US*,
/// *U.S.*, *United States*); where two could be meant, nobody guesses.
fn by_last_name(mut all: Vec<Unplaced<'_>>) -> Vec<Unplaced<'_>> {
    let names: Vec<&str> = all.iter().map(|one| one.who).collect();
    let mut at = 0;
    for name in names {
        let mut longer = all.iter().enumerate().filter(|(_, one)| is_longer(one.who, name)).map(|(at, _)| at);
        match (longer.next(), longer.next()) {
            (Some(into), None) => {
                let gone = all.remove(at);
                if let Some(into) = all.get_mut(if into > at { into - 1 } else { into }) {
                    into.left.extend(gone.left);
                }
            }
            _ => at += 1,
        }
    }
    all
}

/// Does a name of several words end in this one, or is this one its initials?
fn is_longer(longer: &str, name: &str) -> bool {
    let one_word = plain(name);
    let last = || plain(longer).rsplit_once(' ').is_some_and(|(_, last)| is_nearly_the_word(last, &one_word));
    let letters: String = name.chars().filter(|c| *c != '.').collect();
    let initials = || {
        let words = longer.split_whitespace().map(|word| word.chars().next().filter(|c| c.is_uppercase()));
        words
            .collect::<Option<String>>()
            .is_some_and(|initials| initials.chars().nth(1).is_some() && initials == letters)
    };
    (!one_word.contains(' ') && last()) || initials()
}
