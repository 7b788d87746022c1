//! How does the page look, on screen and on paper? The style sheets, and the title at the foot of each printed page.

use crate::index::Index;
use std::fmt::Write;

const STYLE: &str = concat!(
    include_str!("style.css"),
    include_str!("pictures.css"),
    include_str!("switches.css"),
    include_str!("print.css")
);

pub(super) fn style(index: &Index<'_>) -> String {
    titled(&index.brief.case.title)
}

/// The same, of a page by its title alone.
pub(super) fn titled(title: &str) -> String {
    format!("{STYLE}@page{{@bottom-left{{content:\"{}\"}}}}", quoted(title))
}

/// Text inside a string of a style sheet: whatever is not a letter, a digit or a space goes by its number, so that no
/// title can end the string or the sheet. The marks around it keep its direction to itself.
fn quoted(text: &str) -> String {
    let mut out = String::from("\u{2068}");
    for c in text.chars() {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out.push('\u{2069}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_leaves_its_string() {
        assert_eq!(quoted("A “b”"), "\u{2068}A \\201c b\\201d \u{2069}");
        assert_eq!(quoted("\"}</style>\n\\"), "\u{2068}\\22 \\7d \\3c \\2f style\\3e \\a \\5c \u{2069}");
    }
}
