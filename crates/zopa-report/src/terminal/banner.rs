//! Does a screen count what is private or unconfirmed? Then it says so, above and below.

use super::Style;
use super::lay::Page;
use crate::banner;
use zopa_finding::{Brief, PrivateState};

/// A view with what has to be said of what it counts: nothing where it counts what is public and confirmed.
pub(super) fn marked(brief: &Brief, style: Style, view: String) -> String {
    between(style, brief.private, brief.unconfirmed, &view)
}

/// The same, of what is counted.
pub(super) fn between(style: Style, private: PrivateState, unconfirmed: bool, view: &str) -> String {
    let mention = banner::mention(private).map_or_else(String::new, |said| sentence(style, said));
    let said: String = banner::counted(private, unconfirmed).into_iter().map(|said| sentence(style, said)).collect();
    format!("{said}{view}{mention}{said}")
}

fn sentence(style: Style, said: &str) -> String {
    let mut page = Page::new(style);
    page.heading(said);
    page.finish()
}
