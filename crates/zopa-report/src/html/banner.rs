//! Does a page count what is private or unconfirmed? Then every page of it says so, on the screen and in print.

use crate::banner;
use maud::{Markup, html};
use zopa_finding::Brief;

/// The banner stands above the page, stays in sight, and is at the head of every printed sheet.
const STYLE: &str = include_str!("banner.css");

/// What the style of the page has besides: nothing for a page without a banner.
pub(super) fn style(brief: &Brief) -> &'static str {
    if banner::banners(brief).is_empty() { "" } else { STYLE }
}

/// The banner of a page that counts private material or unconfirmed claims: both in one, since only one element can be
/// at the head of every sheet.
pub(super) fn head(brief: &Brief) -> Markup {
    let said = banner::banners(brief);
    html! {
        @if !said.is_empty() { p.banner role="note" { (said.join(" ")) } }
    }
}

/// The one sentence of a page that counts nothing private and was asked to say so.
pub(super) fn mention(brief: &Brief) -> Markup {
    html! {
        @if let Some(said) = banner::mention(brief) { p { (said) } }
    }
}
