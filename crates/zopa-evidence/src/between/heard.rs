//! To which outlet does a sentence say that something was said?
//!
//! "Told The Herald", "in an interview with the Evening Post": the rows of `data/en/outlet_heard.txt`, followed by a
//! name in capitals. Whether the name is an outlet is not known; that somebody was told who is named by it is.

use super::lexicon::{lines, words};
use crate::span::Span;
use std::sync::LazyLock;

/// The names that stand where the outlet does, in order.
pub(crate) fn heard_by(text: &str, sentence: Span) -> Vec<Span> {
    let words = words(sentence.of(text));
    let mut names = Vec::new();
    for at in 0..words.len() {
        let rest = words.get(at..).unwrap_or_default();
        if let Some(length) = row(rest)
            && let Some(name) = name(text, sentence.start, rest.get(length..).unwrap_or_default())
        {
            names.push(name);
        }
    }
    names.dedup_by(|later, earlier| earlier.overlaps(*later));
    names
}

/// The rows of the list, up to the outlet.
static ROWS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let row = |line: &'static str| line.split_whitespace().take_while(|word| *word != "OUTLET").collect();
    lines(include_str!("../../data/en/outlet_heard.txt")).map(row).collect()
});

/// How many words of a row of the list stand at the beginning.
fn row(words: &[(String, Span)]) -> Option<usize> {
    ROWS.iter().find_map(|row| {
        let stands = row.iter().enumerate().all(|(at, word)| words.get(at).is_some_and(|(own, _)| own == word));
        stands.then_some(row.len())
    })
}

/// The name in capitals that comes next, with or without an article before it.
fn name(text: &str, base: usize, words: &[(String, Span)]) -> Option<Span> {
    // "Hinted to this newspaper".
    if let [(this, from), (noun, to), ..] = words
        && this == "this"
        && is_publisher(noun)
    {
        return Some(Span::new(base + from.start, base + to.end));
    }
    let mut name: Option<Span> = None;
    for (at, (word, place)) in words.iter().enumerate() {
        let place = Span::new(base + place.start, base + place.end);
        let joined = name.is_none_or(|name| text.get(name.end..place.start) == Some(" "));
        if joined && place.of(text).starts_with(char::is_uppercase) && word != "the" {
            name = Some(Span::new(name.map_or(place.start, |name| name.start), place.end));
        } else if !(at == 0 && word == "the") {
            break;
        }
    }
    name
}

/// What an outlet calls itself.
fn is_publisher(noun: &str) -> bool {
    let publishers =
        ["newspaper", "paper", "magazine", "agency", "broadcaster", "channel", "station", "site", "website"];
    publishers.contains(&noun) || matches!(noun, "weekly" | "daily")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(text: &str) -> Vec<&str> {
        heard_by(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn outlets_that_were_told() {
        assert_eq!(heard("She told The Ansa Herald that it was so."), ["Ansa Herald"]);
        assert_eq!(heard("He said so in an interview with Evening Post on Monday."), ["Evening Post"]);
        assert_eq!(heard("They told reporters nothing."), [""; 0]);
    }
}
