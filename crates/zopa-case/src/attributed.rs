//! What would the case be if it said whose words some of its quotes are?
//!
//! As if lines `said by` stood above quotes that are the outlet's own words, behind the sayings that the claim has; and as if
//! one unnamed group went by the name of another. What follows from the claims is made again, so that the result is what the
//! case files with these lines would give.

use crate::*;
use std::collections::BTreeSet;

/// A line `said by`, and the quotes of the claim that would stand under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidBy {
    /// The claim.
    pub claim: ClaimId,
    /// Whose words they are.
    pub by: Voice,
    /// Words that the claim has in the outlet's own voice.
    pub quotes: Vec<QuoteId>,
}

impl Case {
    /// The case with these lines, and with each first speaker named as the second wherever something is said by it.
    pub fn attributing(&self, said: &[SaidBy], same: &[(SpeakerId, SpeakerId)]) -> Case {
        let mut case = self.clone();
        let ids: Vec<ClaimId> = case.claims.ids().collect();
        for id in ids {
            let mut claim = case.claims[id].clone();
            claim.sayings.iter_mut().for_each(|saying| named_as(&mut saying.by, same));
            let lines: Vec<&SaidBy> = said.iter().filter(|line| line.claim == id).collect();
            let (quotes, own) = case.in_order(&claim.quotes, &lines);
            for (line, quotes) in lines.iter().zip(quotes) {
                let (by, to, round) = (vec![line.by], Vec::new(), claim.round);
                claim.sayings.push(Saying { by, relaying: None, to, round, origins: Vec::new(), quotes });
            }
            claim.quotes = own;
            case.claims[id] = claim;
        }
        case.before(&[])
    }

    /// Quotes are numbered as they stand in the case, sayings first: the rows of a claim's own words are put in that order. Gives
    /// the new numbers of the quotes of each line, and of those that are left.
    fn in_order(&mut self, all: &[QuoteId], lines: &[&SaidBy]) -> (Vec<Vec<QuoteId>>, Vec<QuoteId>) {
        let left = all.iter().filter(|quote| !lines.iter().any(|line| line.quotes.contains(quote)));
        let order = lines.iter().flat_map(|line| &line.quotes).chain(left);
        let rows: Vec<Quote> = order.map(|quote| self.quotes[*quote].clone()).collect();
        all.iter().zip(rows).for_each(|(place, row)| self.quotes[*place] = row);
        let mut places = all.iter().copied();
        let said = lines.iter().map(|line| places.by_ref().take(line.quotes.len()).collect()).collect();
        (said, places.collect())
    }
}

fn named_as(by: &mut Vec<Voice>, same: &[(SpeakerId, SpeakerId)]) {
    for voice in by.iter_mut() {
        let other = same.iter().find(|(one, _)| *voice == Voice::Speaker(*one));
        *voice = other.map_or(*voice, |(_, other)| Voice::Speaker(*other));
    }
    let mut known = BTreeSet::new();
    by.retain(|voice| known.insert(*voice));
}
