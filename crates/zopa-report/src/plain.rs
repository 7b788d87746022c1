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

fn harmless(c: char) -> char {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns { char::REPLACEMENT_CHARACTER } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_steer_the_screen() {
        assert_eq!(clean("red \u{1b}[31m \u{2068}now\u{2069}\u{202e}\n\tgo"), "red \u{fffd}[31m now\u{fffd} go");
    }
}
