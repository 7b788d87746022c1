//! Which sentences of a text are the article's own?
//!
//! The title, and the lines that are prose: they end with a stop. Bylines, captions, headings and menus do not; what
//! comes after the end of the article (`data/en/article_end.txt`: "Share This Article") is none of it whatever it ends
//! with.

use super::lexicon::lines;
use crate::prose::Prose;
use crate::sentence::Sentence;
use crate::span::Span;

/// The article's sentences, in order.
pub fn article(prose: &Prose<'_>) -> Vec<Span> {
    let body = prose.sentences.iter().take_while(|sentence| !is_end(prose.spelled(sentence)));
    let body: Vec<&Sentence> = body.collect();
    let mut own = Vec::new();
    for (number, line) in body.chunk_by(|one, next| one.paragraph == next.paragraph).enumerate() {
        if number == 0 || line.last().is_some_and(|last| is_prose(prose.spelled(last))) {
            own.extend(line.iter().map(|sentence| sentence.span));
        }
    }
    own
}

/// It ends with a stop, marks after it aside.
pub(crate) fn is_prose(sentence: &str) -> bool {
    let end = sentence.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']', ' ']);
    end.ends_with(['.', '!', '?', '…', ','])
}

fn is_end(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    lines(include_str!("../../data/en/article_end.txt")).any(|end| line == end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn captions_headings_and_what_comes_after_are_left_out() {
        let text = "Talks go on\nThe two sides met.\nThe harbour at dusk (WFO/R. Tull)\n“We meet again,” she said.\n\
                    Share this article\nAll rights reserved.";
        let prose = Prose::new(text, Language::english());
        let own: Vec<&str> = article(&prose).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(own, ["Talks go on", "The two sides met.", "“We meet again,” she said."]);
    }
}
