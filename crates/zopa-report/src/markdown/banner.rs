//! Does a text count what is private or unconfirmed? Then it says so, above and below.

use crate::banner;
use zopa_finding::{Brief, PrivateState};

/// A text with what has to be said of what it counts: nothing where it counts what is public and confirmed.
pub(super) fn marked(brief: &Brief, text: String) -> String {
    between(brief.private, brief.unconfirmed, text)
}

/// The same, of what is counted.
pub(super) fn between(private: PrivateState, unconfirmed: bool, text: String) -> String {
    let said = banner::counted(private, unconfirmed);
    let banner: String = said.iter().map(|said| format!("**{said}**\n")).collect();
    let mention = banner::mention(private).map_or_else(String::new, |said| format!("\n{said}\n"));
    match banner.as_str() {
        "" => format!("{text}{mention}"),
        said => format!("{said}\n{text}{mention}\n{said}"),
    }
}
