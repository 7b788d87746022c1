//! Is what the case says in its documents? Claims, quotes and how they stand, origins, readings: under the messages.

use super::Style;
use super::lay::Page;
use super::names::quoted;
use crate::phrase::isolate;
use crate::words::{self, screen};
use std::collections::BTreeMap;
use zopa_finding::{Check, Quote, QuoteState, Source};

/// Quotes that are not in their documents, at most, that are listed one by one.
const LISTED: usize = 20;

/// A few lines: how many claims, reports and origins; how the quotes stand, with each that is not where the case has it;
/// how many readings. To be printed under the messages about the files.
pub(super) fn check(check: &Check, style: Style) -> String {
    let mut page = Page::new(style);
    let reports = check.sources.iter().filter(|source| source.number.is_some()).count();
    page.paragraph(0, &screen::claims_from(check.claims, reports, check.origins));
    page.paragraph(0, &quotes(check));
    not_in_hand(&mut page, check);
    orphans(&mut page, check);
    page.paragraph(0, &screen::readings(check.readings, check.open));
    page.finish()
}

fn quotes(check: &Check) -> String {
    let count = |is: fn(&QuoteState) -> bool| check.quotes.iter().filter(|quote| is(&quote.state)).count();
    let verified = count(|state| *state == QuoteState::Verified);
    let away = count(|state| *state == QuoteState::NotInHand);
    let orphaned = count(|state| matches!(state, QuoteState::Orphaned { .. }));
    screen::quotes(check.quotes.len(), verified, away, orphaned)
}

/// Documents that are not in hand, each with the number of quotes that wait for it.
fn not_in_hand(page: &mut Page, check: &Check) {
    let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
    check.quotes.iter().for_each(|quote| *waiting.entry(&quote.source).or_default() += 1);
    for source in &check.sources {
        if let Some(document) = source.document.as_ref().filter(|document| !document.in_hand) {
            let what = screen::quotes_of(&document.path, waiting.get(source.name.as_str()).copied().unwrap_or(0));
            page.paragraph(2, &screen::labelled(screen::NOT_IN_HAND, &words::list(&[report(source), what])));
        }
    }
}

fn orphans(page: &mut Page, check: &Check) {
    let sources: BTreeMap<&str, &Source> = check.sources.iter().map(|s| (s.name.as_str(), s)).collect();
    let orphaned = check.quotes.iter().filter_map(|quote| match &quote.state {
        QuoteState::Orphaned { nearest } => Some((quote, nearest)),
        _ => None,
    });
    let all: Vec<(&Quote, &Option<String>)> = orphaned.collect();
    for (quote, nearest) in all.iter().take(LISTED) {
        let of = sources.get(quote.source.as_str()).map(|source| report(source)).unwrap_or_default();
        page.paragraph(2, &screen::labelled(screen::ORPHANED, &screen::remark(&quoted(&quote.words), &of)));
        match nearest {
            Some(passage) => page.paragraph(4, &screen::labelled(screen::NEAREST, &quoted(passage))),
            None => page.paragraph(4, screen::NO_NEAREST),
        }
    }
    if all.len() > LISTED {
        page.paragraph(2, &screen::more_orphaned(all.len() - LISTED));
    }
}

/// A report by its number, or a source that is none by its title.
fn report(source: &Source) -> String {
    source.number.map_or_else(|| isolate(&source.title), words::report)
}
