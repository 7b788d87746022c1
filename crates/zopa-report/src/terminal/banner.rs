//! Does a screen count what is private or unconfirmed? Then it says so, above and below.

use super::Style;
use super::lay::Page;
use crate::banner;
use zopa_finding::Brief;

/// A view with what has to be said of what it counts: nothing where it counts what is public and confirmed.
pub(super) fn marked(brief: &Brief, style: Style, view: String) -> String {
    let mention = banner::mention(brief).map_or_else(String::new, |said| sentence(style, said));
    between(style, banner::banners(brief), &format!("{view}{mention}"))
}

/// A view between two banners.
pub(super) fn between(style: Style, said: Vec<&str>, view: &str) -> String {
    let said: String = said.into_iter().map(|said| sentence(style, said)).collect();
    format!("{said}{view}{said}")
}

fn sentence(style: Style, said: &str) -> String {
    let mut page = Page::new(style);
    page.heading(said);
    page.finish()
}
