//! What would the case be if it said whose words some of its quotes are?
//!
//! As if lines `said by` stood above quotes that are the outlet's own words, behind the sayings that the claim has; and as if
//! one unnamed group went by the name of another. What follows from the claims is made again, so that the result is what the
//! case files with these lines would give.

use crate::*;

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
            for line in said.iter().filter(|line| line.claim == id) {
                let round = claim.round;
                let quotes = case.to_the_front(&mut claim.quotes, &line.quotes);
                let (by, to) = (vec![line.by], Vec::new());
                claim.sayings.push(Saying { by, relaying: None, to, round, origins: Vec::new(), quotes });
            }
            case.claims[id] = claim;
        }
        case.before(&[])
    }

    /// Takes some quotes out of a list. Quotes are numbered as they stand in the case, sayings first: the rows are put in
    /// that order, and what was taken is given by its new numbers.
    fn to_the_front(&mut self, all: &mut Vec<QuoteId>, taken: &[QuoteId]) -> Vec<QuoteId> {
        let (front, back): (Vec<QuoteId>, Vec<QuoteId>) = all.iter().partition(|quote| taken.contains(quote));
        let rows: Vec<Quote> = front.iter().chain(&back).map(|quote| self.quotes[*quote].clone()).collect();
        all.iter().zip(rows).for_each(|(place, row)| self.quotes[*place] = row);
        let rest = all.split_off(front.len());
        std::mem::replace(all, rest)
    }
}

fn named_as(by: &mut Vec<Voice>, same: &[(SpeakerId, SpeakerId)]) {
    for voice in by.iter_mut() {
        let other = same.iter().find(|(one, _)| *voice == Voice::Speaker(*one));
        *voice = other.map_or(*voice, |(_, other)| Voice::Speaker(*other));
    }
    let mut known = Vec::new();
    by.retain(|voice| {
        !known.contains(voice) && {
            known.push(*voice);
            true
        }
    });
}
