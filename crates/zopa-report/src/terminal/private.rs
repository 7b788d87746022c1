//! Is a screen for the desk alone? Then it says so, above and below.

use super::Style;
use super::lay::Page;
use crate::words::private as words;
use zopa_finding::PrivateState;

/// A view with what has to be said of private material: nothing where it knows of none.
pub(super) fn marked(private: PrivateState, style: Style, view: String) -> String {
    match private {
        PrivateState::Unsaid => view,
        PrivateState::Mentioned => format!("{view}{}", sentence(style, words::MENTION)),
        PrivateState::Counted => banner(style, &view),
    }
}

/// A view between two banners.
pub(super) fn banner(style: Style, view: &str) -> String {
    let banner = sentence(style, words::BANNER);
    format!("{banner}{view}{banner}")
}

fn sentence(style: Style, said: &str) -> String {
    let mut page = Page::new(style);
    page.heading(said);
    page.finish()
}
