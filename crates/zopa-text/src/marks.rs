//! How much of a quote stands inside quotation marks?

use crate::Span;
use crate::words::word_count;

/// The number of words inside quotation marks in a quote's own text: “ ”, „ “, „ ”, « » and pairs of straight double
/// marks. Only balanced pairs count, a pair inside another counts once, and apostrophes and single marks are none.
///
/// ```
/// use zopa_text::directly_quoted_words;
/// assert_eq!(directly_quoted_words("called it “totally false”, she didn't say why"), 2);
/// assert_eq!(directly_quoted_words("\"no\" and \"not now"), 1);
/// ```
pub fn directly_quoted_words(quote: &str) -> usize {
    outermost(pairs(quote)).into_iter().filter_map(|(start, end)| quote.get(start..end)).map(word_count).sum()
}

/// What stands between the two marks of each balanced pair.
fn pairs(text: &str) -> Vec<Span> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut pairs = Vec::new();
    for (at, mark) in text.char_indices().filter(|(_, c)| is_mark(*c)) {
        if let Some(depth) = open.iter().rposition(|(opening, _)| is_pair(*opening, mark)) {
            pairs.extend(open.get(depth).map(|(_, start)| (*start, at)));
            // A mark that was opened inside and never closed is no pair.
            open.truncate(depth);
        } else {
            open.push((mark, at + mark.len_utf8()));
        }
    }
    pairs
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn is_pair(opening: char, closing: char) -> bool {
    matches!((opening, closing), ('"', '"') | ('“' | '„', '”') | ('„', '“') | ('«', '»'))
}

fn outermost(mut pairs: Vec<Span>) -> Vec<Span> {
    pairs.sort_unstable_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut covered = 0;
    pairs.retain(|(_, end)| {
        let outer = *end > covered;
        covered = covered.max(*end);
        outer
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_pair() {
        for quote in ["he said “two words” here", "er sagt „two words“ so", "„two words” to", "dit « two words » là"]
        {
            assert_eq!(directly_quoted_words(quote), 2, "{quote}");
        }
        assert_eq!(directly_quoted_words("\"two words\" and \"one\" no"), 3);
        assert_eq!(directly_quoted_words("“All of it is quoted.”"), 5);
    }

    #[test]
    fn what_is_no_pair_counts_nothing() {
        for quote in
            ["", "no marks", "the States' plan isn't ‘final’", "“never closed", "closed” only", "»turned«", "''x''"]
        {
            assert_eq!(directly_quoted_words(quote), 0, "{quote}");
        }
    }

    #[test]
    fn nested_and_unbalanced() {
        assert_eq!(directly_quoted_words("“he told « us both » so”"), 5);
        assert_eq!(directly_quoted_words("“First paragraph.\n“Second one.” End"), 2);
        assert_eq!(directly_quoted_words("« open “and shut”"), 2);
        assert_eq!(directly_quoted_words("„he „really“ came“ late"), 3);
    }
}
