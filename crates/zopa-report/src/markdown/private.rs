//! Is a text for the desk alone? Then it says so, above and below.

use crate::words::private as words;
use zopa_finding::{Brief, PrivateState};

/// A text with what has to be said of private material: nothing where the brief knows of none.
pub(super) fn marked(brief: &Brief, text: String) -> String {
    match brief.private {
        PrivateState::Unsaid => text,
        PrivateState::Mentioned => format!("{text}\n{}\n", words::MENTION),
        PrivateState::Counted => format!("**{0}**\n\n{text}\n**{0}**\n", words::BANNER),
    }
}
