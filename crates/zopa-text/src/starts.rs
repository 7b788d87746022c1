//! Where could a quote begin? The places of a text in the order of what stands there, for a document that is quoted often.
//!
//! A suffix array (U. Manber, G. Myers, *Suffix arrays*, SIAM J. Comput. 22, 1993) of those places alone at which a
//! quote may begin, sorted by no more than their first [`KEY`] bytes, so that a text that repeats itself costs no more
//! than another. What follows those bytes is compared when a quote is looked for.

use crate::words::begins_inside_word;

/// Bytes by which places are sorted.
const KEY: usize = 64;

/// More places than this that begin alike are looked for in the text itself: there, the first of them are found at once.
const ALIKE_MOST: usize = 1000;

/// The places of one folded text.
#[derive(Clone, Debug)]
pub(crate) struct Starts {
    /// By their first bytes, then in order.
    places: Vec<u32>,
}

impl Starts {
    /// Sorts the places of a folded text; `None` for one of more than 4 GiB.
    pub fn of(text: &str) -> Option<Starts> {
        let last = u32::try_from(text.len()).ok()?;
        let begins = |(at, c): &(usize, char)| !c.is_whitespace() && !begins_inside_word(text, *at);
        let mut places: Vec<u32> = text
            .char_indices()
            .filter(begins)
            .filter_map(|(at, _)| u32::try_from(at).ok())
            .filter(|at| *at < last)
            .collect();
        places.sort_by(|a, b| key(text, *a, KEY).cmp(key(text, *b, KEY)));
        Some(Starts { places })
    }

    /// Every place at which the needle stands, in order; `None` where too many begin like it.
    pub fn of_needle(&self, text: &str, needle: &str) -> Option<Vec<usize>> {
        let length = needle.len().min(KEY);
        let wanted = needle.as_bytes().get(..length)?;
        let from = self.places.partition_point(|at| key(text, *at, length) < wanted);
        let rest = self.places.get(from..)?;
        let alike = rest.get(..rest.partition_point(|at| key(text, *at, length) == wanted))?;
        if alike.len() > ALIKE_MOST {
            return None;
        }
        let stands = |at: &usize| text.as_bytes().get(*at..).is_some_and(|rest| rest.starts_with(needle.as_bytes()));
        let mut places: Vec<usize> = alike.iter().map(|at| *at as usize).filter(stands).collect();
        places.sort_unstable();
        Some(places)
    }
}

/// The first bytes of what stands at a place.
fn key(text: &str, at: u32, length: usize) -> &[u8] {
    let rest = text.as_bytes().get(at as usize..).unwrap_or_default();
    rest.get(..length).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use crate::Text;

    /// Texts of few letters, so that everything stands at several places, and everything that may be looked for in them.
    #[test]
    fn what_is_found_is_the_same() {
        let letters = ["a", "b", " ", "é", "'", "港", "."];
        let mut seed = 7u64;
        let mut written = |length: usize| -> String {
            let mut next = || {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                letters.get((seed >> 33) as usize % letters.len()).copied().unwrap_or_default()
            };
            (0..length).map(|_| next()).collect()
        };
        for round in 0..60 {
            let text = written(30 + 3 * round);
            let plain = Text::from_bytes(text.as_bytes()).unwrap();
            let mut many = plain.clone();
            many.expect_many();
            for length in [1, 2, 3, 5, 8, 40, 80] {
                for _ in 0..10 {
                    let words = written(length);
                    assert_eq!(plain.find(&words, None), many.find(&words, None), "{text:?} {words:?}");
                }
                let words: String = text.chars().skip(round).take(length).collect();
                assert_eq!(plain.find(&words, Some(3)), many.find(&words, Some(3)), "{text:?} {words:?}");
            }
        }
    }
}
