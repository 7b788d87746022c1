//! What may stand next at a place of a line that is being written?
//!
//! Which lines there are and how each is written comes from the table of the language's words, what can be named from the
//! case. In a field the words are those of people; in a line, those of the language.

mod field;
mod form;
mod line;
mod names;

use crate::Read;

/// The most that is offered at once.
const MOST: usize = 40;

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Lines of a case file.
    Lines,
    /// A condition in people's words.
    Condition,
    /// A party, in people's words.
    Party,
    /// A party or a person, in people's words.
    Speaker,
}

/// Something that may stand next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is to stand there.
    pub text: String,
    /// What it is, in a few words.
    pub says: String,
    /// Where what it replaces begins: a byte of what was written before.
    pub from: usize,
}

/// What may stand after `before`, which ends where somebody writes. Of lines, the item is enough that is being written.
pub fn complete(read: &Read, before: &str, writing: Writing) -> Vec<Choice> {
    let mut choices = match writing {
        Writing::Lines => line::choices(read, before),
        Writing::Condition => field::condition(read, before),
        Writing::Party => field::party(read, before, false),
        Writing::Speaker => field::party(read, before, true),
    };
    let mut seen: Vec<String> = Vec::new();
    choices.retain(|choice| {
        let new = !seen.contains(&choice.text);
        seen.push(choice.text.clone());
        new
    });
    // What stands there already is no help.
    choices.retain(|choice| before.get(choice.from..) != Some(choice.text.as_str()));
    choices.truncate(MOST);
    choices
}

/// Does a name or its title begin with what is written, or a word of the title?
fn begins(written: &str, name: &str, title: &str) -> bool {
    let written = written.to_lowercase();
    let title = title.to_lowercase();
    let starts = |words: &str| words.starts_with(&written);
    starts(&name.to_lowercase())
        || starts(&title)
        || title.match_indices(' ').any(|(at, _)| title.get(at + 1..).is_some_and(starts))
}
