//! Where do the marked words of an excerpt stand in the document? `{source}`, `<cue>`, `[content]`; ` ... ` leaves words out.

use super::Span;
use std::collections::BTreeMap;

const MARKS: [(char, char); 3] = [('{', '}'), ('<', '>'), ('[', ']')];

/// The spans of each mark, by its opening sign, in order.
pub type Marked = BTreeMap<char, Vec<Span>>;

/// The excerpt's places in the text. Its first words have to stand there once, the rest is looked for behind them.
pub fn find(text: &str, excerpt: &str) -> Result<Marked, String> {
    let mut marked = Marked::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut from = 0;
    for (number, part) in excerpt.split("...").map(str::trim).enumerate() {
        let (plain, signs) = unmark(part);
        let start = if number == 0 { once(text, &plain)? } else { after(text, &plain, from)? };
        from = start + plain.len();
        for (offset, sign) in signs {
            turn(sign, start + offset, &mut open, &mut marked)?;
        }
    }
    if open.is_empty() { Ok(marked) } else { Err(format!("a mark stays open in `{excerpt}`")) }
}

/// The words without the marks, and the marks with their places among them.
fn unmark(part: &str) -> (String, Vec<(usize, char)>) {
    let mut plain = String::new();
    let mut signs = Vec::new();
    for sign in part.chars() {
        if MARKS.iter().any(|(open, close)| sign == *open || sign == *close) {
            signs.push((plain.len(), sign));
        } else {
            plain.push(sign);
        }
    }
    (plain, signs)
}

fn turn(sign: char, at: usize, open: &mut Vec<(char, usize)>, marked: &mut Marked) -> Result<(), String> {
    if MARKS.iter().any(|(opening, _)| sign == *opening) {
        open.push((sign, at));
        return Ok(());
    }
    let (opening, start) = open.pop().ok_or(format!("`{sign}` closes nothing"))?;
    if !MARKS.contains(&(opening, sign)) {
        return Err(format!("`{sign}` closes `{opening}`"));
    }
    marked.entry(opening).or_default().push(start..at);
    Ok(())
}

/// Where the words stand, if they stand there once.
pub fn once(text: &str, words: &str) -> Result<usize, String> {
    let mut found = text.match_indices(words);
    match (found.next(), found.next()) {
        (Some((start, _)), None) => Ok(start),
        (None, _) => Err(format!("`{words}` is not there")),
        _ => Err(format!("`{words}` is there more than once")),
    }
}

fn after(text: &str, words: &str, from: usize) -> Result<usize, String> {
    text[from..].find(words).map(|at| from + at).ok_or(format!("`{words}` does not follow"))
}

#[test]
fn marked_words_are_found() {
    let text = "Rain fell. “It rains,” she said, “and it will rain.” It will.";
    let marked = find(text, "“[It rains],” {she} <said>, “[and ... rain].”").unwrap();
    let words = |sign| marked[&sign].iter().map(|span| &text[span.clone()]).collect::<Vec<_>>();
    assert_eq!(words('['), ["It rains", "and it will rain"]);
    assert_eq!((words('{'), words('<')), (vec!["she"], vec!["said"]));
}

#[test]
fn what_cannot_be_placed_is_said() {
    assert_eq!(find("a b a", "[a]").unwrap_err(), "`a` is there more than once");
    assert_eq!(find("a b a", "[c]").unwrap_err(), "`c` is not there");
    assert_eq!(find("a b a", "[b").unwrap_err(), "a mark stays open in `[b`");
    assert_eq!(find("a b a", "[b}").unwrap_err(), "`}` closes `[`");
    assert_eq!(find("a b", "b ... [a]").unwrap_err(), "`a` does not follow");
}
