//! Where does a word begin and end, and how many are there?
//!
//! A word is a run of letters and digits, with the apostrophes between its letters (*can't*) and the points and commas
//! between its digits (*800,000*). Hyphens part words here. Scripts written without spaces (Chinese, Japanese, Thai and
//! their neighbours) have no such runs: each of their characters counts as a word.

use unicode_normalization::char::is_combining_mark;

use crate::Span;

/// The number of words in `text`: what white space or a dash (– — ― ‒) parts, if it has a letter or a digit in it. A
/// hyphenated word is one, as in a newspaper's count.
///
/// ```
/// assert_eq!(zopa_text::word_count("a 20-point plan — “not final” [...] yet"), 6);
/// ```
pub fn word_count(text: &str) -> usize {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | '―' | '‒'));
    parts.map(words_in_part).sum()
}

fn words_in_part(part: &str) -> usize {
    let spaceless = part.chars().filter(|c| c.is_alphanumeric() && is_spaceless(*c)).count();
    let others = part.chars().any(|c| c.is_alphanumeric() && !is_spaceless(c));
    spaceless + usize::from(others)
}

/// The words of a folded text, in order.
pub(crate) fn words(folded: &str) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    let mut before = None;
    let mut after_joint = false;
    let mut characters = folded.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = characters.peek().map(|(_, next)| *next);
        let end = at + c.len_utf8();
        let goes_on = after_joint || is_joined(before, Some(c));
        after_joint = is_joint(before, Some(c), after);
        match words.last_mut() {
            Some(word) if goes_on || after_joint => word.1 = end,
            _ if is_word_character(c) => words.push((at, end)),
            _ => {}
        }
        before = Some(c);
    }
    words
}

/// What stands at each of `spans`.
pub(crate) fn spelled<'a>(text: &'a str, spans: &'a [Span]) -> impl Iterator<Item = &'a str> {
    spans.iter().map(|(start, end)| text.get(*start..*end).unwrap_or_default())
}

/// Would words that begin at `at` begin inside another one? An apostrophe before them is no hindrance: *l'Ukraine*.
pub(crate) fn begins_inside_word(folded: &str, at: usize) -> bool {
    let Some((before, after)) = folded.split_at_checked(at) else {
        return false;
    };
    let (mut back, mut ahead) = (before.chars().rev(), after.chars());
    let (last, next) = (back.next(), ahead.next());
    is_joined(last, next)
        || is_joint(last, next, ahead.next())
        || (last != Some('\'') && is_joint(back.next(), last, next))
}

/// Would words that end at `at` end inside another one? So *can* does in *can't*, and *5* in *5.5*.
pub(crate) fn ends_inside_word(folded: &str, at: usize) -> bool {
    let Some((before, after)) = folded.split_at_checked(at) else {
        return false;
    };
    let (mut back, mut ahead) = (before.chars().rev(), after.chars());
    let (last, next) = (back.next(), ahead.next());
    is_joined(last, next) || is_joint(last, next, ahead.next()) || is_joint(back.next(), last, next)
}

fn is_joined(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    is_word_character(before)
        && is_word_character(after)
        && (is_combining_mark(after) || !(is_spaceless(before) || is_spaceless(after)))
}

/// Is `middle` a mark that joins what stands around it into one word?
fn is_joint(before: Option<char>, middle: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(middle), Some(after)) = (before, middle, after) else {
        return false;
    };
    let joins = match middle {
        '\'' => is_word_character(before) && is_word_character(after),
        '.' | ',' => before.is_numeric() && after.is_numeric(),
        _ => false,
    };
    joins && !is_spaceless(before) && !is_spaceless(after)
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Thai, Lao, Tibetan, Burmese, Khmer; kana; Han with its extensions.
fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}')
        || matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
        || matches!(c, '\u{20000}'..='\u{3ffff}')
}

/// The words of a quote or query, each with a number, compared without regard to case.
pub(crate) struct Vocabulary {
    sorted: Vec<String>,
}

impl Vocabulary {
    pub(crate) fn new<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<String> = words.map(str::to_lowercase).collect();
        sorted.sort_unstable();
        sorted.dedup();
        Self { sorted }
    }

    /// The number of `word`, counted from 0; `None` if it is not among the words.
    pub(crate) fn number(&self, word: &str) -> Option<usize> {
        self.sorted.binary_search(&word.to_lowercase()).ok()
    }

    pub(crate) fn len(&self) -> usize {
        self.sorted.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn words_keep_their_apostrophes_and_numbers_their_points() {
        assert_eq!(spelled("It can't cost 1,800.50, 'he' said."), ["It", "can't", "cost", "1,800.50", "he", "said"]);
        assert_eq!(spelled("the States' 20-point plan–now"), ["the", "States", "20", "point", "plan", "now"]);
        assert_eq!(spelled("x\u{301}y l'accord м'ята"), ["x\u{301}y", "l'accord", "м'ята"]);
        assert_eq!(spelled("港口opens五'月"), ["港", "口", "opens", "五", "月"]);
        assert!(spelled(" –.,' ").is_empty());
    }

    #[test]
    fn an_edge_inside_a_word_is_seen() {
        let edges = |text: &str, part: &str| {
            let at = text.find(part).unwrap();
            (begins_inside_word(text, at), ends_inside_word(text, at + part.len()))
        };
        assert_eq!(edges("we cannot sail", "can"), (false, true));
        assert_eq!(edges("we can't sail", "can"), (false, true));
        assert_eq!(edges("an unsafe pier", "safe"), (true, false));
        assert_eq!(edges("about 1.5 million", "5 million"), (true, false));
        assert_eq!(edges("about 800,000 troops", "800"), (false, true));
        assert_eq!(edges("l'accord tient", "accord"), (false, false));
        assert_eq!(edges("the 'red' pier.", "'red' pier"), (false, false));
        assert_eq!(edges("non-stop, again", "stop"), (false, false));
        assert_eq!(edges("in 2025, again", "2025"), (false, false));
        assert_eq!(edges("港口五月", "口五"), (false, false));
    }

    #[test]
    fn counting() {
        assert_eq!(word_count(""), 0);
        assert_eq!(word_count(" , – ... "), 0);
        assert_eq!(word_count("the deal—which can't wait—is 1,000 pages"), 8);
        assert_eq!(word_count("五月 opens"), 3);
    }
}
