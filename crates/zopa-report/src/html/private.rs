//! Is a page for the desk alone? Then every page of it says so, on the screen and in print.

use crate::words::private as words;
use maud::{Markup, html};
use zopa_finding::{Brief, PrivateState};

/// The banner stands above the page, stays in sight, and is at the head of every printed sheet.
const STYLE: &str = include_str!("private.css");

/// What the style of the page has besides: nothing for a page that everybody may see.
pub(super) fn style(brief: &Brief) -> &'static str {
    if brief.private == PrivateState::Counted { STYLE } else { "" }
}

/// The banner of a page that counts private material.
pub(super) fn banner(brief: &Brief) -> Markup {
    html! {
        @if brief.private == PrivateState::Counted { p.private role="note" { (words::BANNER) } }
    }
}

/// The one sentence of a page that counts none and was asked to say so.
pub(super) fn mention(brief: &Brief) -> Markup {
    html! {
        @if brief.private == PrivateState::Mentioned { p { (words::MENTION) } }
    }
}
