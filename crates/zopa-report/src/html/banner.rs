//! Does a page count what is private, unconfirmed, or found in the documents alone? Then every page of it says so, on the screen and in print.

use super::open::say;
use crate::index::Index;
use crate::{banner, found as lines};
use maud::{Markup, html};
use zopa_finding::{Brief, PrivateState};

/// The banner stands above the page, stays in sight, and is at the head of every printed sheet.
const STYLE: &str = include_str!("banner.css");

/// What the style of the page has besides: nothing for a page without a banner.
pub(super) fn style(brief: &Brief) -> &'static str {
    sheet(&banner::banners(brief))
}

/// The style of these banners.
pub(super) fn sheet(said: &[&str]) -> &'static str {
    if said.is_empty() { "" } else { STYLE }
}

/// The banner of a page that counts private material, unconfirmed claims or what was found: all in one, since only one element can be
/// at the head of every sheet.
pub(super) fn head(brief: &Brief) -> Markup {
    above(&banner::banners(brief))
}

/// These banners, in one.
pub(super) fn above(said: &[&str]) -> Markup {
    html! {
        @if !said.is_empty() { p.banner role="note" { (said.join(" ")) } }
    }
}

/// The one sentence of a page that counts nothing private and was asked to say so.
pub(super) fn mention(private: PrivateState) -> Markup {
    html! {
        @if let Some(said) = banner::mention(private) { p { (said) } }
    }
}

/// Reports that were found to be made from another, and words that were found to be somebody's, where the case does not say so.
pub(super) fn found(index: &Index<'_>) -> Markup {
    html! {
        @for line in lines::lines(index) { p.note { (say(&line)) } }
    }
}
