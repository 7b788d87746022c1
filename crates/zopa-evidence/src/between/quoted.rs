//! What stands between quotation marks, across the sentences of a paragraph?
//!
//! A quote may run over several sentences, so marks are paired in the paragraph. Curly and angled marks say which way
//! they turn; a straight one closes if one is open. A mark that nothing closes runs to the end of its paragraph, as a
//! quote of several paragraphs is set. Single marks are left alone, since they are mostly apostrophes, unless a text has no
//! others.

use crate::language::Language;
use crate::prose::Prose;
use crate::quotes::{Quote, quotes};
use crate::span::Span;

/// The insides of the quotation marks of a text, in order; what is quoted within a quote is not told apart.
pub(crate) fn quoted(text: &str) -> Vec<Span> {
    let pointed = text.contains('«') && text.contains('»');
    if !pointed && !text.contains(['“', '”', '„', '"']) && text.contains(['‘', '\'']) {
        return between_single(text);
    }
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        in_paragraph(line, start, &mut all);
        start += line.len();
    }
    all
}

/// Where a text has no double marks, its single ones are the marks of quotes, as far as they are not apostrophes.
fn between_single(text: &str) -> Vec<Span> {
    let prose = Prose::new(text, Language::english());
    let inside = |quote: &Quote| {
        let close = prose.tokens.get(quote.close)?;
        let end = if quote.closed { close.span.start } else { close.span.end };
        Some(Span::new(prose.tokens.get(quote.open)?.span.end, end)).filter(|span| span.start < span.end)
    };
    quotes(&prose).iter().filter_map(inside).collect()
}

fn in_paragraph(line: &str, base: usize, all: &mut Vec<Span>) {
    let mut open: Option<usize> = None;
    for (at, mark) in line.char_indices() {
        match (mark, open) {
            ('“' | '„' | '«' | '"', None) => open = Some(base + at + mark.len_utf8()),
            ('”' | '»' | '"', Some(start)) => {
                all.push(Span::new(start, base + at));
                open = None;
            }
            _ => {}
        }
    }
    let end = base + line.trim_end().len();
    if let Some(start) = open.filter(|start| *start < end) {
        all.push(Span::new(start, end));
    }
}

/// Does `at` lie within one of `spans` (sorted, apart)?
pub(crate) fn within(spans: &[Span], at: usize) -> bool {
    let after = spans.partition_point(|span| span.start <= at);
    after.checked_sub(1).and_then(|last| spans.get(last)).is_some_and(|span| at < span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn insides(text: &str) -> Vec<&str> {
        quoted(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn pairs_are_made_within_a_paragraph() {
        assert_eq!(insides("“We agree. We sign,” she said, \"soon\"."), ["We agree. We sign,", "soon"]);
        assert_eq!(insides("“One paragraph\n“and the next.”"), ["One paragraph", "and the next."]);
        assert_eq!(insides("States' rights, “she” said, it’s 'so'"), ["she"]);
        assert_eq!(insides("‘The nets are in,’ it’s said."), ["The nets are in,"]);
    }

    #[test]
    fn inside_or_not() {
        let spans = quoted("a \"b\" c");
        assert!(within(&spans, 3) && !within(&spans, 0) && !within(&spans, 6));
    }
}
