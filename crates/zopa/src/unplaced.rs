//! Who speaks in the documents that the case cannot place yet?
//!
//! One entry for each name, however often it stands there; a last name alone goes with the one full name that ends in it.

use crate::suggest::{Left, plain};

/// Somebody who is named in the documents and is nobody of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced<'a> {
    /// As the documents name them; of several spellings the longest.
    pub who: &'a str,
    /// The office that a document gives them.
    pub office: Option<&'a str>,
    /// Where they are named: at least one place.
    pub left: Vec<&'a Left>,
}

/// One entry for each name, those named most often first, then in the order of the documents.
pub fn unplaced(left: &[Left]) -> Vec<Unplaced<'_>> {
    let mut all: Vec<Unplaced<'_>> = Vec::new();
    for one in left {
        match all.iter_mut().find(|known| plain(known.who) == plain(&one.who)) {
            Some(known) => known.left.push(one),
            None => all.push(Unplaced { who: &one.who, office: None, left: vec![one] }),
        }
    }
    let mut all = by_last_name(all);
    for one in &mut all {
        one.office = one.left.iter().find_map(|left| left.office.as_deref());
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.left.len()));
    all
}

/// Last names join the one full name that ends in them; where two do, nobody guesses.
fn by_last_name(mut all: Vec<Unplaced<'_>>) -> Vec<Unplaced<'_>> {
    let full: Vec<String> = all.iter().map(|one| plain(one.who)).collect();
    let mut at = 0;
    for name in &full {
        let ends = |one: &Unplaced<'_>| plain(one.who).ends_with(&format!(" {name}"));
        let mut longer = all.iter().enumerate().filter(|(_, one)| ends(one)).map(|(at, _)| at);
        match (longer.next(), longer.next()) {
            (Some(into), None) if !name.contains(' ') => {
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
