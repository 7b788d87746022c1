//! Which words of a line stand apart?
//!
//! One answer for all who write the words of a line again: the formatter, and the text of a statement as it is shown.

use crate::lines::slice;
use crate::words::{Kind, Token};

/// Whether a space stands between two words, as the forms of the language are written: `a, b`, `(a = b or c)`,
/// `a in {b, c}`, `[0.6, 0.9]`.
pub(crate) fn apart(before: Kind, after: Kind) -> bool {
    !matches!(before, Kind::Sign('(' | '[' | '{')) && !matches!(after, Kind::Sign(',' | ')' | ']' | '}'))
}

/// The words of a line on one row.
pub(crate) fn joined(text: &str, words: &[Token]) -> String {
    let mut out = String::new();
    let mut before = None;
    for token in words {
        if before.is_some_and(|before| apart(before, token.kind)) {
            out.push(' ');
        }
        out.push_str(slice(text, token));
        before = Some(token.kind);
    }
    out
}
