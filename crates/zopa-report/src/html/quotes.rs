//! Which words does it all rest on? Every quote, numbered, with its state.

use super::open::{said, say};
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::{Quote, QuoteState};

pub(super) fn section(index: &Index<'_>) -> Markup {
    let list = &index.brief.quotes;
    let states = |wanted: fn(&QuoteState) -> bool| list.iter().filter(|q| wanted(&q.state)).count();
    let verified = states(|s| *s == QuoteState::Verified);
    let absent = states(|s| *s == QuoteState::NotInHand);
    let orphaned = list.len().saturating_sub(verified + absent);
    html! {
        section #quotes {
            h2 { (words::QUOTES) }
            @if list.is_empty() { p.intro { (words::QUOTES_NONE) } } @else {
                p.intro {
                    (words::quote_states(verified, absent, orphaned))
                    @if absent > 0 { " " (words::NOT_SHIPPED) }
                }
                ol.allq { @for (place, quote) in (1u32..).zip(list) { (entry(index, quote, place, absent == list.len(), verified == list.len())) } }
            }
        }
    }
}

/// One quote. A state that all share is said once, above.
fn entry(index: &Index<'_>, quote: &Quote, place: u32, all_absent: bool, all_verified: bool) -> Markup {
    html! {
        li id={ "quote-" (quote.number) } value=[(place != quote.number).then_some(quote.number)] {
            (said(&quote.words))
            small {
                a href={ "#source-" (quote.source) } { (say(&index.report(&quote.source))) }
                @if let Some(at) = quote.at { ", " (words::at_offset(at)) }
                @match &quote.state {
                    QuoteState::Verified => @if !all_verified { ", " (words::VERIFIED) },
                    QuoteState::NotInHand => @if !all_absent { ", " (words::NOT_IN_HAND) },
                    QuoteState::Orphaned { .. } => { ", " b.flag { (words::ORPHANED) } },
                }
            }
            @if let QuoteState::Orphaned { nearest: Some(nearest) } = &quote.state {
                small { (words::NEAREST) ": " (said(nearest)) }
            }
        }
    }
}
