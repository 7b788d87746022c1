//! Which known word did somebody probably mean?

/// The candidate that is fewest slips away from `word`, the first among equals.
///
/// A slip is a letter too many, missing, exchanged, or swapped with its neighbour (Damerau's distance, optimal
/// string alignment); capitals count as their small letters. At most one slip in three letters is a misspelling
/// (at least one is allowed); farther candidates are other words, and the answer is `None`.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_with_slips(word, candidates).map(|(candidate, _)| candidate)
}

/// The same, with the number of slips.
pub fn nearest_with_slips<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<(&'a str, usize)> {
    let word: Vec<char> = letters(word).collect();
    let mut other: Vec<char> = Vec::new();
    let mut rows = Rows::default();
    let mut best: Option<(&str, usize)> = None;
    let known = which(&word);
    for candidate in candidates {
        other.clear();
        other.extend(letters(candidate));
        let limit = allowed(word.len().max(other.len()));
        // A slip takes at most one letter away and brings at most one.
        let strange = (known ^ which(&other)).count_ones() as usize > 2 * limit;
        if strange || word.len().abs_diff(other.len()) > limit {
            continue;
        }
        let slips = rows.distance(&word, &other);
        if slips <= limit && slips < word.len().max(other.len()) && best.is_none_or(|(_, least)| slips < least) {
            best = Some((candidate, slips));
        }
    }
    best
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase).take(64)
}

/// Which letters a word has, as bits; some letters share one.
fn which(word: &[char]) -> u64 {
    word.iter().fold(0, |bits, letter| bits | 1 << (u32::from(*letter) % 64))
}

fn allowed(length: usize) -> usize {
    (length / 3).max(1)
}

/// Three rolling rows of the usual table, kept from one candidate to the next: a file may be full of mistakes.
#[derive(Default)]
struct Rows {
    before: Vec<usize>,
    above: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// Optimal string alignment distance.
    fn distance(&mut self, a: &[char], b: &[char]) -> usize {
        self.before.clear();
        self.above.clear();
        self.above.extend(0..=b.len());
        let mut last_a = None;
        for (i, &x) in a.iter().enumerate() {
            self.fill(i, x, last_a, b);
            std::mem::swap(&mut self.before, &mut self.above);
            std::mem::swap(&mut self.above, &mut self.row);
            last_a = Some(x);
        }
        self.above.last().copied().unwrap_or(0)
    }

    fn fill(&mut self, i: usize, x: char, last_a: Option<char>, b: &[char]) {
        let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX - 1);
        self.row.clear();
        self.row.push(i + 1);
        let mut last_b = None;
        for (j, &y) in b.iter().enumerate() {
            let exchanged = at(&self.above, j) + usize::from(x != y);
            let mut cost = exchanged.min(at(&self.above, j + 1) + 1).min(at(&self.row, j) + 1);
            if j > 0 && last_a == Some(y) && last_b == Some(x) {
                cost = cost.min(at(&self.before, j - 1).saturating_add(1));
            }
            self.row.push(cost);
            last_b = Some(y);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        assert_eq!(nearest("calim", ["case", "claim"]), Some("claim"));
        assert_eq!(nearest("Party", ["party", "part"]), Some("party"));
        assert_eq!(nearest("requries", ["rejects", "requires"]), Some("requires"));
        assert_eq!(nearest("open_al_year", ["closed", "seasonal", "open_all_year"]), Some("open_all_year"));
        assert_eq!(nearest("banana", ["party", "claim"]), None);
        assert_eq!(nearest("UA", ["by", "of"]), None);
        assert_eq!(nearest("", ["by"]), None);
        assert_eq!(nearest("донбас", ["донбасс"]), Some("донбасс"));
    }

    /// The definition, word for word.
    fn slowly(a: &[char], b: &[char]) -> usize {
        let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_last(), b.split_last()) else { return a.len() + b.len() };
        let exchanged = slowly(rest_a, rest_b) + usize::from(x != y);
        let mut cost = exchanged.min(slowly(rest_a, b) + 1).min(slowly(a, rest_b) + 1);
        if a.len() > 1 && b.len() > 1 && a[a.len() - 2] == *y && b[b.len() - 2] == *x {
            cost = cost.min(slowly(&a[..a.len() - 2], &b[..b.len() - 2]) + 1);
        }
        cost
    }

    #[test]
    fn the_distance_is_the_one_of_the_definition() {
        let mut rows = Rows::default();
        let words = ["", "a", "ab", "ba", "claim", "calim", "clam", "gate", "gates", "stage", "ca", "abc"];
        for a in words {
            for b in words {
                let (x, y): (Vec<char>, Vec<char>) = (letters(a).collect(), letters(b).collect());
                assert_eq!(rows.distance(&x, &y), slowly(&x, &y), "{a} {b}");
                assert!((which(&x) ^ which(&y)).count_ones() as usize <= 2 * slowly(&x, &y), "{a} {b}");
            }
        }
    }
}
