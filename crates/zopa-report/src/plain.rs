//! How does text of a case stand in plain text, so that it cannot steer what shows it?
//!
//! Control characters, and those that turn the direction of writing, are replaced; the isolating marks that a sentence
//! puts around data are taken out, as many screens and editors draw them; white space is folded to single spaces.

use crate::phrase::{CLOSE, OPEN};

/// One line without control characters and isolating marks, white space folded to single spaces.
pub(crate) fn clean(text: &str) -> String {
    let seen =
        text.chars().filter(|c| *c != OPEN && *c != CLOSE).map(|c| if c.is_whitespace() { ' ' } else { harmless(c) });
    let seen = seen.collect::<String>();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A finished line, with every run of letters that go from right to left isolated: on a screen that turns them, they turn
/// where they stand, and what is around them stays where it is. Elsewhere the marks take no room.
pub(crate) fn isolated(line: &str) -> String {
    if !line.chars().any(is_right_to_left) {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut run = String::new();
    // What follows the run and may yet lie within it.
    let mut after = String::new();
    for c in line.chars() {
        if is_right_to_left(c) {
            run.push_str(&std::mem::take(&mut after));
            run.push(c);
        } else if !run.is_empty() && (!goes_on(c) || (c == ' ' && after.ends_with(' '))) {
            out.push_str(&closed(&mut run, &mut after));
            out.push(c);
        } else if run.is_empty() {
            out.push(c);
        } else {
            after.push(c);
        }
    }
    out + &closed(&mut run, &mut after)
}

fn closed(run: &mut String, after: &mut String) -> String {
    let (run, after) = (std::mem::take(run), std::mem::take(after));
    if run.is_empty() { after } else { format!("{OPEN}{run}{CLOSE}{after}") }
}

/// Between two letters from right to left, this belongs to them: a space, a mark, a digit; never a letter from left to
/// right, a code of the screen, a quotation mark, a bracket. Two spaces part columns.
fn goes_on(c: char) -> bool {
    !(c.is_alphabetic()
        || c.is_control()
        || matches!(c, '|' | OPEN | CLOSE | '"' | '`' | '(' | ')' | '[' | ']' | '{' | '}'))
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours.
fn is_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn harmless(c: char) -> char {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns { char::REPLACEMENT_CHARACTER } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_steer_the_screen() {
        assert_eq!(isolated("a \"שלום, עולם\" 3 b"), "a \"\u{2068}שלום, עולם\u{2069}\" 3 b");
        assert_eq!(isolated("سلام abc سلام  "), "\u{2068}سلام\u{2069} abc \u{2068}سلام\u{2069}  ");
        assert_eq!(isolated("نمر  سلام"), "\u{2068}نمر\u{2069}  \u{2068}سلام\u{2069}");
        assert_eq!(isolated("plain 港"), "plain 港");
        assert_eq!(clean("red \u{1b}[31m \u{2068}now\u{2069}\u{202e}\n\tgo"), "red \u{fffd}[31m now\u{fffd} go");
    }
}
