//! Which claims rest on words that are no longer in their document, and what rests on them?

use super::open::{claim_link, link, quotes, say};
use crate::index::Index;
use crate::orphaned::rests;
use crate::words::orphaned as told;
use maud::{Markup, html};

/// One line above everything, which leads there.
pub(super) fn note(index: &Index<'_>) -> Markup {
    let count = index.brief.orphaned.len();
    html! { @if count > 0 { p.note { (link("orphaned", &told::claims(count))) "." } } }
}

pub(super) fn section(index: &Index<'_>) -> Markup {
    let all = &index.brief.orphaned;
    html! {
        @if !all.is_empty() {
            section #orphaned {
                h2 { (told::TITLE) }
                p.intro { (told::INTRO) }
                ul.list { @for orphaned in all { li {
                    (claim_link(index, &orphaned.claim))
                    (quotes(index, &orphaned.quotes))
                    @for line in rests(index, orphaned) { p.rd { (say(&line)) } }
                } } }
            }
        }
    }
}
