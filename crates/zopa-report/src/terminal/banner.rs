//! Does a screen count what is private, unconfirmed, or found in the documents alone? Then it says so, above and below.

use super::Style;
use super::lay::Page;
use crate::index::Index;
use crate::{banner, found as lines};
use zopa_finding::{Brief, PrivateState};

/// A view with what has to be said of what it counts: nothing where it counts what is public, confirmed and in the case.
pub(super) fn marked(brief: &Brief, style: Style, view: String) -> String {
    let found = asides(style, &lines::lines(&Index::new(brief)));
    let mention = banner::mention(brief.private).map_or_else(String::new, |said| sentence(style, said));
    between(style, &banner::banners(brief), &[view, found, mention].concat())
}

/// A view of what documents say, or of a whole dossier, with what has to be said of what is private in it.
pub(super) fn of_private(style: Style, private: PrivateState, view: String) -> String {
    let mention = banner::mention(private).map_or_else(String::new, |said| sentence(style, said));
    between(style, &banner::counted(private, false, banner::Found::default()), &(view + &mention))
}

/// A view of what is no brief, with what has to be said of what it counts.
pub(super) fn counting(style: Style, private: PrivateState, unconfirmed: bool, view: String) -> String {
    let mention = banner::mention(private).map_or_else(String::new, |said| sentence(style, said));
    between(style, &banner::counted(private, unconfirmed, banner::Found::default()), &(view + &mention))
}

/// A view between two banners.
pub(super) fn between(style: Style, said: &[&str], view: &str) -> String {
    let said: String = said.iter().map(|said| sentence(style, said)).collect();
    format!("{said}{view}{said}")
}

fn sentence(style: Style, said: &str) -> String {
    let mut page = Page::new(style);
    page.heading(said);
    page.finish()
}

/// Lines in small, under a row of their own.
fn asides(style: Style, said: &[String]) -> String {
    if said.is_empty() {
        return String::new();
    }
    let mut page = Page::new(style);
    said.iter().for_each(|line| page.aside(0, line));
    format!("\n{}", page.finish())
}
