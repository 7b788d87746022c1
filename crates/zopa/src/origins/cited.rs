//! Which quotes of claims lie in words that their document gives to somebody, and to whom?

use crate::Texts;
use crate::sources::taken::{Taken, attributed, in_hand, reports};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use zopa_case::{Case, Claim, ClaimId, QuoteId, QuoteState, SourceId, Voice};
use zopa_evidence::between::{Teller, tellers};
use zopa_finding::Attribution;
use zopa_text::{Found, Text};

/// A quote of a claim that its document gives to somebody.
#[derive(Clone, Debug)]
pub(super) struct Cited {
    pub claim: ClaimId,
    pub quote: QuoteId,
    pub source: SourceId,
    /// Who says it in the case. Nobody: the outlet's own voice.
    pub by: Vec<Voice>,
    /// To whom the document gives it, by number.
    pub teller: usize,
}

/// Such quotes in the order of the case, and those to whom the documents give them. Nothing is looked for where nothing could
/// come of it: no words are an outlet's own, and no two unnamed groups could be one.
pub(super) fn cited(case: &Case, texts: &Texts) -> (Vec<Cited>, Vec<Teller>) {
    let quotes: Vec<(ClaimId, QuoteId, Vec<Voice>)> =
        case.claims.iter().flat_map(|(id, claim)| told(case, id, claim)).collect();
    let unnamed = case.speakers.values().filter(|speaker| speaker.anonymous).count();
    if unnamed < 2 && !quotes.iter().any(|(.., by)| by.is_empty()) {
        return (Vec::new(), Vec::new());
    }
    let taken = in_hand(case, texts, attributed, &mut |_, _| ());
    let found = tellers(&reports(&taken));
    let documents = Documents::of(case, texts, &taken, &found.of);
    let one = |(claim, quote, by): (ClaimId, QuoteId, Vec<Voice>)| {
        let teller = documents.teller(case, quote)?;
        Some(Cited { claim, quote, source: case.quotes[quote].source, by, teller })
    };
    (quotes.into_iter().filter_map(one).collect(), found.all)
}

/// The quotes of a claim with whoever says them. Words that are not the outlet's own, since those of the source that it copies
/// are somebody's, are left as they are.
fn told(case: &Case, id: ClaimId, claim: &Claim) -> Vec<(ClaimId, QuoteId, Vec<Voice>)> {
    if claim.suppose {
        return Vec::new();
    }
    let said =
        claim.sayings.iter().flat_map(|saying| saying.quotes.iter().map(|quote| (id, *quote, saying.by.clone())));
    let own = claim.quotes.iter().zip(&claim.quote_origins);
    let own = own.filter(|(_, origin)| matches!(case.origins[**origin].voice, Voice::Source(_)));
    said.filter(|(.., by)| !by.is_empty()).chain(own.map(|(quote, _)| (id, *quote, Vec::new()))).collect()
}

/// The documents in hand, with those to whom each attribution gives its words.
struct Documents<'a> {
    of: BTreeMap<SourceId, (Text, &'a Taken, &'a [Option<usize>])>,
}

impl<'a> Documents<'a> {
    fn of(case: &Case, texts: &Texts, taken: &'a [Taken], tellers: &'a [Vec<Option<usize>>]) -> Documents<'a> {
        let one = |(taken, of): (&'a Taken, &'a Vec<Option<usize>>)| {
            let text = texts.text_of(&case.sources[taken.id])?.ok()?;
            Some((taken.id, (text, taken, of.as_slice())))
        };
        Documents { of: taken.iter().zip(tellers).filter_map(one).collect() }
    }

    /// To whom the document of a quote gives its words: most of them, half at least.
    fn teller(&self, case: &Case, quote: QuoteId) -> Option<usize> {
        let quote = &case.quotes[quote];
        let QuoteState::Verified(at) = quote.state else { return None };
        let (text, taken, of) = self.of.get(&quote.source)?;
        let (Found::Verified { anchor, .. } | Found::Moved { anchor, .. }) =
            text.find_standing(&quote.words, Some(at))?
        else {
            return None;
        };
        let mark = taken.told.mark;
        let (start, end) = (anchor.start.checked_sub(mark)?, anchor.end.checked_sub(mark)?);
        let shared = |one: &Attribution| -> usize {
            one.content.iter().map(|place| place.end.min(end).saturating_sub(place.start.max(start))).sum()
        };
        let length = |one: &Attribution| one.content.iter().map(|place| place.end - place.start).sum::<usize>();
        // Of one within another, the outer one tells; else the one that tells least besides.
        let rank = |one: &Attribution| (shared(one), one.within.is_none(), Reverse(length(one)));
        let all = taken.told.attributions.iter().zip(of.iter());
        let (one, teller) = all.max_by_key(|(one, _)| rank(one))?;
        teller.filter(|_| shared(one) * 2 >= end - start)
    }
}
