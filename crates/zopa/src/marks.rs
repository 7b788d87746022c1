//! Where in a document do the claims of the case stand?

use crate::Read;
use zopa_case::{Claim, Quote, QuoteState, SourceId};
use zopa_text::{Found, Text};

/// Words of a document that a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark<'a> {
    /// Where they begin, in bytes of [`Text::as_str`].
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The claim.
    pub claim: &'a str,
    /// What the claim says.
    pub title: &'a str,
    /// Does it wait for a person?
    pub waits: bool,
}

impl Read {
    /// The words of a source's document that claims rest on, in the order of the document; `text` is that document's. What
    /// is not found there has no mark.
    pub fn marks<'a>(&'a self, text: &Text, source: &str) -> Vec<Mark<'a>> {
        let named = self.case.sources.iter().find(|(_, known)| known.name == source);
        let Some((source, _)) = named else { return Vec::new() };
        let each = self.case.claims.values().flat_map(|claim| self.marked(claim, text, source));
        let mut marks: Vec<Mark<'a>> = each.collect();
        marks.sort_by_key(|mark| (mark.start, mark.end));
        marks
    }

    fn marked<'a>(&self, claim: &'a Claim, text: &Text, source: SourceId) -> Vec<Mark<'a>> {
        let quotes = claim.quotes.iter().chain(claim.sayings.iter().flat_map(|saying| &saying.quotes));
        let quotes = quotes.filter_map(|id| self.case.quotes.row(*id)).filter(|quote| quote.source == source);
        let mark =
            |(start, end)| Mark { start, end, claim: &claim.name, title: &claim.title, waits: claim.unconfirmed };
        quotes.filter_map(|quote| place(quote, text)).map(mark).collect()
    }
}

/// Where the words of a quote stand in the text: their bytes as received, less a byte order mark.
pub(crate) fn place(quote: &Quote, text: &Text) -> Option<(usize, usize)> {
    let QuoteState::Verified(at) = quote.state else { return None };
    match text.find(&quote.words, Some(at)) {
        Found::Verified { anchor, .. } => {
            let less = |at: usize| at.checked_sub(text.mark());
            Some((less(anchor.start)?, less(anchor.end)?))
        }
        _ => None,
    }
}
