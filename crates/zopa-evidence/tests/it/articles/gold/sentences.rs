//! Which sentences has an article? A line that the gold names is one piece of its kind; the rest is running text, cut by a
//! rule so plain that the gold names its exceptions.

use super::{Sentence, Span};
use std::collections::BTreeMap;

/// The pieces of a text. `lines`: how a line begins, with its kind. `joined`: words that look like an end and are none.
pub fn cut(text: &str, lines: &BTreeMap<String, String>, joined: &[String]) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = start..start + line.trim_end().len();
        start += line.len();
        let named = lines.iter().find(|(begin, _)| line.starts_with(begin.as_str()));
        match named {
            _ if span.is_empty() => {}
            Some((_, sort)) => all.push(Sentence { sort: sort.clone(), span }),
            None => all.extend(running(text, span, joined)),
        }
    }
    all
}

fn running(text: &str, line: Span, joined: &[String]) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut start = line.start;
    for end in ends(&text[line.clone()]).into_iter().map(|end| line.start + end) {
        if !joined.iter().any(|words| text[start..end].ends_with(words.as_str())) {
            all.push(Sentence { sort: "body".into(), span: start..end });
            start = end + (text[end..].len() - text[end..].trim_start().len());
        }
    }
    all
}

/// After a full stop, closing marks and a space, before a capital or a figure; and at the end.
fn ends(line: &str) -> Vec<usize> {
    let mut all = Vec::new();
    for (at, _) in line.match_indices(['.', '?', '!']) {
        let behind = line[at + 1..].trim_start_matches(['”', '’', '"', '\'', ')']);
        let next = behind.trim_start().trim_start_matches(['“', '‘', '"', '\'', '(', '/']);
        let begins = next.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit());
        if behind.starts_with(' ') && begins {
            all.push(line.len() - behind.len());
        }
    }
    all.push(line.len());
    all
}

#[test]
fn running_text_is_cut_and_named_lines_are_not() {
    let text = "A. B\n\nOne. “Two? ‘Three.’ Four,” she said. At 4.5 per cent.\nARDA, 9 May. /X/. Five.\n";
    let lines = BTreeMap::from([("A. B".to_owned(), "title".to_owned())]);
    let cut = cut(text, &lines, &["May.".into(), "/X/.".into()]);
    let words: Vec<_> = cut.iter().map(|sentence| &text[sentence.span.clone()]).collect();
    let want = ["A. B", "One.", "“Two?", "‘Three.’", "Four,” she said.", "At 4.5 per cent.", "ARDA, 9 May. /X/. Five."];
    assert_eq!(words, want);
    assert_eq!((cut[0].sort.as_str(), cut[1].sort.as_str()), ("title", "body"));
}
