//! Does a text count what is private, unconfirmed, or found in the documents alone? Then it says so, above and below.

use super::doc::Lines;
use super::inline::text;
use crate::index::Index;
use crate::{banner, found};
use zopa_finding::{Brief, PrivateState};

/// A text with what has to be said of what it counts: nothing where it counts what is public, confirmed and in the case.
pub(super) fn marked(brief: &Brief, told: String) -> String {
    let mut doc = Lines::default();
    found::lines(&Index::new(brief)).iter().for_each(|line| doc.paragraph(text(line)));
    let found = doc.text();
    let told = if found.trim().is_empty() { told } else { format!("{told}\n{found}") };
    between(&banner::banners(brief), brief.private, told)
}

/// A text of what documents say, with what has to be said of what is private in it.
pub(super) fn of_private(private: PrivateState, told: String) -> String {
    between(&banner::counted(private, false, banner::Found::default()), private, told)
}

/// A text of what is no brief, with what has to be said of what it counts.
pub(super) fn counting(private: PrivateState, unconfirmed: bool, told: String) -> String {
    between(&banner::counted(private, unconfirmed, banner::Found::default()), private, told)
}

fn between(said: &[&str], private: PrivateState, told: String) -> String {
    let banner: String = said.iter().map(|said| format!("**{said}**\n")).collect();
    let mention = banner::mention(private).map_or_else(String::new, |said| format!("\n{said}\n"));
    match banner.as_str() {
        "" => format!("{told}{mention}"),
        said => format!("{said}\n{told}{mention}\n{said}"),
    }
}
