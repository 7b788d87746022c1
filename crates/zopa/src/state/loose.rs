//! How does somebody who has not learned the language write a condition, and what is that in the language?
//!
//! `Harbour fee = low fee and not Winter ferry = weekly sailing`: names may be several words, in any spelling the case knows
//! or new; the signs and joining words are those of the language. Words between quotation marks hold anything; after a name
//! they give its title: `fee "Harbour fee" = low`.

use crate::Problem;
use crate::declare::{Declaring, Phrase};
use zopa_report::stating as words;
use zopa_syntax::keywords::ItemWord;

/// Words that join or turn conditions. `in` counts only before `{`.
const JOINTS: [&str; 8] = ["only if", "only after", "and", "or", "implies", "before", "unless", "if"];
const OPENING: [char; 4] = ['"', '“', '„', '«'];
const CLOSING: [char; 4] = ['"', '”', '“', '»'];

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Sign(char),
    Joint(&'static str),
    Phrase(Phrase),
}

/// What a condition says in the language, and which issues it names.
pub(super) struct Written {
    pub text: String,
    pub issues: Vec<String>,
}

/// Reads a condition; `by` takes steps that are new.
pub(super) fn condition(declaring: &mut Declaring<'_>, typed: &str, by: &str) -> Result<Written, Problem> {
    let spelled = declaring.spellings(&[ItemWord::Issue, ItemWord::Step, ItemWord::Gate, ItemWord::Define]);
    let pieces = pieces(typed, &spelled);
    let mut written = Written { text: String::new(), issues: Vec::new() };
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| pieces.get(at));
        match piece {
            Piece::Sign(sign) => push(&mut written.text, &sign.to_string()),
            Piece::Joint(joint) => push(&mut written.text, joint),
            Piece::Phrase(phrase) => {
                let name = named(declaring, &mut written, (before, phrase, pieces.get(at + 1)), by)?;
                push(&mut written.text, &name);
            }
        }
    }
    Ok(written)
}

/// The name that a phrase stands for, by what stands around it.
fn named(
    declaring: &mut Declaring<'_>,
    written: &mut Written,
    (before, phrase, after): (Option<&Piece>, &Phrase, Option<&Piece>),
    by: &str,
) -> Result<String, Problem> {
    let order = |piece: Option<&Piece>| matches!(piece, Some(Piece::Joint("before" | "only after")));
    if matches!(after, Some(Piece::Sign('=') | Piece::Joint("in"))) {
        let issue = declaring.issue(phrase);
        written.issues.push(issue.clone());
        return Ok(issue);
    }
    if matches!(before, Some(Piece::Sign('=' | '{' | ','))) {
        let issue = written.issues.last().cloned().unwrap_or_default();
        return Ok(declaring.option(&issue, phrase));
    }
    let known = declaring.find(&[ItemWord::Step, ItemWord::Gate, ItemWord::Define], &phrase.words);
    match known.map(str::to_owned) {
        Some(known) => Ok(known),
        None if by.is_empty() && (order(before) || order(after)) => {
            Err(Problem::new("new-step", words::new_step(&phrase.words), words::SAY_WHO_TAKES_IT.to_owned()))
        }
        None if by.is_empty() => {
            Err(Problem::new("no-condition", words::no_condition(&phrase.words), words::with_option(&phrase.words)))
        }
        None => {
            let by = declaring.party(&Phrase::of(by));
            Ok(declaring.item(ItemWord::Step, phrase, "step", &format!(" by {by} optional")))
        }
    }
}

/// Names between commas, such as further options.
pub(super) fn list(typed: &str) -> Vec<Phrase> {
    let all = format!("{{{typed}}}");
    pieces(&all, &[])
        .into_iter()
        .filter_map(|piece| if let Piece::Phrase(one) = piece { Some(one) } else { None })
        .collect()
}

fn push(text: &mut String, word: &str) {
    let tight = text.is_empty() || text.ends_with(['(', '{']) || matches!(word, ")" | "}" | ",");
    text.push_str(if tight { "" } else { " " });
    text.push_str(word);
}

fn pieces(typed: &str, spelled: &[&str]) -> Vec<Piece> {
    let (mut pieces, mut rest, mut open, mut braces) = (Vec::new(), typed.trim(), false, 0_usize);
    while let Some(first) = rest.chars().next() {
        let (taken, piece) = next(rest, first, open, braces > 0, spelled);
        match (&piece, pieces.last_mut()) {
            (Some(Piece::Phrase(more)), Some(Piece::Phrase(last))) if more.title.is_some() && last.title.is_none() => {
                last.title.clone_from(&more.title);
            }
            (Some(Piece::Phrase(more)), Some(Piece::Phrase(last))) if open => {
                last.words = format!("{} {}", last.words, more.words);
            }
            _ => pieces.extend(piece.clone()),
        }
        match piece {
            Some(Piece::Sign('{')) => braces += 1,
            Some(Piece::Sign('}')) => braces = braces.saturating_sub(1),
            _ => {}
        }
        open = matches!(pieces.last(), Some(Piece::Phrase(last)) if last.title.is_none());
        rest = rest.get(taken..).unwrap_or_default().trim_start();
    }
    // Words in quotation marks alone are the name.
    pieces.into_iter().map(unquoted).collect()
}

fn unquoted(piece: Piece) -> Piece {
    match piece {
        Piece::Phrase(Phrase { words, title: Some(title) }) if words.is_empty() => Piece::Phrase(Phrase::of(&title)),
        piece => piece,
    }
}

/// What the rest begins with, and how long that is. `open`: a phrase is being read.
fn next(rest: &str, first: char, open: bool, braces: bool, spelled: &[&str]) -> (usize, Option<Piece>) {
    if OPENING.contains(&first) {
        return quoted(rest, first);
    }
    let phrase = |words: &str| Some(Piece::Phrase(Phrase::of(words)));
    if first == '(' && open {
        let end = rest.find(')').map_or(rest.len(), |at| at + 1);
        return (end, phrase(rest.get(..end).unwrap_or(rest)));
    }
    if matches!(first, '=' | '{' | '}' | '(' | ')') || (first == ',' && braces) {
        return (first.len_utf8(), Some(Piece::Sign(first)));
    }
    if !open && let Some(title) = spelled.iter().filter_map(|title| spelled_here(rest, title)).max_by_key(|it| it.len())
    {
        return (title.len(), phrase(title));
    }
    if let Some(joint) = joint(rest, open) {
        let length = rest.to_lowercase().find(joint.split(' ').next_back().unwrap_or(joint)).unwrap_or_default();
        return (length + joint.split(' ').next_back().map_or(0, str::len), Some(Piece::Joint(joint)));
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '{' | '}' | ')') || (c == ',' && braces);
    let end = rest.char_indices().skip(1).find(|(_, c)| ends(*c)).map_or(rest.len(), |(at, _)| at);
    (end, phrase(rest.get(..end).unwrap_or(rest)))
}

/// Words between quotation marks: a title, of the phrase before them or of their own.
fn quoted(rest: &str, first: char) -> (usize, Option<Piece>) {
    let inside = rest.get(first.len_utf8()..).unwrap_or_default();
    let end = inside.find(CLOSING).unwrap_or(inside.len());
    let closing = inside.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let title = inside.get(..end).unwrap_or_default().trim().to_owned();
    let piece = (!title.is_empty()).then_some(Phrase { words: String::new(), title: Some(title) });
    (first.len_utf8() + end + closing, piece.map(Piece::Phrase))
}

/// A spelling of the case that the rest begins with, before a sign, a joining word or the end.
fn spelled_here<'t>(rest: &'t str, title: &str) -> Option<&'t str> {
    let length = rest.char_indices().nth(title.chars().count()).map_or(rest.len(), |(at, _)| at);
    let here = rest.get(..length).filter(|here| here.to_lowercase() == title.to_lowercase())?;
    let after = rest.get(length..)?;
    let ends = after.trim_start();
    let apart = ends.is_empty()
        || ends.starts_with(['=', '}', ')', ',', '{'])
        || (ends != after && joint(ends, true).is_some());
    apart.then_some(here)
}

/// The joining word that the rest begins with.
fn joint(rest: &str, open: bool) -> Option<&'static str> {
    let mut words = rest.split_whitespace();
    let (first, second) = (words.next()?.to_lowercase(), words.next().map(str::to_lowercase));
    let (first, second) = (first.as_str(), second.as_deref().unwrap_or_default());
    if first == "in" || first.starts_with("in{") {
        return rest.get(2..).is_some_and(|rest| rest.trim_start().starts_with('{')).then_some("in");
    }
    if first == "not" {
        return (!open).then_some("not");
    }
    let two = format!("{first} {second}");
    let is = |known: &&&str| if known.contains(' ') { **known == two } else { **known == first };
    JOINTS.iter().find(is).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(typed: &str, spelled: &[&str]) -> String {
        let one = |piece: Piece| match piece {
            Piece::Sign(sign) => sign.to_string(),
            Piece::Joint(joint) => joint.to_owned(),
            Piece::Phrase(Phrase { words, title: None }) => format!("[{words}]"),
            Piece::Phrase(Phrase { words, title: Some(title) }) => format!("[{words}|{title}]"),
        };
        pieces(typed, spelled).into_iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_belong_together_up_to_a_sign_or_a_joining_word() {
        let cases = [
            ("Harbour fee = low fee", "[Harbour fee] = [low fee]"),
            ("not a = b AND (c = d or e in {f g, h})", "not [a] = [b] and ( [c] = [d] or [e] in { [f g] , [h] } )"),
            ("Pull  out only after the vote", "[Pull out] only after [the vote]"),
            ("fee \"Harbour fee\" = low “Low, or none”", "[fee|Harbour fee] = [low|Low, or none]"),
            ("\"This and that\" = not now", "[This and that] = not [now]"),
            (
                "guarantee (Article 5) = in force only if x = y",
                "[guarantee (Article 5)] = [in force] only if [x] = [y]",
            ),
            ("Talks in May = held, or so", "[Talks in May] = [held,] or [so]"),
            ("", ""),
            ("=(", "= ("),
        ];
        cases.iter().for_each(|(typed, pieces)| assert_eq!(shown(typed, &[]), *pieces, "{typed}"));
    }

    #[test]
    fn a_spelling_of_the_case_may_hold_joining_words() {
        let spelled = ["War and peace", "War", "peace before noon"];
        assert_eq!(shown("war and peace = Peace before noon", &spelled), "[war and peace] = [Peace before noon]");
        assert_eq!(shown("War and x = y", &spelled), "[War] and [x] = [y]");
        assert_eq!(shown("War and peacekeeping = y", &spelled), "[War] and [peacekeeping] = [y]");
    }
}
