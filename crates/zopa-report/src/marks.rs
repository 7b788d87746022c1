//! Which quotation marks do the words of a document bring along?

/// Where words have quotation marks of their own. An apostrophe is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    /// Nowhere.
    None,
    /// At both ends, and perhaps inside.
    Around,
    /// Inside, or at one end.
    Inside,
}

const OPENING: [char; 4] = ['“', '"', '„', '«'];
const CLOSING: [char; 4] = ['”', '"', '“', '»'];

pub(crate) fn marks(words: &str) -> Marks {
    let trimmed = words.trim();
    let several = trimmed.chars().nth(1).is_some();
    if !trimmed.contains(|c| OPENING.contains(&c) || CLOSING.contains(&c)) {
        Marks::None
    } else if several && trimmed.starts_with(OPENING) && trimmed.ends_with(CLOSING) {
        Marks::Around
    } else {
        Marks::Inside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_show_where_their_marks_are() {
        assert_eq!(marks("each other’s lines"), Marks::None);
        assert_eq!(marks("“in a very good place,”"), Marks::Around);
        assert_eq!(marks("„so“"), Marks::Around);
        assert_eq!(marks("“reflect” the article"), Marks::Inside);
        assert_eq!(marks("called it “too vague.”"), Marks::Inside);
        assert_eq!(marks("\""), Marks::Inside);
    }
}
