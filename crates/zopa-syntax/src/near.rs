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
    let word: Vec<char> = letters(word);
    let mut best: Option<(&str, usize)> = None;
    for candidate in candidates {
        let other = letters(candidate);
        let limit = allowed(word.len().max(other.len()));
        if word.len().abs_diff(other.len()) > limit {
            continue;
        }
        let slips = distance(&word, &other);
        if slips <= limit && slips < word.len().max(other.len()) && best.is_none_or(|(_, least)| slips < least) {
            best = Some((candidate, slips));
        }
    }
    best
}

fn letters(word: &str) -> Vec<char> {
    word.chars().flat_map(char::to_lowercase).take(64).collect()
}

fn allowed(length: usize) -> usize {
    (length / 3).max(1)
}

/// Optimal string alignment distance: three rolling rows of the usual table.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut last_a = None;
    for (i, &x) in a.iter().enumerate() {
        let row = next_row(i, x, last_a, b, &above, &before);
        before = std::mem::replace(&mut above, row);
        last_a = Some(x);
    }
    above.last().copied().unwrap_or(0)
}

fn next_row(i: usize, x: char, last_a: Option<char>, b: &[char], above: &[usize], before: &[usize]) -> Vec<usize> {
    let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX - 1);
    let mut row = vec![i + 1];
    let mut last_b = None;
    for (j, &y) in b.iter().enumerate() {
        let exchanged = at(above, j) + usize::from(x != y);
        let mut cost = exchanged.min(at(above, j + 1) + 1).min(at(&row, j) + 1);
        if j > 0 && last_a == Some(y) && last_b == Some(x) {
            cost = cost.min(at(before, j - 1).saturating_add(1));
        }
        row.push(cost);
        last_b = Some(y);
    }
    row
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
        let words = ["", "a", "ab", "ba", "claim", "calim", "clam", "gate", "gates", "stage", "ca", "abc"];
        for a in words {
            for b in words {
                let (x, y) = (letters(a), letters(b));
                assert_eq!(distance(&x, &y), slowly(&x, &y), "{a} {b}");
            }
        }
    }
}
