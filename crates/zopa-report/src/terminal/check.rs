//! Is what the case says in its documents? Claims, quotes and how they stand, origins, readings: under the messages.

use super::Style;
use super::lay::Page;
use super::names::{Names, quoted};
use crate::words::{self, screen};
use zopa_finding::{Brief, Quote, QuoteState, Source};

/// A few lines: how many claims, reports and origins; how the quotes stand, with each that is not where the case has it;
/// how many readings. To be printed under the messages about the files.
pub fn check(brief: &Brief, style: Style) -> String {
    let names = Names::new(brief);
    let mut page = Page::new(style);
    let reports = brief.sources.iter().filter(|source| source.number.is_some()).count();
    page.paragraph(0, &screen::claims_from(brief.claims.len(), reports, brief.origins.len()));
    page.paragraph(0, &quotes(brief));
    brief.sources.iter().for_each(|source| not_in_hand(&mut page, &names, source));
    brief.quotes.iter().for_each(|quote| orphan(&mut page, &names, quote));
    page.paragraph(0, &screen::readings(brief.answer.readings, names.open_points()));
    page.finish()
}

fn quotes(brief: &Brief) -> String {
    let count = |is: fn(&QuoteState) -> bool| brief.quotes.iter().filter(|quote| is(&quote.state)).count();
    let verified = count(|state| *state == QuoteState::Verified);
    let away = count(|state| *state == QuoteState::NotInHand);
    let orphaned = count(|state| matches!(state, QuoteState::Orphaned { .. }));
    screen::quotes(brief.quotes.len(), verified, away, orphaned)
}

/// A document that is not in hand, with the number of quotes that wait for it.
fn not_in_hand<'a>(page: &mut Page, names: &Names<'a>, source: &'a Source) {
    let Some(document) = source.document.as_ref().filter(|document| !document.in_hand) else {
        return;
    };
    let waiting = names.brief().quotes.iter().filter(|quote| quote.source == source.name).count();
    let what = screen::quotes_of(&document.path, waiting);
    let report = names.index.report(&source.name);
    page.paragraph(2, &screen::labelled(screen::NOT_IN_HAND, &words::list(&[report, what])));
}

fn orphan<'a>(page: &mut Page, names: &Names<'a>, quote: &'a Quote) {
    let QuoteState::Orphaned { nearest } = &quote.state else {
        return;
    };
    let words = screen::remark(&quoted(&quote.words), &names.index.report(&quote.source));
    page.paragraph(2, &screen::labelled(screen::ORPHANED, &words));
    match nearest {
        Some(passage) => page.paragraph(4, &screen::labelled(screen::NEAREST, &quoted(passage))),
        None => page.paragraph(4, screen::NO_NEAREST),
    }
}
